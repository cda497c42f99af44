import type { ClusterIndex } from "../model/cluster-index.js";
import { createLayout, type Layout } from "../model/layout.js";
import type { Candidate, Placement, PlacementRequest } from "../model/placement.js";
import { type Decision, settle } from "./batch-layout.js";
import { rankNodes } from "./rank-nodes.js";

/** Where the bundles of a batch go. */
export interface BatchDecisions {
  readonly decisions: readonly Decision[];
  /** Whether the decisions only make sense together, not one after the other. */
  readonly joint: boolean;
}

/**
 * Presents decisions as answers. Each ranking shows the nodes as the guest found them: with those placed before it, or
 * with all others where they were placed jointly. Rankings of all nodes for all guests of a large batch would be larger
 * than the cluster, so they are made when looked at.
 */
export function presentPlacements(
  index: ClusterIndex,
  requests: readonly PlacementRequest[],
  { decisions, joint }: BatchDecisions,
): Placement[] {
  const rankAt = joint ? jointRanking(index, decisions) : orderedRanking(index, decisions);
  const rankings = new Map<number, readonly Candidate[]>();
  const rankingAt = (at: number): readonly Candidate[] => {
    const ranking = rankings.get(at) ?? rankAt(at);
    rankings.set(at, ranking);
    return ranking;
  };
  const decisionOf = new Map(decisions.flatMap(({ bundle }, at) => bundle.guests.map((guest) => [guest, at] as const)));
  return requests.map(({ key }, guest) => {
    const at = decisionOf.get(guest) ?? -1;
    return {
      key,
      node: index.nodeNames[decisions[at]?.node ?? -1] ?? null,
      get candidates() {
        return rankingAt(at);
      },
    };
  });
}

type Ranking = (at: number) => readonly Candidate[];

function orderedRanking(index: ClusterIndex, decisions: readonly Decision[]): Ranking {
  const layout = createLayout(index);
  let settled = 0;
  const settleUpTo = (at: number): void => {
    for (; settled > at; settled -= 1) {
      putAway(layout, decisions[settled - 1]);
    }
    for (; settled < at; settled += 1) {
      putBack(layout, decisions[settled]);
    }
  };
  return (at) => {
    settleUpTo(at);
    return decisions.slice(at, at + 1).flatMap(({ bundle }) => rankNodes(layout, bundle));
  };
}

/** The node of the joint decision comes first, whatever would be best for the guest alone. */
function jointRanking(index: ClusterIndex, decisions: readonly Decision[]): Ranking {
  const layout = createLayout(index);
  for (const decision of decisions) {
    putBack(layout, decision);
  }
  return (at) => {
    const decision = decisions[at];
    if (decision === undefined) {
      return [];
    }
    putAway(layout, decision);
    const ranked = rankNodes(layout, decision.bundle);
    putBack(layout, decision);
    const chosen = index.nodeNames[decision.node];
    const first = ranked.filter(({ node }) => node === chosen);
    return [...first, ...ranked.filter(({ node }) => node !== chosen)].map((candidate, i) => ({
      ...candidate,
      rank: i + 1,
    }));
  };
}

function putAway(layout: Layout, decision: Decision | undefined): void {
  if (decision !== undefined) {
    settle(layout, decision.bundle, -1);
  }
}

function putBack(layout: Layout, decision: Decision | undefined): void {
  if (decision !== undefined) {
    settle(layout, decision.bundle, decision.node);
  }
}
