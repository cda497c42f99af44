import type { Guest } from "../model/cluster-snapshot.js";
import type { ClusterSnapshot } from "../model/cluster-snapshot.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import { createLayout, type Layout, relocate } from "../model/layout.js";
import type { Candidate, PlacedBatch, Placement, PlacementRequest } from "../model/placement.js";
import type { Policy } from "../model/policy.js";
import { chooseNode } from "./choose-node.js";
import { type NewBundle, newBundles } from "./new-bundles.js";
import { indexNewGuests, type PlacementBase, preparePlacement } from "./placement-base.js";
import { rankNodes } from "./rank-nodes.js";
import { requestWarnings } from "./request-warnings.js";

/** Orders of the batch that are tried when a guest finds no node: each time those that failed come first. */
const MOST_ORDERS = 8;

/** Vmids for guests that have none yet; above what Proxmox VE hands out. */
const FIRST_PROVISIONAL_VMID = 1_000_000_000;

/**
 * Finds a node for each guest of a batch. Every guest takes its whole assigned memory before the next is placed, and the
 * rules hold inside the batch too. Guests tied by affinity are placed as one; otherwise the hardest come first. The answers are in
 * the order of the requests; a request that finds no node has `node` null, and its candidates say why.
 */
export function placeGuests(
  snapshot: ClusterSnapshot,
  policy: Policy,
  requests: readonly PlacementRequest[],
): PlacedBatch {
  return placeOnBase(preparePlacement(snapshot, policy), requests);
}

/** Does the same on a snapshot that was prepared before, in a time that does not depend on its guests. */
export function placeOnBase(base: PlacementBase, requests: readonly PlacementRequest[]): PlacedBatch {
  const index = indexNewGuests(base, newGuests(base, requests));
  let order = newBundles(createLayout(index), requests);
  let best = placeInOrder(index, order);
  for (let i = 1; i < MOST_ORDERS && best.failed.length > 0; i += 1) {
    order = [...best.failed, ...order.filter((bundle) => !best.failed.includes(bundle))];
    const next = placeInOrder(index, order);
    if (next.failed.length >= best.failed.length) {
      break;
    }
    best = next;
  }
  return {
    placements: presentPlacements(index, requests, best),
    warnings: [...index.warnings, ...requestWarnings(index, requests)],
  };
}

/** A bundle and the node that it got; -1 for none. */
interface Decision {
  readonly bundle: NewBundle;
  readonly node: number;
}

interface Outcome {
  readonly decisions: readonly Decision[];
  readonly failed: readonly NewBundle[];
}

function placeInOrder(index: ClusterIndex, order: readonly NewBundle[]): Outcome {
  const layout = createLayout(index);
  const decisions: Decision[] = [];
  for (const bundle of order) {
    const node = chooseNode(layout, bundle);
    decisions.push({ bundle, node });
    settle(layout, bundle, node);
  }
  return { decisions, failed: decisions.flatMap(({ bundle, node }) => (node < 0 ? [bundle] : [])) };
}

function settle(layout: Layout, bundle: NewBundle, node: number): void {
  for (const guest of bundle.guests) {
    relocate(layout, guest, node);
  }
}

/** Rankings of all nodes for all guests of a large batch would be larger than the cluster, so they are made when looked at. */
function presentPlacements(
  index: ClusterIndex,
  requests: readonly PlacementRequest[],
  { decisions }: Outcome,
): Placement[] {
  const scene = { layout: createLayout(index), settled: 0 };
  const rankings = new Map<number, readonly Candidate[]>();
  const rankingAt = (at: number): readonly Candidate[] => {
    const known = rankings.get(at);
    if (known !== undefined) {
      return known;
    }
    for (; scene.settled > at; scene.settled -= 1) {
      decisions.slice(scene.settled - 1, scene.settled).forEach(({ bundle }) => {
        settle(scene.layout, bundle, -1);
      });
    }
    for (; scene.settled < at; scene.settled += 1) {
      decisions.slice(scene.settled, scene.settled + 1).forEach(({ bundle, node }) => {
        settle(scene.layout, bundle, node);
      });
    }
    const ranking = decisions.slice(at, at + 1).flatMap(({ bundle }) => rankNodes(scene.layout, bundle));
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

/** A vmid that is taken would hide the guest that has it, so such a request gets a provisional one like those without. */
function newGuests(base: PlacementBase, requests: readonly PlacementRequest[]): Guest[] {
  const own = new Set<number>();
  return requests.map((request, i) => {
    const wanted = request.vmid ?? FIRST_PROVISIONAL_VMID + i;
    const vmid = base.guestByVmid.has(wanted) || own.has(wanted) ? FIRST_PROVISIONAL_VMID + i : wanted;
    own.add(vmid);
    return asGuest(request, vmid);
  });
}

/** What a new guest will use is not known, so it counts with all that is assigned to it. */
function asGuest(request: PlacementRequest, vmid: number): Guest {
  return {
    vmid,
    name: request.name ?? "",
    type: request.type,
    node: "",
    status: "running",
    template: false,
    lock: null,
    cpuCores: request.cpuCores,
    cpuUsedCores: request.cpuCores,
    memoryBytes: request.memoryBytes,
    memoryUsedBytes: request.memoryBytes,
    diskBytes: request.diskBytes,
    localDiskBytes: 0,
    tags: request.tags,
    pool: request.pool,
    haManaged: false,
  };
}
