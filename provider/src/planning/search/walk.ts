import { type Bundle, bundleOf } from "../constraints/bundle.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import { createLayout, type Layout } from "../model/layout.js";
import { applyMove, type Move, revertMove } from "../moves/move.js";
import { tallyChange } from "../objectives/tally-change.js";
import { type Tally, tally } from "../objectives/violations.js";

/** A move that was made, with what it changed. */
export interface TakenMove extends Move {
  readonly change: Tally;
}

/** A sequence of moves under construction, each feasible when it was made, and the layout that it leads to. */
export interface Walk {
  readonly layout: Layout;
  readonly taken: TakenMove[];
  /** The tally of the layout as it is now. */
  hard: number;
  evacuations: number;
  soft: number;
  /** Guests moved so far. */
  migrations: number;
  /** Bundles per node, forgotten when the node changes. */
  readonly bundles: (readonly Bundle[] | undefined)[];
  /** Bundles of guests that nothing ties to others; they never change. */
  readonly singles: (Bundle | undefined)[];
}

/** Starts at the layout of the snapshot. */
export function startWalk(index: ClusterIndex): Walk {
  const layout = createLayout(index);
  const bundles = index.nodeNames.map(() => undefined);
  return {
    layout,
    taken: [],
    ...tally(layout),
    migrations: 0,
    bundles,
    singles: new Array<Bundle | undefined>(index.vmids.length),
  };
}

/** Makes a move; the caller has checked that it is feasible. */
export function take(walk: Walk, guests: readonly number[], to: number): TakenMove {
  const from = walk.layout.nodeOf[guests[0] ?? -1] ?? -1;
  const move = { guests, from, to, change: tallyChange(walk.layout, guests, to) };
  applyMove(walk.layout, move);
  walk.taken.push(move);
  account(walk, move, 1);
  return move;
}

/** Takes moves back until `length` of them are left. */
export function undoTo(walk: Walk, length: number): void {
  while (walk.taken.length > length) {
    const move = walk.taken.pop();
    if (move !== undefined) {
      revertMove(walk.layout, move);
      account(walk, move, -1);
    }
  }
}

function account(walk: Walk, move: TakenMove, sign: 1 | -1): void {
  walk.hard += sign * move.change.hard;
  walk.evacuations += sign * move.change.evacuations;
  walk.soft += sign * move.change.soft;
  walk.migrations += sign * move.guests.length;
  walk.bundles[move.from] = undefined;
  walk.bundles[move.to] = undefined;
}

/**
 * Lists the movable bundles of a node for balancing, by lowest guest. Ties of `should` rules bind here, because balancing
 * must not break them.
 */
export function bundlesOn(walk: Walk, node: number): readonly Bundle[] {
  const known = walk.bundles[node];
  if (known !== undefined) {
    return known;
  }
  const bundles: Bundle[] = [];
  const { movable } = walk.layout.index;
  for (const guest of [...(walk.layout.guestsOn[node] ?? [])].sort((a, b) => a - b)) {
    if (movable[guest] === 1) {
      const bundle = bundleFor(walk, guest);
      if (bundle.movable && bundle.guests[0] === guest) {
        bundles.push(bundle);
      }
    }
  }
  walk.bundles[node] = bundles;
  return bundles;
}

function bundleFor(walk: Walk, guest: number): Bundle {
  const known = walk.singles[guest];
  if (known !== undefined) {
    return known;
  }
  const bundle = bundleOf(walk.layout, guest, "should");
  if (!(walk.layout.index.groupsOf[guest] ?? []).some((group) => group.kind === "affinity")) {
    walk.singles[guest] = bundle;
  }
  return bundle;
}
