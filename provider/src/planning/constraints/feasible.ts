import type { Layout } from "../model/layout.js";
import type { Bundle } from "./bundle.js";
import { hasRoom, lacksRoom } from "./capacity.js";
import { hasDiskSpace, lacksDiskSpace } from "./disk-space.js";
import { breaksGroup, keepsGroup } from "./group-rules.js";
import { rolePreventsArrival } from "./node-roles.js";
import { allowsNode, forbidsNode } from "./node-rules.js";

/**
 * Tells whether a bundle may move to a node right now: the node takes guests, has room while the source still holds the
 * bundle, and no `must` rule is broken or made worse.
 */
export function isFeasible(layout: Layout, bundle: Bundle, to: number): boolean {
  return (
    bundle.movable &&
    layout.index.roles[to] === "active" &&
    layout.nodeOf[bundle.guests[0] ?? -1] !== to &&
    hasRoom(layout, bundle.size, to) &&
    (layout.index.storage === null || hasDiskSpace(layout, bundle.guests, to)) &&
    (!bundle.ruled || keepsRules(layout, bundle.guests, to))
  );
}

/** Tells whether the `must` rules of the guests allow a node. */
export function keepsRules(layout: Layout, guests: readonly number[], to: number): boolean {
  const { groupsOf, nodeRulesOf } = layout.index;
  return guests.every(
    (guest) =>
      (nodeRulesOf[guest] ?? []).every((rule) => allowsNode(rule, to)) &&
      (groupsOf[guest] ?? []).every((group) => keepsGroup(layout, group, guests, to)),
  );
}

/** Lists, in full sentences, everything that keeps guests of a size from a node; empty when nothing does. */
export function explainRefusal(layout: Layout, bundle: Pick<Bundle, "guests" | "size">, to: number): readonly string[] {
  const { nodeNames, roles, groupsOf, nodeRulesOf } = layout.index;
  const role = rolePreventsArrival(nodeNames[to] ?? "", roles[to] ?? "offline");
  if (role !== null) {
    return [role];
  }
  const reasons = bundle.guests.flatMap((guest) => [
    ...(nodeRulesOf[guest] ?? []).map((rule) => forbidsNode(layout, rule, to)),
    ...(groupsOf[guest] ?? []).map((group) => breaksGroup(layout, group, bundle.guests, to)),
  ]);
  reasons.push(lacksRoom(layout, bundle.size, to), lacksDiskSpace(layout, bundle.guests, to));
  const found = reasons.filter((reason) => reason !== null);
  return [...new Set(found)];
}
