import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { InventoryError } from "./inventory-error.js";
import type { Inventory } from "./take-snapshot.js";

/**
 * Makes sure that no guest can be hidden: a hidden guest would be taken for one that does not exist, and its rules would
 * not be kept.
 *
 * @throws InventoryError when the caller's privileges do not show all guests for certain.
 */
export function requireAllGuests({ allGuestsVisible, auditCommand, snapshot }: Inventory): void {
  if (!allGuestsVisible) {
    throw new InventoryError(
      "hidden_guests",
      "The credentials do not have the privilege VM.Audit on /vms for all guests, so guests may be hidden: an existing guest " +
        "could be taken for a new one, and a plan could break the rules of guests that it does not see. Grant it, for example " +
        `with: ${auditCommand}`,
    );
  }
  requireWholeSnapshot(snapshot);
}

/**
 * Makes sure that a captured snapshot does not say of itself that guests may be missing.
 *
 * @throws InventoryError when it does.
 */
export function requireWholeSnapshot({ permissions }: ClusterSnapshot): void {
  if (permissions?.guestsMayBeHidden === true) {
    throw new InventoryError(
      "hidden_guests",
      "The snapshot was taken with credentials that may not see all guests (permissions.guestsMayBeHidden), so an existing " +
        "guest could be taken for a new one, and a plan could break the rules of guests that it does not see. Take the " +
        "snapshot again with the privilege VM.Audit on /vms.",
    );
  }
}
