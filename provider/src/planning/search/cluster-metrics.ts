import { MILLI } from "../constraints/node-capacity.js";
import {
  type ClusterIndex,
  CPU_ASSIGNED,
  CPU_USED,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  QUANTITIES,
} from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { ClusterMetrics, LoadMetrics, RoomForMore } from "../model/plan-metrics.js";
import { loadPercent } from "../objectives/balance-goal.js";
import { extremes } from "../objectives/spread.js";
import { nodeLoss } from "./node-loss.js";
import type { SearchState } from "./search-state.js";

const BYTES_PER_GIB = 2 ** 30;

/** The size of a usual guest, by quantity. */
export type UsualSize = readonly number[];

/** Measures the cluster as the walk has it. */
export function measureCluster({ walk, goals }: SearchState, usual: UsualSize): ClusterMetrics {
  const { layout } = walk;
  return {
    load: Object.fromEntries(goals.map(({ method, quantity }) => [method, measureLoad(layout, quantity)])),
    crsImbalancePercent: crsImbalance(layout),
    mustViolations: walk.hard,
    shouldViolations: walk.soft,
    evacuationsLeft: walk.evacuations,
    nodeLoss: nodeLoss(layout),
    roomForMore: roomForMore(layout, usual),
  };
}

function measureLoad({ index, load }: Layout, quantity: number): LoadMetrics {
  const nodes = index.activeNodes.filter((node) => (index.capacity[node * QUANTITIES + quantity] ?? 0) > 0);
  const percents = nodes.map((node) => loadPercent(index, load, node, quantity));
  const { mean, deviation } = statistics(percents);
  const { hottest, coldest, hottestNode } = extremes({ index, load }, quantity);
  return {
    spread: hottest - coldest,
    standardDeviation: deviation,
    coefficientOfVariation: mean > 0 ? deviation / mean : 0,
    hottestNode: index.nodeNames[hottestNode] ?? null,
    hottestPercent: hottest,
  };
}

function statistics(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, deviation: Math.sqrt(variance) };
}

/** As the HA manager of Proxmox VE computes it: reserves do not count, and the figure shrinks with the number of nodes. */
function crsImbalance({ index, load }: Layout): number {
  const nodes = new Map(index.snapshot.nodes.map((node) => [node.name, node]));
  const loads = index.nodeNames.flatMap((name, i) => {
    const node = nodes.get(name);
    if (node === undefined || !node.online || node.maintenance) {
      return [];
    }
    const cpu = (load[i * QUANTITIES + CPU_USED] ?? 0) / Math.max(1, node.cpuCores * MILLI);
    const memory = (load[i * QUANTITIES + MEMORY_USED] ?? 0) / Math.max(1, node.memoryBytes);
    return [(cpu + memory) / 2];
  });
  const { mean, deviation } = statistics(loads);
  return loads.length < 2 || mean === 0 ? 0 : (100 * deviation) / mean / Math.sqrt(loads.length - 1);
}

/** Finds the median size of the running guests; a new one takes all that is assigned to it. */
export function usualSize({ size, snapshot, guestRow }: ClusterIndex): UsualSize {
  const running: number[] = [];
  for (let guest = 0; guest < guestRow.length; guest += 1) {
    const row = snapshot.guests[guestRow[guest] ?? -1];
    if (row?.status === "running" && !row.template) {
      running.push(guest);
    }
  }
  const median = (quantity: number): number => {
    const sizes = Float64Array.from(running, (guest) => size[guest * QUANTITIES + quantity] ?? 0).sort();
    return sizes[sizes.length >> 1] ?? 0;
  };
  const usual = new Array<number>(QUANTITIES).fill(0);
  usual[MEMORY_USED] = usual[MEMORY_ASSIGNED] = median(MEMORY_ASSIGNED);
  usual[CPU_USED] = usual[CPU_ASSIGNED] = median(CPU_ASSIGNED);
  return usual;
}

function roomForMore({ index, load }: Layout, usual: UsualSize): RoomForMore {
  let guests = 0;
  for (const node of index.activeNodes) {
    let fitting = Infinity;
    for (let q = 0; q < QUANTITIES; q += 1) {
      const at = node * QUANTITIES + q;
      const free = (index.limit[at] ?? 0) - (load[at] ?? 0);
      const each = usual[q] ?? 0;
      fitting = each > 0 ? Math.min(fitting, Math.max(0, Math.floor(free / each))) : fitting;
    }
    guests += Number.isFinite(fitting) ? fitting : 0;
  }
  return {
    guestMemoryGib: (usual[MEMORY_ASSIGNED] ?? 0) / BYTES_PER_GIB,
    guestCpuCores: (usual[CPU_ASSIGNED] ?? 0) / MILLI,
    guests,
  };
}
