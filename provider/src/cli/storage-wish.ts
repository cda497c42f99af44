import type { NodeStorage } from "../inventory/take-snapshot.js";
import { storageIds } from "../placing/storage-room.js";
import type { StorageWish } from "../placing/storage-room.js";
import type { PlacementRequest } from "../planning/model/placement.js";
import { UsageError } from "./cli-io.js";

/**
 * Returns what a new guest needs of the storage that was named for it, or null when none was.
 *
 * @throws UsageError when the cluster shows no such storage
 */
export function storageWishOf(
  storage: string | undefined,
  { type, diskBytes }: PlacementRequest,
  storages: readonly NodeStorage[],
): StorageWish | null {
  if (storage === undefined) return null;
  const known = storageIds({ storages });
  if (known.includes(storage)) return { storage, type, diskBytes };
  throw new UsageError(
    known.length === 0
      ? "The option --storage cannot be heeded: the cluster shows no storages. Looking at them takes the privilege Datastore.Audit."
      : `The cluster shows no storage "${storage}". Its storages are ${known.join(", ")}; of others, the credentials need the ` +
          "privilege Datastore.Audit.",
  );
}
