import type { ClusterIndex } from "../model/cluster-index.js";
import type { Move } from "../moves/move.js";
import { worstSpread } from "../objectives/spread.js";
import { replay } from "./replay.js";
import type { SearchState } from "./search-state.js";
import { type Findings, indexAfter, type PlanningOptions, searchThroughly, startSearch } from "./thorough-search.js";

/** What was found, and a full sentence naming what in the policy held moves back, or null. */
export interface Worthwhile extends Findings {
  readonly brake: string | null;
}

/**
 * Searches for the moves that repair and balance, or only for those that repair where balancing wins less than the policy
 * demands. What is left out after the repairs must be too little there as well, or the next plan would make up for it.
 */
export function findWorthwhile(index: ClusterIndex, options: PlanningOptions): Worthwhile {
  const all = searchThroughly(index, options, { mayBalance: true });
  const { minGain, mode } = index.policy;
  if (minGain === 0 || mode === "psi" || all.moves.length === 0) {
    return { ...all, brake: null };
  }
  const repairs = searchThroughly(index, options, { mayBalance: false });
  const search = startSearch(index, options, true);
  const gainOf = (moves: readonly Move[]): number => spreadAfter(search, repairs.moves) - spreadAfter(search, moves);
  const gain = gainOf(all.moves);
  if (gain >= minGain) {
    return { ...all, brake: null };
  }
  const brake =
    gain > 0
      ? `Balancing would win ${gain.toFixed(1)} points, which is less than min_gain (${minGain}).`
      : `Balancing would win nothing beyond the repairs, and min_gain wants ${minGain} points.`;
  if (repairs.moves.length === 0) {
    return { ...repairs, brake };
  }
  const rest = findWorthwhile(indexAfter(index, repairs.moves), options);
  if (rest.moves.length === 0) {
    return { ...repairs, brake: rest.brake ?? brake };
  }
  const both = { ...rest, moves: [...repairs.moves, ...rest.moves] };
  const joined = searchThroughly(index, options, { mayBalance: true, from: both });
  return gainOf(joined.moves) >= minGain ? { ...joined, brake: null } : both;
}

function spreadAfter(search: SearchState, moves: readonly Move[]): number {
  replay(search, moves);
  return worstSpread(search.walk.layout, search.goals);
}
