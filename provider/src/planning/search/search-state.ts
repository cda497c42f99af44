import type { ClusterIndex } from "../model/cluster-index.js";
import { type BalanceGoal, balanceGoals } from "../objectives/balance-goal.js";
import { type Band, NOTHING, placeBand, totalOutside } from "../objectives/band.js";
import type { Objective } from "../objectives/objective.js";
import { POINT_TOLERANCE, wantsBalancing, worstSpread } from "../objectives/spread.js";
import { guestsToEvacuate } from "../objectives/violations.js";
import type { Layout } from "../model/layout.js";
import { pressureHeat } from "./node-rating.js";
import type { Random } from "./random.js";
import { secondsToLeave } from "../schedule/migration-seconds.js";
import { startWalk, type Walk } from "./walk.js";

/** The hottest and the coldest nodes of a large cluster, a little out of date. */
export interface Shortlist {
  readonly band: Band;
  readonly hot: readonly number[];
  readonly cold: readonly number[];
  uses: number;
}

/** What one search knows and where it stands. */
export interface SearchState {
  readonly walk: Walk;
  /** The layout of the walk. */
  readonly layout: Layout;
  readonly goals: readonly BalanceGoal[];
  /** Spread that balancing aims at, in weighted points. */
  readonly target: number;
  /** The band centred on the mean, by which plans that miss the target are compared. */
  readonly centre: Band;
  /** Spread at the start, in weighted points. */
  readonly startSpread: number;
  readonly random: Random;
  /** Seconds that each guest takes to migrate; asked for often, so computed once. */
  readonly seconds: Float64Array;
  /** Scratch: how far nodes are outside the band, by node index. */
  readonly distance: Float64Array;
  /** The extremes of a large cluster, or null when they are not known. */
  shortlist: Shortlist | null;
  /** The band that the construction under way works with. */
  band: Band;
  /** 0 for pure greed; otherwise how much chance distorts the choice of moves. */
  noise: number;
  /** False when load is not to be balanced whatever the spread. */
  mayBalance: boolean;
  /** True once balancing was found to be wanted; it then aims at the target, not only at the limit. */
  balancing: boolean;
  /** Constructions give up beyond this number of migrations, for they cannot win any more. */
  migrationLimit: number;
  /** Whether guests that make way may in turn have others make way: more moves, where fewer do not suffice. */
  makesWayTwice: boolean;
  /** Moves looked at so far: the deterministic measure of effort. */
  evaluations: number;
}

/** Starts a search at the layout of the snapshot. */
export function createSearch(index: ClusterIndex, random: Random, mayBalance: boolean): SearchState {
  const walk = startWalk(index);
  const goals = balanceGoals(walk.layout, guestsToEvacuate(walk.layout));
  const target = index.policy.balancinessTarget + POINT_TOLERANCE;
  const centre = placeBand(walk.layout, goals, target, 0.5);
  const startSpread = worstSpread(walk.layout, goals);
  const seconds = secondsToLeave(index);
  const distance = new Float64Array(index.nodeNames.length);
  const progress = { distance, shortlist: null, noise: 0, balancing: false, migrationLimit: Infinity, evaluations: 0 };
  const makesWayTwice = false;
  const aim = { goals, target, centre, startSpread, band: centre, mayBalance };
  return { walk, layout: walk.layout, ...aim, random, seconds, ...progress, makesWayTwice };
}

/** Ratings by pressure go up to 100, so chance has to be as large to lead anywhere else. */
export const PRESSURE_NOISE = 100;

/** Distorts a rating by chance, as much as the construction under way wants. */
export function chance({ noise, random }: SearchState): number {
  return noise === 0 ? 0 : noise * random();
}

/** Tells whether load is to be balanced as things stand. */
export function isBalancingWanted(search: SearchState): boolean {
  return search.mayBalance && (search.balancing || wantsBalancing(search.walk.layout, search.goals));
}

/** Outweighs whatever load comes nearer to the mean while the nodes at the ends drift apart. */
const COST_OF_WIDENING = 1000;

/** Of plans that cost the same the one that leaves the lower pressures is better. */
function totalPressure(layout: Layout): number {
  return layout.index.activeNodes.reduce((sum, node) => sum + pressureHeat(layout, NOTHING, node), 0);
}

/** Rates the walk as it is. */
export function rate(search: SearchState): Objective {
  const { walk, layout, goals, target, centre, startSpread } = search;
  const spread = worstSpread(walk.layout, goals);
  const reached = spread <= target || !isBalancingWanted(search);
  const widening = Math.max(0, spread - startSpread - POINT_TOLERANCE);
  let seconds = 0;
  for (const move of walk.taken) {
    for (const guest of move.guests) {
      seconds += search.seconds[guest] ?? 0;
    }
  }
  return {
    hard: walk.hard,
    evacuations: walk.evacuations,
    soft: walk.soft,
    outside: reached ? 0 : totalOutside(walk.layout, centre) + COST_OF_WIDENING * widening,
    migrations: walk.migrations,
    seconds,
    timeFirst: layout.index.policy.minimize === "seconds",
    spread: layout.index.policy.mode === "psi" ? totalPressure(layout) : spread,
  };
}
