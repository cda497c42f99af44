import type { PveClient } from "../pve/client.js";
import type { NodeRowWire, StorageRowWire } from "../pve/schemas/cluster-resources.js";
import type { PermissionsWire } from "../pve/schemas/permissions.js";
import type { PveVersion } from "../pve/schemas/version.js";
import type { ClusterSnapshot, Guest, SnapshotPermissions } from "../planning/model/cluster-snapshot.js";
import { guestFromRow, hostShareBytes } from "./guests.js";
import { rulesFromHaGroups, rulesFromHaRules } from "./ha-rules.js";
import type { ConvertedRules, RuleSurroundings } from "./ha-rules.js";
import { withHaSettings } from "./ha-settings.js";
import { InventoryError } from "./inventory-error.js";
import { maintenanceNodes } from "./maintenance.js";
import { leaveToNativeBalancer } from "./native-balancer.js";
import { readNodeMoments } from "./node-moments.js";
import type { NodeMoments } from "./node-moments.js";
import { withStorages } from "./node-storages.js";
import { isOnline, nodeFromRow } from "./nodes.js";
import { grantCommand, holds, seesAllGuests, seesAllStorages } from "./privileges.js";
import { readCluster } from "./read-cluster.js";
import type { ClusterRead } from "./read-cluster.js";
import { nodesWithZfs, withoutZfsCaches } from "./zfs-cache.js";

/** A storage as one node sees it. */
export interface NodeStorage {
  readonly storage: string;
  readonly node: string;
  readonly available: boolean;
  readonly shared: boolean;
  /** Kinds of content, such as `images` and `rootdir`. */
  readonly content: readonly string[];
  /** Null where the node does not tell. */
  readonly sizeBytes: number | null;
  /** Null where the node does not tell. */
  readonly usedBytes: number | null;
}

/** What was read besides the snapshot, for policies that look further than the moment. */
export interface InventoryBackground {
  /** The last hour of the nodes that were asked for it. */
  readonly moments: NodeMoments;
  /** Bytes by vmid that the host counts for a guest beyond what the guest says of itself. */
  readonly hostShareBytes: ReadonlyMap<number, number>;
}

/** First version that keeps the size of the ZFS cache in the history of nodes. */
const CACHE_SIZE_MAJOR = 9;

/** What a cluster looks like at one moment, and how far that can be trusted. */
export interface Inventory {
  readonly snapshot: ClusterSnapshot;
  /** Version of the entry node; null for a captured cluster. */
  readonly version: PveVersion | null;
  /** False while the cluster accepts no changes. */
  readonly quorate: boolean;
  /** False when the caller's privileges could hide a guest. */
  readonly allGuestsVisible: boolean;
  /** The command that lets the caller see everything, for messages; empty where nobody could grant it. */
  readonly auditCommand: string;
  readonly storages: readonly NodeStorage[];
  /** Uptime in seconds per node as last published; it advances only when the node's figures are renewed. */
  readonly publishedUptimes: ReadonlyMap<string, number>;
  /** Absent for a captured cluster, which nobody can ask for more. */
  readonly background?: InventoryBackground;
  /** Full sentences. */
  readonly warnings: readonly string[];
}

/**
 * Takes a snapshot of the cluster in at most eight requests, and one for each node with a ZFS storage.
 *
 * @throws PveError when the cluster does not answer; InventoryError when its answers do not suffice.
 */
export async function takeSnapshot(
  client: PveClient,
  { takenAt }: { readonly takenAt: string | null },
  signal: AbortSignal,
): Promise<Inventory> {
  const read = await readCluster(client, signal);
  refuseWithheldFigures(client, read);
  const { nodes, storages, guests } = read.resources;
  const { snapshot: raw, warnings } = assembleSnapshot(read, takenAt);
  const asked = read.version.major < CACHE_SIZE_MAJOR ? [] : nodesWithZfs(raw.nodes, storages);
  const moments = await readNodeMoments(client, asked, signal);
  const quorate = read.haStatus.quorum?.quorate ?? true;
  return {
    snapshot: { ...raw, nodes: withoutZfsCaches(raw.nodes, moments) },
    version: read.version,
    quorate,
    allGuestsVisible: seesAllGuests(read.permissions),
    auditCommand: grantCommand(client.identity, "/", "PVEAuditor"),
    storages: storages.map(storageFromRow),
    publishedUptimes: new Map(nodes.flatMap(publishedUptime)),
    background: { moments, hostShareBytes: new Map(guests.map((row) => [row.vmid, hostShareBytes(row)])) },
    warnings: quorate ? warnings : [...warnings, "The cluster has no quorum, so it would refuse every migration."],
  };
}

