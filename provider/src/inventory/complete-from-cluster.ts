import { parseInstant } from "../planning/model/instant.js";
import type { ClusterSnapshot, Guest } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { PveVersion } from "../pve/schemas/version.js";
import type { Completed } from "./completed.js";
import { readLastMoves } from "./last-moves.js";
import type { PastMove } from "./last-moves.js";
import { readPressure } from "./read-pressure.js";
import { readUsage } from "./read-usage.js";
import type { InventoryBackground } from "./take-snapshot.js";

/** Pressure is looked at over the last hour, and guests that moved within it change what it means. */
const PRESSURE_SECONDS = 3600;

/** What is known of a cluster before, and what is to be planned with. */
export interface Incomplete {
  readonly snapshot: ClusterSnapshot;
  readonly version: PveVersion;
  readonly background: InventoryBackground;
  readonly policy: Policy;
}

/**
 * Reads from a running cluster what `completeFor` adds to an inventory.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function completeFromCluster(
  client: PveClient,
  { snapshot, version, background, policy }: Incomplete,
  signal: AbortSignal,
): Promise<Completed> {
  // Without a time all that is known of the past is taken.
  const nowSeconds = parseInstant(snapshot.takenAt ?? "") ?? 0;
  const moves = await movesFor(client, { snapshot, policy, nowSeconds }, signal);
  const moved = { ...snapshot, guests: withLastMoves(snapshot.guests, moves) };
  const { moments, hostShareBytes } = background;
  const pressed =
    policy.mode === "psi"
      ? await readPressure(client, { snapshot: moved, major: version.major, moments, moves }, signal)
      : { snapshot: moved, warnings: [] };
  if (policy.usageWindowSeconds === 0 || policy.usageStatistic === "current") return pressed;
  const { usageWindowSeconds: windowSeconds, usageStatistic: statistic } = policy;
  const used = await readUsage(
    client,
    { snapshot: pressed.snapshot, version, hostShareBytes, windowSeconds, statistic, nowSeconds },
    signal,
  );
  return { snapshot: used.snapshot, warnings: [...pressed.warnings, ...used.warnings] };
}

async function movesFor(
  client: PveClient,
  { snapshot, policy, nowSeconds }: LookBack,
  signal: AbortSignal,
): Promise<readonly PastMove[]> {
  const backSeconds = Math.max(policy.cooldownSeconds, policy.mode === "psi" ? PRESSURE_SECONDS : 0);
  if (backSeconds === 0) return [];
  const nodes = snapshot.nodes.filter(({ online }) => online).map(({ name }) => name);
  return readLastMoves(client, { nodes, sinceSeconds: Math.max(0, nowSeconds - backSeconds) }, signal);
}

interface LookBack {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly nowSeconds: number;
}

function withLastMoves(guests: readonly Guest[], moves: readonly PastMove[]): readonly Guest[] {
  const last = new Map(moves.map(({ vmid, endedAtSeconds }) => [vmid, endedAtSeconds]));
  return guests.map((guest) => {
    const seconds = last.get(guest.vmid);
    return seconds === undefined ? guest : { ...guest, lastMovedAt: new Date(seconds * 1000).toISOString() };
  });
}
