import type { GuestModel } from "../../placing/guest-attributes.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import { findExistingGuest } from "../../planning/search/existing-guest.js";

/** Returns the node of every guest that exists, by key. A name that several guests bear says nothing, so it is left out. */
export const currentNodes = (
  snapshot: ClusterSnapshot,
  guests: ReadonlyMap<string, GuestModel>,
): ReadonlyMap<string, string> =>
  new Map(
    [...guests].flatMap(([key, { vm_id: vmid, name }]) => {
      const found = findExistingGuest(snapshot, { vmid, name });
      return found.kind === "one" ? [[key, found.guest.node] as const] : [];
    }),
  );
