import {
  type ClusterIndex,
  CPU_ASSIGNED,
  CPU_USED,
  DISK,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  QUANTITIES,
} from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { BalanceMethod, BalanceMode } from "../model/policy.js";

/** One balanced resource: which quantity it reads and how far apart nodes may be. */
export interface BalanceGoal {
  readonly method: BalanceMethod;
  readonly quantity: number;
  readonly weight: number;
  /** Mean load over the active nodes in percent, guests that still have to come from nodes in maintenance included. */
  readonly meanPercent: number;
  /** Capacity of the active nodes together. */
  readonly totalCapacity: number;
}

/** Gives the quantity that a method reads in a mode; where pressure counts, use decides what pressure leaves open. */
export function quantityOf(method: BalanceMethod, mode: BalanceMode): number {
  switch (method) {
    case "memory":
      return mode === "assigned" ? MEMORY_ASSIGNED : MEMORY_USED;
    case "cpu":
      return mode === "assigned" ? CPU_ASSIGNED : CPU_USED;
    case "disk":
      return DISK;
  }
}

/** Prepares the balanced resources of the policy for the layout as it is. */
export function balanceGoals(layout: Layout, evacuees: readonly number[]): readonly BalanceGoal[] {
  const { index } = layout;
  return index.policy.methods.map((method) => {
    const quantity = quantityOf(method, index.policy.mode);
    let load = 0;
    let totalCapacity = 0;
    for (const node of index.activeNodes) {
      const capacity = index.capacity[node * QUANTITIES + quantity] ?? 0;
      load += capacity > 0 ? (layout.load[node * QUANTITIES + quantity] ?? 0) : 0;
      totalCapacity += capacity;
    }
    for (const guest of evacuees) {
      load += index.size[guest * QUANTITIES + quantity] ?? 0;
    }
    const meanPercent = totalCapacity > 0 ? (100 * load) / totalCapacity : 0;
    return { method, quantity, weight: index.policy.weights[method], meanPercent, totalCapacity };
  });
}

/** Gives the load of a node in percent of what it offers; 0 where it offers nothing, as a node without local disk. */
export function loadPercent(index: ClusterIndex, load: Float64Array, node: number, quantity: number): number {
  const at = node * QUANTITIES + quantity;
  const capacity = index.capacity[at] ?? 0;
  return capacity > 0 ? (100 * (load[at] ?? 0)) / capacity : 0;
}
