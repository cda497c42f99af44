import { indexSnapshot } from "../constraints/build-index.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { Move } from "../moves/move.js";
import { compareAchievement, type Objective } from "../objectives/objective.js";
import { applyToSnapshot } from "./apply-to-snapshot.js";
import { canAnneal } from "./anneal.js";
import { searchPlan } from "./improve.js";
import { minimise } from "./minimise.js";
import type { SearchEffort } from "./present-plan.js";
import { provenMoves } from "./proven-moves.js";
import { createRandom } from "./random.js";
import type { Effort } from "./rated-plan.js";
import { replay } from "./replay.js";
import { createSearch, isBalancingWanted, rate, type SearchState } from "./search-state.js";

/** How hard to search. The same numbers give the same plan. */
export interface PlanningOptions {
  /** Seed of the search; 1 unless given. */
  readonly seed?: number;
  /** Variations of the plan that are tried at most; 8000 unless given. */
  readonly iterations?: number;
}

const DEFAULT_SEED = 1;
const DEFAULT_ITERATIONS = 8000;

/** Candidate moves looked at in one search: about a second of work. */
const MOST_EVALUATIONS = 20_000_000;

/** Clusters with more guests than this get less: a single construction is work enough, and variations win little. */
const MANY_GUESTS = 1500;

/** The work of so many searches is done at most. A search that ends early leaves time for more of its kind. */
const MOST_SEARCHES = 8;

/** What a thorough search found, and whether it balanced load. */
export interface Findings {
  readonly moves: readonly Move[];
  readonly balancing: boolean;
  readonly effort: SearchEffort;
}

const NOTHING_FOUND: Findings = { moves: [], balancing: false, effort: { evaluations: 0, truncated: false } };

/** Starts a search at the snapshot with the seed of the options. */
export function startSearch(index: ClusterIndex, { seed }: PlanningOptions, mayBalance: boolean): SearchState {
  return createSearch(index, createRandom(seed ?? DEFAULT_SEED), mayBalance);
}

/**
 * Searches until the end of the plan is a place that no further search leaves, so that planning on the result finds
 * nothing.
 *
 * @param from what was found before; moves of it that turn out not to be needed are left out
 */
export function searchThroughly(
  start: ClusterIndex,
  options: PlanningOptions,
  { mayBalance, from }: { readonly mayBalance: boolean; readonly from?: Findings },
): Findings {
  const found = searchUntilStill(start, options, { mayBalance, from: from ?? NOTHING_FOUND });
  return mayBalance && from === undefined ? withMoreRepairs(start, options, found) : found;
}

/** Share of the effort that goes into a search for repairs alone: its constructions are short. */
const REPAIR_SHARE = 0.1;

/** Balancing takes most of the time. Where rules stay broken, a search for repairs alone may find more of them. */
function withMoreRepairs(start: ClusterIndex, options: PlanningOptions, found: Findings): Findings {
  const search = startSearch(start, options, true);
  const brokenAfter = ({ moves }: Findings): number => {
    replay(search, moves);
    return rate(search).hard;
  };
  const broken = canAnneal(search) ? brokenAfter(found) : 0;
  if (broken === 0) {
    return found;
  }
  const iterations = (options.iterations ?? DEFAULT_ITERATIONS) * REPAIR_SHARE;
  const repairs = searchUntilStill(start, { ...options, iterations }, { mayBalance: false, from: NOTHING_FOUND });
  const from = { ...repairs, balancing: found.balancing };
  return brokenAfter(repairs) < broken ? searchUntilStill(start, options, { mayBalance: true, from }) : found;
}

function searchUntilStill(
  start: ClusterIndex,
  options: PlanningOptions,
  { mayBalance, from }: { readonly mayBalance: boolean; readonly from: Findings },
): Findings {
  const whole = startSearch(start, options, mayBalance);
  // A plan that starts because of the load aims at the target, even where the repairs alone end below what starts one.
  whole.balancing = from.balancing || isBalancingWanted(whole);
  const at = (moves: readonly Move[]): SearchState => {
    const next = startSearch(indexAfter(start, moves), options, mayBalance);
    next.balancing = whole.balancing;
    return next;
  };
  let moves = minimise(whole, from.moves);
  let search = moves.length === 0 ? whole : at(moves);
  const effort = effortFor(start, options);
  let { evaluations, truncated } = from.effort;
  for (;;) {
    const before = rate(search);
    const { moves: found, objective } = searchPlan(search, effortFor(start, options));
    evaluations += search.evaluations;
    truncated ||= search.evaluations > effort.evaluations;
    whole.balancing ||= search.balancing;
    if (found.length === 0 || !isWorthwhile(start, before, objective)) {
      break;
    }
    const longer = [...moves, ...found];
    moves = minimise(whole, longer);
    if (achievesAll(rate(whole))) {
      break;
    }
    search = at(moves);
    // From where they end, the shorter way may be worse than it is from the start: the next search would find the same again.
    const unshortened = moves === longer ? search : at(longer);
    if (compareAchievement(rate(unshortened), rate(search)) < 0) {
      [moves, search] = [longer, unshortened];
    }
    if (evaluations > MOST_SEARCHES * effort.evaluations) {
      truncated = true;
      break;
    }
  }
  return { moves, balancing: whole.balancing, effort: { evaluations, truncated } };
}

function achievesAll({ hard, evacuations, soft, outside }: Objective): boolean {
  return hard + evacuations + soft + outside === 0;
}

/** Prepares the cluster as it is after some moves. */
export function indexAfter(start: ClusterIndex, moves: readonly Move[]): ClusterIndex {
  return indexSnapshot(applyToSnapshot(start, moves), start.policy);
}

/**
 * Where the target is out of reach there is always a crumb left to win. A plan has to win this many points of one node's
 * load, or repair something, or reach the target.
 */
const LEAST_WIN_POINTS = 0.1;

function isWorthwhile(index: ClusterIndex, before: Objective, after: Objective): boolean {
  const repairs = after.hard !== before.hard || after.evacuations !== before.evacuations || after.soft !== before.soft;
  const least = LEAST_WIN_POINTS / Math.max(1, index.activeNodes.length);
  return repairs || after.outside === 0 || before.outside - after.outside >= least;
}

function effortFor(index: ClusterIndex, options: PlanningOptions): Effort {
  let enough: number | null = null;
  return {
    rounds: options.iterations ?? DEFAULT_ITERATIONS,
    evaluations: MOST_EVALUATIONS * Math.min(1, MANY_GUESTS / Math.max(1, index.vmids.length)),
    enough: (search) => (enough ??= provenMoves(search)),
  };
}