function assembleSnapshot(
  read: ClusterRead,
  takenAt: string | null,
): { readonly snapshot: ClusterSnapshot; readonly warnings: readonly string[] } {
  const rows = read.resources;
  const maintenance = maintenanceNodes(read.haStatus, rows.nodes);
  const seesAll = seesAllStorages(read.permissions);
  const bare = rows.nodes.map((row) => nodeFromRow(row, maintenance.has(row.node)));
  const nodes = withStorages(bare, rows.storages, { seesAll });
  const { guests, warnings: balancerWarnings } = leaveToNativeBalancer(
    withHaSettings(rows.guests.map(guestFromRow), rows.guests, read.ha),
    read.selfBalanced,
  );
  refuseStrayGuests(guests, new Set(nodes.map((node) => node.name)));
  const { rules, warnings } = convertHa(read, {
    guests: new Set(rows.guests.filter((row) => row.hastate !== "ignored").map((row) => row.vmid)),
    nodes: nodes.map((node) => node.name),
  });
  return {
    snapshot: { takenAt, nodes, guests, rules, permissions: permissionsFrom(read.permissions) },
    warnings: [...silentNodeWarnings(rows.nodes), ...silentGuestWarnings(read), ...balancerWarnings, ...warnings],
  };
}

/** Guests of which some may be migrated and some may not are asked about one by one. */
function permissionsFrom(permissions: PermissionsWire): SnapshotPermissions {
  const isSomeMigrator = Object.values(permissions).some((privileges) => "VM.Migrate" in privileges);
  return { guestsMayBeHidden: !seesAllGuests(permissions), mayMigrate: isSomeMigrator };
}

function convertHa({ ha }: ClusterRead, surroundings: RuleSurroundings): ConvertedRules {
  const { rules, warnings } = rulesFromHaRules(ha.rules, surroundings);
  return { rules: [...rules, ...rulesFromHaGroups(ha.groups, ha.resources, surroundings)], warnings };
}

/** Without the privilege a node is listed but its figures are left out; taken as zeros they would make it the best target. */
function refuseWithheldFigures(client: PveClient, { resources, permissions }: ClusterRead): void {
  const withheld = resources.nodes.find(
    (row) => row.status === "online" && row.figures === null && !holds(permissions, `/nodes/${row.node}`, "Sys.Audit"),
  );
  if (withheld !== undefined) {
    const path = `/nodes/${withheld.node}`;
    throw new InventoryError(
      "missing_privilege",
      `Proxmox VE withholds the load of node ${withheld.node}, because ${client.identity.name} lacks the privilege ` +
        `Sys.Audit on ${path}. Grant it with: ${grantCommand(client.identity, path, "PVEAuditor")}`,
    );
  }
}

function refuseStrayGuests(guests: readonly Guest[], nodeNames: ReadonlySet<string>): void {
  const stray = guests.find((guest) => !nodeNames.has(guest.node));
  if (stray !== undefined) {
    throw new InventoryError(
      "inconsistent_answer",
      `Guest ${stray.vmid} is listed on node ${stray.node}, but the cluster lists no such node. ` +
        "Check the membership of the cluster (pvecm status) and try again.",
    );
  }
}

function silentNodeWarnings(rows: readonly NodeRowWire[]): readonly string[] {
  return rows
    .filter((row) => row.status === "online" && !isOnline(row))
    .map((row) => `Node ${row.node} is online but publishes no figures (service pvestatd), so it is left out.`);
}

function silentGuestWarnings({ resources }: ClusterRead): readonly string[] {
  const online = new Set(resources.nodes.filter(isOnline).map((row) => row.node));
  return resources.guests
    .filter((row) => row.figures === null && online.has(row.node))
    .map((row) => `Node ${row.node} publishes no figures of guest ${row.vmid}, so the guest's size counts as nothing.`);
}

function storageFromRow(row: StorageRowWire): NodeStorage {
  return {
    storage: row.storage,
    node: row.node,
    available: row.status === "available",
    shared: row.shared ?? false,
    content: (row.content ?? "").split(",").filter((kind) => kind !== ""),
    sizeBytes: row.maxdisk ?? null,
    usedBytes: row.disk ?? null,
  };
}

function publishedUptime(row: NodeRowWire): readonly (readonly [string, number])[] {
  const uptime = row.figures?.uptime ?? null;
  return uptime === null ? [] : [[row.node, uptime]];
}
