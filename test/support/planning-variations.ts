import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";

/*
 * Clusters that are the same to anybody who plans: measured in other units, or called by other names.
 */

/** How things are called instead. */
export interface OtherNames {
  readonly node: (name: string) => string;
  readonly vmid: (vmid: number) => number;
}

/** The same cluster with other names and ids. */
export function renamed(snapshot: ClusterSnapshot, { node, vmid }: OtherNames): ClusterSnapshot {
  return {
    ...snapshot,
    nodes: snapshot.nodes.map((each) => ({ ...each, name: node(each.name) })),
    guests: snapshot.guests.map((guest) => ({
      ...guest,
      vmid: vmid(guest.vmid),
      name: `renamed-${guest.name}`,
      node: node(guest.node),
      tags: guest.tags.map((tag) =>
        tag.startsWith("plb_pin_") ? `plb_pin_${node(tag.slice("plb_pin_".length))}` : tag,
      ),
    })),
    rules: snapshot.rules.map((rule) => {
      const vmids = rule.vmids.map(vmid);
      if (rule.kind !== "node-affinity") {
        return { ...rule, vmids };
      }
      const { priorities } = rule;
      const ranked = Object.entries(priorities ?? {}).map(([name, priority]) => [node(name), priority] as const);
      return {
        ...rule,
        vmids,
        nodes: rule.nodes.map(node),
        ...(priorities === undefined ? {} : { priorities: Object.fromEntries(ranked) }),
      };
    }),
  };
}

/** The policy that goes with the renamed cluster; guests that it lists by name are left out. */
export function renamedPolicy(policy: Policy, { node, vmid }: OtherNames): Policy {
  return {
    ...policy,
    ignoreNodes: policy.ignoreNodes.map(node),
    maintenanceNodes: policy.maintenanceNodes.map(node),
    nodeReserve: policy.nodeReserve.map((reserve) => ({
      ...reserve,
      node: reserve.node === null ? null : node(reserve.node),
    })),
    pools: policy.pools.map((pool) => ({ ...pool, pin: pool.pin.map(node) })),
    rules: policy.rules.map((rule) => ({ ...rule, vmids: rule.vmids.map(vmid), nodes: rule.nodes.map(node) })),
  };
}

/** The same cluster, measured in units half as large. */
export function scaled(snapshot: ClusterSnapshot): ClusterSnapshot {
  return {
    ...snapshot,
    nodes: snapshot.nodes.map((node) => ({
      ...node,
      cpuCores: 2 * node.cpuCores,
      cpuUsedCores: 2 * node.cpuUsedCores,
      memoryBytes: 2 * node.memoryBytes,
      memoryUsedBytes: 2 * node.memoryUsedBytes,
      diskBytes: 2 * node.diskBytes,
      diskUsedBytes: 2 * node.diskUsedBytes,
      ...(node.storages === undefined
        ? {}
        : {
            storages: node.storages.map((storage) => ({
              ...storage,
              totalBytes: 2 * storage.totalBytes,
              usedBytes: 2 * storage.usedBytes,
            })),
          }),
      migrationBytesPerSecond: 2 * (node.migrationBytesPerSecond ?? 125_000_000),
    })),
    guests: snapshot.guests.map((guest) => ({
      ...guest,
      cpuCores: 2 * guest.cpuCores,
      cpuUsedCores: 2 * guest.cpuUsedCores,
      memoryBytes: 2 * guest.memoryBytes,
      memoryUsedBytes: 2 * guest.memoryUsedBytes,
      diskBytes: 2 * guest.diskBytes,
      localDiskBytes: 2 * guest.localDiskBytes,
      ...(guest.disks === undefined ? {} : { disks: guest.disks.map((disk) => ({ ...disk, bytes: 2 * disk.bytes })) }),
      ...(guest.dirtyBytesPerSecond === undefined ? {} : { dirtyBytesPerSecond: 2 * guest.dirtyBytesPerSecond }),
    })),
  };
}

/** The policy that goes with the scaled cluster. */
export function scaledPolicy(policy: Policy): Policy {
  return {
    ...policy,
    nodeReserve: policy.nodeReserve.map((reserve) => ({
      ...reserve,
      memoryBytes: 2 * reserve.memoryBytes,
      cpuCores: 2 * reserve.cpuCores,
    })),
  };
}
