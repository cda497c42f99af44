import type { ClusterIndex } from "../model/cluster-index.js";
import type { ClusterSnapshot } from "../model/cluster-snapshot.js";
import { createLayout } from "../model/layout.js";
import type { PlacedBatch, PlacementOptions, PlacementRequest } from "../model/placement.js";
import type { Policy } from "../model/policy.js";
import { acceptsNew, type Decision, settle } from "./batch-layout.js";
import { chooseNode } from "./choose-node.js";
import { evenOut } from "./even-batch.js";
import { type NewBundle, newBundles } from "./new-bundles.js";
import { nameNewGuests, newGuests } from "./new-guests.js";
import { packBatch } from "./pack-batch.js";
import { placeWithRoom } from "./place-with-room.js";
import { indexNewGuests, type PlacementBase, preparePlacement } from "./placement-base.js";
import { presentPlacements } from "./present-placements.js";
import { requestWarnings } from "./request-warnings.js";

/** Orders of the batch that are tried when a guest finds no node: each time those that failed come first. */
const MOST_ORDERS = 8;

/**
 * Finds a node for each guest of a batch. Every guest takes its whole assigned memory before the next is placed, and the
 * rules hold inside the batch too. Guests tied by affinity are placed as one; otherwise the hardest come first. Where a
 * guest is left over, the whole batch is packed anew. The answers are in the order of the requests; a request that finds no
 * node has `node` null, and its candidates say why. Existing guests stay, unless the options let them make room.
 */
export function placeGuests(
  snapshot: ClusterSnapshot,
  policy: Policy,
  requests: readonly PlacementRequest[],
  options: PlacementOptions = {},
): PlacedBatch {
  return placeOnBase(preparePlacement(snapshot, policy), requests, options);
}

/** Does the same on a snapshot that was prepared before, in a time that does not depend on its guests unless they make room. */
export function placeOnBase(
  base: PlacementBase,
  requests: readonly PlacementRequest[],
  { makeRoom = false }: PlacementOptions = {},
): PlacedBatch {
  const index = indexNewGuests(base, newGuests(base, requests));
  const outcome = placeBatch(index, newBundles(createLayout(index), requests));
  const warnings = [
    ...index.warnings.map((warning) => nameNewGuests(warning, requests)),
    ...requestWarnings(index, requests),
  ];
  const withRoom = makeRoom && outcome.failed.length > 0 ? placeWithRoom(base, requests) : null;
  return withRoom === null
    ? { placements: presentPlacements(index, requests, outcome), migrations: [], warnings }
    : { ...withRoom, warnings };
}

interface Outcome {
  readonly decisions: readonly Decision[];
  /** Whether the decisions only make sense together, not one after the other. */
  readonly joint: boolean;
  readonly failed: readonly NewBundle[];
}

function placeBatch(index: ClusterIndex, hardestFirst: readonly NewBundle[]): Outcome {
  let order = hardestFirst;
  let best = placeInOrder(index, order);
  for (let i = 1; i < MOST_ORDERS && best.failed.length > 0; i += 1) {
    order = [...best.failed, ...order.filter((bundle) => !best.failed.includes(bundle))];
    const next = placeInOrder(index, order);
    if (next.failed.length >= best.failed.length) {
      break;
    }
    best = next;
  }
  if (best.failed.length > 0) {
    return packAnew(index, hardestFirst) ?? best;
  }
  return even(index, best.decisions, false);
}

function placeInOrder(index: ClusterIndex, order: readonly NewBundle[]): Outcome {
  const layout = createLayout(index);
  const decisions: Decision[] = [];
  for (const bundle of order) {
    const node = chooseNode(layout, bundle);
    decisions.push({ bundle, node });
    settle(layout, bundle, node);
  }
  return { decisions, joint: false, failed: decisions.flatMap(({ bundle, node }) => (node < 0 ? [bundle] : [])) };
}

/** Where a guest finds no node even without the others, no way to pack them helps. */
function packAnew(index: ClusterIndex, order: readonly NewBundle[]): Outcome | null {
  const layout = createLayout(index);
  const each = order.every((bundle) => index.activeNodes.some((node) => acceptsNew(layout, bundle, node)));
  const packed = each ? packBatch(layout, order) : null;
  return packed === null ? null : even(index, packed, true);
}

function even(index: ClusterIndex, decisions: readonly Decision[], joint: boolean): Outcome {
  if (decisions.length < 2) {
    return { decisions, joint, failed: [] };
  }
  const layout = createLayout(index);
  for (const { bundle, node } of decisions) {
    settle(layout, bundle, node);
  }
  const evened = evenOut(layout, decisions);
  return { decisions: evened, joint: joint || evened.some((decision, i) => decision !== decisions[i]), failed: [] };
}
