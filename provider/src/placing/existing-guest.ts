import type { Diagnostics } from "../framework/diagnostics.js";
import type { ClusterSnapshot, Guest } from "../planning/model/cluster-snapshot.js";
import { findExistingGuest } from "../planning/search/existing-guest.js";
import type { AskedGuest } from "./asked-guest.js";

/** A guest that was asked about, and the guest that it is; null while it does not exist. */
export interface FoundGuest {
  readonly asked: AskedGuest;
  readonly guest: Guest | null;
}

/** Looks for a guest by its id, else by its name. Adds an error when several bear the name. */
export const findGuest = (snapshot: ClusterSnapshot, asked: AskedGuest, diagnostics: Diagnostics): FoundGuest => {
  const existing = findExistingGuest(snapshot, { vmid: asked.model.vm_id, name: asked.model.name });
  if (existing.kind === "several") {
    const where = existing.guests.map(({ vmid, node }) => `${vmid} on ${node}`).join(", ");
    diagnostics.error(
      "Ambiguous Guest Name",
      `Several guests are called "${asked.model.name ?? ""}": ${where}. Set "vm_id" to say which one is meant.`,
      [...asked.path, { attribute: "name" }],
    );
  }
  return { asked, guest: existing.kind === "one" ? existing.guest : null };
};
