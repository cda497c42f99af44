import {
  CPU_ASSIGNED,
  CPU_USED,
  DISK,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  type NodeRole,
  QUANTITIES,
} from "../model/cluster-index.js";
import type { Node } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { compareText } from "./compile-rules.js";
import { nodeCapacity } from "./node-capacity.js";
import { nodeRole } from "./node-roles.js";

/** The nodes of a snapshot prepared for the search, sorted by name. */
export interface NodeIndex {
  readonly nodes: readonly Node[];
  readonly nodeNames: readonly string[];
  readonly nodeByName: ReadonlyMap<string, number>;
  readonly roles: readonly NodeRole[];
  readonly activeNodes: readonly number[];
  readonly capacity: Float64Array;
  readonly limit: Float64Array;
  readonly warnings: readonly string[];
}

/** Below any load, so that not even a guest of size 0 fits. */
const NO_ROOM = -1;

/** Prepares the nodes of a snapshot. */
export function indexNodes(present: readonly Node[], policy: Policy): NodeIndex {
  const nodes = [...present].sort((a, b) => compareText(a.name, b.name));
  const nodeNames = nodes.map((node) => node.name);
  const nodeByName = new Map(nodeNames.map((name, i) => [name, i]));
  const roles = nodes.map((node) => nodeRole(node, policy));
  const { capacity, limit, full, warnings } = measureNodes(nodes, policy);
  return {
    nodes,
    nodeNames,
    nodeByName,
    roles,
    activeNodes: roles.flatMap((role, i) => (role === "active" && !full.has(i) ? [i] : [])),
    capacity,
    limit,
    warnings: [...warnings, ...unknownNodeWarnings(policy, nodeByName)],
  };
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
    for (const [q, amount] of [
      [MEMORY_USED, memory],
      [MEMORY_ASSIGNED, memory],
      [CPU_USED, cpu],
      [CPU_ASSIGNED, cpu],
      [DISK, Math.round(node.diskBytes)],
    ] as const) {
      capacity[at + q] = amount;
    }
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

/** Rounded, not cut off: 16 × 1.1 is a hair below 17.6 in binary and must still admit it. */
function overcommitted(capacity: number, ratio: number | null): number {
  return ratio === null ? Infinity : Math.round(capacity * ratio);
}

/** What a reader might take for done. */
const CONSEQUENCES: Readonly<Record<string, string>> = { maintenance_nodes: ", so that nothing leaves a node for it" };

/** More than these would hide what is wrong. */
const MOST_NODES_NAMED = 20;

function nodesIn(nodeByName: ReadonlyMap<string, number>): string {
  const names = [...nodeByName.keys()];
  const more = names.length > MOST_NODES_NAMED ? ` and ${names.length - MOST_NODES_NAMED} more` : "";
  return `Its nodes are ${names.slice(0, MOST_NODES_NAMED).join(", ")}${more}.`;
}

function unknownNodeWarnings(policy: Policy, nodeByName: ReadonlyMap<string, number>): string[] {
  const named = [
    ...policy.maintenanceNodes.map((node) => ["maintenance_nodes", node] as const),
    ...policy.ignoreNodes.map((node) => ["ignore_nodes", node] as const),
    ...policy.nodeReserve.flatMap(({ node }) => (node === null ? [] : [["node_reserve", node] as const])),
  ];
  return named
    .filter(([, node]) => !nodeByName.has(node))
    .map(
      ([key, node]) =>
        `${key} names the node "${node}", which the cluster does not have${CONSEQUENCES[key] ?? ""}. ${nodesIn(nodeByName)}`,
    );
}
