import type { Rule } from "../model/cluster-snapshot.js";
import type { NodeIndex } from "./index-nodes.js";

/**
 * Splits a node rule with priorities, as the HA manager has them: it uses the nodes of the highest priority of which one
 * is available, and moves guests back to them. So these are preferred, and a `must` rule binds to all its nodes besides.
 */
export function splitByPriority(rule: Rule, { nodeByName, activeNodes }: NodeIndex): readonly Rule[] {
  if (rule.kind !== "node-affinity" || rule.priorities === undefined) {
    return [rule];
  }
  const { priorities, ...whole } = rule;
  const active = new Set(activeNodes);
  const usable = rule.nodes.filter((name) => active.has(nodeByName.get(name) ?? -1));
  const priorityOf = (name: string): number => priorities[name] ?? 0;
  const highest = Math.max(...(usable.length > 0 ? usable : rule.nodes).map(priorityOf));
  const preferred = rule.nodes.filter((name) => priorityOf(name) === highest);
  const wish: Rule = { ...whole, strength: "should", nodes: preferred };
  return rule.strength === "must" && preferred.length < rule.nodes.length
    ? [whole, wish]
    : [rule.strength === "must" ? whole : wish];
}
