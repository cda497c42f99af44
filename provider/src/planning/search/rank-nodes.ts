import { explainRefusal } from "../constraints/feasible.js";
import { countOnNode } from "../constraints/group-count.js";
import { type ClusterIndex, type GuestGroup, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { Candidate } from "../model/placement.js";
import { quantityOf } from "../objectives/balance-goal.js";
import type { NewBundle } from "./new-bundles.js";

interface RatedNode {
  readonly node: string;
  readonly refusals: readonly string[];
  readonly brokenWishes: readonly string[];
  /** Highest load in percent over the balanced resources after the guests came. */
  readonly heat: number;
  readonly memoryPercentAfter: number;
  readonly cpuPercentAfter: number;
}

/**
 * Ranks all nodes as homes for new guests: nodes that fit first, then fewest broken `should` rules, then the coolest
 * after the guests came, then by name.
 */
export function rankNodes(layout: Layout, bundle: NewBundle): Candidate[] {
  const rated = layout.index.nodeNames.map((_, node) => rateNode(layout, bundle, node));
  rated.sort(
    (a, b) =>
      Math.min(a.refusals.length, 1) - Math.min(b.refusals.length, 1) ||
      a.brokenWishes.length - b.brokenWishes.length ||
      compareHeat(a, b) ||
      (a.node < b.node ? -1 : 1),
  );
  return rated.map((entry, i) => {
    const fits = entry.refusals.length === 0;
    return {
      node: entry.node,
      rank: i + 1,
      fits,
      score: fits ? Math.max(0, Math.round((100 - entry.heat) * 10) / 10) : 0,
      memoryPercentAfter: entry.memoryPercentAfter,
      cpuPercentAfter: entry.cpuPercentAfter,
      reasons: fits ? entry.brokenWishes : entry.refusals,
    };
  });
}

/** Heats that differ by less than a millionth of a percent are equal, so that rounding does not decide. */
function compareHeat(a: RatedNode, b: RatedNode): number {
  const quantum = (value: number): number => Math.round(value * 1e6);
  return (
    quantum(a.heat) - quantum(b.heat) ||
    quantum(a.memoryPercentAfter + a.cpuPercentAfter) - quantum(b.memoryPercentAfter + b.cpuPercentAfter)
  );
}

function rateNode(layout: Layout, bundle: NewBundle, node: number): RatedNode {
  const { index } = layout;
  const { mode, methods } = index.policy;
  const after = (quantity: number): number => percentAfter(index, layout, bundle, node * QUANTITIES + quantity);
  const wish = requestRefusal(index.nodeNames[node] ?? "", bundle);
  return {
    node: index.nodeNames[node] ?? "",
    refusals: [...wish, ...explainRefusal(layout, bundle, node)],
    brokenWishes: brokenWishes(layout, bundle, node),
    heat: Math.max(...methods.map((method) => after(quantityOf(method, mode)))),
    memoryPercentAfter: after(quantityOf("memory", mode)),
    cpuPercentAfter: after(quantityOf("cpu", mode)),
  };
}

/** A node whose size is not known, as that of one that is down, counts as full. */
function percentAfter(index: ClusterIndex, layout: Layout, bundle: NewBundle, at: number): number {
  if (index.capacity[at - (at % QUANTITIES)] === 0) {
    return 100;
  }
  const load = (layout.load[at] ?? 0) + (bundle.size[at % QUANTITIES] ?? 0);
  return (100 * load) / (index.capacity[at] ?? 1);
}

function requestRefusal(name: string, bundle: NewBundle): string[] {
  if (bundle.excludedNodes.has(name)) {
    return [`${name} is listed in excluded_nodes.`];
  }
  return bundle.allowedNodes?.has(name) === false ? [`${name} is not listed in allowed_nodes.`] : [];
}

function brokenWishes(layout: Layout, bundle: NewBundle, node: number): string[] {
  const { groupsOf, nodeRulesOf } = layout.index;
  const reasons = bundle.guests.flatMap((guest) => [
    ...(nodeRulesOf[guest] ?? [])
      .filter((rule) => rule.strength === "should" && rule.allowed[node] !== 1)
      .map((rule) => `The ${rule.origin} would rather have it on another node.`),
    ...(groupsOf[guest] ?? [])
      .filter((group) => group.strength === "should" && wouldBreak(layout, group, node))
      .map((group) => `The ${group.origin} would rather have its guests ${WISHES[group.kind]}.`),
  ]);
  return [...new Set(reasons)];
}

const WISHES: Readonly<Record<GuestGroup["kind"], string>> = { affinity: "together", "anti-affinity": "apart" };

function wouldBreak(layout: Layout, group: GuestGroup, node: number): boolean {
  const here = countOnNode(layout, group, node);
  if (group.kind === "anti-affinity") {
    return here > 0;
  }
  return here === 0 && group.members.some((member) => (layout.nodeOf[member] ?? -1) >= 0);
}
