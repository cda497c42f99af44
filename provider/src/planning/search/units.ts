import type { GuestGroup } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { groupViolations, nodeRuleViolations } from "../objectives/violations.js";

/** Guests that are to share a node. */
export type Unit = readonly number[];

/** All guests, joined into units, ascending by their first guest. */
export interface Units {
  /** Units that balancing may put on another node. */
  readonly free: readonly Unit[];
  /** Units that stay where they are: what no plan so far could repair is not touched. */
  readonly fixed: readonly Unit[];
}

/** Joins the guests of affinity groups into units. One guest that must stay keeps its whole unit. */
export function formUnits(layout: Layout): Units {
  const { index } = layout;
  const leaders = Int32Array.from(index.movable, (_, guest) => guest);
  for (const group of index.groups) {
    if (group.kind === "affinity") {
      joinMembers(leaders, group);
    }
  }
  const broken = guestsOfBrokenRules(layout);
  const active = new Set(index.activeNodes);
  const units = new Map<number, number[]>();
  const kept = new Set<number>();
  for (const guest of leaders.keys()) {
    const leader = leaderOf(leaders, guest);
    const mayMove = index.movable[guest] === 1 && !index.resting.has(guest) && !broken.has(guest);
    if (!mayMove || !active.has(layout.nodeOf[guest] ?? -1)) {
      kept.add(leader);
    }
    const unit = units.get(leader);
    if (unit === undefined) {
      units.set(leader, [guest]);
    } else {
      unit.push(guest);
    }
  }
  return {
    free: [...units].filter(([leader]) => !kept.has(leader)).map(([, unit]) => unit),
    fixed: [...units].filter(([leader]) => kept.has(leader)).map(([, unit]) => unit),
  };
}

function joinMembers(leaders: Int32Array, { members }: GuestGroup): void {
  for (const member of members) {
    const [a, b] = [leaderOf(leaders, members[0] ?? member), leaderOf(leaders, member)];
    leaders[Math.max(a, b)] = Math.min(a, b);
  }
}

function leaderOf(leaders: Int32Array, guest: number): number {
  let leader = guest;
  while (leaders[leader] !== undefined && leaders[leader] !== leader) {
    leader = leaders[leader] ?? leader;
  }
  return leader;
}

function guestsOfBrokenRules(layout: Layout): ReadonlySet<number> {
  const { groups, nodeRules } = layout.index;
  return new Set([
    ...groups.filter((group) => groupViolations(layout, group) > 0).flatMap(({ members }) => members),
    ...nodeRules.flatMap((rule) => nodeRuleViolations(layout, rule)),
  ]);
}
