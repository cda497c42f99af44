import { type ClusterIndex, QUANTITIES } from "../model/cluster-index.js";
import type { RuleStrength } from "../model/cluster-snapshot.js";
import type { Layout } from "../model/layout.js";

/** Guests on one node that move together, or a single guest. */
export interface Bundle {
  /** Guest indexes, ascending. */
  readonly guests: readonly number[];
  /** Sum per quantity. */
  readonly size: readonly number[];
  /** False when one of the guests must stay, for then all must. */
  readonly movable: boolean;
  /** True when a rule concerns one of the guests. */
  readonly ruled: boolean;
}

/**
 * Gathers the guests that share the guest's node and are tied to it by affinity, directly or over others. With `should`
 * the ties of `should` rules bind too, as they do while load is balanced.
 */
export function bundleOf(layout: Layout, guest: number, strength: RuleStrength): Bundle {
  const { index } = layout;
  const groups = index.groupsOf[guest] ?? [];
  const ruled = groups.length > 0 || (index.nodeRulesOf[guest] ?? []).length > 0;
  if (!groups.some((group) => group.kind === "affinity")) {
    return makeBundle(index, [guest], ruled);
  }
  const node = layout.nodeOf[guest] ?? -1;
  const found = new Set([guest]);
  for (const member of found) {
    for (const group of index.groupsOf[member] ?? []) {
      if (group.kind === "affinity" && (group.strength === "must" || strength === "should")) {
        addNeighbours(layout, group.members, node, found);
      }
    }
  }
  return makeBundle(
    index,
    [...found].sort((a, b) => a - b),
    true,
  );
}

function addNeighbours(layout: Layout, members: readonly number[], node: number, found: Set<number>): void {
  for (const member of members) {
    if (layout.nodeOf[member] === node) {
      found.add(member);
    }
  }
}

function makeBundle(index: ClusterIndex, guests: readonly number[], ruled: boolean): Bundle {
  const size = new Array<number>(QUANTITIES).fill(0);
  let movable = true;
  for (const guest of guests) {
    movable &&= index.movable[guest] === 1;
    for (let q = 0; q < QUANTITIES; q += 1) {
      size[q] = (size[q] ?? 0) + (index.size[guest * QUANTITIES + q] ?? 0);
    }
  }
  return { guests, size, movable, ruled };
}
