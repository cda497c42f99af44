import type { Guest, Rule } from "../model/cluster-snapshot.js";
import type { NodeIndex } from "./index-nodes.js";

type NodeAffinity = Extract<Rule, { kind: "node-affinity" }>;

/**
 * Splits a node rule of the cluster as the HA manager keeps it: it uses the nodes of the highest priority of which one is
 * available. These are preferred, and a `must` rule binds to all its nodes besides. Guests with failback are moved back
 * to them within seconds, so for those guests no other node is allowed while one of the rule is available.
 */
export function splitByPriority(rule: Rule, nodeIndex: NodeIndex, failback: ReadonlySet<number>): readonly Rule[] {
  if (rule.kind !== "node-affinity") {
    return [rule];
  }
  const bound = bestNodes(rule, availableToHa(nodeIndex));
  const isHeld = (vmid: number): boolean => bound !== null && failback.has(vmid);
  const held = rule.vmids.filter(isHeld);
  const others = rule.vmids.filter((vmid) => !isHeld(vmid));
  if (held.length === 0) {
    return rule.priorities === undefined ? [rule] : preferBest(rule, nodeIndex);
  }
  const enforced: Rule = {
    ...unranked(rule),
    strength: "must",
    origin: `${rule.origin}, which failback enforces,`,
    vmids: held,
    nodes: bound ?? [],
  };
  return [...(others.length === 0 ? [] : preferBest({ ...rule, vmids: others }, nodeIndex)), enforced];
}

/** Lists the guests that the HA manager moves back to the nodes that it prefers. */
export function guestsWithFailback(guests: readonly Guest[]): ReadonlySet<number> {
  return new Set(guests.flatMap(({ vmid, ha }) => (ha?.failback === true ? [vmid] : [])));
}

function unranked({ kind, name, origin, strength, vmids, nodes }: NodeAffinity): NodeAffinity {
  return { kind, name, origin, strength, vmids, nodes };
}

function preferBest(rule: NodeAffinity, { nodeByName, activeNodes }: NodeIndex): readonly Rule[] {
  const active = new Set(activeNodes);
  const preferred =
    bestNodes(rule, (name) => active.has(nodeByName.get(name) ?? -1)) ?? bestNodes(rule, () => true) ?? rule.nodes;
  const whole = unranked(rule);
  if (rule.strength === "should") {
    return [{ ...whole, nodes: preferred }];
  }
  // Who is on none of the nodes breaks the rule itself; not to count that twice, the wish is only about its nodes.
  const outside = [...nodeByName.keys()].filter((name) => !rule.nodes.includes(name));
  const wish: Rule = { ...whole, strength: "should", nodes: [...preferred, ...outside] };
  return preferred.length < rule.nodes.length ? [whole, wish] : [whole];
}

/** The HA manager knows nothing of nodes that only the policy empties or leaves alone. */
function availableToHa({ nodes, nodeByName }: NodeIndex): (name: string) => boolean {
  return (name) => {
    const node = nodes[nodeByName.get(name) ?? -1];
    return node !== undefined && node.online && !node.maintenance;
  };
}

/** Gives the nodes of a rule that have the highest priority of those that are available; null when none is. */
function bestNodes(
  { nodes, priorities = {} }: NodeAffinity,
  isAvailable: (name: string) => boolean,
): readonly string[] | null {
  const usable = nodes.filter(isAvailable);
  const priorityOf = (name: string): number => priorities[name] ?? 0;
  const highest = Math.max(...usable.map(priorityOf));
  return usable.length === 0 ? null : nodes.filter((name) => priorityOf(name) === highest);
}
