import { exceeds } from "../constraints/capacity.js";
import { hasDiskSpace } from "../constraints/disk-space.js";
import { countOnNode } from "../constraints/group-count.js";
import { type GuestGroup, QUANTITIES } from "../model/cluster-index.js";
import { book, type Layout } from "../model/layout.js";
import type { MigrationPolicy } from "../model/policy.js";
import { applyMove, type Move } from "../moves/move.js";

/** What is already settled for the step being filled. */
export interface OpenStep {
  /** The layout before the step, with the arrivals of the step booked on their targets. */
  readonly layout: Layout;
  readonly chosen: Move[];
  readonly perNode: Map<number, number>;
  migrations: number;
}

/** Opens a step at the end of those before it. */
export function openStep(layout: Layout): OpenStep {
  return { layout, chosen: [], perNode: new Map(), migrations: 0 };
}

/** Tells whether the limits leave room for a move in a step. A bundle larger than a limit needs the nodes to itself. */
export function withinLimits(step: OpenStep, move: Move, limits: MigrationPolicy): boolean {
  const count = move.guests.length;
  const nodeFree = (node: number): boolean => {
    const busy = step.perNode.get(node) ?? 0;
    return busy === 0 || busy + count <= limits.maxParallelPerNode;
  };
  const clusterFree = step.migrations === 0 || step.migrations + count <= limits.maxParallelTotal;
  return clusterFree && nodeFree(move.from) && nodeFree(move.to);
}

/** Tells whether a move can run at the same time as those of the step, whichever of them starts or ends first. */
export function suitsStep({ layout, chosen }: OpenStep, move: Move): boolean {
  const { nodeOf, load, index } = layout;
  if (!move.guests.every((guest) => nodeOf[guest] === move.from)) {
    return false;
  }
  for (let q = 0; q < QUANTITIES; q += 1) {
    const at = move.to * QUANTITIES + q;
    if (exceeds(index, at, load[at] ?? 0, sizeOf(layout, move, q))) {
      return false;
    }
  }
  return (
    hasDiskSpace(layout, move.guests, move.to) &&
    move.guests.every((guest) =>
      (index.groupsOf[guest] ?? []).every((group) => suitsGroup(layout, group, move, chosen)),
    )
  );
}

function suitsGroup(layout: Layout, group: GuestGroup, move: Move, chosen: readonly Move[]): boolean {
  if (group.strength === "should") {
    return true;
  }
  const mates = chosen.filter((other) => other.guests.some((guest) => group.members.includes(guest)));
  if (group.kind === "affinity") {
    // A mate that comes where this one leaves, or leaves where it comes to, would make the order matter.
    return mates.every((other) => other.to === move.to);
  }
  return mates.every((other) => other.to !== move.to) && countOnNode(layout, group, move.to) === 0;
}

/** Adds a move to a step. While its guests travel they count on both ends. */
export function enterStep(step: OpenStep, move: Move): void {
  step.chosen.push(move);
  step.migrations += move.guests.length;
  for (const node of [move.from, move.to]) {
    step.perNode.set(node, (step.perNode.get(node) ?? 0) + move.guests.length);
  }
  bookArrival(step.layout, move, 1);
}

/** Carries the moves of a step out. */
export function closeStep({ layout, chosen }: OpenStep): void {
  for (const move of chosen) {
    bookArrival(layout, move, -1);
    applyMove(layout, move);
  }
}

function bookArrival(layout: Layout, { guests, to }: Move, sign: 1 | -1): void {
  for (const guest of guests) {
    book(layout, guest, to, sign);
  }
}

/** Gives how much of a quantity the guests of a move bring along. */
export function sizeOf({ index }: Layout, { guests }: Move, quantity: number): number {
  let size = 0;
  for (const guest of guests) {
    size += index.size[guest * QUANTITIES + quantity] ?? 0;
  }
  return size;
}
