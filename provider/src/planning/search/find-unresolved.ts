import { bundleOf } from "../constraints/bundle.js";
import { explainRefusal } from "../constraints/feasible.js";
import { whyImmovable } from "../constraints/movability.js";
import type { ClusterIndex, GuestGroup, NodeRule } from "../model/cluster-index.js";
import type { Guest } from "../model/cluster-snapshot.js";
import type { Unresolved } from "../model/migration-plan.js";
import { extremes } from "../objectives/spread.js";
import { countMisplaced, groupViolations, nodeRuleViolations } from "../objectives/violations.js";
import { explainSpread } from "./explain-spread.js";
import { isBalancingWanted, type SearchState } from "./search-state.js";

/** Nodes that a reason spells out; more would bury the message. */
const NODES_EXPLAINED = 4;

/** What is said where a node would take the guest. */
const VAGUE = "Moving it would break something that matters more.";

/**
 * Lists the goals that the walk, standing at its end, does not reach, with what is in the way.
 *
 * @param brake a full sentence naming the attribute of the policy that held migrations back, or null
 */
export function findUnresolved(search: SearchState, brake: string | null): readonly Unresolved[] {
  const { index } = search.walk.layout;
  return [
    ...index.nodeRules.flatMap((rule) => unresolvedNodeRule(search, rule, brake)),
    ...index.groups.flatMap((group) => unresolvedGroup(search, group, brake)),
    ...unresolvedEvacuations(search, brake),
    ...unresolvedBalance(search, brake),
  ];
}

function unresolvedNodeRule(search: SearchState, rule: NodeRule, brake: string | null): Unresolved[] {
  if (countMisplaced(search.layout, rule) === 0) {
    return [];
  }
  return nodeRuleViolations(search.layout, rule).map((guest) => ({
    kind: "rule",
    subject: subjectOf(search, guest),
    reason: `The ${rule.origin} ${rule.strength === "must" ? "is broken on" : "prefers other nodes than"} ${nodeOf(search, guest)}. ${whyItStays(search, guest, { allowed: rule.allowed, brake })}`,
  }));
}

function unresolvedGroup(search: SearchState, group: GuestGroup, brake: string | null): Unresolved[] {
  const { layout } = search.walk;
  if (groupViolations(layout, group) === 0) {
    return [];
  }
  const { nodeNames, activeNodes } = layout.index;
  const places = [...new Set(group.members.map((guest) => layout.nodeOf[guest] ?? -1))];
  const names = places
    .map((node) => nodeNames[node] ?? "?")
    .sort()
    .join(", ");
  const wish = group.kind === "affinity" ? "are to share one node" : "are to keep apart";
  const summary = `Its ${group.members.length} guests ${wish} but are on ${names}.`;
  const tooMany =
    group.kind === "anti-affinity" && group.members.length > activeNodes.length
      ? ` Only ${activeNodes.length} nodes take guests.`
      : ` ${whyGroupStays(search, group, brake)}`;
  return [{ kind: "rule", subject: group.origin, reason: summary + tooMany }];
}

function whyGroupStays(search: SearchState, group: GuestGroup, brake: string | null): string {
  const guest = stuckMember(search, group);
  const why = whyItStays(search, guest, { allowed: null, brake });
  const rival = why === VAGUE ? findRival(search.walk.layout.index, group) : undefined;
  if (rival !== undefined) {
    return `The ${rival.origin} wants the opposite of them: it keeps ${rival.kind === "affinity" ? "together" : "apart"} guests of both; drop one of the two rules.`;
  }
  const isAboutGuests = why === brake || why.startsWith("Guest ");
  return isAboutGuests ? why : `Guest ${search.layout.index.vmids[guest] ?? "?"} stays where it is: ${why}`;
}

/** Finds a group that wants the opposite of some of the same guests, and matters no less. */
function findRival({ groups }: ClusterIndex, { kind, strength, members }: GuestGroup): GuestGroup | undefined {
  return groups.find(
    (other) =>
      other.kind !== kind &&
      (other.strength === "must" || strength === "should") &&
      other.members.filter((guest) => members.includes(guest)).length > 1,
  );
}

