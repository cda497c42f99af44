import type { ClusterSnapshot, Guest } from "../../planning/model/cluster-snapshot.js";
import type { GuestModel } from "./best-node-attributes.js";

/** What is known of a guest that was asked about. */
export type ExistingGuest =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly guest: Guest }
  | { readonly kind: "several"; readonly guests: readonly Guest[] };

/**
 * Looks for the guest in the cluster: by id where one is given, else by name. A guest with the wanted name but another
 * id is somebody else.
 */
export const existingGuest = ({ guests }: ClusterSnapshot, { vm_id, name }: GuestModel): ExistingGuest => {
  if (vm_id === null && name === null) return { kind: "none" };
  const found = guests.filter((guest) => (vm_id === null ? guest.name === name : guest.vmid === vm_id));
  const [first] = found;
  if (first === undefined) return { kind: "none" };
  return found.length === 1 ? { kind: "one", guest: first } : { kind: "several", guests: found };
};
