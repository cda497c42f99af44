import { DISK, QUANTITIES } from "../model/cluster-index.js";
import type { Guest, Node } from "../model/cluster-snapshot.js";

/**
 * Limits the local disks of guests to the local disk of each node, where that is known and storages say nothing better:
 * they do where the node tells of its storages and all guests with local disks tell on which they are.
 *
 * @param limit limits of the other quantities, which are copied
 */
export function withDiskLimits(limit: Float64Array, nodes: readonly Node[], guests: readonly Guest[]): Float64Array {
  const withDisks = guests.filter(({ localDiskBytes }) => localDiskBytes > 0);
  if (withDisks.length === 0) {
    return limit;
  }
  const isTold = withDisks.every(({ disks = [] }) => disks.length > 0);
  const limits = limit.slice();
  for (const [i, { diskBytes, storages }] of nodes.entries()) {
    const at = i * QUANTITIES + DISK;
    if (diskBytes > 0 && (storages === undefined || !isTold)) {
      limits[at] = Math.min(limits[at] ?? 0, Math.round(diskBytes));
    }
  }
  return limits;
}
