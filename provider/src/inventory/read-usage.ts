import type { ClusterSnapshot, Guest, Node } from "../planning/model/cluster-snapshot.js";
import type { UsageStatistic } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { PveVersion } from "../pve/schemas/version.js";
import type { Completed } from "./completed.js";
import { readLongUsage } from "./long-usage.js";
import { isRecentUsage, readRecentUsage } from "./recent-usage.js";
import { statisticOf } from "./statistics.js";
import { valuesWithin } from "./usage-samples.js";
import type { UsageSamples } from "./usage-samples.js";

/** What is to be known about the use of the recent past. */
export interface UsageQuery {
  readonly snapshot: ClusterSnapshot;
  readonly version: PveVersion;
  /** Bytes by vmid that the host counts for a guest beyond what the guest says of itself. */
  readonly hostShareBytes: ReadonlyMap<number, number>;
  readonly windowSeconds: number;
  readonly statistic: UsageStatistic;
  /** Seconds since the epoch. */
  readonly nowSeconds: number;
}

/**
 * Puts a statistic of the recent past in place of the CPU and memory that guests use now, from one request where the window is
 * at most half an hour and the cluster is not too large, else from one for each running guest. A node then uses what its guests
 * do by that statistic, and besides what it uses now beyond them: its own past would still hold guests that have left it.
 * Guests without a past keep what they use now and are counted in a warning.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function readUsage(client: PveClient, query: UsageQuery, signal: AbortSignal): Promise<Completed> {
  const { snapshot, windowSeconds, statistic } = query;
  const running = snapshot.guests.filter(({ status }) => status === "running" || status === "paused");
  const samples = await samplesOf(client, { ...query, running }, signal);
  const guests = snapshot.guests.map((guest) =>
    withUsage(guest, samples.get(guest.vmid), { windowSeconds, statistic }),
  );
  const unknown = running.filter(({ vmid }) => (samples.get(vmid)?.memoryBytes.length ?? 0) === 0).length;
  return {
    snapshot: { ...snapshot, guests, nodes: withGuestsOf(snapshot.nodes, snapshot.guests, guests) },
    warnings: unknown === 0 ? [] : [unknownWarning(unknown)],
  };
}

function samplesOf(
  client: PveClient,
  query: UsageQuery & { readonly running: readonly Guest[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<number, UsageSamples>> {
  const { snapshot, version, windowSeconds, nowSeconds, statistic, running: guests, hostShareBytes } = query;
  const objects = snapshot.guests.length + snapshot.nodes.length;
  if (guests.length === 0) return Promise.resolve(new Map());
  return isRecentUsage({ version, objects, windowSeconds })
    ? readRecentUsage(client, { guests, hostShareBytes, sinceSeconds: nowSeconds - windowSeconds }, signal)
    : readLongUsage(client, { guests, windowSeconds, statistic }, signal);
}

function withUsage(
  guest: Guest,
  samples: UsageSamples | undefined,
  { windowSeconds, statistic }: Pick<UsageQuery, "windowSeconds" | "statistic">,
): Guest {
  if (samples === undefined) return guest;
  const cpu = statisticOf(valuesWithin(samples.cpuCores, windowSeconds), statistic);
  const memory = statisticOf(valuesWithin(samples.memoryBytes, windowSeconds), statistic);
  return {
    ...guest,
    cpuUsedCores: cpu ?? guest.cpuUsedCores,
    memoryUsedBytes: memory === null ? guest.memoryUsedBytes : Math.round(memory),
  };
}

/** Returns the nodes with what their guests use more, or less, than now. */
function withGuestsOf(nodes: readonly Node[], before: readonly Guest[], after: readonly Guest[]): readonly Node[] {
  const added = new Map(nodes.map(({ name }) => [name, { cores: 0, bytes: 0 }]));
  for (const [at, now] of before.entries()) {
    const [sum, then] = [added.get(now.node), after[at]];
    if (sum === undefined || then === undefined) continue;
    sum.cores += then.cpuUsedCores - now.cpuUsedCores;
    sum.bytes += then.memoryUsedBytes - now.memoryUsedBytes;
  }
  return nodes.map((node) => {
    const { cores, bytes } = added.get(node.name) ?? { cores: 0, bytes: 0 };
    return {
      ...node,
      cpuUsedCores: Math.max(0, node.cpuUsedCores + cores),
      memoryUsedBytes: Math.max(0, node.memoryUsedBytes + bytes),
    };
  });
}

function unknownWarning(count: number): string {
  return (
    `Nothing is known about what ${count === 1 ? "one running guest" : `${count} running guests`} used within usage_window, ` +
    "so what is used now counts for them."
  );
}
