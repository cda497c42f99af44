import { countOnNode } from "../constraints/group-count.js";
import { type ClusterIndex, type GuestGroup, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { BalanceMethod } from "../model/policy.js";
import { quantityOf } from "../objectives/balance-goal.js";
import type { NewBundle } from "./new-bundles.js";
import { pressureAfter, pressureRemarks } from "./pressure-rating.js";

/** Gives the load of a node in percent after something came; a node whose size is not known counts as full. */
export function percentAfter(layout: Layout, size: readonly number[], node: number, method: BalanceMethod): number {
  const quantity = quantityOf(method, layout.index.policy.mode);
  const at = node * QUANTITIES + quantity;
  const capacity = layout.index.capacity[at] ?? 0;
  if (layout.index.capacity[node * QUANTITIES] === 0) {
    return 100;
  }
  if (capacity === 0) {
    return 0;
  }
  return (100 * ((layout.load[at] ?? 0) + (size[quantity] ?? 0))) / capacity;
}

/**
 * Rates what a node has to bear after something came, lower is better: the highest load in percent over the balanced
 * resources or, where pressure counts, the pressure. Guests are packed by load in any case.
 */
export function heatAfter(layout: Layout, size: readonly number[], node: number): number {
  if (isRatedByPressure(layout)) {
    return pressureHeat(layout, size, node);
  }
  let heat = 0;
  for (const method of layout.index.policy.methods) {
    heat = Math.max(heat, percentAfter(layout, size, node, method));
  }
  return heat;
}

/** Rates a node by the pressure that is expected once something came, from 0 to 100; where it is the same, by the use. */
export function pressureHeat(layout: Layout, size: readonly number[], node: number): number {
  const use = (method: BalanceMethod): number => percentAfter(layout, size, node, method);
  return pressureAfter(layout, size, node, Math.max(use("memory"), use("cpu")));
}

function isRatedByPressure({ index: { policy } }: Layout): boolean {
  return policy.mode === "psi" && policy.placement !== "pack";
}

/** Counts what new guests would break of `should` rules on a node; for guests to keep apart, how many are there already. */
export function brokenWishCount(layout: Layout, bundle: NewBundle, node: number): number {
  const { groupsOf, nodeRulesOf } = layout.index;
  let count = 0;
  for (const guest of bundle.guests) {
    for (const rule of nodeRulesOf[guest] ?? []) {
      count += rule.strength === "should" && rule.allowed[node] !== 1 ? 1 : 0;
    }
    for (const group of groupsOf[guest] ?? []) {
      count += group.strength === "should" ? brokenWish(layout, group, node) : 0;
    }
  }
  return count;
}

function brokenWish(layout: Layout, group: GuestGroup, node: number): number {
  const here = countOnNode(layout, group, node);
  if (group.kind === "anti-affinity") {
    return here;
  }
  return here === 0 && group.members.some((member) => (layout.nodeOf[member] ?? -1) >= 0) ? 1 : 0;
}

/** Says in full sentences what speaks against a node that fits: `should` rules that would be broken, and pressure. */
export function misgivings(layout: Layout, bundle: NewBundle, node: number): string[] {
  const pressure = isRatedByPressure(layout) ? pressureRemarks(layout, bundle.size, node) : [];
  return [...brokenWishes(layout, bundle, node), ...pressure];
}

function brokenWishes(layout: Layout, bundle: NewBundle, node: number): string[] {
  const { groupsOf, nodeRulesOf } = layout.index;
  const reasons = bundle.guests.flatMap((guest) => [
    ...(nodeRulesOf[guest] ?? [])
      .filter((rule) => rule.strength === "should" && rule.allowed[node] !== 1)
      .map((rule) => `The ${rule.origin} would rather have it on another node.`),
    ...(groupsOf[guest] ?? [])
      .filter((group) => group.strength === "should" && brokenWish(layout, group, node) > 0)
      .map((group) => wordWish(layout.index, group)),
  ]);
  return [...new Set(reasons)];
}

/** A group larger than the cluster is no wish: it was to keep apart, and does as far as it can. */
function wordWish({ activeNodes }: ClusterIndex, { kind, origin, members }: GuestGroup): string {
  if (kind === "affinity") {
    return `The ${origin} would rather have its guests together.`;
  }
  return members.length > activeNodes.length
    ? `The ${origin} has ${members.length} guests to keep apart on ${activeNodes.length} nodes, so they share nodes as evenly as possible.`
    : `The ${origin} would rather have its guests apart.`;
}
