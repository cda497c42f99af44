import type { Diagnostics } from "../../framework/diagnostics.js";
import type { Inventory } from "../../inventory/take-snapshot.js";

/**
 * Adds an error unless it is certain that every guest is visible: a hidden guest would be taken for one that does not
 * exist, and its load would be missing.
 */
export const refuseHiddenGuests = ({ allGuestsVisible, auditCommand }: Inventory, diagnostics: Diagnostics): void => {
  if (allGuestsVisible) return;
  diagnostics.error(
    "Guests May Be Hidden",
    "The credentials do not have the privilege VM.Audit on /vms for all guests, so an existing guest could be taken for a new " +
      `one. Grant it, for example with: ${auditCommand}`,
  );
};
