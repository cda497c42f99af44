import * as z from "zod";
import { decodeAt, rowsOf } from "../decode.js";
import type { Decoder } from "../decode.js";
import { cpuCount, cpuFraction } from "./cpu-values.js";
import { wireInteger, wireNumber } from "./wire-values.js";

const envelope = z.object({ data: z.unknown() });
const rowKind = z.object({ id: z.string().min(1), metric: z.string().min(1) });

const VALUES = { cpu_current: cpuFraction, cpu_max: cpuCount, mem_used: wireNumber } as const;

type Metric = keyof typeof VALUES;

const isMetric = (name: string): name is Metric => Object.hasOwn(VALUES, name);

const rowSchemas = {
  cpu_current: z.object({ timestamp: wireInteger, value: VALUES.cpu_current.nullish() }),
  cpu_max: z.object({ timestamp: wireInteger, value: VALUES.cpu_max.nullish() }),
  mem_used: z.object({ timestamp: wireInteger, value: VALUES.mem_used.nullish() }),
};

/** One sample of something that the cluster measures. */
export interface MetricWire {
  /** `qemu/100`, `lxc/101` or `node/pve1`. */
  readonly id: string;
  /** `cpu_current` is a fraction of `cpu_max`; `mem_used` counts bytes. */
  readonly metric: Metric;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  readonly value: number;
}

/**
 * The answer of `/cluster/metrics/export`: samples of CPU and memory in the order of the server. All other metrics are
 * passed over without a look, because the answer has hundreds of thousands of rows; samples without a value are left out.
 */
export const decodeMetricsExport: Decoder<readonly MetricWire[]> = (data) => {
  const samples: MetricWire[] = [];
  for (const [index, row] of rowsOf(decodeAt(envelope, data, "data").data).entries()) {
    const path = `data.data[${index}]`;
    const { id, metric } = decodeAt(rowKind, row, path);
    if (!isMetric(metric)) continue;
    const { timestamp, value = null } = decodeAt(rowSchemas[metric], row, path);
    if (value !== null) samples.push({ id, metric, timestamp, value });
  }
  return samples;
};
