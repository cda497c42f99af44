import type { Node } from "../model/cluster-snapshot.js";
import type { NodeReserve, Policy } from "../model/policy.js";

/** Thousandths of a core, the unit in which CPU is counted so that sums stay exact. */
export const MILLI = 1000;

/** What a node offers to guests: memory in bytes, CPU in thousandths of a core. */
export interface NodeCapacity {
  readonly memory: number;
  readonly cpu: number;
  /** True when the reserve leaves nothing; `memory` and `cpu` are then those of the whole node, for percentages only. */
  readonly full: boolean;
  /** A full sentence when a reserve, or the size of the node, leaves nothing, else null. */
  readonly warning: string | null;
}

/**
 * Computes what a node offers to guests, its reserve left out. The same figure is used for loads in percent and for
 * limits. A reserve that leaves nothing leaves no room either.
 */
export function nodeCapacity(node: Node, policy: Policy): NodeCapacity {
  const reserve = findReserve(node.name, policy.nodeReserve);
  const memory = Math.round(node.memoryBytes - (reserve?.memoryBytes ?? 0));
  const cpu = Math.round((node.cpuCores - (reserve?.cpuCores ?? 0)) * MILLI);
  if (memory > 0 && cpu > 0) {
    return { memory, cpu, full: false, warning: null };
  }
  // The size of a node that is down is not known; then it is not the reserve that leaves nothing.
  const isKnown = node.memoryBytes > 0 && node.cpuCores > 0;
  return {
    memory: Math.round(node.memoryBytes),
    cpu: Math.max(1, Math.round(node.cpuCores * MILLI)),
    full: isKnown,
    warning: isKnown ? sayWhyFull(node, reserve) : null,
  };
}

function sayWhyFull({ name, memoryBytes, cpuCores }: Node, reserve: NodeReserve | undefined): string {
  return Math.round(memoryBytes) > 0 && Math.round(cpuCores * MILLI) > 0 && reserve !== undefined
    ? `The node_reserve for ${name} leaves nothing for guests, so the node takes none and is not balanced; make it smaller than the node.`
    : `The node ${name} has ${cpuCores} CPU cores and ${memoryBytes} bytes of memory, which is too little for guests, so it takes none and is not balanced; check its figures.`;
}

function findReserve(name: string, reserves: readonly NodeReserve[]): NodeReserve | undefined {
  return reserves.find((reserve) => reserve.node === name) ?? reserves.find((reserve) => reserve.node === null);
}
