import type { Inventory } from "../inventory/take-snapshot.js";
import { knownStorages, nodesWithoutRoom, storageIds } from "../placing/storage-room.js";
import type { StorageWish } from "../placing/storage-room.js";
import { UsageError } from "./cli-io.js";

/** What is known of storages: of a captured cluster they stand with its nodes. */
export type StorageView = Pick<Inventory, "snapshot" | "storages">;

/**
 * Returns the nodes on which a storage cannot take the disks of a guest, each with a full sentence that says why, as
 * `proxlb_best_node` does; none when no storage is wished for.
 *
 * @throws UsageError when the cluster shows no such storage
 */
export function nodesUnfitFor(view: StorageView, wish: StorageWish | null): ReadonlyMap<string, string> {
  if (wish === null) return new Map();
  const inventory = { ...view, storages: knownStorages(view) };
  const known = storageIds(inventory);
  if (known.includes(wish.storage)) return nodesWithoutRoom(inventory, wish);
  throw new UsageError(
    known.length === 0
      ? "The option --storage cannot be heeded: the cluster shows no storages. Looking at them takes the privilege Datastore.Audit."
      : `The cluster shows no storage "${wish.storage}". Its storages are ${known.join(", ")}; of others, the credentials need the ` +
          "privilege Datastore.Audit.",
  );
}
