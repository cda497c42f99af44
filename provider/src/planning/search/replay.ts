import { bundleOf } from "../constraints/bundle.js";
import { isFeasible } from "../constraints/feasible.js";
import type { Move } from "../moves/move.js";
import type { SearchState } from "./search-state.js";
import { take, undoTo } from "./walk.js";

/** Repeating a move costs about as much as looking at this many candidates. */
const REPEAT_EFFORT = 40;

/** Repeats one move if it is still possible as it stands: its guests are at the start and may go, and no rule suffers. */
export function repeatMove(search: SearchState, move: Move): boolean {
  const { walk } = search;
  search.evaluations += REPEAT_EFFORT;
  const lead = move.guests[0];
  if (lead === undefined || walk.layout.nodeOf[lead] !== move.from) {
    return false;
  }
  const bundle = bundleOf(walk.layout, lead, "must");
  const whole =
    bundle.guests.length <= move.guests.length && bundle.guests.every((guest) => move.guests.includes(guest));
  if (!whole || !move.guests.every((guest) => walk.layout.nodeOf[guest] === move.from)) {
    return false;
  }
  const moved = move.guests.length === bundle.guests.length ? bundle : mergeBundles(search, move.guests);
  if (!isFeasible(walk.layout, moved, move.to)) {
    return false;
  }
  const taken = take(walk, moved.guests, move.to);
  const relieves = taken.change.hard < 0 || taken.change.evacuations < 0;
  if (taken.change.hard > 0 || (taken.change.soft > 0 && !relieves)) {
    undoTo(walk, walk.taken.length - 1);
    return false;
  }
  return true;
}

/** Replaces the walk by a list of moves; those that are no longer possible are left out. */
export function replay(search: SearchState, moves: readonly Move[]): boolean {
  undoTo(search.walk, 0);
  let complete = true;
  for (const move of moves) {
    complete = repeatMove(search, move) && complete;
  }
  return complete;
}

/** A move of a `should` bundle holds several `must` bundles; together they are as large as the sum. */
function mergeBundles(search: SearchState, guests: readonly number[]): ReturnType<typeof bundleOf> {
  const bundles = guests.map((guest) => bundleOf(search.walk.layout, guest, "must"));
  const whole = bundles.filter((bundle, i) => bundle.guests[0] === guests[i]);
  const size = (bundles[0]?.size ?? []).map((_, q) => whole.reduce((sum, bundle) => sum + (bundle.size[q] ?? 0), 0));
  return { guests, size, movable: whole.every((bundle) => bundle.movable), ruled: true };
}
