import type { Inventory } from "../inventory/take-snapshot.js";
import type { PlacedBatch, PlacementRequest } from "../planning/model/placement.js";
import type { Policy } from "../planning/model/policy.js";
import { placeGuests } from "../planning/search/placement.js";
import type { StorageWish, TakenRoom } from "./storage-room.js";
import { nodesWithoutRoom, takeRoom } from "./storage-room.js";

/** A guest to place, and the storage that it needs; null when any will do. */
export interface StoredRequest {
  readonly request: PlacementRequest;
  readonly wish: StorageWish | null;
}

/** The cluster that guests are placed on. */
export interface PlacingScene {
  readonly inventory: Pick<Inventory, "snapshot" | "storages">;
  readonly policy: Policy;
  /** Room that guests take which were placed before but do not exist yet; none unless given. */
  readonly taken?: TakenRoom;
}

type Unfit = ReadonlyMap<string, string>;

const NOWHERE: Unfit = new Map();

/** Finds the first guest, in the order of the requests, for which the guests before it leave too little room where it is. */
const findOverflow = (
  { inventory, taken: before = new Map() }: PlacingScene,
  requests: readonly StoredRequest[],
  { placements }: PlacedBatch,
): { readonly position: number; readonly unfit: Unfit } | undefined => {
  let taken = before;
  for (const [position, { wish }] of requests.entries()) {
    const node = placements[position]?.node ?? null;
    if (wish === null || node === null) continue;
    const unfit = nodesWithoutRoom(inventory, wish, taken);
    if (unfit.has(node)) return { position, unfit };
    taken = takeRoom(inventory, wish, { node, taken });
  }
  return undefined;
};

/**
 * Places guests on nodes where their storages have room for them, the disks of the others counted. A guest that the others
 * leave no room is placed again elsewhere; each time a node is ruled out for it, so that this ends.
 */
export const placeOnStorages = (scene: PlacingScene, requests: readonly StoredRequest[]): PlacedBatch => {
  const { inventory, policy, taken } = scene;
  const ruledOut = requests.map(({ wish }) => (wish === null ? NOWHERE : nodesWithoutRoom(inventory, wish, taken)));
  for (;;) {
    const batch = placeGuests(
      inventory.snapshot,
      policy,
      requests.map(({ request }, position) => ({ ...request, unfitNodes: ruledOut[position] ?? NOWHERE })),
    );
    const overflow = findOverflow(scene, requests, batch);
    if (overflow === undefined) return batch;
    ruledOut[overflow.position] = new Map([...(ruledOut[overflow.position] ?? NOWHERE), ...overflow.unfit]);
  }
};
