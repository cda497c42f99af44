import type { DiagnosticText } from "./framework/diagnostics.js";
import { InventoryError } from "./inventory/inventory-error.js";
import type { InventoryErrorCode } from "./inventory/inventory-error.js";
import type { PveErrorCode } from "./pve/errors.js";
import { PveError } from "./pve/errors.js";

const API_SUMMARIES: Readonly<Record<PveErrorCode, string>> = {
  unreachable: "Proxmox VE Unreachable",
  connection_lost: "Connection to Proxmox VE Lost",
  client_closed: "Connection to Proxmox VE Closed",
  timeout: "Proxmox VE Did Not Answer in Time",
  untrusted_certificate: "Untrusted Proxmox VE Certificate",
  tls_failed: "TLS Connection to Proxmox VE Failed",
  authentication_failed: "Proxmox VE Authentication Failed",
  second_factor_required: "Proxmox VE Authentication Failed",
  permission_denied: "Missing Proxmox VE Privilege",
  request_refused: "Proxmox VE Refused the Request",
  not_implemented: "Request Unknown to Proxmox VE",
  node_unreachable: "Proxmox VE Node Unreachable",
  unexpected_answer: "Unexpected Answer from Proxmox VE",
  answer_too_large: "Unexpected Answer from Proxmox VE",
};

const INVENTORY_SUMMARIES: Readonly<Record<InventoryErrorCode, string>> = {
  missing_privilege: "Missing Proxmox VE Privilege",
  hidden_guests: "Guests May Be Hidden",
  inconsistent_answer: "Unable to Read Cluster",
  invalid_snapshot: "Invalid Snapshot File",
};

/** Words an error of the outside world for the user; undefined means that the provider itself is at fault. */
export const describeError = (error: unknown): DiagnosticText | undefined => {
  if (error instanceof PveError) return { summary: API_SUMMARIES[error.code], detail: error.message };
  if (error instanceof InventoryError) return { summary: INVENTORY_SUMMARIES[error.code], detail: error.message };
  return undefined;
};
