import type { GuestGroup } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { countOnNode } from "./group-count.js";

/**
 * Tells whether moving some members of a group keeps it intact: no member of a `must` anti-affinity group arrives where
 * another is, members of an affinity group that share a node are never separated, and a new member goes where the group
 * is. Groups that are broken already follow the same law.
 */
export function keepsGroup(layout: Layout, group: GuestGroup, moving: readonly number[], to: number): boolean {
  if (group.strength === "should") {
    return true;
  }
  if (group.kind === "anti-affinity") {
    return countOnNode(layout, group, to) === 0;
  }
  const from = layout.nodeOf[moving[0] ?? -1] ?? -1;
  return from < 0 ? joinsGroup(layout, group, to) : !leavesSomebody(layout, group, moving, from);
}

function joinsGroup(layout: Layout, group: GuestGroup, to: number): boolean {
  return countOnNode(layout, group, to) > 0 || group.members.every((member) => (layout.nodeOf[member] ?? -1) < 0);
}

function leavesSomebody(layout: Layout, group: GuestGroup, moving: readonly number[], from: number): boolean {
  return group.members.some((member) => layout.nodeOf[member] === from && !moving.includes(member));
}

/** Says how a move to a node would break a group, or gives null when it would not. */
export function breaksGroup(layout: Layout, group: GuestGroup, moving: readonly number[], to: number): string | null {
  if (keepsGroup(layout, group, moving, to)) {
    return null;
  }
  const name = layout.index.nodeNames[to] ?? "";
  if (group.kind === "affinity") {
    const mate = group.members.find((member) => (layout.nodeOf[member] ?? -1) >= 0 && !moving.includes(member)) ?? -1;
    const home = layout.index.nodeNames[layout.nodeOf[mate] ?? -1] ?? "";
    return `The ${group.origin} keeps it together with guest ${layout.index.vmids[mate] ?? "?"} on ${home}.`;
  }
  const mate = group.members.find((member) => layout.nodeOf[member] === to) ?? -1;
  return `${name} already runs guest ${layout.index.vmids[mate] ?? "?"} of the ${group.origin}, which keeps its guests apart.`;
}
