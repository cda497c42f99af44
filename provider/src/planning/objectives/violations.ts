import type { GuestGroup, NodeRule } from "../model/cluster-index.js";
import type { RuleStrength } from "../model/cluster-snapshot.js";
import type { Layout } from "../model/layout.js";

/** How much stands against the rules, and how many guests still have to leave nodes in maintenance. */
export interface Tally {
  /** Violations of `must` rules. */
  readonly hard: number;
  /** Movable guests on nodes in maintenance. */
  readonly evacuations: number;
  /** Violations of `should` rules. */
  readonly soft: number;
}

/** Counts everything from scratch. */
export function tally(layout: Layout): Tally {
  return {
    hard: countViolations(layout, "must"),
    evacuations: countEvacuations(layout),
    soft: countViolations(layout, "should"),
  };
}

/** Counts the violations of all rules of one strength. */
export function countViolations(layout: Layout, strength: RuleStrength): number {
  let count = 0;
  for (const group of layout.index.groups) {
    count += group.strength === strength ? groupViolations(layout, group) : 0;
  }
  for (const rule of layout.index.nodeRules) {
    count += rule.strength === strength ? nodeRuleViolations(layout, rule).length : 0;
  }
  return count;
}

/**
 * Counts the violations of one group: for anti-affinity the guests beyond the first on each node, for affinity the nodes
 * beyond the first.
 */
export function groupViolations(layout: Layout, group: GuestGroup): number {
  const nodes = new Set<number>();
  let placed = 0;
  for (const member of group.members) {
    const node = layout.nodeOf[member] ?? -1;
    if (node >= 0) {
      nodes.add(node);
      placed += 1;
    }
  }
  return group.kind === "anti-affinity" ? placed - nodes.size : Math.max(0, nodes.size - 1);
}

/** Lists the guests that are where a rule does not want them. */
export function nodeRuleViolations(layout: Layout, rule: NodeRule): readonly number[] {
  return rule.members.filter((guest) => {
    const node = layout.nodeOf[guest] ?? -1;
    return node >= 0 && rule.allowed[node] !== 1;
  });
}

/** Lists the movable guests on nodes in maintenance, ascending. */
export function guestsToEvacuate(layout: Layout): number[] {
  const { roles, movable } = layout.index;
  return roles
    .flatMap((role, node) => (role === "maintenance" ? (layout.guestsOn[node] ?? []) : []))
    .filter((guest) => movable[guest] === 1)
    .sort((a, b) => a - b);
}

function countEvacuations(layout: Layout): number {
  return guestsToEvacuate(layout).length;
}
