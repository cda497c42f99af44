import type { GuestGroup } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";

/** Counts the members of a group that are on a node. Groups are small, so a scan beats keeping counters. */
export function countOnNode(layout: Layout, group: GuestGroup, node: number): number {
  let count = 0;
  for (const member of group.members) {
    if (layout.nodeOf[member] === node) {
      count += 1;
    }
  }
  return count;
}