/** The member that explains most: one that may not move at all, else the first that shares its node or lives apart. */
function stuckMember(search: SearchState, group: GuestGroup): number {
  const { layout } = search.walk;
  const crowded = group.members.filter((guest) =>
    group.members.some((other) => other !== guest && layout.nodeOf[other] === layout.nodeOf[guest]),
  );
  const candidates = group.kind === "anti-affinity" ? crowded : group.members;
  return candidates.find((guest) => layout.index.movable[guest] !== 1) ?? candidates[0] ?? -1;
}

function unresolvedEvacuations(search: SearchState, brake: string | null): Unresolved[] {
  const { layout } = search.walk;
  const { roles } = layout.index;
  const guests = roles.flatMap((role, node) => (role === "maintenance" ? (layout.guestsOn[node] ?? []) : []));
  return guests
    .sort((a, b) => a - b)
    .filter((guest) => isAtRisk(guestOf(layout.index, guest)))
    .map((guest) => ({
      kind: "evacuation",
      subject: subjectOf(search, guest),
      reason: `It stays on ${nodeOf(search, guest)}, which is in maintenance. ${whyItStays(search, guest, { allowed: null, brake })}`,
    }));
}

/** Stopped guests and templates lose nothing when their node goes down. */
function isAtRisk(guest: Guest | undefined): boolean {
  return guest !== undefined && !guest.template && guest.status !== "stopped";
}

function unresolvedBalance(search: SearchState, brake: string | null): Unresolved[] {
  const { layout } = search.walk;
  if (!isBalancingWanted(search)) {
    return [];
  }
  return search.goals.flatMap((goal) => {
    const { hottest, coldest } = extremes(layout, goal.quantity);
    if (goal.weight * (hottest - coldest) <= search.target) {
      return [];
    }
    const limit = search.target / goal.weight;
    const reason =
      `The nodes stay ${(hottest - coldest).toFixed(1)} points apart (${coldest.toFixed(1)} % to ${hottest.toFixed(1)} %), ` +
      `${limit.toFixed(1)} are wanted. ${brake ?? explainSpread(layout, goal)}`;
    return [{ kind: "balance" as const, subject: `method ${goal.method}`, reason }];
  });
}

interface Obstacles {
  /** 1 for each node that would do; null when any would. */
  readonly allowed: Uint8Array | null;
  readonly brake: string | null;
}

function whyItStays(search: SearchState, guest: number, { allowed, brake }: Obstacles): string {
  const { layout } = search.walk;
  const { index } = layout;
  const bundle = bundleOf(layout, guest, "must");
  const fixed = bundle.guests.find((member) => index.movable[member] !== 1);
  if (fixed !== undefined) {
    return `Guest ${index.vmids[fixed] ?? "?"} does not move: ${whyImmovable(index, fixed)}`;
  }
  const home = layout.nodeOf[guest];
  const targets = index.nodeNames.flatMap((_, node) => (node !== home && (allowed?.[node] ?? 1) === 1 ? [node] : []));
  const answers = targets.map((node) => explainRefusal(layout, bundle, node).slice(0, 1));
  if (answers.some((answer) => answer.length === 0)) {
    return brake ?? VAGUE;
  }
  const refusals = [...new Set(answers.flat())];
  const unlisted = refusals.length - NODES_EXPLAINED;
  const more = unlisted > 0 ? ` And ${unlisted} more nodes do not take it either.` : "";
  return refusals.length === 0 ? "No other node may take it." : refusals.slice(0, NODES_EXPLAINED).join(" ") + more;
}

function guestOf(index: ClusterIndex, guest: number): Guest | undefined {
  return index.snapshot.guests[index.guestRow[guest] ?? -1];
}

function subjectOf(search: SearchState, guest: number): string {
  const { index } = search.walk.layout;
  return `guest ${index.vmids[guest] ?? "?"} (${guestOf(index, guest)?.name ?? "?"})`;
}

function nodeOf(search: SearchState, guest: number): string {
  const { layout } = search.walk;
  return layout.index.nodeNames[layout.nodeOf[guest] ?? -1] ?? "?";
}
