import {
  type ClusterIndex,
  CPU_ASSIGNED,
  CPU_USED,
  DISK,
  type GuestGroup,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  type NodeRole,
  type NodeRule,
  QUANTITIES,
} from "../model/cluster-index.js";
import type { ClusterSnapshot, Guest, Node, Rule } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { collectRules, compileRules } from "./compile-rules.js";
import { indexNodes, type NodeIndex } from "./index-nodes.js";
import { findResting, warnOfUnknownTime } from "./cooldown.js";
import { createImmovabilityTest } from "./movability.js";
import { withDiskLimits } from "./disk-limits.js";
import { indexStorages } from "./index-storages.js";
import { MILLI } from "./node-capacity.js";
import { warnOfUnmatchedNames } from "./unmatched-names.js";
import { guestsWithFailback, splitByPriority } from "./node-classes.js";

/** Prepares a snapshot for the search; the warnings are those of rules and names that nothing answers to. */
export function buildIndex(snapshot: ClusterSnapshot, policy: Policy): ClusterIndex {
  const index = indexSnapshot(snapshot, policy);
  return { ...index, warnings: [...index.warnings, ...warnOfUnmatchedNames(snapshot.guests, policy)] };
}

/** Prepares a cluster whose names were looked at before, as it is after some moves. */
export function indexSnapshot(snapshot: ClusterSnapshot, policy: Policy): ClusterIndex {
  const nodeIndex = indexNodes(snapshot.nodes, policy);
  const rows = rowsByVmid(snapshot.guests);
  const guests = Array.from(rows, (row) => snapshot.guests[row]).filter((guest) => guest !== undefined);
  const rules = collectRules(snapshot, policy, guests);
  return indexGuests({ snapshot, policy, nodeIndex, rules }, guests, rows);
}

/** Everything that an index is made of besides the guests. */
export interface IndexParts {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly nodeIndex: NodeIndex;
  /** Rules of every source over the guests of the index; other guests that they name are left out. */
  readonly rules: readonly Rule[];
}

/**
 * Prepares guests for the search. `guests` are in the order of the index; one whose node is unknown has none yet.
 * `rows` gives the position of each in the snapshot.
 */
export function indexGuests(parts: IndexParts, guests: readonly Guest[], rows: Int32Array): ClusterIndex {
  const { snapshot, policy, nodeIndex } = parts;
  const { nodeNames, roles, activeNodes, capacity, limit, nodeByName } = nodeIndex;
  const vmids = guests.map((guest) => guest.vmid);
  const startNode = Int32Array.from(guests, (guest) => nodeByName.get(guest.node) ?? -1);
  const size = measureGuests(guests);
  const linkOf = (node: string): number | undefined =>
    nodeIndex.nodes[nodeByName.get(node) ?? -1]?.migrationBytesPerSecond;
  const heldByCluster = new Set(snapshot.rules);
  const failback = guestsWithFailback(guests);
  const split = parts.rules.flatMap((rule) =>
    heldByCluster.has(rule) ? splitByPriority(rule, nodeIndex, failback) : [rule],
  );
  const rules = compileRules(split, { guestOf: guestFinder(vmids), nodeByName });
  return {
    snapshot,
    policy,
    nodeNames,
    roles,
    activeNodes,
    capacity,
    limit: withDiskLimits(limit, nodeIndex.nodes, guests),
    startLoad: measureLoads(nodeIndex.nodes, startNode, size),
    vmids,
    guestRow: rows,
    size,
    startNode,
    pressures: nodeIndex.nodes.map(({ pressure }) => pressure),
    storage: indexStorages(nodeIndex.nodes, guests, policy),
    resting: findResting(guests, policy, { takenAt: snapshot.takenAt, linkOf }),
    movable: findMovable(guests, startNode, roles, policy),
    groups: rules.groups,
    nodeRules: rules.nodeRules,
    groupsOf: listPerGuest(rules.groups, guests.length),
    nodeRulesOf: listPerGuest(rules.nodeRules, guests.length),
    warnings: [...nodeIndex.warnings, ...rules.warnings, ...warnOfUnknownTime(snapshot.takenAt, policy)],
  };
}

