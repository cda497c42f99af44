import {
  type ClusterIndex,
  CPU_ASSIGNED,
  DISK,
  MEMORY_ASSIGNED,
  MEMORY_USED,
  QUANTITIES,
} from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { formatGib } from "./format-size.js";

/**
 * Tells whether a node has room for what arrives. A node that is over a limit already takes nothing, so an exceeded
 * capacity is never made worse.
 */
export function hasRoom({ index, load }: Layout, size: readonly number[], to: number): boolean {
  const at = to * QUANTITIES;
  for (let q = 0; q < QUANTITIES; q += 1) {
    if (exceeds(index, at + q, load[at + q] ?? 0, size[q] ?? 0)) {
      return false;
    }
  }
  return true;
}

/**
 * Tells whether an amount that arrives where something is carried already exceeds the limit; `at` is the position of the
 * node and quantity. Guests without local disks may also go where the local disk is too full.
 */
export function exceeds({ limit }: ClusterIndex, at: number, carried: number, amount: number): boolean {
  return carried + amount > (limit[at] ?? 0) && (amount > 0 || at % QUANTITIES !== DISK);
}

/** Says why a node has no room for what arrives, or gives null when it has. */
export function lacksRoom(layout: Layout, size: readonly number[], to: number): string | null {
  const { index, load } = layout;
  const name = index.nodeNames[to] ?? "";
  const at = to * QUANTITIES;
  const free = (q: number): number => (index.limit[at + q] ?? 0) - (load[at + q] ?? 0);
  const need = (q: number): number => size[q] ?? 0;
  if (need(MEMORY_USED) > free(MEMORY_USED)) {
    return `${name} has ${formatGib(free(MEMORY_USED))} of memory free, ${formatGib(need(MEMORY_USED))} are needed.`;
  }
  if (need(MEMORY_ASSIGNED) > free(MEMORY_ASSIGNED)) {
    const left = formatGib(free(MEMORY_ASSIGNED));
    return `${name} has ${left} of assigned memory left under memory_overcommit, ${formatGib(need(MEMORY_ASSIGNED))} are needed.`;
  }
  if (need(CPU_ASSIGNED) > free(CPU_ASSIGNED)) {
    const left = formatCores(free(CPU_ASSIGNED));
    return `${name} has ${left} left under cpu_overcommit, ${formatCores(need(CPU_ASSIGNED))} are needed.`;
  }
  if (need(DISK) > 0 && need(DISK) > free(DISK)) {
    return `${name} has ${formatGib(free(DISK))} of local disk free, ${formatGib(need(DISK))} are needed.`;
  }
  return null;
}

function formatCores(milliCores: number): string {
  return `${Number((Math.max(0, milliCores) / 1000).toFixed(1))} virtual CPUs`;
}
