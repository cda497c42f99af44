import { MEMORY_USED } from "../model/cluster-index.js";
import type { Journey, UnitMove } from "./journey.js";

/** Orders tried at most for one target. */
const MOST_BRANCHES = 4000;

/** Several orders are tried of this many units at most; while there are more, only the most promising is followed. */
const MANY_PENDING = 60;

/** How much of the search is used up. */
export interface Effort {
  branches: number;
}

/**
 * Sends units to their targets as far as that is possible without parking any. Leaves the journey where most have arrived.
 *
 * @returns whether all arrived
 */
export function sendInOrder(journey: Journey, effort: Effort): boolean {
  const mark = journey.moves.length;
  sendMany(journey);
  const search: OrderSearch = { journey, effort, seen: new Set(), mark, best: [], fewestLeft: Infinity };
  if (tryOrders(search)) {
    return true;
  }
  journey.undoTo(mark);
  for (const { unit, to } of search.best) {
    journey.go(unit, to);
  }
  return false;
}

interface OrderSearch {
  readonly journey: Journey;
  readonly effort: Effort;
  /** What was left where the search has been. */
  readonly seen: Set<string>;
  readonly mark: number;
  best: readonly UnitMove[];
  fewestLeft: number;
}

/** Follows the most promising order until few enough are left to try several. It does not recurse: thousands may go. */
function sendMany(journey: Journey): void {
  const ready = new Set<number>();
  let touched: Iterable<number> = journey.pending;
  while (journey.pending.size > MANY_PENDING) {
    for (const i of sendUnnoticed(journey, touched)) {
      if (journey.pending.has(i) && journey.mayGo(i, journey.unit(i).to)) {
        ready.add(i);
      } else {
        ready.delete(i);
      }
    }
    const [next] = byUrgency(journey, ready);
    if (next === undefined || journey.pending.size <= MANY_PENDING) {
      return;
    }
    ready.delete(next);
    touched = send(journey, next);
  }
}

/** Sends a unit to its target, and gives the units to look at again. */
function send(journey: Journey, i: number): Iterable<number> {
  const [from, { to }] = [journey.nodeOf(i), journey.unit(i)];
  journey.go(i, to);
  return journey.touchedBy(i, from, to);
}

function tryOrders(search: OrderSearch): boolean {
  const { journey, effort } = search;
  sendUnnoticed(journey, journey.pending);
  const ready = readyUnits(journey);
  if (ready.length === 0) {
    if (journey.pending.size < search.fewestLeft) {
      search.fewestLeft = journey.pending.size;
      search.best = journey.moves.slice(search.mark);
    }
    return journey.pending.size === 0;
  }
  const key = [...journey.pending].sort((a, b) => a - b).join(" ");
  if (search.seen.has(key)) {
    return false;
  }
  search.seen.add(key);
  const mark = journey.moves.length;
  for (const i of ready) {
    effort.branches += 1;
    journey.go(i, journey.unit(i).to);
    if (tryOrders(search)) {
      return true;
    }
    journey.undoTo(mark);
    if (effort.branches > MOST_BRANCHES) {
      return false;
    }
  }
  return false;
}

/**
 * Units that may go without any other noticing go at once, until there are none.
 *
 * @param changed units that were not looked at since something changed for them
 * @returns these, and those for which something has changed now
 */
function sendUnnoticed(journey: Journey, changed: Iterable<number>): ReadonlySet<number> {
  const queue = new Set(changed);
  const looked = new Set<number>();
  // What is added to a set comes up in the loop that goes through it.
  for (const i of queue) {
    queue.delete(i);
    looked.add(i);
    if (journey.pending.has(i) && journey.mayGo(i, journey.unit(i).to) && journey.goesUnnoticed(i)) {
      for (const other of send(journey, i)) {
        queue.add(other);
      }
    }
  }
  return looked;
}

function readyUnits(journey: Journey): number[] {
  const ready = [...journey.pending].filter((i) => journey.mayGo(i, journey.unit(i).to));
  return byUrgency(journey, new Set(ready));
}

/** Those first that hold up the largest, then the largest. */
function byUrgency(journey: Journey, ready: ReadonlySet<number>): number[] {
  const sizeOf = (i: number): number => journey.unit(i).bundle.size[MEMORY_USED] ?? 0;
  const largestHeld = new Map<number, number>();
  for (const i of journey.pending) {
    const { to } = journey.unit(i);
    if (!ready.has(i)) {
      largestHeld.set(to, Math.max(largestHeld.get(to) ?? 0, sizeOf(i)));
    }
  }
  const held = (i: number): number => largestHeld.get(journey.nodeOf(i)) ?? 0;
  return [...ready].sort((a, b) => held(b) - held(a) || sizeOf(b) - sizeOf(a) || a - b);
}
