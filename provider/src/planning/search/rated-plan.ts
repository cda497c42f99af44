import type { Move } from "../moves/move.js";
import type { Objective } from "../objectives/objective.js";
import { rate, type SearchState } from "./search-state.js";

/** A plan and its rating. */
export interface RatedPlan {
  readonly moves: readonly Move[];
  readonly objective: Objective;
}

/** How long to search. */
export interface Effort {
  /** Varied constructions at most. */
  readonly rounds: number;
  /** Moves looked at, at most; the round under way is finished. */
  readonly evaluations: number;
  /** No plan can need fewer migrations, given what is achieved; reaching it ends the search. */
  readonly enough: (search: SearchState) => number;
}

/** Rates the walk as it is and keeps its moves. */
export function currentPlan(search: SearchState): RatedPlan {
  return { moves: search.walk.taken.slice(), objective: rate(search) };
}

/** Tells whether a plan, at whose end the walk stands, reaches every goal with as few migrations as are proven necessary. */
export function isPerfect(search: SearchState, plan: RatedPlan, effort: Effort): boolean {
  const { hard, evacuations, soft, outside, migrations, timeFirst } = plan.objective;
  return (
    (!timeFirst || migrations === 0) &&
    hard + evacuations + soft === 0 &&
    outside === 0 &&
    migrations <= effort.enough(search)
  );
}
