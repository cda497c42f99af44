import type { ClusterIndex } from "../model/cluster-index.js";
import type { Guest } from "../model/cluster-snapshot.js";
import { estimateDowntime, estimateSeconds, needsDowntime, USUAL_BYTES_PER_SECOND } from "../model/migration-cost.js";
import type { Move } from "../moves/move.js";

/** Estimates how long migrations take, by the speed of the links between their nodes. */
export interface MigrationClock {
  /** Seconds that one guest takes from node to node, given as indexes. */
  readonly secondsOf: (guest: number, from: number, to: number) => number;
  /** Seconds that a guest stands still on the way. */
  readonly downtimeOf: (guest: number, from: number, to: number) => number;
  /** Seconds until all guests of a move have arrived; guests beyond the limits of the policy wait for the first. */
  readonly secondsOfMove: (move: Move) => number;
}

/** Prepares the estimates for a cluster. */
export function createMigrationClock(index: ClusterIndex): MigrationClock {
  const speeds = linkSpeeds(index);
  const { live, maxParallelPerNode, maxParallelTotal } = index.policy.migration;
  const lanes = Math.min(maxParallelPerNode, maxParallelTotal);
  const speedBetween = (from: number, to: number): number =>
    Math.min(speeds[from] ?? USUAL_BYTES_PER_SECOND, speeds[to] ?? USUAL_BYTES_PER_SECOND);
  const secondsOf = (guest: number, from: number, to: number): number => {
    const row = guestOf(index, guest);
    return row === undefined ? 0 : estimateSeconds(row, speedBetween(from, to));
  };
  return {
    secondsOf,
    downtimeOf: (guest, from, to) => {
      const row = guestOf(index, guest);
      return row === undefined ? 0 : estimateDowntime(row, speedBetween(from, to), live);
    },
    secondsOfMove: ({ guests, from, to }) =>
      guests.length === 1
        ? secondsOf(guests[0] ?? -1, from, to)
        : inLanes(
            guests.map((guest) => secondsOf(guest, from, to)),
            lanes,
          ),
  };
}

/** Estimates for each guest how long it takes to leave the node that it is on. */
export function secondsToLeave(index: ClusterIndex): Float64Array {
  const speeds = linkSpeeds(index);
  return Float64Array.from(index.guestRow, (row, guest) => {
    const found = index.snapshot.guests[row];
    return found === undefined ? 0 : estimateSeconds(found, speeds[index.startNode[guest] ?? -1]);
  });
}

/** Tells whether a guest is restarted on the way. */
export function isRestarted({ policy }: ClusterIndex, guest: Guest): boolean {
  return needsDowntime(guest, policy.migration.live);
}

function linkSpeeds({ snapshot, nodeNames }: ClusterIndex): Float64Array {
  const known = new Map(snapshot.nodes.map((node) => [node.name, node.migrationBytesPerSecond]));
  return Float64Array.from(nodeNames, (name) => known.get(name) ?? USUAL_BYTES_PER_SECOND);
}

function guestOf(index: ClusterIndex, guest: number): Guest | undefined {
  return index.snapshot.guests[index.guestRow[guest] ?? -1];
}

/** The longest first, each in the lane that is free soonest. */
function inLanes(seconds: readonly number[], count: number): number {
  const lanes = new Array<number>(Math.max(1, count)).fill(0);
  for (const duration of [...seconds].sort((a, b) => b - a)) {
    const soonest = lanes.indexOf(Math.min(...lanes));
    lanes[soonest] = (lanes[soonest] ?? 0) + duration;
  }
  return Math.max(...lanes);
}
