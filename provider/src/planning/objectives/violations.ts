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
    count += rule.strength === strength ? countMisplaced(layout, rule) : 0;
  }
  return count;
}

/**
 * Counts the violations of one group: for anti-affinity the guests beyond the first on each node, for affinity the nodes
 * beyond the first.
 */
export function groupViolations(layout: Layout, { kind, members }: GuestGroup): number {
  let nodes = 0;
  let placed = 0;
  for (let i = 0; i < members.length; i += 1) {
    const node = layout.nodeOf[members[i] ?? -1] ?? -1;
    if (node >= 0) {
      placed += 1;
      nodes += sharesWithEarlier(layout, members, i, node) ? 0 : 1;
    }
  }
  return kind === "anti-affinity" ? placed - nodes : Math.max(0, nodes - 1);
}

/** Groups are mostly so small that a scan beats a set; large ones find a mate early. */
function sharesWithEarlier(layout: Layout, members: readonly number[], end: number, node: number): boolean {
  for (let i = 0; i < end; i += 1) {
    if (layout.nodeOf[members[i] ?? -1] === node) {
      return true;
    }
  }
  return false;
}

/** Counts the guests that are where a rule does not want them. */
export function countMisplaced(layout: Layout, rule: NodeRule): number {
  let count = 0;
  for (const guest of rule.members) {
    const node = layout.nodeOf[guest] ?? -1;
    count += node >= 0 && rule.allowed[node] !== 1 ? 1 : 0;
  }
  return count;
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
