import type { Cluster, ClusterNode, ClusterStorage, Guest } from "../cluster/cluster.js";
import { isUsableOn, isVersion9, sidOf } from "../cluster/cluster.js";
import { maxCpuOf } from "../cluster/load.js";
import type { JsonObject } from "../json.js";

/** Gives the row of a guest in `/cluster/resources`: place, status and lock of this moment, numbers of the last publication. */
export function guestRow(cluster: Cluster, guest: Guest, entry: ClusterNode): JsonObject {
  const { kind, vmid, node, pool, tags, lock, published: shown } = guest;
  const hastate = haStateOf(cluster, guest);
  const id = `${kind}/${vmid}`;
  if (shown === undefined) return { id, type: kind, vmid, node, status: "unknown", pool, tags, lock, hastate };
  // One literal: lists have thousands of rows.
  return {
    id,
    type: kind,
    vmid,
    node,
    name: guest.name,
    status: guest.status,
    template: guest.template ? 1 : 0,
    uptime: shown.uptimeSeconds,
    maxcpu: maxCpuOf(cluster, guest),
    cpu: shown.cpuFraction,
    maxmem: guest.memoryBytes,
    mem: shown.memoryBytes,
    memhost: isVersion9(entry) ? shown.memoryOnHostBytes : undefined,
    maxdisk: guest.maxDiskBytes,
    disk: kind === "qemu" ? 0 : guest.diskUsedBytes,
    netin: shown.netin,
    netout: shown.netout,
    diskread: shown.diskread,
    diskwrite: shown.diskwrite,
    pool,
    tags,
    lock,
    hastate,
  };
}

/** Gives the row of a node; who may not audit it gets no numbers. */
export function nodeRow(node: ClusterNode, mayAudit: boolean): JsonObject {
  const head = { id: `node/${node.name}`, type: "node", node: node.name, status: node.online ? "online" : "offline" };
  if (!node.online || node.published === undefined) return head;
  if (!mayAudit) return head;
  return {
    ...head,
    level: node.level,
    maxcpu: node.cpus,
    cpu: node.published.cpuFraction,
    maxmem: node.memoryBytes,
    mem: node.published.memoryBytes,
    maxdisk: node.rootSizeBytes,
    disk: node.rootUsedBytes,
    uptime: node.published.uptimeSeconds,
  };
}

/** Gives the row of a storage on one of its nodes. */
export function storageRow(storage: ClusterStorage, node: ClusterNode): JsonObject {
  const usage = storage.usage.get(node.name);
  const known = node.online && usage !== undefined;
  return {
    id: `storage/${node.name}/${storage.name}`,
    type: "storage",
    node: node.name,
    storage: storage.name,
    status: known ? "available" : "unknown",
    plugintype: storage.type,
    content: storage.content.join(","),
    shared: storage.shared ? 1 : 0,
    disk: known ? usage.usedBytes : undefined,
    maxdisk: known ? usage.sizeBytes : undefined,
  };
}

/** Lists the storages that are configured for a node. */
export function storagesOn(cluster: Cluster, node: ClusterNode): readonly ClusterStorage[] {
  return cluster.storages.filter((storage) => isUsableOn(storage, node.name));
}

/** Gives the HA state of a guest, or undefined when the HA manager does not know it. */
export function haStateOf(cluster: Cluster, guest: Guest): string | undefined {
  const resource = cluster.ha.resources.get(sidOf(guest));
  if (resource === undefined) return undefined;
  if (resource.phase !== "normal") return resource.phase;
  if (resource.migratingTo !== undefined) return "migrate";
  return resource.description.state;
}

/** Gives the HA state of a node, or undefined when the HA manager has nothing to do in this cluster. */
export function haStateOfNode(cluster: Cluster, node: ClusterNode): string | undefined {
  if (node.maintenance) return "maintenance";
  if (cluster.ha.resources.size === 0) return undefined;
  if (node.online) return "online";
  return node.fenced ? "fence" : "unknown";
}
