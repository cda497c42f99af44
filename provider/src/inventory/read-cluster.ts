import type { PveClient } from "../pve/client.js";
import { isMigratedToRules, isNotImplemented } from "../pve/errors.js";
import { readClusterOptions, readClusterResources, readPermissions, readVersion } from "../pve/endpoints/cluster.js";
import { readHaGroups, readHaManagerStatus, readHaResources, readHaRules } from "../pve/endpoints/ha.js";
import type { ClusterResourcesWire } from "../pve/schemas/cluster-resources.js";
import type { HaManagerStatusWire } from "../pve/schemas/ha-manager-status.js";
import type { HaGroupWire, HaResourceWire, HaRuleWire } from "../pve/schemas/ha-rules.js";
import type { PermissionsWire } from "../pve/schemas/permissions.js";
import type { PveVersion } from "../pve/schemas/version.js";
import { InventoryError } from "./inventory-error.js";
import { grantCommand, holds } from "./privileges.js";

/** What binds HA guests: rules from Proxmox VE 9 on, and groups until all nodes are of that version. */
export interface HaRulesRead {
  readonly rules: readonly HaRuleWire[];
  readonly groups: readonly HaGroupWire[];
  readonly resources: readonly HaResourceWire[];
}

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
  const asked = readClusterResources(client, null, signal);
  const haResources = onceAsked(() => readHaResources(client, signal));
  const [resources, haStatus, ha, selfBalanced] = await Promise.all([
    asked,
    readHaManagerStatus(client, signal),
    version.then((known) => readHa(client, { version: known, resources: asked, haResources }, signal)),
    readClusterOptions(client, signal).then(({ haAutoRebalance }) => (haAutoRebalance ? haResources() : null)),
  ]);
  return { version: await version, permissions, resources, haStatus, ha, selfBalanced };
}

/** Returns a function that asks when it is called first, and gives every caller that answer. */
function onceAsked<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** What decides which requests about HA are needed. */
interface HaQuery {
  readonly version: PveVersion;
  readonly resources: Promise<ClusterResourcesWire>;
  readonly haResources: () => Promise<readonly HaResourceWire[]>;
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

/**
 * During an upgrade a node of version 9 knows rules already, while groups still bind. They become node-affinity rules in the end,
 * so that the groups are asked for only where there are HA guests but no such rule, or guests that are still in a group.
 */
async function readHa(
  client: PveClient,
  { version, resources: asked, haResources }: HaQuery,
  signal: AbortSignal,
): Promise<HaRulesRead> {
  const known = version.major < HA_RULES_MAJOR ? null : await unlessUnknown(readHaRules(client, signal));
  const rules = known ?? [];
  // What resources say about failback matters only where nodes are preferred.
  const areNodesPreferred = rules.some(({ type, disable }) => type === "node-affinity" && disable !== true);
  const ruled = areNodesPreferred ? await haResources() : null;
  const mayHaveGroups =
    known === null || (ruled === null ? hasHaGuests(await asked) : ruled.some(({ group }) => (group ?? "") !== ""));
  const groups = mayHaveGroups ? ((await unlessUnknown(readHaGroups(client, signal))) ?? []) : [];
  const resources = ruled ?? (groups.length > 0 ? await haResources() : []);
  return { rules, groups, resources };
}

function hasHaGuests({ guests }: ClusterResourcesWire): boolean {
  return guests.some(({ hastate }) => (hastate ?? "") !== "");
}

/** Null when the answering node's version does not know the request; during an upgrade nodes differ. */
async function unlessUnknown<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (failure) {
    if (isNotImplemented(failure) || isMigratedToRules(failure)) {
      return null;
    }
    throw failure;
  }
}
