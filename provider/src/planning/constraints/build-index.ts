import {
  type ClusterIndex,
  CPU_ASSIGNED,
  CPU_USED,
  type GuestGroup,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  type NodeRole,
  type NodeRule,
  QUANTITIES,
} from "../model/cluster-index.js";
import type { ClusterSnapshot, Guest, Node } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { collectRules, compareText, compileRules } from "./compile-rules.js";
import { createImmovabilityTest } from "./movability.js";
import { MILLI, nodeCapacity } from "./node-capacity.js";
import { nodeRole } from "./node-roles.js";

/**
 * Prepares a snapshot for the search. `newcomers` are guests that have no node yet; they follow the guests of the
 * snapshot in the index, in the order given, and count with all that is assigned to them.
 */
export function buildIndex(snapshot: ClusterSnapshot, policy: Policy, newcomers: readonly Guest[] = []): ClusterIndex {
  const nodes = [...snapshot.nodes].sort((a, b) => compareText(a.name, b.name));
  const nodeByName = new Map(nodes.map((node, i) => [node.name, i]));
  const roles = nodes.map((node) => nodeRole(node, policy));
  const { guests, rows } = sortGuests(snapshot.guests, newcomers);
  const guestByVmid = new Map(guests.map((guest, i) => [guest.vmid, i]));
  const startNode = Int32Array.from(guests, (guest) => nodeByName.get(guest.node) ?? -1);
  const size = measureGuests(guests);
  const rules = compileRules(collectRules(snapshot, policy, guests), { guestByVmid, nodeByName });
  const capacities = measureNodes(nodes, policy);
  return {
    snapshot,
    policy,
    nodeNames: nodes.map((node) => node.name),
    roles,
    activeNodes: roles.flatMap((role, i) => (role === "active" && !capacities.full.has(i) ? [i] : [])),
    capacity: capacities.capacity,
    limit: capacities.limit,
    startLoad: measureLoads(nodes, startNode, size),
    vmids: guests.map((guest) => guest.vmid),
    guestRow: rows,
    size,
    startNode,
    movable: findMovable(guests, startNode, roles, policy),
    groups: rules.groups,
    nodeRules: rules.nodeRules,
    groupsOf: listPerGuest(rules.groups, guests.length),
    nodeRulesOf: listPerGuest(rules.nodeRules, guests.length),
    warnings: [...capacities.warnings, ...unknownNodeWarnings(policy, nodeByName), ...rules.warnings],
  };
}

function sortGuests(
  present: readonly Guest[],
  newcomers: readonly Guest[],
): { guests: readonly Guest[]; rows: Int32Array } {
  const all = [...present, ...newcomers];
  const order = present.map((_, i) => i).sort((a, b) => (present[a]?.vmid ?? 0) - (present[b]?.vmid ?? 0));
  order.push(...newcomers.map((_, i) => present.length + i));
  return { guests: order.flatMap((row) => all[row] ?? []), rows: Int32Array.from(order) };
}

function measureGuests(guests: readonly Guest[]): Float64Array {
  const size = new Float64Array(guests.length * QUANTITIES);
  for (const [i, guest] of guests.entries()) {
    size[i * QUANTITIES + MEMORY_USED] = Math.round(guest.memoryUsedBytes);
    size[i * QUANTITIES + MEMORY_ASSIGNED] = Math.round(guest.memoryBytes);
    size[i * QUANTITIES + CPU_USED] = Math.round(guest.cpuUsedCores * MILLI);
    size[i * QUANTITIES + CPU_ASSIGNED] = Math.round(guest.cpuCores * MILLI);
  }
  return size;
}

function measureNodes(
  nodes: readonly Node[],
  policy: Policy,
): { capacity: Float64Array; limit: Float64Array; full: Set<number>; warnings: string[] } {
  const capacity = new Float64Array(nodes.length * QUANTITIES);
  const limit = new Float64Array(nodes.length * QUANTITIES).fill(Infinity);
  const full = new Set<number>();
  const warnings: string[] = [];
  for (const [i, node] of nodes.entries()) {
    const { memory, cpu, full: isFull, warning } = nodeCapacity(node, policy);
    const at = i * QUANTITIES;
    capacity.set([memory, memory, cpu, cpu], at);
    limit[at + MEMORY_USED] = memory;
    limit[at + MEMORY_ASSIGNED] = overcommitted(memory, policy.memoryOvercommit);
    limit[at + CPU_ASSIGNED] = overcommitted(cpu, policy.cpuOvercommit);
    if (isFull) {
      full.add(i);
      limit.fill(NO_ROOM, at, at + QUANTITIES);
    }
    if (warning !== null) {
      warnings.push(warning);
    }
  }
  return { capacity, limit, full, warnings };
}

/** Below any load, so that not even a guest of size 0 fits. */
const NO_ROOM = -1;

/** Rounded, not cut off: 16 × 1.1 is a hair below 17.6 in binary and must still admit it. */
function overcommitted(capacity: number, ratio: number | null): number {
  return ratio === null ? Infinity : Math.round(capacity * ratio);
}

/** Used figures are the node's own, which hold the host's share; assigned figures are sums over its guests. */
function measureLoads(nodes: readonly Node[], startNode: Int32Array, size: Float64Array): Float64Array {
  const load = new Float64Array(nodes.length * QUANTITIES);
  for (const [i, node] of nodes.entries()) {
    load[i * QUANTITIES + MEMORY_USED] = Math.round(node.memoryUsedBytes);
    load[i * QUANTITIES + CPU_USED] = Math.round(node.cpuUsedCores * MILLI);
  }
  for (let guest = 0; guest < startNode.length; guest += 1) {
    const node = startNode[guest] ?? -1;
    if (node >= 0) {
      for (const q of [MEMORY_ASSIGNED, CPU_ASSIGNED]) {
        const at = node * QUANTITIES + q;
        load[at] = (load[at] ?? 0) + (size[guest * QUANTITIES + q] ?? 0);
      }
    }
  }
  return load;
}

function findMovable(
  guests: readonly Guest[],
  startNode: Int32Array,
  roles: readonly NodeRole[],
  policy: Policy,
): Uint8Array {
  const immovability = createImmovabilityTest(policy);
  return Uint8Array.from(guests, (guest, i) => {
    const role = roles[startNode[i] ?? -1];
    return role === undefined || immovability(guest, role) !== null ? 0 : 1;
  });
}

function listPerGuest<T extends GuestGroup | NodeRule>(rules: readonly T[], guests: number): (readonly T[])[] {
  // One empty list for all guests without rules keeps large clusters small.
  const lists: T[][] = new Array<T[]>(guests).fill([]);
  const owned = new Set<number>();
  for (const rule of rules) {
    for (const guest of rule.members) {
      if (owned.has(guest)) {
        lists[guest]?.push(rule);
      } else {
        owned.add(guest);
        lists[guest] = [rule];
      }
    }
  }
  return lists;
}

function unknownNodeWarnings(policy: Policy, nodeByName: ReadonlyMap<string, number>): string[] {
  const named = [
    ...policy.maintenanceNodes.map((node) => ["maintenance_nodes", node] as const),
    ...policy.ignoreNodes.map((node) => ["ignore_nodes", node] as const),
    ...policy.nodeReserve.flatMap(({ node }) => (node === null ? [] : [["node_reserve", node] as const])),
  ];
  return named
    .filter(([, node]) => !nodeByName.has(node))
    .map(([key, node]) => `${key} names the node "${node}", which the cluster does not have.`);
}
