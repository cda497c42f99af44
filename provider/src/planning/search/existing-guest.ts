import type { ClusterSnapshot, Guest } from "../model/cluster-snapshot.js";

/** What is known of a guest that was asked about. */
export type ExistingGuest =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly guest: Guest }
  | { readonly kind: "several"; readonly guests: readonly Guest[] };

/**
 * Looks for a guest in the cluster: by vmid where one is given, else by name. A guest with the wanted name but another
 * vmid is somebody else, and a template never answers to a name, because its clones may bear the same.
 */
export function findExistingGuest(
  { guests }: Pick<ClusterSnapshot, "guests">,
  { vmid, name }: { readonly vmid: number | null; readonly name: string | null },
): ExistingGuest {
  if (vmid === null && name === null) {
    return { kind: "none" };
  }
  const found = guests.filter((guest) =>
    vmid === null ? guest.name === name && !guest.template : guest.vmid === vmid,
  );
  const [first] = found;
  if (first === undefined) {
    return { kind: "none" };
  }
  return found.length === 1 ? { kind: "one", guest: first } : { kind: "several", guests: found };
}
