import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { UsageStatistic } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import { readGuestHistory } from "../pve/endpoints/guest.js";
import type { HistoryQuery } from "../pve/endpoints/guest.js";
import type { GuestHistoryPointWire } from "../pve/schemas/guest-history.js";
import { mapBounded, REQUESTS_AT_ONCE } from "./bounded.js";
import { orNoHistory } from "./or-no-history.js";
import type { Sample, UsageSamples } from "./usage-samples.js";

const HOUR_SECONDS = 3600;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** The histories that Proxmox keeps, by how far each reaches back. */
const TIMEFRAMES: readonly (readonly [HistoryQuery["timeframe"], number])[] = [
  ["hour", HOUR_SECONDS],
  ["day", DAY_SECONDS],
  ["week", 7 * DAY_SECONDS],
  ["month", 30 * DAY_SECONDS],
];

/** What is asked for, and of whom. */
export interface LongUsageQuery {
  readonly guests: readonly Guest[];
  readonly windowSeconds: number;
  readonly statistic: UsageStatistic;
}

/**
 * Reads the use of guests from their histories, one request each; any entry node answers for all. A guest without a history has no samples.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function readLongUsage(
  client: PveClient,
  { guests, ...wanted }: LongUsageQuery,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, UsageSamples>> {
  const query = historyFor(wanted);
  const histories = await mapBounded(guests, REQUESTS_AT_ONCE, (guest) =>
    orNoHistory(readGuestHistory(client, guest, query, signal)),
  );
  return new Map(guests.map((guest, at) => [guest.vmid, usageFrom(histories[at] ?? [], guest)]));
}

/** Points of long histories are means over half an hour and more, in which peaks are lost; their maxima are kept besides. */
function historyFor({ windowSeconds, statistic }: Omit<LongUsageQuery, "guests">): HistoryQuery {
  const [timeframe] = TIMEFRAMES.find(([, reach]) => windowSeconds <= reach) ?? (["year"] as const);
  return { timeframe, points: statistic === "max" && timeframe !== "hour" ? "MAX" : "AVERAGE" };
}

function usageFrom(points: readonly GuestHistoryPointWire[], guest: Guest): UsageSamples {
  return {
    cpuCores: points.flatMap(({ time, cpu, maxcpu }) => sample(time, cpu, (it) => it * (maxcpu ?? guest.cpuCores))),
    memoryBytes: points.flatMap(({ time, mem, memhost }) => sample(time, mem, (it) => Math.max(it, memhost ?? 0))),
  };
}

function sample(
  atSeconds: number,
  value: number | null | undefined,
  convert: (value: number) => number,
): readonly Sample[] {
  return value === undefined || value === null ? [] : [{ atSeconds, value: convert(value) }];
}
