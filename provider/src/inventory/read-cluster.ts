import type { PveClient } from "../pve/client.js";
import { isNotImplemented } from "../pve/errors.js";
import { readClusterOptions, readClusterResources, readPermissions, readVersion } from "../pve/endpoints/cluster.js";
import { readHaGroups, readHaManagerStatus, readHaResources, readHaRules } from "../pve/endpoints/ha.js";
import type { ClusterResourcesWire } from "../pve/schemas/cluster-resources.js";
import type { HaManagerStatusWire } from "../pve/schemas/ha-manager-status.js";
import type { HaGroupWire, HaResourceWire, HaRuleWire } from "../pve/schemas/ha-rules.js";
import type { PermissionsWire } from "../pve/schemas/permissions.js";
import type { PveVersion } from "../pve/schemas/version.js";
import { InventoryError } from "./inventory-error.js";
import { grantCommand, holds } from "./privileges.js";

/** HA rules in the form of the cluster's version. */
export type HaRulesRead =
  | { readonly kind: "rules"; readonly rules: readonly HaRuleWire[]; readonly resources: readonly HaResourceWire[] }
  | { readonly kind: "groups"; readonly groups: readonly HaGroupWire[]; readonly resources: readonly HaResourceWire[] };

/** The answers from which an inventory is made. */
export interface ClusterRead {
  readonly version: PveVersion;
  readonly permissions: PermissionsWire;
  readonly resources: ClusterResourcesWire;
  readonly haStatus: HaManagerStatusWire;
  readonly ha: HaRulesRead;
  /** The HA resources where the cluster balances them itself, else null. */
  readonly selfBalanced: readonly HaResourceWire[] | null;
}

/** First version with HA rules in place of groups. */
const HA_RULES_MAJOR = 9;

/**
 * Asks for everything that an inventory needs, in six to eight requests, whatever the size of the cluster.
 *
 * @throws InventoryError when a privilege is missing that everything else depends on.
 */
export async function readCluster(client: PveClient, signal: AbortSignal): Promise<ClusterRead> {
  // One request alone first: a refused login is answered with a delay of 3 s, once is enough.
  const permissions = await readPermissions(client, signal);
  requireAudit(client, permissions);
  const version = readVersion(client, signal);
  const [resources, haStatus, ha, selfBalanced] = await Promise.all([
    readClusterResources(client, null, signal),
    readHaManagerStatus(client, signal),
    version.then((known) => readHa(client, known, signal)),
    readSelfBalanced(client, signal),
  ]);
  return { version: await version, permissions, resources, haStatus, ha, selfBalanced };
}

function requireAudit(client: PveClient, permissions: PermissionsWire): void {
  if (!holds(permissions, "/", "Sys.Audit")) {
    throw new InventoryError(
      "missing_privilege",
      `${client.identity.name} lacks the privilege Sys.Audit on /, without which Proxmox VE hides the load of the nodes ` +
        `and the HA rules. Grant it with: ${grantCommand(client.identity, "/", "PVEAuditor")}`,
    );
  }
}

async function readHa(client: PveClient, version: PveVersion, signal: AbortSignal): Promise<HaRulesRead> {
  const rules = version.major < HA_RULES_MAJOR ? null : await unlessUnknown(readHaRules(client, signal));
  if (rules !== null) {
    // What resources say about failback matters only where nodes are preferred.
    const areNodesPreferred = rules.some(({ type, disable }) => type === "node-affinity" && disable !== true);
    return { kind: "rules", rules, resources: areNodesPreferred ? await readHaResources(client, signal) : [] };
  }
  const groups = (await unlessUnknown(readHaGroups(client, signal))) ?? [];
  const resources = groups.length === 0 ? [] : await readHaResources(client, signal);
  return { kind: "groups", groups, resources };
}

async function readSelfBalanced(client: PveClient, signal: AbortSignal): Promise<readonly HaResourceWire[] | null> {
  const { haAutoRebalance } = await readClusterOptions(client, signal);
  return haAutoRebalance ? readHaResources(client, signal) : null;
}

/** Null when the answering node's version does not know the request; during an upgrade nodes differ. */
async function unlessUnknown<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (failure) {
    if (isNotImplemented(failure)) {
      return null;
    }
    throw failure;
  }
}
