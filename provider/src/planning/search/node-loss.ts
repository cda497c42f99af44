import { exceeds } from "../constraints/capacity.js";
import { type ClusterIndex, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { NodeLoss } from "../model/plan-metrics.js";

const BYTES_PER_GIB = 2 ** 30;

/** Finds out whether the other nodes could take the guests of the largest node if it failed. */
export function nodeLoss(layout: Layout): NodeLoss {
  const { index } = layout;
  const lost = largestNode(layout);
  if (lost < 0) {
    return { node: null, survivable: false, headroomGib: 0 };
  }
  const others = index.activeNodes.filter((node) => node !== lost);
  const guests = (layout.guestsOn[lost] ?? []).filter((guest) => memoryOf(index, guest) > 0);
  const free = others.reduce((sum, node) => sum + Math.max(0, freeMemory(layout, layout.load, node)), 0);
  const needed = guests.reduce((sum, guest) => sum + memoryOf(index, guest), 0);
  return {
    node: index.nodeNames[lost] ?? null,
    survivable: findRoom(layout, guests, others),
    headroomGib: (free - needed) / BYTES_PER_GIB,
  };
}

/** The node with most memory; of equal ones that which carries most. */
function largestNode({ index, load }: Layout): number {
  let best = -1;
  const at = (node: number): number => node * QUANTITIES + MEMORY_USED;
  for (const node of index.activeNodes) {
    const larger = (index.capacity[at(node)] ?? 0) - (index.capacity[at(best)] ?? 0);
    if (best < 0 || larger > 0 || (larger === 0 && (load[at(node)] ?? 0) > (load[at(best)] ?? 0))) {
      best = node;
    }
  }
  return best;
}

/** The largest first, each to the node with most memory free: quick, and right unless it is a close fit. */
function findRoom(layout: Layout, guests: readonly number[], nodes: readonly number[]): boolean {
  const { index } = layout;
  const load = layout.load.slice();
  const largestFirst = [...guests].sort((a, b) => memoryOf(index, b) - memoryOf(index, a) || a - b);
  return largestFirst.every((guest) => {
    let best = -1;
    let most = -Infinity;
    for (const node of nodes) {
      const free = freeMemory(layout, load, node);
      if (free > most && fits(index, load, guest, node)) {
        best = node;
        most = free;
      }
    }
    if (best >= 0) {
      add(index, load, guest, best);
    }
    return best >= 0;
  });
}

function fits(index: ClusterIndex, load: Float64Array, guest: number, node: number): boolean {
  for (let q = 0; q < QUANTITIES; q += 1) {
    const at = node * QUANTITIES + q;
    if (exceeds(index, at, load[at] ?? 0, index.size[guest * QUANTITIES + q] ?? 0)) {
      return false;
    }
  }
  return true;
}

function add({ size }: ClusterIndex, load: Float64Array, guest: number, node: number): void {
  for (let q = 0; q < QUANTITIES; q += 1) {
    const at = node * QUANTITIES + q;
    load[at] = (load[at] ?? 0) + (size[guest * QUANTITIES + q] ?? 0);
  }
}

function freeMemory({ index }: Layout, load: Float64Array, node: number): number {
  const at = node * QUANTITIES + MEMORY_USED;
  return (index.limit[at] ?? 0) - (load[at] ?? 0);
}

function memoryOf({ size }: ClusterIndex, guest: number): number {
  return size[guest * QUANTITIES + MEMORY_USED] ?? 0;
}
