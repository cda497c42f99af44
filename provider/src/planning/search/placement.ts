import { buildIndex } from "../constraints/build-index.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { ClusterSnapshot, Guest } from "../model/cluster-snapshot.js";
import { createLayout, type Layout, relocate } from "../model/layout.js";
import type { Placement, PlacementRequest } from "../model/placement.js";
import type { Policy } from "../model/policy.js";
import { type NewBundle, newBundles } from "./new-bundles.js";
import { rankNodes } from "./rank-nodes.js";

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
): readonly Placement[] {
  const index = buildIndex(snapshot, policy, newGuests(snapshot, requests));
  const firstGuest = index.vmids.length - requests.length;
  let order = newBundles(createLayout(index), requests, firstGuest);
  let best = placeInOrder(index, requests, order);
  for (let i = 1; i < MOST_ORDERS && best.failed.length > 0; i += 1) {
    order = [...best.failed, ...order.filter((bundle) => !best.failed.includes(bundle))];
    const next = placeInOrder(index, requests, order);
    if (next.failed.length >= best.failed.length) {
      break;
    }
    best = next;
  }
  return requests.map((request, i) => best.placements.get(i) ?? { key: request.key, node: null, candidates: [] });
}

interface Outcome {
  readonly placements: ReadonlyMap<number, Placement>;
  readonly failed: readonly NewBundle[];
}

function placeInOrder(
  index: ClusterIndex,
  requests: readonly PlacementRequest[],
  order: readonly NewBundle[],
): Outcome {
  const layout = createLayout(index);
  const placements = new Map<number, Placement>();
  const failed: NewBundle[] = [];
  for (const bundle of order) {
    if (!placeBundle(layout, requests, bundle, placements)) {
      failed.push(bundle);
    }
  }
  return { placements, failed };
}

function placeBundle(
  layout: Layout,
  requests: readonly PlacementRequest[],
  bundle: NewBundle,
  placements: Map<number, Placement>,
): boolean {
  const candidates = rankNodes(layout, bundle);
  const best = candidates[0];
  const node = best?.fits === true ? best.node : null;
  for (const position of bundle.positions) {
    placements.set(position, { key: requests[position]?.key ?? "", node, candidates });
  }
  if (node === null) {
    return false;
  }
  const to = layout.index.nodeNames.indexOf(node);
  for (const guest of bundle.guests) {
    relocate(layout, guest, to);
  }
  return true;
}

/** A vmid that is taken would hide the guest that has it, so such a request gets a provisional one like those without. */
function newGuests(snapshot: ClusterSnapshot, requests: readonly PlacementRequest[]): Guest[] {
  const taken = new Set(snapshot.guests.map((guest) => guest.vmid));
  return requests.map((request, i) => {
    const wanted = request.vmid ?? FIRST_PROVISIONAL_VMID + i;
    const vmid = taken.has(wanted) ? FIRST_PROVISIONAL_VMID + i : wanted;
    taken.add(vmid);
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
