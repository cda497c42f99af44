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
  /** Whether existing guests may move where a new one finds no node otherwise; not unless given. */
  readonly makeRoom?: boolean;
}

type Unfit = ReadonlyMap<string, string>;

const NOWHERE: Unfit = new Map();

/** Books the local disks of a guest that makes room where it goes; what it leaves behind is not counted on. */
const takeAlong = (
  { snapshot, storages }: PlacingScene["inventory"],
  { vmid, type, to }: PlacedBatch["migrations"][number],
  before: TakenRoom,
): TakenRoom => {
  const disks = snapshot.guests.find((guest) => guest.vmid === vmid)?.disks ?? [];
  const local = disks.filter(({ storage }) => !storages.some((row) => row.storage === storage && row.shared));
  return local.reduce(
    (taken, { storage, bytes }) => takeRoom({ storages }, { storage, type, diskBytes: bytes }, { node: to, taken }),
    before,
  );
};

/** Finds the first guest, in the order of the requests, for which the guests before it leave too little room where it is. */
const findOverflow = (
  { inventory, taken: before = new Map() }: PlacingScene,
  requests: readonly StoredRequest[],
  { placements, migrations }: PlacedBatch,
): { readonly position: number; readonly unfit: Unfit } | undefined => {
  let taken = migrations.reduce((room, migration) => takeAlong(inventory, migration, room), before);
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
  const { inventory, policy, taken, makeRoom = false } = scene;
  const ruledOut = requests.map(({ wish }) => (wish === null ? NOWHERE : nodesWithoutRoom(inventory, wish, taken)));
  for (;;) {
    const batch = placeGuests(
      inventory.snapshot,
      policy,
      requests.map(({ request }, position) => ({ ...request, unfitNodes: ruledOut[position] ?? NOWHERE })),
      { makeRoom },
    );
    const overflow = findOverflow(scene, requests, batch);
    if (overflow === undefined) return batch;
    ruledOut[overflow.position] = new Map([...(ruledOut[overflow.position] ?? NOWHERE), ...overflow.unfit]);
  }
};
