import { CPU_ASSIGNED, MEMORY_ASSIGNED, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { formatGib } from "./format-size.js";

/**
 * Tells whether a node has room for what arrives. A node that is over a limit already takes nothing, so an exceeded
 * capacity is never made worse.
 */
export function hasRoom(layout: Layout, size: readonly number[], to: number): boolean {
  const { load } = layout;
  const { limit } = layout.index;
  const at = to * QUANTITIES;
  for (let q = 0; q < QUANTITIES; q += 1) {
    if ((load[at + q] ?? 0) + (size[q] ?? 0) > (limit[at + q] ?? 0)) {
      return false;
    }
  }
  return true;
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
  return null;
}

function formatCores(milliCores: number): string {
  return `${Number((Math.max(0, milliCores) / 1000).toFixed(1))} virtual CPUs`;
}
