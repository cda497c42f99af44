import type { ClusterIndex } from "../model/cluster-index.js";
import { createLayout } from "../model/layout.js";
import type { Move } from "../moves/move.js";
import { createMigrationClock } from "./migration-seconds.js";
import { closeStep, enterStep, type OpenStep, openStep, suitsStep, withinLimits } from "./open-step.js";
import { WaitingMoves } from "./waiting-moves.js";

/** A move and the step in which it runs, counted from 1. */
export interface ScheduledMove {
  readonly move: Move;
  readonly step: number;
}

/** Moves in the order of their steps, and how long they take. */
export interface Schedule {
  readonly moves: readonly ScheduledMove[];
  /** Estimated seconds from the start of the first step to the end of the last: each takes as long as its longest move. */
  readonly seconds: number;
}

/** Longer sequences are only put in one order: trying several would cost more than they win. */
const LONGEST_TRIED = 1500;

/**
 * Divides a sequence of moves, each feasible after those before it, into steps. The moves of a step may run at the same
 * time and in any order: there is room for all of them while their guests still count where they come from. Within the
 * freedom that leaves, the moves that take longest, or hold most others up, share the first steps, so that the whole
 * takes less time; it never takes longer than in the given order. A move runs before one that precedes it in the sequence
 * only if neither can tell. Guests of one move never part, so a bundle larger than a limit has the nodes to itself for
 * its step.
 */
export function assignSteps(index: ClusterIndex, moves: readonly Move[]): Schedule {
  const { secondsOfMove } = createMigrationClock(index);
  const seconds = moves.map(secondsOfMove);
  let best = fillSteps(index, { moves, seconds, urgency: null });
  if (moves.length < 2) {
    return best;
  }
  const tried = moves.length > LONGEST_TRIED ? [seconds] : [seconds, timeToEnd(index, moves, seconds)];
  for (const urgency of tried) {
    const other = fillSteps(index, { moves, seconds, urgency });
    if (other.seconds < best.seconds) {
      best = other;
    }
  }
  return best;
}

interface Sequence {
  readonly moves: readonly Move[];
  readonly seconds: readonly number[];
  /** The higher, the sooner; null to go by the sequence. */
  readonly urgency: readonly number[] | null;
}

function fillSteps(index: ClusterIndex, { moves, seconds, urgency }: Sequence): Schedule {
  const layout = createLayout(index);
  const waiting = new WaitingMoves(layout, moves);
  const scheduled: ScheduledMove[] = [];
  let order: readonly number[] = [...moves.keys()];
  if (urgency !== null) {
    order = order.toSorted((a, b) => (urgency[b] ?? 0) - (urgency[a] ?? 0) || a - b);
  }
  let total = 0;
  for (let step = 1; order.length > 0; step += 1) {
    const open = openStep(layout);
    const { chosen, left } = fillStep(open, moves, waiting, order);
    if (chosen.length === 0) {
      throw new Error(`A sequence of ${moves.length} moves cannot go on at step ${step}, because it is not feasible.`);
    }
    scheduled.push(...open.chosen.map((move) => ({ move, step })));
    total += Math.max(...chosen.map((i) => seconds[i] ?? 0));
    order = left;
  }
  return { moves: scheduled, seconds: total };
}

/** Puts as many moves as possible into a step and carries them out; gives the positions of those and of the others. */
function fillStep(
  step: OpenStep,
  moves: readonly Move[],
  waiting: WaitingMoves,
  order: readonly number[],
): { readonly chosen: readonly number[]; readonly left: readonly number[] } {
  const limits = step.layout.index.policy.migration;
  const chosen: number[] = [];
  const left: number[] = [];
  let at = 0;
  for (; at < order.length && step.migrations < limits.maxParallelTotal; at += 1) {
    const i = order[at] ?? -1;
    const move = moves[i];
    if (move !== undefined && withinLimits(step, move, limits) && waiting.mayGo(i) && suitsStep(step, move)) {
      enterStep(step, move);
      waiting.release(i);
      chosen.push(i);
    } else {
      left.push(i);
    }
  }
  closeStep(step);
  return { chosen, left: left.concat(order.slice(at)) };
}

/** Adds to the time of each move that of the moves which wait for it, one after the other. */
function timeToEnd(index: ClusterIndex, moves: readonly Move[], seconds: readonly number[]): readonly number[] {
  const waiting = new WaitingMoves(createLayout(index), moves);
  const time = [...seconds];
  const waitingForNode = new Map<number, number>();
  for (let i = moves.length - 1; i >= 0; i -= 1) {
    const move = moves[i];
    if (move === undefined) {
      continue;
    }
    time[i] = Math.max(time[i] ?? 0, (seconds[i] ?? 0) + (waitingForNode.get(move.from) ?? 0));
    const own = time[i] ?? 0;
    for (const before of waiting.predecessorsOf(i)) {
      time[before] = Math.max(time[before] ?? 0, (seconds[before] ?? 0) + own);
    }
    if (!waiting.hasRoomForAll(i)) {
      waitingForNode.set(move.to, Math.max(waitingForNode.get(move.to) ?? 0, own));
    }
  }
  return time;
}
