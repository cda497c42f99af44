import type { Node } from "../planning/model/cluster-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { readNodeHistory } from "../pve/endpoints/cluster.js";
import type { StorageRowWire } from "../pve/schemas/cluster-resources.js";
import type { PveVersion } from "../pve/schemas/version.js";
import { mapBounded } from "./bounded.js";

/** Fifty nodes in four round trips; the answers are small. */
const REQUESTS_AT_ONCE = 24;

/** ZFS keeps at least this part of the memory as cache, however much guests ask for. */
const KEPT_SHARE = 1 / 32;

/** First version that keeps the size of the cache in the history of nodes. */
const CACHE_SIZE_MAJOR = 9;

/** The nodes of a cluster with the storages that they have, and the version of the node that answers. */
export interface NodesWithStorages {
  readonly nodes: readonly Node[];
  readonly storages: readonly StorageRowWire[];
  readonly version: PveVersion;
}

/**
 * Reduces the used memory of nodes with ZFS by the part of its cache that makes room for guests: Proxmox counts it as
 * used, so such nodes would look full. One request for each online node that has a ZFS storage; Proxmox VE 8 does not
 * tell the size of the cache, so it is not asked, and nodes of that version stay as they are.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function withoutZfsCaches(
  client: PveClient,
  { nodes, storages, version }: NodesWithStorages,
  signal: AbortSignal,
): Promise<readonly Node[]> {
  if (version.major < CACHE_SIZE_MAJOR) return nodes;
  const withZfs = new Set(storages.filter(({ plugintype }) => plugintype === "zfspool").map(({ node }) => node));
  const asked = nodes.filter(({ name, online }) => online && withZfs.has(name));
  const histories = await mapBounded(asked, REQUESTS_AT_ONCE, ({ name }) => readNodeHistory(client, name, signal));
  const caches = new Map(
    asked.map(({ name }, at) => [name, histories[at]?.findLast((point) => (point.arcsize ?? null) !== null)?.arcsize]),
  );
  return nodes.map((node) => {
    const cache = caches.get(node.name) ?? 0;
    const yielding = Math.max(0, cache - node.memoryBytes * KEPT_SHARE);
    return { ...node, memoryUsedBytes: Math.max(0, node.memoryUsedBytes - Math.floor(yielding)) };
  });
}
