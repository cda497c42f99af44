import type { Move } from "../moves/move.js";
import { repeatMove, replay } from "./replay.js";
import type { SearchState } from "./search-state.js";
import { isAllowed } from "./shift.js";
import { bundlesOn, take, undoTo } from "./walk.js";

/** Moves taken out of the plan per round: enough to leave a local optimum, few enough to keep what is good. */
const MOST_REMOVED = 4;

/** Share of the rounds that begin with a move made by chance alone: some plans first have to make things worse. */
const KICK_SHARE = 0.3;

/** Sets the walk to a plan less a few moves, sometimes with one move added by chance. */
export function disturb(search: SearchState, moves: readonly Move[]): void {
  const { random } = search;
  const removed = new Set<number>();
  const count = 1 + Math.floor(random() * Math.min(MOST_REMOVED, moves.length));
  for (let i = 0; i < count && moves.length > 0; i += 1) {
    removed.add(Math.floor(random() * moves.length));
  }
  const first = Math.min(...removed, moves.length);
  if (isPrefix(search, moves, first)) {
    undoTo(search.walk, first);
    moves.slice(first).forEach((move, i) => !removed.has(first + i) && repeatMove(search, move));
  } else {
    replay(
      search,
      moves.filter((_, i) => !removed.has(i)),
    );
  }
  if (random() < KICK_SHARE) {
    kick(search);
  }
}

function isPrefix(search: SearchState, moves: readonly Move[], length: number): boolean {
  const { taken } = search.walk;
  return taken.length >= length && moves.slice(0, length).every((move, i) => move === taken[i]);
}

function kick(search: SearchState): void {
  const { walk, random } = search;
  const { activeNodes } = walk.layout.index;
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const bundle = pick(bundlesOn(walk, pick(activeNodes) ?? -1));
  const to = pick(activeNodes);
  if (bundle !== undefined && to !== undefined && isAllowed(search, bundle, to)) {
    take(walk, bundle.guests, to);
  }
}
