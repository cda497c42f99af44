import type { PveClient } from "../client.js";
import { withQuery } from "../api-path.js";
import { decodeClusterOptions } from "../schemas/cluster-options.js";
import type { ClusterOptionsWire } from "../schemas/cluster-options.js";
import { decodeClusterResources } from "../schemas/cluster-resources.js";
import type { ClusterResourcesWire } from "../schemas/cluster-resources.js";
import { decodeMetricsExport } from "../schemas/metrics-export.js";
import type { MetricWire } from "../schemas/metrics-export.js";
import { decodeNetwork } from "../schemas/network.js";
import type { NetworkInterfaceWire } from "../schemas/network.js";
import { decodeNodeHistory } from "../schemas/node-history.js";
import type { NodeHistoryPointWire } from "../schemas/node-history.js";
import { decodeNodeStatus } from "../schemas/node-status.js";
import type { NodeStatusWire } from "../schemas/node-status.js";
import { decodePermissions } from "../schemas/permissions.js";
import type { PermissionsWire } from "../schemas/permissions.js";
import { decodeReplicationJobs } from "../schemas/replication.js";
import type { ReplicationJobWire } from "../schemas/replication.js";
import { decodeVersion } from "../schemas/version.js";
import type { PveVersion } from "../schemas/version.js";
import { apiPath } from "../api-path.js";

/** Reads the version of the entry node. */
export function readVersion(client: PveClient, signal: AbortSignal): Promise<PveVersion> {
  return client.get("/version", decodeVersion, signal);
}

/** Reads the version of one node; during an upgrade nodes differ. */
export function readNodeVersion(client: PveClient, node: string, signal: AbortSignal): Promise<PveVersion> {
  return client.get(apiPath`/nodes/${node}/version`, decodeVersion, signal);
}

/** Reads the caller's own privileges by path, with roles expanded. */
export function readPermissions(client: PveClient, signal: AbortSignal): Promise<PermissionsWire> {
  return client.get("/access/permissions", decodePermissions, signal);
}

/** Reads nodes, guests and storages in one request; `only` narrows it to one kind. */
export function readClusterResources(
  client: PveClient,
  only: "vm" | "node" | "storage" | null,
  signal: AbortSignal,
): Promise<ClusterResourcesWire> {
  return client.get(withQuery("/cluster/resources", { type: only }), decodeClusterResources, signal);
}

/** Reads the options of the cluster; without Sys.Audit on `/` most of them are missing. */
export function readClusterOptions(client: PveClient, signal: AbortSignal): Promise<ClusterOptionsWire> {
  return client.get("/cluster/options", decodeClusterOptions, signal);
}

/** Reads the replication jobs of all guests that the caller may see. */
export function readReplicationJobs(client: PveClient, signal: AbortSignal): Promise<readonly ReplicationJobWire[]> {
  return client.get("/cluster/replication", decodeReplicationJobs, signal);
}

/** Reads the last hour of a node, oldest first; any node answers for all, so that it works for nodes that are down. */
export function readNodeHistory(
  client: PveClient,
  node: string,
  signal: AbortSignal,
): Promise<readonly NodeHistoryPointWire[]> {
  const query = { timeframe: "hour", cf: "AVERAGE" };
  return client.get(withQuery(apiPath`/nodes/${node}/rrddata`, query), decodeNodeHistory, signal);
}

/**
 * Reads the samples of the last half hour at most, of all nodes and guests in one answer (8.2 and later), from a time in
 * seconds since the epoch on. The answer has about a hundred bytes for each of eleven metrics every ten seconds.
 */
export function readRecentMetrics(
  client: PveClient,
  { sinceSeconds }: { readonly sinceSeconds: number },
  signal: AbortSignal,
): Promise<readonly MetricWire[]> {
  const query = { history: 1, "start-time": Math.floor(sinceSeconds) };
  return client.get(withQuery("/cluster/metrics/export", query), decodeMetricsExport, signal);
}

/** Reads version and processor of one node; asks the node itself. */
export function readNodeStatus(client: PveClient, node: string, signal: AbortSignal): Promise<NodeStatusWire> {
  return client.get(apiPath`/nodes/${node}/status`, decodeNodeStatus, signal);
}

/** Reads the bridges of a node. */
export function readNodeBridges(
  client: PveClient,
  node: string,
  signal: AbortSignal,
): Promise<readonly NetworkInterfaceWire[]> {
  return client.get(withQuery(apiPath`/nodes/${node}/network`, { type: "any_bridge" }), decodeNetwork, signal);
}
