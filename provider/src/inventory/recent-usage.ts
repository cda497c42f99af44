import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { readRecentMetrics } from "../pve/endpoints/cluster.js";
import type { MetricWire } from "../pve/schemas/metrics-export.js";
import type { PveVersion } from "../pve/schemas/version.js";
import type { Sample, UsageSamples } from "./usage-samples.js";

/** How far back the export of metrics reaches. */
const LONGEST_WINDOW_SECONDS = 1800;

const SECONDS_PER_SAMPLE = 10;

/** Of every guest and node; storages have few. */
const METRICS_PER_SAMPLE = 11;

const BYTES_PER_METRIC = 110;

/** Half of what an answer may have, because the estimate is one. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Clocks of nodes and of this machine may differ a little. */
const CLOCK_TOLERANCE_SECONDS = 60;

/** What decides whether one answer can hold it all. */
export interface RecentUsageScope {
  readonly version: PveVersion;
  /** Guests and nodes. */
  readonly objects: number;
  readonly windowSeconds: number;
}

/** Says whether one request for the metrics of the whole cluster answers for the window, in an answer of bearable size. */
export function isRecentUsage({ version, objects, windowSeconds }: RecentUsageScope): boolean {
  const isKnown = version.major > 8 || (version.major === 8 && version.minor >= 2);
  const samples = (windowSeconds + CLOCK_TOLERANCE_SECONDS) / SECONDS_PER_SAMPLE;
  const bytes = objects * samples * METRICS_PER_SAMPLE * BYTES_PER_METRIC;
  return isKnown && windowSeconds <= LONGEST_WINDOW_SECONDS && bytes <= MOST_BYTES;
}

/** What is asked for, and of whom. */
export interface RecentUsageQuery {
  readonly guests: readonly Guest[];
  /** Bytes by vmid that the host counts beyond what the guest says of itself; metrics hold only the latter. */
  readonly hostShareBytes: ReadonlyMap<number, number>;
  readonly sinceSeconds: number;
}

/**
 * Reads the use of all guests in one request, in samples of ten seconds.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function readRecentUsage(
  client: PveClient,
  { guests, hostShareBytes, sinceSeconds }: RecentUsageQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, UsageSamples>> {
  const since = { sinceSeconds: Math.max(0, sinceSeconds - CLOCK_TOLERANCE_SECONDS) };
  const metrics = groupById(await readRecentMetrics(client, since, signal));
  return new Map(
    guests.map((guest) => {
      const id = `${guest.type === "vm" ? "qemu" : "lxc"}/${guest.vmid}`;
      const beyond = hostShareBytes.get(guest.vmid) ?? 0;
      return [guest.vmid, usageFrom(metrics.get(id) ?? [], guest.cpuCores, beyond)];
    }),
  );
}

function usageFrom(metrics: readonly MetricWire[], cpuCores: number, beyondBytes: number): UsageSamples {
  const cores = metrics.findLast(({ metric }) => metric === "cpu_max")?.value ?? cpuCores;
  return {
    cpuCores: samplesOf(metrics, "cpu_current", (fraction) => fraction * cores),
    memoryBytes: samplesOf(metrics, "mem_used", (bytes) => bytes + beyondBytes),
  };
}

function samplesOf(
  metrics: readonly MetricWire[],
  wanted: MetricWire["metric"],
  valueFrom: (value: number) => number,
): readonly Sample[] {
  return metrics
    .filter(({ metric }) => metric === wanted)
    .map(({ timestamp, value }) => ({ atSeconds: timestamp, value: valueFrom(value) }))
    .sort((a, b) => a.atSeconds - b.atSeconds);
}

function groupById(metrics: readonly MetricWire[]): ReadonlyMap<string, readonly MetricWire[]> {
  const groups = new Map<string, MetricWire[]>();
  for (const metric of metrics) {
    const group = groups.get(metric.id);
    if (group === undefined) groups.set(metric.id, [metric]);
    else group.push(metric);
  }
  return groups;
}
