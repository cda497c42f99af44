import { movesLowerBound } from "../objectives/lower-bound.js";
import { isBalancingWanted, rate, type SearchState } from "./search-state.js";

/** Computes a number of migrations that no plan can do without that achieves what the walk does. */
export function provenMoves(search: SearchState): number {
  const { hard, evacuations, soft, outside, spread: reached } = rate(search);
  const balanced = isBalancingWanted(search) ? Math.max(search.target, outside === 0 ? 0 : reached) : null;
  return movesLowerBound(search.walk.layout.index, search.goals, {
    left: { hard, evacuations, soft },
    spread: balanced,
  });
}
