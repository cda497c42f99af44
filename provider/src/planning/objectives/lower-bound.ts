import { type ClusterIndex, QUANTITIES } from "../model/cluster-index.js";
import { createLayout } from "../model/layout.js";
import type { BalanceGoal } from "./balance-goal.js";
import { forcedMoves } from "./forced-moves.js";
import { guestsToCover, movableSizes, type RunningSums } from "./movable-sizes.js";
import type { Tally } from "./violations.js";

/** What a plan achieves, as far as the bound has to know. */
export interface Achieved {
  readonly left: Tally;
  /** Spread that every plan has to reach, in weighted points; null when load is not balanced. */
  readonly spread: number | null;
}

/** Widens the band a little, so that rounding never makes the bound too high. */
const SLACK_POINTS = 1e-6;

/** Halvings of the interval in which the band may lie: more than the digits of a double. */
const HALVINGS = 60;

/** Computes a number of migrations that no plan with the same achievement can do without. */
export function movesLowerBound(index: ClusterIndex, goals: readonly BalanceGoal[], achieved: Achieved): number {
  const start = createLayout(index);
  const forced = forcedMoves(start, achieved.left);
  let bound = Math.max(
    forced.toUnite,
    forced.perNode.reduce((sum, count) => sum + count, 0),
  );
  const { spread, left } = achieved;
  // Guests that stay on a node in maintenance would change the mean load, which the bound needs to know.
  if (spread !== null && left.evacuations === 0) {
    for (const goal of goals) {
      bound = Math.max(bound, boundForGoal({ index, goal, forced: forced.perNode, spread }));
    }
  }
  return bound;
}

interface GoalProblem {
  readonly index: ClusterIndex;
  readonly goal: BalanceGoal;
  readonly forced: readonly number[];
  readonly spread: number;
}

/**
 * A final spread within `width` puts all loads into a band around the mean. The lower the band, the more guests have to
 * leave hot nodes; the higher, the more have to come to cold ones. The bound is where the two meet.
 */
function boundForGoal(problem: GoalProblem): number {
  const { index, goal } = problem;
  const width = problem.spread / goal.weight + SLACK_POINTS;
  const sizes = movableSizes(index, goal.quantity);
  const outOf = (low: number): number => departures(problem, low + width, sizes.perNode);
  const into = (low: number): number => arrivals(problem, low, sizes.all);
  const mean = rangeOfMean(problem, sizes);
  let below = mean.least - width;
  let above = mean.most;
  if (outOf(below) <= into(below)) {
    return finite(into(below));
  }
  if (outOf(above) > into(above)) {
    return finite(outOf(above));
  }
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (below + above) / 2;
    if (outOf(middle) > into(middle)) {
      below = middle;
    } else {
      above = middle;
    }
  }
  return finite(Math.max(into(below), outOf(above)));
}

/**
 * The mean load of the nodes that are compared stays as it is, unless guests come from an active node that is not compared
 * or go to one: where a reserve leaves nothing, or where the capacity is not known.
 */
function rangeOfMean(
  { index, goal }: GoalProblem,
  { perNode, all }: ReturnType<typeof movableSizes>,
): { readonly least: number; readonly most: number } {
  const isCompared = (node: number): boolean => (index.capacity[node * QUANTITIES + goal.quantity] ?? 0) > 0;
  const compared = new Set(index.activeNodes.filter(isCompared));
  const percent = (amount: number): number => (100 * amount) / Math.max(1, goal.totalCapacity);
  let arriving = 0;
  for (const [node, role] of index.roles.entries()) {
    arriving += role === "active" && !compared.has(node) ? total(perNode[node]) : 0;
  }
  const leaving = index.activeNodes.some((node) => !compared.has(node)) ? total(all) : 0;
  return { least: goal.meanPercent - percent(leaving), most: goal.meanPercent + percent(arriving) };
}

function total(sums: RunningSums | undefined): number {
  return sums?.at(-1) ?? 0;
}

/** A band that cannot be reached at all proves nothing that could be shown as a number. */
function finite(bound: number): number {
  return Number.isFinite(bound) ? bound : 0;
}

function departures({ index, goal, forced }: GoalProblem, high: number, sizes: readonly RunningSums[]): number {
  let count = forced.reduce((sum, leaving) => sum + leaving, 0);
  for (const node of index.activeNodes) {
    const at = node * QUANTITIES + goal.quantity;
    const capacity = index.capacity[at] ?? 0;
    const excess = capacity > 0 ? (index.startLoad[at] ?? 0) - (capacity * high) / 100 : 0;
    const leaving = forced[node] ?? 0;
    count += Math.max(leaving, guestsToCover(sizes[node] ?? new Float64Array(1), excess)) - leaving;
  }
  return count;
}

function arrivals({ index, goal }: GoalProblem, low: number, sizes: RunningSums): number {
  let count = 0;
  for (const node of index.activeNodes) {
    const at = node * QUANTITIES + goal.quantity;
    count += guestsToCover(sizes, ((index.capacity[at] ?? 0) * low) / 100 - (index.startLoad[at] ?? 0));
  }
  return count;
}
