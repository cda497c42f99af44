import { placeBand } from "../objectives/band.js";
import { anneal, canAnneal } from "./anneal.js";
import { compareAchievement, compareObjectives } from "../objectives/objective.js";
import { isSmall } from "./candidate-nodes.js";
import { construct } from "./construct.js";
import { disturb } from "./disturb.js";
import { currentPlan, type Effort, isPerfect, type RatedPlan } from "./rated-plan.js";
import { isBalancingWanted, type SearchState } from "./search-state.js";
import { squeeze } from "./squeeze.js";
import { undoTo } from "./walk.js";

/** Where the first constructions put the band relative to the mean; the middle first, for it suits most clusters. */
const OFFSETS = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95];

/** In large clusters there is time for one or two, and a band that lies a little higher mostly needs the fewest moves. */
const OFFSETS_IN_LARGE_CLUSTERS = [0.35, 0.5];

/** Most noise that a varied construction uses. */
const MOST_NOISE = 0.6;

/** Share of the effort that goes into variations; the rest looks for shorter plans. */
const VARIATION_SHARE = 0.1;

/**
 * Searches for the best plan: greedy constructions first, then variations of the best by taking moves out and adding
 * others, then plans that achieve the same with fewer migrations.
 */
export function searchPlan(search: SearchState, effort: Effort): RatedPlan {
  let best = currentPlan(search);
  for (const offset of isSmall(search) ? OFFSETS : OFFSETS_IN_LARGE_CLUSTERS) {
    undoTo(search.walk, 0);
    best = attempt(search, best, { offset, noise: 0 });
    if (isPerfect(search, best, effort) || search.evaluations > effort.evaluations) {
      return best;
    }
  }
  best = vary(search, best, {
    ...effort,
    rounds: effort.rounds * VARIATION_SHARE,
    evaluations: effort.evaluations * VARIATION_SHARE,
  });
  if (isPerfect(search, best, effort)) {
    return best;
  }
  if (isBalancingWanted(search) && canAnneal(search)) {
    return anneal(search, best, effort);
  }
  return best.objective.outside > 0 || best.moves.length < 2 ? best : squeeze(search, best, effort);
}

function vary(search: SearchState, start: RatedPlan, effort: Effort): RatedPlan {
  let best = start;
  let current = start;
  let idle = 0;
  for (let round = 0; round < effort.rounds && search.evaluations < effort.evaluations; round += 1) {
    search.migrationLimit =
      best.objective.outside === 0 && !best.objective.timeFirst ? best.objective.migrations + 1 : Infinity;
    disturb(search, current.moves);
    const offset = search.random();
    const candidate = attempt(search, null, { offset, noise: search.random() * MOST_NOISE });
    if (compareObjectives(candidate.objective, best.objective) < 0) {
      best = candidate;
      idle = 0;
      if (isPerfect(search, best, effort)) {
        return best;
      }
    }
    current = chooseCurrent(candidate, current, best, idle);
    idle += 1;
  }
  return best;
}

/** Rounds without a better plan after which the search returns to the best one. */
const PATIENCE = 60;

/** Plans as good as the current one replace it, and so do slightly longer ones: that is how the search travels. */
function chooseCurrent(candidate: RatedPlan, current: RatedPlan, best: RatedPlan, idle: number): RatedPlan {
  if (idle % PATIENCE === PATIENCE - 1) {
    return best;
  }
  const achieved = compareAchievement(candidate.objective, current.objective);
  const longer = candidate.objective.migrations - best.objective.migrations;
  return achieved < 0 || (achieved === 0 && longer <= 1) ? candidate : current;
}

function attempt(
  search: SearchState,
  best: RatedPlan | null,
  { offset, noise }: { readonly offset: number; readonly noise: number },
): RatedPlan {
  search.band = placeBand(search.walk.layout, search.goals, search.target, offset);
  search.noise = noise;
  construct(search);
  const plan = currentPlan(search);
  return best === null || compareObjectives(plan.objective, best.objective) < 0 ? plan : best;
}
