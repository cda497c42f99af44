import type { Move } from "../moves/move.js";
import { placeBand } from "../objectives/band.js";
import { compareAchievement, compareObjectives, type Objective } from "../objectives/objective.js";
import { construct } from "./construct.js";
import { repeatMove, replay } from "./replay.js";
import { rate, type SearchState } from "./search-state.js";
import { isAllowed } from "./shift.js";
import { bundlesOn, take, undoTo } from "./walk.js";

/** Where the first constructions put the band relative to the mean; the middle first, for it suits most clusters. */
const OFFSETS = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95];

/** Most noise that a varied construction uses. */
const MOST_NOISE = 0.6;

/** Moves taken out of the plan per round: enough to leave a local optimum, few enough to keep what is good. */
const MOST_REMOVED = 4;

/** Share of the rounds that begin with a move made by chance alone: some plans first have to make things worse. */
const KICK_SHARE = 0.3;

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

/** Searches for the best plan: greedy constructions first, then variations of the best by taking moves out and adding others. */
export function searchPlan(search: SearchState, effort: Effort): RatedPlan {
  let best = currentPlan(search);
  for (const offset of OFFSETS) {
    undoTo(search.walk, 0);
    best = attempt(search, best, { offset, noise: 0 });
    if (isPerfect(search, best, effort) || search.evaluations > effort.evaluations) {
      return best;
    }
  }
  return vary(search, best, effort);
}

function vary(search: SearchState, start: RatedPlan, effort: Effort): RatedPlan {
  let best = start;
  let current = start;
  let idle = 0;
  for (let round = 0; round < effort.rounds && search.evaluations < effort.evaluations; round += 1) {
    search.migrationLimit = best.objective.outside === 0 ? best.objective.migrations + 1 : Infinity;
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

function currentPlan(search: SearchState): RatedPlan {
  return { moves: search.walk.taken.slice(), objective: rate(search) };
}

function isPerfect(search: SearchState, plan: RatedPlan, effort: Effort): boolean {
  const { hard, evacuations, soft, outside, migrations } = plan.objective;
  return hard + evacuations + soft === 0 && outside === 0 && migrations <= effort.enough(search);
}

/** Sets the walk to the plan less a few moves, sometimes with one move added by chance. */
function disturb(search: SearchState, moves: readonly Move[]): void {
  const { random } = search;
  const removed = new Set<number>();
  const count = 1 + Math.floor(random() * Math.min(MOST_REMOVED, moves.length));
  for (let i = 0; i < count && moves.length > 0; i += 1) {
    removed.add(Math.floor(random() * moves.length));
  }
  const first = Math.min(...removed, moves.length);
  if (isPrefix(search, moves, first)) {
    undoTo(search.walk, first);
    moves.slice(first).forEach((move, i) => !removed.has(first + i) && repeatMove(search, move));
  } else {
    replay(
      search,
      moves.filter((_, i) => !removed.has(i)),
    );
  }
  if (random() < KICK_SHARE) {
    kick(search);
  }
}

function isPrefix(search: SearchState, moves: readonly Move[], length: number): boolean {
  const { taken } = search.walk;
  return taken.length >= length && moves.slice(0, length).every((move, i) => move === taken[i]);
}

function kick(search: SearchState): void {
  const { walk, random } = search;
  const { activeNodes } = walk.layout.index;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const bundle = pick(bundlesOn(walk, pick(activeNodes) ?? -1));
  const to = pick(activeNodes);
  if (bundle !== undefined && to !== undefined && isAllowed(search, bundle, to)) {
    take(walk, bundle.guests, to);
  }
}
