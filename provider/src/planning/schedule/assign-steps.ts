import { hasDiskSpace } from "../constraints/disk-space.js";
import { countOnNode } from "../constraints/group-count.js";
import { type ClusterIndex, type GuestGroup, QUANTITIES } from "../model/cluster-index.js";
import { book, createLayout, type Layout } from "../model/layout.js";
import type { MigrationPolicy } from "../model/policy.js";
import { applyMove, type Move } from "../moves/move.js";

/** A move and the step in which it runs, counted from 1. */
export interface ScheduledMove {
  readonly move: Move;
  readonly step: number;
}

/** What is already settled for the step being filled. */
interface OpenStep {
  readonly layout: Layout;
  readonly chosen: Move[];
  readonly perNode: Map<number, number>;
  migrations: number;
}

/** Moves that wait for a later step, and what no other move may touch before them. */
interface Waiting {
  readonly moves: Move[];
  readonly targets: Set<number>;
  readonly guests: Set<number>;
  readonly groups: Set<GuestGroup>;
}

/**
 * Divides a sequence of moves, each feasible after those before it, into steps. The moves of a step may run at the same
 * time: there is room for all of them while their guests still count where they come from. A move runs before one that
 * precedes it in the sequence only if neither can tell. Guests of one move never part, so a bundle larger than a limit
 * has the nodes to itself for its step.
 */
export function assignSteps(index: ClusterIndex, moves: readonly Move[]): readonly ScheduledMove[] {
  const layout = createLayout(index);
  const scheduled: ScheduledMove[] = [];
  let remaining = moves;
  for (let step = 1; remaining.length > 0; step += 1) {
    const { chosen, waiting } = fillStep(layout, remaining, index.policy.migration);
    scheduled.push(...chosen.map((move) => ({ move, step })));
    remaining = waiting;
  }
  return scheduled;
}

function fillStep(
  layout: Layout,
  moves: readonly Move[],
  limits: MigrationPolicy,
): { chosen: Move[]; waiting: Move[] } {
  const step: OpenStep = { layout, chosen: [], perNode: new Map(), migrations: 0 };
  const waiting: Waiting = { moves: [], targets: new Set(), guests: new Set(), groups: new Set() };
  let at = 0;
  for (; at < moves.length && step.migrations < limits.maxParallelTotal; at += 1) {
    const move = moves[at];
    if (move === undefined) {
      continue;
    }
    if (mayOvertake(layout.index, move, waiting) && withinLimits(step, move, limits) && fits(step, move)) {
      enter(step, move);
    } else {
      postpone(layout.index, move, waiting);
    }
  }
  for (const move of step.chosen) {
    bookArrival(layout, move, -1);
    applyMove(layout, move);
  }
  return { chosen: step.chosen, waiting: [...waiting.moves, ...moves.slice(at)] };
}

function mayOvertake(index: ClusterIndex, move: Move, waiting: Waiting): boolean {
  return (
    !waiting.targets.has(move.to) &&
    move.guests.every(
      (guest) =>
        !waiting.guests.has(guest) && !(index.groupsOf[guest] ?? []).some((group) => waiting.groups.has(group)),
    )
  );
}

function postpone(index: ClusterIndex, move: Move, waiting: Waiting): void {
  waiting.moves.push(move);
  waiting.targets.add(move.to);
  for (const guest of move.guests) {
    waiting.guests.add(guest);
    (index.groupsOf[guest] ?? []).forEach((group) => waiting.groups.add(group));
  }
}

function withinLimits(step: OpenStep, move: Move, limits: MigrationPolicy): boolean {
  const count = move.guests.length;
  const nodeFree = (node: number): boolean => {
    const busy = step.perNode.get(node) ?? 0;
    return busy === 0 || busy + count <= limits.maxParallelPerNode;
  };
  const clusterFree = step.migrations === 0 || step.migrations + count <= limits.maxParallelTotal;
  return clusterFree && nodeFree(move.from) && nodeFree(move.to);
}

function fits(step: OpenStep, move: Move): boolean {
  const { layout, chosen } = step;
  const { index } = layout;
  if (!move.guests.every((guest) => layout.nodeOf[guest] === move.from)) {
    return false;
  }
  for (let q = 0; q < QUANTITIES; q += 1) {
    const arriving = move.guests.reduce((sum, guest) => sum + (index.size[guest * QUANTITIES + q] ?? 0), 0);
    const at = move.to * QUANTITIES + q;
    if ((layout.load[at] ?? 0) + arriving > (index.limit[at] ?? 0)) {
      return false;
    }
  }
  if (!hasDiskSpace(layout, move.guests, move.to)) {
    return false;
  }
  return move.guests.every((guest) =>
    (index.groupsOf[guest] ?? []).every((group) => keepsApart(layout, group, move, chosen)),
  );
}

function keepsApart(layout: Layout, group: GuestGroup, move: Move, chosen: readonly Move[]): boolean {
  if (group.kind === "affinity" || group.strength === "should") {
    return true;
  }
  const arriving = chosen.some(
    (other) => other.to === move.to && other.guests.some((guest) => group.members.includes(guest)),
  );
  return !arriving && countOnNode(layout, group, move.to) === 0;
}

function enter(step: OpenStep, move: Move): void {
  step.chosen.push(move);
  step.migrations += move.guests.length;
  for (const node of [move.from, move.to]) {
    step.perNode.set(node, (step.perNode.get(node) ?? 0) + move.guests.length);
  }
  bookArrival(step.layout, move, 1);
}

/** While a guest travels it counts on both ends: its target is charged before its source is relieved. */
function bookArrival(layout: Layout, move: Move, sign: 1 | -1): void {
  for (const guest of move.guests) {
    book(layout, guest, move.to, sign);
  }
}
