import type { Layout } from "../model/layout.js";
import { acceptsNew, type Decision, settle } from "./batch-layout.js";
import type { NewBundle } from "./new-bundles.js";
import { brokenWishCount, heatAfter } from "./node-rating.js";

/** Changes made to one batch at most. */
const MOST_CHANGES = 200;

/** Larger batches are placed well enough one by one. */
const LARGEST_BATCH = 200;

/** Heats that differ by less, in percent, are the same. */
const TOLERANCE = 1e-6;

const NOTHING: readonly number[] = [];

/**
 * Cools the hottest node of those that got new guests, by giving one of them to another node or trading it for a smaller
 * one, until nothing helps. Existing guests stay, no more wishes are broken, and nothing is done where guests are packed.
 *
 * @param layout holds the guests as decided, before and after
 */
export function evenOut(layout: Layout, decisions: readonly Decision[]): readonly Decision[] {
  if (layout.index.policy.placement === "pack" || decisions.length > LARGEST_BATCH) {
    return decisions;
  }
  const current = [...decisions];
  for (let i = 0; i < MOST_CHANGES && coolHottest(layout, current); i += 1);
  return current;
}

function coolHottest(layout: Layout, decisions: Decision[]): boolean {
  const heat = (node: number): number => heatAfter(layout, NOTHING, node);
  const hottest = decisions.reduce((best, { node }) => (best < 0 || heat(node) > heat(best) ? node : best), -1);
  const limit = hottest < 0 ? 0 : heat(hottest) - TOLERANCE;
  return decisions.some(
    ({ node }, i) => node === hottest && (giveAway(layout, decisions, i, limit) || trade(layout, decisions, i, limit)),
  );
}

/** Gives a bundle to the node that stays coolest, if that stays below the limit. */
function giveAway(layout: Layout, decisions: Decision[], i: number, limit: number): boolean {
  const own = decisions[i];
  if (own === undefined) {
    return false;
  }
  const { bundle, node: from } = own;
  settle(layout, bundle, -1);
  const wishes = brokenWishCount(layout, bundle, from);
  let best = from;
  let least = limit;
  for (const node of layout.index.activeNodes) {
    const heat = heatAfter(layout, bundle.size, node);
    if (node !== from && heat < least && acceptsNew(layout, bundle, node)) {
      const isLiked = brokenWishCount(layout, bundle, node) <= wishes;
      best = isLiked ? node : best;
      least = isLiked ? heat : least;
    }
  }
  settle(layout, bundle, best);
  if (best === from) {
    return false;
  }
  decisions[i] = { bundle, node: best };
  return true;
}

/** Trades a bundle for one on another node, if both nodes stay below the limit. */
function trade(layout: Layout, decisions: Decision[], i: number, limit: number): boolean {
  const own = decisions[i];
  return (
    own !== undefined &&
    decisions.some((other, j) => {
      if (other.node === own.node || !swap(layout, own, other, limit)) {
        return false;
      }
      decisions[i] = { bundle: own.bundle, node: other.node };
      decisions[j] = { bundle: other.bundle, node: own.node };
      return true;
    })
  );
}

function swap(layout: Layout, a: Decision, b: Decision, limit: number): boolean {
  settle(layout, a.bundle, -1);
  settle(layout, b.bundle, -1);
  const wishes = brokenWishCount(layout, a.bundle, a.node) + brokenWishCount(layout, b.bundle, b.node);
  if (suits(layout, a.bundle, b.node, limit)) {
    const aWishes = brokenWishCount(layout, a.bundle, b.node);
    settle(layout, a.bundle, b.node);
    if (suits(layout, b.bundle, a.node, limit) && aWishes + brokenWishCount(layout, b.bundle, a.node) <= wishes) {
      settle(layout, b.bundle, a.node);
      return true;
    }
    settle(layout, a.bundle, -1);
  }
  settle(layout, a.bundle, a.node);
  settle(layout, b.bundle, b.node);
  return false;
}

function suits(layout: Layout, bundle: NewBundle, node: number, limit: number): boolean {
  return heatAfter(layout, bundle.size, node) < limit && acceptsNew(layout, bundle, node);
}
