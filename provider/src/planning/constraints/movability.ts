import type { ClusterIndex, NodeRole } from "../model/cluster-index.js";
import type { Guest } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { IGNORE_PREFIX } from "../model/tag-prefixes.js";
import { compileGlob, compileTagGlob } from "./glob.js";

/** What keeps a guest where it is in the dialect of ProxBalance. */
const PROXBALANCE_IGNORE_TAG = "ignore";

/** Says why a guest must not move, or gives null when it may. `role` is that of its node. */
export type ImmovabilityTest = (guest: Guest, role: NodeRole) => string | null;

/** Prepares the test for one policy, so that patterns are compiled only once. */
export function createImmovabilityTest(policy: Policy): ImmovabilityTest {
  const ignoredGuests = policy.ignoreGuests.map(compileGlob);
  const ignoredTags = policy.ignoreTags.map(compileTagGlob);
  const readsProxbalance = policy.tagDialects.includes("proxbalance");
  const isIgnoredTag = (tag: string): boolean =>
    tag.startsWith(IGNORE_PREFIX) ||
    (readsProxbalance && tag === PROXBALANCE_IGNORE_TAG) ||
    ignoredTags.some((test) => test(tag));
  return (guest, role) => {
    const state = stateReason(guest, role);
    if (state !== null) {
      return state;
    }
    if (!policy.balanceTypes.includes(guest.type)) {
      return `balance_types does not list "${guest.type}".`;
    }
    if (guest.type === "vm" && !policy.migration.live) {
      return "It runs, and live is false.";
    }
    if (guest.type === "vm" && guest.localDiskBytes > 0 && !policy.migration.withLocalDisks) {
      return "It has disks on storage that is not shared, and with_local_disks is false.";
    }
    const tag = guest.tags.find(isIgnoredTag);
    if (tag !== undefined) {
      return `Its tag ${tag} keeps it where it is.`;
    }
    const ignored = ignoredGuests.some((test) => test(guest.name) || test(String(guest.vmid)));
    return ignored ? "It is listed in ignore_guests." : null;
  };
}

/** Says why a guest of the index does not move. */
export function whyImmovable({ snapshot, guestRow, roles, startNode, policy }: ClusterIndex, guest: number): string {
  const row = snapshot.guests[guestRow[guest] ?? -1];
  const role = roles[startNode[guest] ?? -1];
  if (row === undefined || role === undefined) {
    return "It has no node.";
  }
  return createImmovabilityTest(policy)(row, role) ?? "It may not move.";
}

function stateReason(guest: Guest, role: NodeRole): string | null {
  if (guest.template) {
    return "It is a template.";
  }
  if (guest.lock !== null) {
    return `It is locked (${guest.lock}).`;
  }
  if (guest.immovable !== undefined) {
    return guest.immovable;
  }
  if (guest.status !== "running") {
    return guest.status === "unknown" ? "Its state is unknown." : `It is ${guest.status}.`;
  }
  if (role === "ignored") {
    return `Its node ${guest.node} is listed in ignore_nodes.`;
  }
  return role === "offline" ? `Its node ${guest.node} is offline.` : null;
}
