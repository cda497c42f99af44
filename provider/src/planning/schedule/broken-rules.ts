import { countOnNode } from "../constraints/group-count.js";
import type { GuestGroup, NodeRule } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";

/** How badly a `must` rule was broken at some moment. */
export interface BrokenRule {
  readonly rule: GuestGroup | NodeRule;
  readonly before: number;
}

/** Guests about to move, and where to. */
export interface Arrival {
  readonly guest: number;
  readonly to: number;
}

/** Notes how badly the `must` rules of some guests are broken before the guests move. */
export function brokenRules(layout: Layout, arrivals: readonly Arrival[]): readonly BrokenRule[] {
  const { groupsOf, nodeRulesOf } = layout.index;
  const rules = new Set(arrivals.flatMap(({ guest }) => [...(groupsOf[guest] ?? []), ...(nodeRulesOf[guest] ?? [])]));
  return [...rules]
    .filter((rule) => rule.strength === "must")
    .map((rule) => ({ rule, before: severity(layout, rule) - swapsWithin(layout, rule, arrivals) }));
}

/** Lists the rules that are broken worse now than they were. */
export function newlyBroken(layout: Layout, before: readonly BrokenRule[]): readonly (GuestGroup | NodeRule)[] {
  return before.filter((entry) => severity(layout, entry.rule) > entry.before).map((entry) => entry.rule);
}

function severity(layout: Layout, rule: GuestGroup | NodeRule): number {
  if ("allowed" in rule) {
    return rule.members.filter((guest) => rule.allowed[layout.nodeOf[guest] ?? -1] !== 1).length;
  }
  const nodes = new Set(rule.members.map((guest) => layout.nodeOf[guest] ?? -1));
  return rule.kind === "affinity" ? nodes.size : rule.members.length - nodes.size;
}

/** Guests that keep apart cannot trade places in one step: for a while two of them would share a node. */
function swapsWithin(layout: Layout, rule: GuestGroup | NodeRule, arrivals: readonly Arrival[]): number {
  if ("allowed" in rule || rule.kind === "affinity") {
    return 0;
  }
  return arrivals.filter(({ guest, to }) => rule.members.includes(guest) && countOnNode(layout, rule, to) > 0).length;
}
