import { type ClusterIndex, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { CostMetrics } from "../model/plan-metrics.js";
import type { Schedule } from "../schedule/assign-steps.js";
import type { MigrationClock } from "../schedule/migration-seconds.js";

const BYTES_PER_GIB = 2 ** 30;

/** Adds up what the migrations of a schedule cost. */
export function measureCost(index: ClusterIndex, { moves, seconds }: Schedule, clock: MigrationClock): CostMetrics {
  const migrations = moves.flatMap(({ move }) => move.guests.map((guest) => ({ guest, from: move.from, to: move.to })));
  const sum = (value: (migration: (typeof migrations)[number]) => number): number =>
    migrations.reduce((total, migration) => total + value(migration), 0);
  return {
    migrations: migrations.length,
    parking: migrations.length - new Set(migrations.map(({ guest }) => guest)).size,
    memoryGib: sum(({ guest }) => index.size[guest * QUANTITIES + MEMORY_USED] ?? 0) / BYTES_PER_GIB,
    localDiskGib: sum(({ guest }) => localDiskOf(index, guest)) / BYTES_PER_GIB,
    totalSeconds: sum(({ guest, from, to }) => clock.secondsOf(guest, from, to)),
    makespanSeconds: seconds,
    downtimeSeconds: sum(({ guest, from, to }) => clock.downtimeOf(guest, from, to)),
    maxConcurrentPerNode: mostPerNode(index, moves),
  };
}

function localDiskOf({ snapshot, guestRow }: ClusterIndex, guest: number): number {
  return snapshot.guests[guestRow[guest] ?? -1]?.localDiskBytes ?? 0;
}

/** Bundles beyond the limit queue up, so no node ever takes part in more migrations than the limit allows. */
function mostPerNode({ policy }: ClusterIndex, moves: Schedule["moves"]): number {
  const perStepAndNode = new Map<string, number>();
  let most = 0;
  for (const { move, step } of moves) {
    for (const node of [move.from, move.to]) {
      const key = `${step} ${node}`;
      const count = (perStepAndNode.get(key) ?? 0) + move.guests.length;
      perStepAndNode.set(key, count);
      most = Math.max(most, count);
    }
  }
  return Math.min(most, policy.migration.maxParallelPerNode);
}
