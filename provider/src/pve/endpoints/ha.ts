import type { PveClient } from "../client.js";
import { decodeHaManagerStatus } from "../schemas/ha-manager-status.js";
import type { HaManagerStatusWire } from "../schemas/ha-manager-status.js";
import { decodeHaGroups, decodeHaResources, decodeHaRules } from "../schemas/ha-rules.js";
import type { HaGroupWire, HaResourceWire, HaRuleWire } from "../schemas/ha-rules.js";

/** Reads the state of the HA manager; needs Sys.Audit on `/`. */
export function readHaManagerStatus(client: PveClient, signal: AbortSignal): Promise<HaManagerStatusWire> {
  return client.get("/cluster/ha/status/manager_status", decodeHaManagerStatus, signal);
}

/** Reads the HA rules; Proxmox VE 8 answers "not implemented" (see `isNotImplemented`). */
export function readHaRules(client: PveClient, signal: AbortSignal): Promise<readonly HaRuleWire[]> {
  return client.get("/cluster/ha/rules", decodeHaRules, signal);
}

/** Reads the HA groups of Proxmox VE 8; version 9 refuses once they are converted to rules. */
export function readHaGroups(client: PveClient, signal: AbortSignal): Promise<readonly HaGroupWire[]> {
  return client.get("/cluster/ha/groups", decodeHaGroups, signal);
}

/** Reads the guests that the HA manager owns. */
export function readHaResources(client: PveClient, signal: AbortSignal): Promise<readonly HaResourceWire[]> {
  return client.get("/cluster/ha/resources", decodeHaResources, signal);
}
