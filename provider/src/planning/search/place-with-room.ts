import { type Bundle, bundleOf } from "../constraints/bundle.js";
import { isFeasible } from "../constraints/feasible.js";
import { type ClusterIndex, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import { createLayout } from "../model/layout.js";
import type { PlacedBatch, PlacementRequest } from "../model/placement.js";
import { applyMove, type Move } from "../moves/move.js";
import { tallyChange } from "../objectives/tally-change.js";
import type { Tally } from "../objectives/violations.js";
import { assignSteps } from "../schedule/assign-steps.js";
import { createMigrationClock } from "../schedule/migration-seconds.js";
import { acceptsNew, type Decision, settle } from "./batch-layout.js";
import { chooseNode } from "./choose-node.js";
import { moveInto } from "./make-room.js";
import { type NewBundle, newBundles } from "./new-bundles.js";
import { newGuests } from "./new-guests.js";
import { indexAllGuests, type PlacementBase } from "./placement-base.js";
import { presentPlacements } from "./present-placements.js";
import { presentMove } from "./present-plan.js";
import { createRandom } from "./random.js";
import { createSearch, type SearchState } from "./search-state.js";
import { take, undoTo } from "./walk.js";

/** Nodes tried per bundle, those with most memory free first. */
const NODES_TRIED = 40;

/** Making room leaves nothing to chance. */
const NO_SEED = 1;

/**
 * Places a batch and moves existing guests out of the way where a new one finds no node otherwise: as few as possible, and
 * then those that take the least time. The migrations are valid in their order, and end before the new guests come.
 *
 * @returns null when that does not place all guests either, or takes more migrations than the policy allows
 */
export function placeWithRoom(
  base: PlacementBase,
  requests: readonly PlacementRequest[],
): Pick<PlacedBatch, "placements" | "migrations"> | null {
  const index = indexAllGuests(base, newGuests(base, requests));
  const search = createSearch(index, createRandom(NO_SEED), false);
  const decisions: Decision[] = [];
  for (const bundle of newBundles(search.layout, requests)) {
    const node = placeOne(search, bundle);
    if (node < 0) {
      return null;
    }
    decisions.push({ bundle, node });
  }
  const moves = shorten(
    index,
    search.walk.taken.filter(({ from }) => from >= 0),
    decisions,
  );
  const migrations = moves === null ? null : present(index, moves, { requests, decisions });
  if (moves === null || migrations === null || migrations.length > (base.policy.maxMigrations ?? Infinity)) {
    return null;
  }
  return { placements: presentPlacements(afterMoves(index, moves), requests, { decisions, joint: true }), migrations };
}

/** Gives a bundle the best node that has room, or else that where room costs least; -1 when there is none. */
function placeOne(search: SearchState, bundle: NewBundle): number {
  const { walk } = search;
  const free = chooseNode(walk.layout, bundle);
  if (free >= 0) {
    take(walk, bundle.guests, free);
    return free;
  }
  const mark = walk.taken.length;
  const asBundle: Bundle = { ...bundle, movable: true };
  let best = -1;
  let least = [Infinity, Infinity] as const;
  for (const node of nodesToTry(search, bundle)) {
    if (moveInto(search, asBundle, node, () => true)) {
      const cost = costSince(search, mark);
      if (cost[0] < least[0] || (cost[0] === least[0] && cost[1] < least[1])) {
        best = node;
        least = cost;
      }
      undoTo(walk, mark);
    }
  }
  return best >= 0 && moveInto(search, asBundle, best, () => true) ? best : -1;
}

function nodesToTry({ layout }: SearchState, { allowed, excluded }: NewBundle): number[] {
  const { activeNodes, limit } = layout.index;
  const free = (node: number): number => {
    const at = node * QUANTITIES + MEMORY_USED;
    return (limit[at] ?? 0) - (layout.load[at] ?? 0);
  };
  return activeNodes
    .filter((node) => allowed?.has(node) !== false && !excluded.has(node))
    .sort((a, b) => free(b) - free(a) || a - b)
    .slice(0, NODES_TRIED);
}

/** Infinite where an existing guest would have to break a rule, be it a `should` rule. */
function costSince({ walk, seconds }: SearchState, mark: number): readonly [migrations: number, seconds: number] {
  if (walk.taken.slice(mark).some(({ from, change }) => from >= 0 && !isHarmless(change))) {
    return [Infinity, Infinity];
  }
  const guests = walk.taken.slice(mark).flatMap((move) => (move.from < 0 ? [] : move.guests));
  return [guests.length, guests.reduce((sum, guest) => sum + (seconds[guest] ?? 0), 0)];
}

function isHarmless({ hard, soft }: Tally): boolean {
  return hard <= 0 && soft <= 0;
}

/** Leaves out the moves that turn out not to be needed; null when the rest does not hold. */
function shorten(index: ClusterIndex, moves: readonly Move[], decisions: readonly Decision[]): readonly Move[] | null {
  let best = moves;
  for (let i = moves.length - 1; i >= 0; i -= 1) {
    const without = best.filter((move) => move !== moves[i]);
    best = holds(index, without, decisions) ? without : best;
  }
  return holds(index, best, decisions) ? best : null;
}

/** Tells whether the moves are feasible one after the other and leave room for the new guests. */
function holds(index: ClusterIndex, moves: readonly Move[], decisions: readonly Decision[]): boolean {
  const layout = createLayout(index);
  for (const move of moves) {
    const bundle = bundleOf(layout, move.guests[0] ?? -1, "must");
    const isSame = bundle.guests.length === move.guests.length && layout.nodeOf[move.guests[0] ?? -1] === move.from;
    const change = tallyChange(layout, move.guests, move.to);
    if (!isSame || !isHarmless(change) || !isFeasible(layout, bundle, move.to)) {
      return false;
    }
    applyMove(layout, move);
  }
  return decisions.every(({ bundle, node }) => {
    const isAccepted = acceptsNew(layout, bundle, node);
    settle(layout, bundle, node);
    return isAccepted;
  });
}

function present(
  index: ClusterIndex,
  moves: readonly Move[],
  { requests, decisions }: { readonly requests: readonly PlacementRequest[]; readonly decisions: readonly Decision[] },
): PlacedBatch["migrations"] {
  const clock = createMigrationClock(index);
  return assignSteps(index, moves).moves.flatMap((scheduled) => {
    const { from, to } = scheduled.move;
    const newcomers = decisions
      .filter(({ node }) => node === from)
      .flatMap(({ bundle }) => bundle.guests.map((guest) => labelOf(requests[guest])));
    const whom = newcomers.length === 0 ? "the new guests" : newcomers.join(", ");
    const reason = `Makes room on ${index.nodeNames[from] ?? ""} for ${whom} by going to ${index.nodeNames[to] ?? ""}.`;
    return presentMove(index, scheduled, { clock, reason });
  });
}

function labelOf(request: PlacementRequest | undefined): string {
  const name = request?.name ?? request?.key ?? "";
  return name === "" ? "the new guest" : `the new guest ${name}`;
}

/** The index of the cluster once the guests have moved. */
function afterMoves(index: ClusterIndex, moves: readonly Move[]): ClusterIndex {
  const layout = createLayout(index);
  for (const move of moves) {
    applyMove(layout, move);
  }
  return { ...index, startNode: layout.nodeOf, startLoad: layout.load };
}
