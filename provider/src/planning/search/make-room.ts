import { type Bundle, bundleOf } from "../constraints/bundle.js";
import { hasRoom } from "../constraints/capacity.js";
import { hasDiskSpace } from "../constraints/disk-space.js";
import { isFeasible } from "../constraints/feasible.js";
import { allowsNode } from "../constraints/node-rules.js";
import { QUANTITIES } from "../model/cluster-index.js";
import { type Acceptance, doesNoHarm, relocateBest } from "./relocate.js";
import type { SearchState } from "./search-state.js";
import { take, undoTo } from "./walk.js";

/** Nodes tried per bundle and guests moved away per node: a wider search costs more than restarts find. */
const TARGETS_TRIED = 12;
const GUESTS_MOVED_AWAY = 4;

/**
 * Moves a bundle to a node that is not free for it yet, after moving guests away that stand in its way.
 *
 * @returns whether the bundle was moved; if not, nothing has changed
 */
export function relocateWithRoom(search: SearchState, bundle: Bundle, accepts: Acceptance): boolean {
  return relocateAfter(clearWay, search, bundle, accepts);
}

/** Moves a bundle to one given node, after making room there where needed; all or nothing. */
export function moveInto(search: SearchState, bundle: Bundle, to: number, accepts: Acceptance): boolean {
  return enterAfter(clearWay, search, bundle, { to, accepts });
}

/** Moves guests away that stand in the way of a bundle; false when some of them cannot go. */
type Clearing = (search: SearchState, bundle: Bundle, to: number) => boolean;

function relocateAfter(clear: Clearing, search: SearchState, bundle: Bundle, accepts: Acceptance): boolean {
  if (!bundle.movable) {
    return false;
  }
  const targets = search.walk.layout.index.activeNodes.filter((to) => mightHost(search, bundle, to));
  return emptiestFirst(search, targets, bundle)
    .slice(0, TARGETS_TRIED)
    .some((to) => enterAfter(clear, search, bundle, { to, accepts }));
}

function enterAfter(
  clear: Clearing,
  search: SearchState,
  bundle: Bundle,
  { to, accepts }: { readonly to: number; readonly accepts: Acceptance },
): boolean {
  const { walk } = search;
  const mark = walk.taken.length;
  const before = { hard: walk.hard, evacuations: walk.evacuations, soft: walk.soft };
  if (clear(search, bundle, to) && isFeasible(walk.layout, bundle, to)) {
    take(walk, bundle.guests, to);
    const change = {
      hard: walk.hard - before.hard,
      evacuations: walk.evacuations - before.evacuations,
      soft: walk.soft - before.soft,
    };
    if (accepts(change)) {
      return true;
    }
  }
  undoTo(walk, mark);
  return false;
}

/** Nodes that lack least need the fewest guests moved away. */
function emptiestFirst({ walk }: SearchState, nodes: readonly number[], { size }: Bundle): readonly number[] {
  const { index, load } = walk.layout;
  const crowding = (node: number): number =>
    Math.max(
      ...size.map((amount, q) => {
        const at = node * QUANTITIES + q;
        return amount > 0 ? ((load[at] ?? 0) + amount) / Math.max(1, index.limit[at] ?? 0) : 0;
      }),
    );
  const crowds = new Map(nodes.map((node) => [node, crowding(node)]));
  return [...nodes].sort((a, b) => (crowds.get(a) ?? 0) - (crowds.get(b) ?? 0) || a - b);
}

function mightHost(search: SearchState, bundle: Bundle, to: number): boolean {
  const { layout } = search.walk;
  const { nodeRulesOf } = layout.index;
  return (
    layout.nodeOf[bundle.guests[0] ?? -1] !== to &&
    bundle.guests.every((guest) => (nodeRulesOf[guest] ?? []).every((rule) => allowsNode(rule, to)))
  );
}

/** A guest in the way that finds no place as things are may in turn have others make way, but no further. */
function clearWay(search: SearchState, bundle: Bundle, to: number): boolean {
  const makesWay = (blocker: Bundle): boolean =>
    relocateBest(search, [blocker], doesNoHarm) ||
    (search.makesWayTwice && relocateAfter(clearWayAtOnce, search, blocker, doesNoHarm));
  return sendMatesAway(search, bundle, to, makesWay) && freeCapacity(search, bundle, to);
}

function clearWayAtOnce(search: SearchState, bundle: Bundle, to: number): boolean {
  const makesWay = (blocker: Bundle): boolean => relocateBest(search, [blocker], doesNoHarm);
  return sendMatesAway(search, bundle, to, makesWay) && freeCapacity(search, bundle, to);
}

function sendMatesAway(
  search: SearchState,
  bundle: Bundle,
  to: number,
  makesWay: (blocker: Bundle) => boolean,
): boolean {
  const { layout } = search.walk;
  return matesKeptApart(search, bundle, to).every(
    (mate) => layout.nodeOf[mate] !== to || makesWay(bundleOf(layout, mate, "must")),
  );
}

function matesKeptApart(search: SearchState, bundle: Bundle, to: number): number[] {
  const { layout } = search.walk;
  return bundle.guests.flatMap((guest) =>
    (layout.index.groupsOf[guest] ?? [])
      .filter((group) => group.kind === "anti-affinity" && group.strength === "must")
      .flatMap((group) => group.members.filter((member) => layout.nodeOf[member] === to)),
  );
}

function freeCapacity(search: SearchState, bundle: Bundle, to: number): boolean {
  const { layout } = search.walk;
  for (let moved = 0; moved <= GUESTS_MOVED_AWAY; moved += 1) {
    if (hasRoom(layout, bundle.size, to) && hasDiskSpace(layout, bundle.guests, to)) {
      return true;
    }
    if (!moveOneAway(search, bundle, to)) {
      return false;
    }
  }
  return false;
}

/** One guest that frees enough is best; otherwise the biggest that finds a place brings the goal closest. */
function moveOneAway(search: SearchState, bundle: Bundle, to: number): boolean {
  const { layout } = search.walk;
  const residents = (layout.guestsOn[to] ?? [])
    .filter((guest) => layout.index.movable[guest] === 1)
    .map((guest) => bundleOf(layout, guest, "must"))
    .filter((resident) => resident.movable);
  const enough = residents.filter((resident) => hasRoom(layout, subtract(bundle.size, resident.size), to));
  if (relocateBest(search, enough, doesNoHarm)) {
    return true;
  }
  const biggestFirst = residents.sort((a, b) => weigh(b) - weigh(a) || (a.guests[0] ?? 0) - (b.guests[0] ?? 0));
  return biggestFirst.some((resident) => relocateBest(search, [resident], doesNoHarm));
}

function weigh(bundle: Bundle): number {
  return Math.max(...bundle.size.slice(0, 2));
}

function subtract(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, i) => value - (b[i] ?? 0));
}
