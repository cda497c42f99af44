import { QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { BalanceGoal } from "./balance-goal.js";

/** Limits per node between which its load is to be, for every balanced resource. */
export interface Band {
  /** The quantity of each goal. */
  readonly quantities: readonly number[];
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
      high[node * goals.length + g] = capacity > 0 ? (capacity * (bottom + width)) / 100 : Infinity;
    }
  }
  const scale = goals.map((goal) => (100 * goal.weight) / Math.max(1, goal.totalCapacity));
  return { quantities: goals.map((goal) => goal.quantity), low, high, scale };
}

/** A layout and the band that it is measured against. */
export interface BandView {
  readonly layout: Layout;
  readonly band: Band;
}

/** The size of nothing. */
export const NOTHING: readonly number[] = new Array<number>(QUANTITIES).fill(0);

/** Computes how far a node is outside the band, in points of the cluster. */
export function outside(view: BandView, node: number): number {
  return outsideAfter(view, node, NOTHING, NOTHING);
}

/** Computes how far a node is outside the band after something came and something left. The innermost loop of the search. */
export function outsideAfter(
  { layout: { load }, band: { quantities, low, high, scale } }: BandView,
  node: number,
  arriving: readonly number[],
  leaving: readonly number[],
): number {
  const count = quantities.length;
  let sum = 0;
  for (let g = 0; g < count; g += 1) {
    const quantity = quantities[g] ?? 0;
    const after = (load[node * QUANTITIES + quantity] ?? 0) + (arriving[quantity] ?? 0) - (leaving[quantity] ?? 0);
    sum += distance(after, low[node * count + g] ?? 0, high[node * count + g] ?? 0) * (scale[g] ?? 0);
  }
  return sum;
}

function distance(load: number, low: number, high: number): number {
  return load > high ? load - high : load < low ? low - load : 0;
}

/** Computes how far all active nodes together are outside the band, in points of the cluster. */
export function totalOutside(layout: Layout, band: Band): number {
  let sum = 0;
  for (const node of layout.index.activeNodes) {
    sum += outside({ layout, band }, node);
  }
  return sum;
}
