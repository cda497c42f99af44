import type { Move } from "../moves/move.js";
import { placeBand, totalOutside } from "../objectives/band.js";
import { compareAchievement, compareObjectives } from "../objectives/objective.js";
import { construct } from "./construct.js";
import { disturb } from "./disturb.js";
import { type Effort, isPerfect, type RatedPlan } from "./rated-plan.js";
import { rate, type SearchState } from "./search-state.js";

/** Rounds with one position of the band before another is tried. */
const EPOCH = 80;

/** Most noise in the choice of moves; more forgets what the greedy choice knows. */
const MOST_NOISE = 0.4;

/** A plan that leaves this much more outside the band than the current one may still replace it. */
const TOLERATED_GROWTH = 1.08;

/** A plan that is too short to reach the target, and how much load it leaves outside the band. */
interface ShortPlan {
  readonly moves: readonly Move[];
  readonly outside: number;
}

/**
 * Looks for plans that achieve the same with fewer migrations: it keeps plans that are one migration shorter than the
 * best and exchanges a few of their moves for others as long as that brings the load closer to the band.
 */
export function squeeze(search: SearchState, start: RatedPlan, effort: Effort): RatedPlan {
  let best = start;
  let current: ShortPlan = { moves: start.moves, outside: Infinity };
  for (let round = 0; round < effort.rounds && search.evaluations < effort.evaluations; round += 1) {
    if (round % EPOCH === 0) {
      search.band = placeBand(search.walk.layout, search.goals, search.target, search.random());
      current = { moves: best.moves, outside: Infinity };
    }
    search.migrationLimit = best.objective.migrations - 1;
    const candidate = shortPlan(search, current.moves);
    if (compareObjectives(candidate.objective, best.objective) < 0) {
      best = candidate;
      current = { moves: best.moves, outside: Infinity };
      if (isPerfect(search, best, effort)) {
        break;
      }
    } else if (isAcceptable(candidate, best, current)) {
      current = { moves: candidate.moves, outside: candidate.outside };
    }
  }
  return best;
}

function shortPlan(search: SearchState, moves: readonly Move[]): RatedPlan & ShortPlan {
  disturb(search, moves);
  search.noise = search.random() * MOST_NOISE;
  construct(search);
  const { walk } = search;
  return { moves: walk.taken.slice(), objective: rate(search), outside: totalOutside(walk.layout, search.band) };
}

function isAcceptable(candidate: RatedPlan & ShortPlan, best: RatedPlan, current: ShortPlan): boolean {
  const { objective } = candidate;
  const rulesKept = compareAchievement({ ...objective, outside: 0 }, { ...best.objective, outside: 0 }) <= 0;
  const shorter = objective.migrations < best.objective.migrations;
  return rulesKept && shorter && candidate.outside <= current.outside * TOLERATED_GROWTH;
}