/** A table of all guests of a large cluster would be larger than what is looked up in it, so sorted ids are searched. */
function guestFinder(vmids: readonly number[]): (vmid: number) => number | undefined {
  if (!vmids.every((vmid, i) => i === 0 || (vmids[i - 1] ?? 0) < vmid)) {
    const guests = new Map(vmids.map((vmid, guest) => [vmid, guest]));
    return (vmid) => guests.get(vmid);
  }
  return (vmid) => {
    let low = 0;
    let high = vmids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((vmids[middle] ?? 0) < vmid) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return vmids[low] === vmid ? low : undefined;
  };
}

/** Lists the positions of guests in a snapshot by vmid, ascending. */
export function rowsByVmid(guests: readonly Guest[]): Int32Array {
  const vmids = Float64Array.from(guests, (guest) => guest.vmid);
  return Int32Array.from(guests, (_, row) => row).sort((a, b) => (vmids[a] ?? 0) - (vmids[b] ?? 0));
}

function measureGuests(guests: readonly Guest[]): Float64Array {
  const size = new Float64Array(guests.length * QUANTITIES);
  for (let i = 0; i < guests.length; i += 1) {
    const guest = guests[i];
    if (guest !== undefined) {
      size[i * QUANTITIES + MEMORY_USED] = Math.round(guest.memoryUsedBytes);
      size[i * QUANTITIES + MEMORY_ASSIGNED] = Math.round(guest.memoryBytes);
      size[i * QUANTITIES + CPU_USED] = Math.round(guest.cpuUsedCores * MILLI);
      size[i * QUANTITIES + CPU_ASSIGNED] = Math.round(guest.cpuCores * MILLI);
      size[i * QUANTITIES + DISK] = Math.round(guest.localDiskBytes);
    }
  }
  return size;
}

/** Used figures are the node's own, which hold the host's share; assigned figures are sums over its guests. */
function measureLoads(nodes: readonly Node[], startNode: Int32Array, size: Float64Array): Float64Array {
  const load = new Float64Array(nodes.length * QUANTITIES);
  for (const [i, node] of nodes.entries()) {
    load[i * QUANTITIES + MEMORY_USED] = Math.round(node.memoryUsedBytes);
    load[i * QUANTITIES + CPU_USED] = Math.round(node.cpuUsedCores * MILLI);
    load[i * QUANTITIES + DISK] = Math.round(node.diskUsedBytes);
  }
  for (let guest = 0; guest < startNode.length; guest += 1) {
    const node = startNode[guest] ?? -1;
    if (node >= 0) {
      const memory = node * QUANTITIES + MEMORY_ASSIGNED;
      const cpu = node * QUANTITIES + CPU_ASSIGNED;
      load[memory] = (load[memory] ?? 0) + (size[guest * QUANTITIES + MEMORY_ASSIGNED] ?? 0);
      load[cpu] = (load[cpu] ?? 0) + (size[guest * QUANTITIES + CPU_ASSIGNED] ?? 0);
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

/** One empty list for all guests without rules keeps large clusters small. */
const NO_RULES: readonly never[] = [];

function listPerGuest<T extends GuestGroup | NodeRule>(rules: readonly T[], guests: number): (readonly T[])[] {
  const lists = new Array<readonly T[]>(guests).fill(NO_RULES);
  const owned = new Map<number, T[]>();
  for (const rule of rules) {
    for (const guest of rule.members) {
      const own = owned.get(guest);
      if (own === undefined) {
        const list = [rule];
        owned.set(guest, list);
        lists[guest] = list;
      } else {
        own.push(rule);
      }
    }
  }
  return lists;
}
