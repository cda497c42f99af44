import type { Node } from "../planning/model/cluster-snapshot.js";
import type { StorageRowWire } from "../pve/schemas/cluster-resources.js";
import type { NodeMoments } from "./node-moments.js";

/** ZFS keeps at least this part of the memory as cache, however much guests ask for. */
const KEPT_SHARE = 1 / 32;

/** Returns the online nodes that have a ZFS storage, and so a cache that is worth asking for. */
export function nodesWithZfs(nodes: readonly Node[], storages: readonly StorageRowWire[]): readonly string[] {
  const withZfs = new Set(storages.filter(({ plugintype }) => plugintype === "zfspool").map(({ node }) => node));
  return nodes.filter(({ name, online }) => online && withZfs.has(name)).map(({ name }) => name);
}

/**
 * Reduces the used memory of nodes by the part of their ZFS cache that makes room for guests: Proxmox counts it as used, so
 * such nodes would look full. Nodes whose cache is not known, as on Proxmox VE 8, stay as they are.
 */
export function withoutZfsCaches(nodes: readonly Node[], moments: NodeMoments): readonly Node[] {
  return nodes.map((node) => {
    const measured = moments.get(node.name)?.findLast(({ zfsCacheBytes }) => zfsCacheBytes !== null);
    const yielding = Math.max(0, (measured?.zfsCacheBytes ?? 0) - node.memoryBytes * KEPT_SHARE);
    return { ...node, memoryUsedBytes: Math.max(0, node.memoryUsedBytes - Math.floor(yielding)) };
  });
}
