import type { Bundle } from "../constraints/bundle.js";
import { NOTHING, outside, outsideAfter } from "../objectives/band.js";
import { candidateNodes, highest } from "./candidate-nodes.js";
import type { SearchState } from "./search-state.js";
import { isAllowed, LEAST_GAIN } from "./shift.js";
import { bundlesOn, take, undoTo } from "./walk.js";

/** Nodes that exchanges are sought among: all in small clusters, else the hottest and the coldest. */
const NODES_TRIED = 12;

/** Exchanges that are tried out before giving up: most of the best fail only for want of room. */
const EXCHANGES_KEPT = 24;

/**
 * Two moves that together help although none does alone: `first` leaves `middle` for `last`, and `second` comes from
 * `start` in its place. With `start` equal to `last` the two swap.
 */
interface Exchange {
  readonly first: Bundle;
  readonly second: Bundle;
  readonly start: number;
  readonly middle: number;
  readonly last: number;
  readonly gain: number;
}

/**
 * Makes the pair of moves that brings the load closest to the band.
 *
 * @returns whether a pair was made; false when none helps or none can be carried out
 */
export function exchangeBest(search: SearchState): boolean {
  const nodes = exchangeNodes(search);
  const kept: Exchange[] = [];
  for (const middle of nodes) {
    for (const start of nodes) {
      if (start !== middle) {
        collect(search, { start, middle, nodes }, kept);
      }
    }
  }
  return kept.some((exchange) => carryOut(search, exchange));
}

function exchangeNodes(search: SearchState): readonly number[] {
  const { sources, targets, outside: distance } = candidateNodes(search);
  const all = [...new Set([...sources, ...targets])].sort((a, b) => a - b);
  return all.length <= NODES_TRIED
    ? all
    : highest(all, (node) => distance[node] ?? 0, NODES_TRIED).sort((a, b) => a - b);
}

interface Route {
  readonly start: number;
  readonly middle: number;
  readonly nodes: readonly number[];
}

function collect(search: SearchState, route: Route, kept: Exchange[]): void {
  const { start, middle } = route;
  const atEnds = outside(search, start) + outside(search, middle);
  const seconds = bundlesOn(search.walk, start);
  const relief = seconds.map(({ size }) => outside(search, start) - outsideAfter(search, start, NOTHING, size));
  for (const first of bundlesOn(search.walk, middle)) {
    const chain = bestLast(search, route, first);
    // No exchange wins more than its nodes are outside the band.
    const least = leastGain(kept);
    if (atEnds <= least && (chain === null || atEnds + chain.gain <= least)) {
      continue;
    }
    for (const [i, second] of seconds.entries()) {
      search.evaluations += 1;
      const after = outsideAfter(search, middle, second.size, first.size);
      const swapGain = atEnds - after - outsideAfter(search, start, first.size, second.size);
      keep(kept, { first, second, start, middle, last: start, gain: swapGain });
      if (chain !== null) {
        const gain = chain.gain + outside(search, middle) - after + (relief[i] ?? 0);
        keep(kept, { first, second, start, middle, last: chain.last, gain });
      }
    }
  }
}

/** Finds the node that is best for the first guest when it is not to go where the second comes from. */
function bestLast(search: SearchState, route: Route, first: Bundle): { last: number; gain: number } | null {
  let best: { last: number; gain: number } | null = null;
  for (const last of route.nodes) {
    if (last === route.start || last === route.middle) {
      continue;
    }
    const gain = outside(search, last) - outsideAfter(search, last, first.size, NOTHING);
    if ((best === null || gain > best.gain) && isAllowed(search, first, last)) {
      best = { last, gain };
    }
  }
  return best;
}

function leastGain(kept: readonly Exchange[]): number {
  return kept.length < EXCHANGES_KEPT ? LEAST_GAIN : (kept[kept.length - 1]?.gain ?? LEAST_GAIN);
}

function keep(kept: Exchange[], exchange: Exchange): void {
  if (exchange.gain <= leastGain(kept)) {
    return;
  }
  const at = kept.findIndex((other) => exchange.gain > other.gain);
  kept.splice(at < 0 ? kept.length : at, 0, exchange);
  kept.length = Math.min(kept.length, EXCHANGES_KEPT);
}

/** Either guest may go first; which one can depends on the room at the two ends. */
function carryOut(search: SearchState, { first, second, middle, last }: Exchange): boolean {
  const forth = [
    [first, last],
    [second, middle],
  ] as const;
  return takeBoth(search, forth) || takeBoth(search, [forth[1], forth[0]]);
}

function takeBoth(search: SearchState, pair: readonly (readonly [Bundle, number])[]): boolean {
  const mark = search.walk.taken.length;
  for (const [bundle, to] of pair) {
    if (!isAllowed(search, bundle, to)) {
      undoTo(search.walk, mark);
      return false;
    }
    take(search.walk, bundle.guests, to);
  }
  return true;
}
