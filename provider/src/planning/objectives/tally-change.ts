import type { GuestGroup } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { Tally } from "./violations.js";

/** A tally while it is being changed. */
interface Change {
  hard: number;
  evacuations: number;
  soft: number;
}

/** Computes how a move of guests that share a node would change the tally, without making it. */
export function tallyChange(layout: Layout, guests: readonly number[], to: number): Tally {
  const { index } = layout;
  const from = layout.nodeOf[guests[0] ?? -1] ?? -1;
  const change: Change = { hard: 0, evacuations: 0, soft: 0 };
  if (index.roles[from] === "maintenance") {
    change.evacuations -= guests.length;
  }
  for (const guest of guests) {
    for (const rule of index.nodeRulesOf[guest] ?? []) {
      add(change, rule.strength, (rule.allowed[from] ?? 0) - (rule.allowed[to] ?? 0));
    }
    addGroupChanges(change, layout, guest, { guests, to });
  }
  return change;
}

function addGroupChanges(
  change: Change,
  layout: Layout,
  guest: number,
  { guests, to }: { readonly guests: readonly number[]; readonly to: number },
): void {
  for (const group of layout.index.groupsOf[guest] ?? []) {
    // A group with several moving members is counted once, at the first of them.
    if (guests.length === 1 || firstMoving(group, guests) === guest) {
      add(change, group.strength, groupChange(layout, group, guests, to));
    }
  }
}

function add(change: Change, strength: "must" | "should", amount: number): void {
  if (strength === "must") {
    change.hard += amount;
  } else {
    change.soft += amount;
  }
}

function firstMoving(group: GuestGroup, guests: readonly number[]): number | undefined {
  return group.members.find((member) => guests.includes(member));
}

function groupChange(layout: Layout, group: GuestGroup, guests: readonly number[], to: number): number {
  const from = layout.nodeOf[guests[0] ?? -1] ?? -1;
  let staying = 0;
  let waiting = 0;
  let moving = 0;
  for (const member of group.members) {
    const node = layout.nodeOf[member];
    if (node === to) {
      waiting += 1;
    } else if (node === from) {
      const goes = guests.length === 1 ? guests[0] === member : guests.includes(member);
      moving += goes ? 1 : 0;
      staying += goes ? 0 : 1;
    }
  }
  if (group.kind === "affinity") {
    return (waiting > 0 ? 0 : 1) - (staying > 0 ? 0 : 1);
  }
  return surplus(staying) + surplus(waiting + moving) - surplus(staying + moving) - surplus(waiting);
}

function surplus(count: number): number {
  return Math.max(0, count - 1);
}
