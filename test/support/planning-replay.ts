import type { ClusterSnapshot, Guest, GuestDisk, Node } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";
import { type JudgedMigration, judgePlan } from "./planning-judge.js";
import { targetNodes } from "./planning-judge-rules.js";

/*
 * Replays plans without the planner: it shares no code with it beyond the types, and works on names and vmids.
 */

/**
 * Gives the snapshot after some migrations, the nodes' own figures and their storages moved along. The policy tells where
 * local disks go; without one they keep the names of their storages.
 */
export function afterMigrations(
  snapshot: ClusterSnapshot,
  migrations: readonly Pick<PlannedMigration, "vmid" | "to">[],
  policy?: Policy,
): ClusterSnapshot {
  const before = new Map(snapshot.guests.map((guest) => [guest.vmid, guest]));
  const after = new Map(before);
  for (const { vmid, to } of migrations) {
    const guest = after.get(vmid);
    if (guest !== undefined) {
      after.set(vmid, arrived(guest, to, snapshot, policy));
    }
  }
  const guests = snapshot.guests.map((guest) => after.get(guest.vmid) ?? guest);
  const changes = sumChanges(snapshot.guests, guests);
  return { ...snapshot, nodes: snapshot.nodes.map((node) => changed(node, changes.get(node.name))), guests };
}

function arrived(guest: Guest, node: string, { nodes }: ClusterSnapshot, policy: Policy | undefined): Guest {
  const isShared = (id: string): boolean =>
    nodes.some(({ storages = [] }) => storages.some((storage) => storage.id === id && storage.shared));
  const moved = (disk: GuestDisk): GuestDisk => ({
    ...disk,
    storage: isShared(disk.storage) ? disk.storage : (policy?.migration.targetStorage ?? disk.storage),
  });
  return { ...guest, node, ...(guest.disks === undefined ? {} : { disks: guest.disks.map(moved) }) };
}

interface Change {
  memory: number;
  cpu: number;
  disk: number;
  readonly storages: Map<string, number>;
}

function sumChanges(before: readonly Guest[], after: readonly Guest[]): ReadonlyMap<string, Change> {
  const changes = new Map<string, Change>();
  const add = (guest: Guest, sign: 1 | -1): void => {
    const change = changes.get(guest.node) ?? { memory: 0, cpu: 0, disk: 0, storages: new Map<string, number>() };
    change.memory += sign * guest.memoryUsedBytes;
    change.cpu += sign * guest.cpuUsedCores;
    change.disk += sign * guest.localDiskBytes;
    for (const { storage, bytes } of guest.disks ?? []) {
      change.storages.set(storage, (change.storages.get(storage) ?? 0) + sign * bytes);
    }
    changes.set(guest.node, change);
  };
  for (const [i, guest] of before.entries()) {
    const now = after[i];
    if (now !== undefined && now.node !== guest.node) {
      add(guest, -1);
      add(now, 1);
    }
  }
  return changes;
}

function changed(node: Node, change: Change | undefined): Node {
  if (change === undefined) {
    return node;
  }
  const storages = node.storages?.map((storage) =>
    storage.shared ? storage : { ...storage, usedBytes: storage.usedBytes + (change.storages.get(storage.id) ?? 0) },
  );
  return {
    ...node,
    memoryUsedBytes: node.memoryUsedBytes + change.memory,
    cpuUsedCores: Math.max(0, node.cpuUsedCores + change.cpu),
    diskUsedBytes: node.diskUsedBytes + change.disk,
    ...(storages === undefined ? {} : { storages }),
  };
}

/** Lists the nodes that may take guests. */
export function targetableNodes(snapshot: ClusterSnapshot, policy: Policy): readonly string[] {
  return targetNodes(snapshot, policy);
}

/** Computes max − min of used memory over the nodes that may take guests, in points; without reserves. */
export function memorySpread(snapshot: ClusterSnapshot, policy: Policy): number {
  const names = targetableNodes(snapshot, policy);
  const loads = snapshot.nodes
    .filter((node) => names.includes(node.name))
    .map((node) => (100 * node.memoryUsedBytes) / node.memoryBytes);
  return loads.length === 0 ? 0 : Math.max(...loads) - Math.min(...loads);
}

/** Counts violations of the tag rules, per rule, so that no rule can hide behind another. */
export function tagViolations(snapshot: ClusterSnapshot): Map<string, number> {
  const nodesByTag = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const guest of snapshot.guests.filter((candidate) => !candidate.template)) {
    const pins = guest.tags.filter((tag) => tag.startsWith("plb_pin_")).map((tag) => tag.slice("plb_pin_".length));
    const known = pins.filter((pin) => snapshot.nodes.some((node) => node.name === pin));
    counts.set(`pin ${guest.vmid}`, known.length > 0 && !known.includes(guest.node) ? 1 : 0);
    for (const tag of guest.tags.filter((candidate) => /^plb_(anti_)?affinity/.test(candidate))) {
      nodesByTag.set(tag, [...(nodesByTag.get(tag) ?? []), guest.node]);
    }
  }
  for (const [tag, nodes] of nodesByTag) {
    const distinct = new Set(nodes).size;
    counts.set(tag, tag.startsWith("plb_affinity") ? distinct - 1 : nodes.length - distinct);
  }
  return counts;
}

/** Adds up the violations of all tag rules. */
export function totalViolations(snapshot: ClusterSnapshot): number {
  return [...tagViolations(snapshot).values()].reduce((total, count) => total + count, 0);
}

/** Lists what is wrong with the steps of a plan; empty when nothing is. */
export function findFaults(
  snapshot: ClusterSnapshot,
  policy: Policy,
  migrations: readonly JudgedMigration[],
): readonly string[] {
  return judgePlan(snapshot, policy, migrations).faults;
}
