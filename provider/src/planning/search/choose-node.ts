import type { Layout } from "../model/layout.js";
import { acceptsNew } from "./batch-layout.js";
import type { NewBundle } from "./new-bundles.js";
import { brokenWishCount, heatAfter, percentAfter } from "./node-rating.js";

/** What decides between nodes, most important first; lower is better. */
interface Standing {
  readonly wishes: number;
  readonly heat: number;
  readonly load: number;
}

/**
 * Finds the node that is best for new guests: fewest broken `should` rules, then the coolest after the guests came, then
 * the first by name; with the placement mode `pack` the fullest that has room.
 *
 * @returns the index of the node, or -1 when none fits
 */
export function chooseNode(layout: Layout, bundle: NewBundle): number {
  let best = -1;
  let leader: Standing | null = null;
  for (const node of layout.index.activeNodes) {
    // Heat is quick to compute and rules most nodes out once the leader breaks no wish.
    const hopeless = leader?.wishes === 0 && rankedHeat(layout, bundle, node) > leader.heat;
    if (hopeless || !acceptsNew(layout, bundle, node)) {
      continue;
    }
    const standing = standingOf(layout, bundle, node);
    if (leader === null || compareStandings(standing, leader) < 0) {
      best = node;
      leader = standing;
    }
  }
  return best;
}

/** Ranks a node for new guests. */
export function standingOf(layout: Layout, bundle: NewBundle, node: number): Standing {
  const load = percentAfter(layout, bundle.size, node, "memory") + percentAfter(layout, bundle.size, node, "cpu");
  return {
    wishes: bundle.ruled ? brokenWishCount(layout, bundle, node) : 0,
    heat: rankedHeat(layout, bundle, node),
    load: signOf(layout) * quantum(load),
  };
}

function rankedHeat(layout: Layout, bundle: NewBundle, node: number): number {
  return signOf(layout) * quantum(heatAfter(layout, bundle.size, node));
}

/** Where guests are packed, the fullest node is the best. */
function signOf({ index }: Layout): 1 | -1 {
  return index.policy.placement === "pack" ? -1 : 1;
}

/** Compares two nodes: negative when the first is the better home. */
export function compareStandings(a: Standing, b: Standing): number {
  return a.wishes - b.wishes || a.heat - b.heat || a.load - b.load;
}

/** Loads that differ by less than a millionth of a percent are equal, so that rounding does not decide. */
function quantum(percent: number): number {
  return Math.round(percent * 1e6);
}
