import type { GuestGroup } from "../model/cluster-index.js";
import type { RuleStrength } from "../model/cluster-snapshot.js";
import type { Layout } from "../model/layout.js";
import { groupViolations, guestsToEvacuate, nodeRuleViolations, type Tally } from "./violations.js";

/** Guests that have to move whatever the load. */
export interface ForcedMoves {
  /** Guests that have to leave each node. */
  readonly perNode: readonly number[];
  /** Moves that bring broken affinity groups together; they may be the same moves. */
  readonly toUnite: number;
}

/**
 * Counts the guests that every plan has to move that repairs as much as the plan at hand. Whatever is left broken counts
 * as nothing, because another plan might repair that and leave something else.
 *
 * @param start the layout before any move
 * @param left the tally that the plan ends with
 */
export function forcedMoves(start: Layout, left: Tally): ForcedMoves {
  const strengths: RuleStrength[] = [];
  if (left.hard === 0) {
    strengths.push("must");
  }
  if (left.soft === 0) {
    strengths.push("should");
  }
  const leaving = new Set(left.evacuations === 0 ? guestsToEvacuate(start) : []);
  for (const rule of start.index.nodeRules) {
    if (strengths.includes(rule.strength)) {
      nodeRuleViolations(start, rule).forEach((guest) => leaving.add(guest));
    }
  }
  const perNode = start.index.nodeNames.map(() => 0);
  for (const guest of leaving) {
    addTo(perNode, start.nodeOf[guest] ?? -1, 1);
  }
  const groups = start.index.groups.filter(
    (group) => strengths.includes(group.strength) && groupViolations(start, group) > 0,
  );
  addSeparations(start, groups, leaving, perNode);
  const unions = groups.filter((group) => group.kind === "affinity").map((group) => movesToUnite(start, group));
  return { perNode, toUnite: Math.max(0, ...unions) };
}

function addTo(counts: number[], at: number, amount: number): void {
  const count = counts[at];
  if (count !== undefined) {
    counts[at] = count + amount;
  }
}

/** All but one member of a group have to leave a node. Only groups without common guests add up. */
function addSeparations(
  start: Layout,
  groups: readonly GuestGroup[],
  leaving: ReadonlySet<number>,
  perNode: number[],
): void {
  const counted = new Set<number>();
  for (const group of groups) {
    if (group.kind !== "anti-affinity" || group.members.some((member) => counted.has(member))) {
      continue;
    }
    group.members.forEach((member) => counted.add(member));
    for (const [node, members] of membersPerNode(start, group)) {
      const alreadyLeaving = members.filter((member) => leaving.has(member)).length;
      addTo(perNode, node, Math.max(0, members.length - 1 - alreadyLeaving));
    }
  }
}

function movesToUnite(start: Layout, group: GuestGroup): number {
  const parts = [...membersPerNode(start, group).values()].map((members) => members.length);
  return parts.reduce((sum, part) => sum + part, 0) - Math.max(0, ...parts);
}

function membersPerNode(start: Layout, group: GuestGroup): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const member of group.members) {
    const node = start.nodeOf[member] ?? -1;
    if (node >= 0) {
      parts.set(node, [...(parts.get(node) ?? []), member]);
    }
  }
  return parts;
}
