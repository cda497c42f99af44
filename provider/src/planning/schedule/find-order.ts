import { MEMORY_USED } from "../model/cluster-index.js";
import type { Journey, UnitMove } from "./journey.js";

/** Orders tried at most for one target. */
const MOST_BRANCHES = 4000;

/** With more units than this only the most promising order is followed. */
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

function tryOrders(search: OrderSearch): boolean {
  const { journey, effort } = search;
  sendUnnoticed(journey);
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
  for (const i of journey.pending.size > MANY_PENDING ? ready.slice(0, 1) : ready) {
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

/** Units that may go without any other noticing go at once, until there are none. */
function sendUnnoticed(journey: Journey): void {
  for (let again = true; again;) {
    again = false;
    for (const i of [...journey.pending]) {
      const { to } = journey.unit(i);
      if (journey.mayGo(i, to) && journey.goesUnnoticed(i)) {
        journey.go(i, to);
        again = true;
      }
    }
  }
}

/** Those first that hold up the largest, then the largest. */
function readyUnits(journey: Journey): number[] {
  const pending = [...journey.pending].sort((a, b) => a - b);
  const ready = pending.filter((i) => journey.mayGo(i, journey.unit(i).to));
  const sizeOf = (i: number): number => journey.unit(i).bundle.size[MEMORY_USED] ?? 0;
  const held = new Map(
    ready.map((i) => {
      const waiting = pending.filter((other) => journey.unit(other).to === journey.nodeOf(i) && !ready.includes(other));
      return [i, Math.max(0, ...waiting.map(sizeOf))];
    }),
  );
  return ready.sort((a, b) => (held.get(b) ?? 0) - (held.get(a) ?? 0) || sizeOf(b) - sizeOf(a) || a - b);
}
