import { QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { type BalanceGoal, loadPercent } from "./balance-goal.js";

/** Spreads that differ by less are the same: percentages are quotients, and rounding must not start a plan. */
export const POINT_TOLERANCE = 1e-9;

/** Most and least loaded active node of one resource, the first of equal ones. */
export interface Extremes {
  /** Percent. */
  readonly hottest: number;
  readonly coldest: number;
  /** Indexes of the nodes; -1 when there are none. */
  readonly hottestNode: number;
  readonly coldestNode: number;
}

const NO_EXTREMES: Extremes = { hottest: 0, coldest: 0, hottestNode: -1, coldestNode: -1 };

/** Finds the extremes of a quantity over the active nodes; 0 and 0 when there are none. */
export function extremes({ index, load }: Pick<Layout, "index" | "load">, quantity: number): Extremes {
  let hottest = -Infinity;
  let coldest = Infinity;
  let hottestNode = -1;
  let coldestNode = -1;
  for (const node of index.activeNodes) {
    const at = node * QUANTITIES + quantity;
    const capacity = index.capacity[at] ?? 0;
    // A node that offers nothing of a resource, such as one without local disk, has no load to compare.
    if (capacity === 0) {
      continue;
    }
    const percent = (100 * (load[at] ?? 0)) / capacity;
    if (percent > hottest) {
      hottest = percent;
      hottestNode = node;
    }
    if (percent < coldest) {
      coldest = percent;
      coldestNode = node;
    }
  }
  return hottestNode < 0 ? NO_EXTREMES : { hottest, coldest, hottestNode, coldestNode };
}

/** Computes max − min over the active nodes in percent points. Nodes in maintenance do not count: nothing may go there. */
export function spread(layout: Layout, quantity: number): number {
  const { hottest, coldest } = extremes(layout, quantity);
  return hottest - coldest;
}

/** Computes the largest weighted spread over the balanced resources. */
export function worstSpread(layout: Layout, goals: readonly BalanceGoal[]): number {
  let worst = 0;
  for (const goal of goals) {
    worst = Math.max(worst, goal.weight * spread(layout, goal.quantity));
  }
  return worst;
}

/** Tells whether some active node reaches a threshold of the policy, for the balanced resources. */
export function reachesThreshold(layout: Layout, goals: readonly BalanceGoal[]): boolean {
  const { index, load } = layout;
  return goals.some((goal) => {
    const threshold = index.policy.thresholds[goal.method];
    return (
      threshold !== undefined &&
      index.activeNodes.some((node) => loadPercent(index, load, node, goal.quantity) >= threshold)
    );
  });
}

/**
 * Tells whether the policy wants the load balanced as it is now: the spread is above `balanciness` and no gate is shut,
 * or a trigger is reached. Where pressure counts, load is not balanced.
 */
export function wantsBalancing(layout: Layout, goals: readonly BalanceGoal[]): boolean {
  const { policy } = layout.index;
  if (policy.mode === "psi") {
    return false;
  }
  const guarded = goals.some((goal) => policy.thresholds[goal.method] !== undefined);
  const reached = guarded && reachesThreshold(layout, goals);
  const apart = worstSpread(layout, goals) > policy.balanciness + POINT_TOLERANCE;
  if (policy.thresholdMode === "trigger") {
    return apart || reached;
  }
  return apart && (reached || !guarded);
}
