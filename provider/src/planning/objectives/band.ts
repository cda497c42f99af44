import { QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { BalanceGoal } from "./balance-goal.js";

/** Limits per node between which its load is to be, for every balanced resource. */
export interface Band {
  readonly goals: readonly BalanceGoal[];
  /** Absolute limits, `[node * goals + goal]`. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Turns an absolute excess into weighted points of the whole cluster, per goal. */
  readonly scale: readonly number[];
}

/**
 * Places a band of the target's width around the mean load. `offset` is the part of the band below the mean, from 0 to
 * 1: every spread within the target fits some offset.
 */
export function placeBand(layout: Layout, goals: readonly BalanceGoal[], target: number, offset: number): Band {
  const { index } = layout;
  const low = new Float64Array(index.nodeNames.length * goals.length);
  const high = new Float64Array(index.nodeNames.length * goals.length);
  for (const [g, goal] of goals.entries()) {
    const width = target / goal.weight;
    const bottom = goal.meanPercent - offset * width;
    for (const node of index.activeNodes) {
      const capacity = index.capacity[node * QUANTITIES + goal.quantity] ?? 0;
      low[node * goals.length + g] = (capacity * bottom) / 100;
      high[node * goals.length + g] = (capacity * (bottom + width)) / 100;
    }
  }
  const scale = goals.map((goal) => (100 * goal.weight) / Math.max(1, goal.totalCapacity));
  return { goals, low, high, scale };
}

/** What comes to a node and what leaves it, per quantity. */
export interface NodeChange {
  readonly arriving?: readonly number[] | undefined;
  readonly leaving?: readonly number[] | undefined;
}

/** Computes how far a node is outside the band, after a change if one is given, in points of the cluster. */
export function outside(layout: Layout, band: Band, node: number, change?: NodeChange): number {
  const { goals, low, high, scale } = band;
  let sum = 0;
  for (let g = 0; g < goals.length; g += 1) {
    const load = loadAfter(layout, node, goals[g]?.quantity ?? 0, change);
    const at = node * goals.length + g;
    const distance = Math.max(load - (high[at] ?? 0), (low[at] ?? 0) - load, 0);
    sum += distance * (scale[g] ?? 0);
  }
  return sum;
}

function loadAfter(layout: Layout, node: number, quantity: number, change: NodeChange | undefined): number {
  const load = layout.load[node * QUANTITIES + quantity] ?? 0;
  return change === undefined ? load : load + (change.arriving?.[quantity] ?? 0) - (change.leaving?.[quantity] ?? 0);
}

/** Computes how far all active nodes together are outside the band, in points of the cluster. */
export function totalOutside(layout: Layout, band: Band): number {
  let sum = 0;
  for (const node of layout.index.activeNodes) {
    sum += outside(layout, band, node);
  }
  return sum;
}
