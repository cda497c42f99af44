import { explainRefusal } from "../constraints/feasible.js";
import type { Layout } from "../model/layout.js";
import type { Candidate } from "../model/placement.js";
import { compareStandings, standingOf } from "./choose-node.js";
import type { NewBundle } from "./new-bundles.js";
import { heatAfter, misgivings, percentAfter } from "./node-rating.js";

/** Ranks all nodes as homes for new guests: nodes that fit first, in the order in which they are chosen, then by name. */
export function rankNodes(layout: Layout, bundle: NewBundle): Candidate[] {
  const rated = layout.index.nodeNames.map((_, node) => ({
    node,
    refusals: [...requestRefusal(layout, bundle, node), ...explainRefusal(layout, bundle, node)],
    standing: standingOf(layout, bundle, node),
  }));
  rated.sort(
    (a, b) =>
      Math.min(a.refusals.length, 1) - Math.min(b.refusals.length, 1) ||
      compareStandings(a.standing, b.standing) ||
      a.node - b.node,
  );
  return rated.map(({ node, refusals }, i) => {
    const fits = refusals.length === 0;
    return {
      node: layout.index.nodeNames[node] ?? "",
      rank: i + 1,
      fits,
      score: fits ? scoreOf(layout, bundle, node) : 0,
      memoryPercentAfter: percentAfter(layout, bundle.size, node, "memory"),
      cpuPercentAfter: percentAfter(layout, bundle.size, node, "cpu"),
      reasons: fits ? misgivings(layout, bundle, node) : refusals,
    };
  });
}

/** What is left of the most loaded resource; where guests are packed, what is used of it. */
function scoreOf(layout: Layout, bundle: NewBundle, node: number): number {
  const heat = heatAfter(layout, bundle.size, node);
  const score = layout.index.policy.placement === "pack" ? heat : 100 - heat;
  return Math.min(100, Math.max(0, Math.round(score * 10) / 10));
}

function requestRefusal({ index }: Layout, { allowed, excluded, unfit }: NewBundle, node: number): string[] {
  const name = index.nodeNames[node] ?? "";
  const reason = unfit.get(node);
  if (reason !== undefined) {
    return [reason];
  }
  if (excluded.has(node)) {
    return [`${name} is listed in excluded_nodes.`];
  }
  return allowed?.has(node) === false ? [`${name} is not listed in allowed_nodes.`] : [];
}
