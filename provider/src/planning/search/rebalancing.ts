import { buildIndex } from "../constraints/build-index.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { ClusterSnapshot } from "../model/cluster-snapshot.js";
import type { MigrationPlan } from "../model/migration-plan.js";
import type { Policy } from "../model/policy.js";
import type { Move } from "../moves/move.js";
import type { Objective } from "../objectives/objective.js";
import { worstSpread } from "../objectives/spread.js";
import { applyToSnapshot } from "./apply-to-snapshot.js";
import { bestPrefix } from "./best-prefix.js";
import { searchPlan } from "./improve.js";
import { minimise } from "./minimise.js";
import { type PlanOutcome, presentPlan, type SearchEffort } from "./present-plan.js";
import { presentRelief } from "./psi-plan.js";
import { createRandom } from "./random.js";
import type { Effort } from "./rated-plan.js";
import { replay } from "./replay.js";
import { provenMoves } from "./proven-moves.js";
import { createSearch, rate, type SearchState } from "./search-state.js";

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
const MANY_GUESTS = 8_000;

/** Searches in a row. A search that misses its goals is repeated from its end, so that planning on the result finds nothing. */
const MOST_SEARCHES = 8;

/**
 * Plans the migrations that repair the rules, empty nodes in maintenance and even out the load. Every step of the plan is
 * feasible when it is taken, with each guest counted on both ends while it travels; the plan of an unchanged or already
 * repaired cluster is empty. The order of nodes, guests and rules in the input does not matter.
 */
export function planMigrations(
  snapshot: ClusterSnapshot,
  policy: Policy,
  options: PlanningOptions = {},
): MigrationPlan {
  const index = buildIndex(snapshot, policy);
  const outcome = policy.enabled ? findMoves(index, options) : { moves: [], brake: DISABLED };
  return policy.mode === "psi" ? presentRelief(index, outcome) : presentPlan(index, outcome);
}

const DISABLED = "Nothing is planned, because enabled is false.";

function findMoves(index: ClusterIndex, options: PlanningOptions): PlanOutcome {
  const search = createSearch(index, createRandom(options.seed ?? DEFAULT_SEED), true);
  let found = searchThroughly(index, options, true);
  let brake: string | null = null;
  const { minGain, maxMigrations, mode } = index.policy;
  if (minGain > 0 && mode !== "psi") {
    const repairs = searchThroughly(index, options, false);
    const gain = spreadAfter(search, repairs.moves) - spreadAfter(search, found.moves);
    if (gain < minGain) {
      brake = `Balancing would win ${gain.toFixed(1)} points, which is less than min_gain (${minGain}).`;
      found = repairs;
    }
  }
  search.balancing = found.balancing;
  const { effort } = found;
  if (maxMigrations === null) {
    return { moves: found.moves, brake, effort };
  }
  const moves = bestPrefix(search, found.moves, maxMigrations);
  const cut = moves.length < found.moves.length;
  return { moves, brake: cut ? `The plan ends here, because max_migrations is ${maxMigrations}.` : brake, effort };
}

function spreadAfter(search: SearchState, moves: readonly Move[]): number {
  replay(search, moves);
  return worstSpread(search.walk.layout, search.goals);
}

/** What a thorough search found, and whether it balanced load. */
interface Findings {
  readonly moves: readonly Move[];
  readonly balancing: boolean;
  readonly effort: SearchEffort;
}

/** Searches until the end of the plan is a place that no further search leaves. */
function searchThroughly(start: ClusterIndex, options: PlanningOptions, mayBalance: boolean): Findings {
  const whole = createSearch(start, createRandom(options.seed ?? DEFAULT_SEED), mayBalance);
  let moves: readonly Move[] = [];
  let index = start;
  let evaluations = 0;
  let truncated = false;
  for (let i = 0; i < MOST_SEARCHES; i += 1) {
    const search =
      index === start ? whole : createSearch(index, createRandom(options.seed ?? DEFAULT_SEED), mayBalance);
    const before = rate(search);
    const effort = effortFor(index, options);
    const { moves: found, objective } = searchPlan(search, effort);
    evaluations += search.evaluations;
    truncated ||= search.evaluations > effort.evaluations;
    whole.balancing ||= search.balancing;
    if (found.length === 0 || !isWorthwhile(index, before, objective)) {
      break;
    }
    moves = minimise(whole, [...moves, ...found]);
    const { hard, evacuations, soft, outside } = rate(whole);
    if (hard + evacuations + soft + outside === 0) {
      break;
    }
    index = buildIndex(applyToSnapshot(start, moves), start.policy);
  }
  return { moves, balancing: whole.balancing, effort: { evaluations, truncated } };
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
