import type { Bundle } from "../constraints/bundle.js";
import { isFeasible } from "../constraints/feasible.js";
import { NOTHING, outsideAfter } from "../objectives/band.js";
import { tallyChange } from "../objectives/tally-change.js";
import { type CandidateNodes, candidateNodes } from "./candidate-nodes.js";
import type { SearchState } from "./search-state.js";
import { bundlesOn, take } from "./walk.js";

/** Gains below this many points of the cluster are rounding. */
export const LEAST_GAIN = 1e-7;

interface Shift {
  readonly bundle: Bundle;
  readonly to: number;
  readonly score: number;
}

/**
 * Makes the single move that brings the load closest to the band, per guest moved.
 *
 * @returns whether a move was made; false when none helps
 */
export function shiftBest(search: SearchState): boolean {
  const nodes = candidateNodes(search);
  let best: Shift | null = null;
  const neediest = nodes.targets.reduce((most, to) => Math.max(most, nodes.outside[to] ?? 0), 0);
  // The hottest first: what they offer rules most of the others out.
  const heat = (node: number): number => nodes.outside[node] ?? 0;
  for (const from of [...nodes.sources].sort((a, b) => heat(b) - heat(a) || a - b)) {
    if (heat(from) + neediest > (best?.score ?? 0)) {
      best = bestFrom(search, nodes, from, best);
    }
  }
  if (best === null) {
    return false;
  }
  take(search.walk, best.bundle.guests, best.to);
  return true;
}

function bestFrom(search: SearchState, nodes: CandidateNodes, from: number, best: Shift | null): Shift | null {
  const outsideFrom = nodes.outside[from] ?? 0;
  let leader = best;
  for (const bundle of bundlesOn(search.walk, from)) {
    const relief = outsideFrom - outsideAfter(search, from, NOTHING, bundle.size);
    leader = bestTarget(search, nodes, { bundle, from, relief }, leader);
  }
  return leader;
}

interface Departure {
  readonly bundle: Bundle;
  readonly from: number;
  /** What its leaving wins. */
  readonly relief: number;
}

function bestTarget(
  search: SearchState,
  nodes: CandidateNodes,
  { bundle, from, relief }: Departure,
  best: Shift | null,
): Shift | null {
  let leader = best;
  const effort = leastEffort(search, bundle);
  let least = Math.max(LEAST_GAIN, (best?.score ?? 0) * effort);
  for (const to of nodes.targets) {
    // Even a target that ends inside the band would not help, or not more than the best so far.
    const most = relief + (nodes.outside[to] ?? 0);
    if (most <= least || to === from) {
      continue;
    }
    search.evaluations += 1;
    const gain = most - outsideAfter(search, to, bundle.size, NOTHING);
    const score = gain > LEAST_GAIN ? scoreOf(search, bundle, gain) : 0;
    if (score > (leader?.score ?? 0) && isAllowed(search, bundle, to)) {
      leader = { bundle, to, score };
      least = score * effort;
    }
  }
  return leader;
}

/** Of moves that gain the same, the quicker wins; a second counts far less than a point. */
const SECOND_WEIGHT = 1e-9;

function scoreOf(search: SearchState, bundle: Bundle, gain: number): number {
  const distortion = search.noise === 0 ? 1 : 1 - search.noise * search.random();
  let seconds = 0;
  for (const guest of bundle.guests) {
    seconds += search.seconds[guest] ?? 0;
  }
  return search.layout.index.policy.minimize === "seconds"
    ? (gain * distortion) / Math.max(1, seconds)
    : (gain * distortion) / bundle.guests.length / (1 + seconds * SECOND_WEIGHT);
}

/** What a gain is divided by at least when it is scored. */
function leastEffort(search: SearchState, bundle: Bundle): number {
  return search.layout.index.policy.minimize === "seconds" ? 1 : bundle.guests.length;
}

/** Tells whether balancing may make a move: it is feasible, breaks no `should` rule either, and no guest moved just now. */
export function isAllowed(search: SearchState, bundle: Bundle, to: number): boolean {
  const { layout } = search.walk;
  if (!isFeasible(layout, bundle, to) || bundle.guests.some((guest) => layout.index.resting.has(guest))) {
    return false;
  }
  if (!bundle.ruled) {
    return true;
  }
  const change = tallyChange(layout, bundle.guests, to);
  return change.hard <= 0 && change.soft <= 0;
}
