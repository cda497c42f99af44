import type { Move } from "../moves/move.js";
import { compareAchievement, compareObjectives, type Objective } from "../objectives/objective.js";
import { replay } from "./replay.js";
import { rate, type SearchState } from "./search-state.js";

/** Plans beyond this length are not minimised: every test replays the whole plan. */
const LONGEST_PLAN = 400;

/**
 * Drops moves without which the plan achieves no less, and joins moves of the same guests into one, until neither helps
 * any more. Leaves the walk at the shortened plan.
 */
export function minimise(search: SearchState, moves: readonly Move[]): readonly Move[] {
  let best = moves;
  replay(search, best);
  if (best.length > LONGEST_PLAN) {
    return best;
  }
  for (;;) {
    const shorter = shorten(search, best, rate(search));
    if (shorter === null) {
      replay(search, best);
      return best;
    }
    best = shorter;
    replay(search, best);
  }
}

function shorten(search: SearchState, moves: readonly Move[], objective: Objective): readonly Move[] | null {
  for (let i = moves.length - 1; i >= 0; i -= 1) {
    for (const candidate of [without(moves, i), ...shortcuts(moves, i)]) {
      if (replay(search, candidate) && isBetter(rate(search), objective)) {
        return candidate;
      }
    }
  }
  return null;
}

function isBetter(candidate: Objective, objective: Objective): boolean {
  return compareAchievement(candidate, objective) <= 0 && compareObjectives(candidate, objective) < 0;
}

function without(moves: readonly Move[], i: number): readonly Move[] {
  return moves.filter((_, at) => at !== i);
}

/** Lists ways to move the guests of move `i` less often; whether they are feasible is for the caller to find out. */
export function shortcuts(moves: readonly Move[], i: number): readonly (readonly Move[])[] {
  return [...straightened(moves, i), ...joined(moves, i)];
}

/**
 * Sends the guests of move `i` that move more than once straight to where they end, at the time of their last move; if
 * they end where they began, they do not move at all.
 */
function straightened(moves: readonly Move[], i: number): (readonly Move[])[] {
  const travellers = (moves[i]?.guests ?? []).filter((guest) => countMoves(moves, guest) > 1);
  if (travellers.length === 0) {
    return [];
  }
  const origins = new Map(travellers.map((guest) => [guest, moves.find((move) => move.guests.includes(guest))?.from]));
  return [
    moves.flatMap((move, at) => {
      const others = move.guests.filter((guest) => !travellers.includes(guest));
      const arriving = travellers.filter(
        (guest) => move.guests.includes(guest) && !moves.slice(at + 1).some((later) => later.guests.includes(guest)),
      );
      const direct = [...new Set(arriving.map((guest) => origins.get(guest)))].flatMap((from) =>
        from === undefined || from === move.to
          ? []
          : [{ guests: arriving.filter((guest) => origins.get(guest) === from), from, to: move.to }],
      );
      return [...(others.length > 0 ? [{ guests: others, from: move.from, to: move.to }] : []), ...direct];
    }),
  ];
}

function countMoves(moves: readonly Move[], guest: number): number {
  return moves.filter((move) => move.guests.includes(guest)).length;
}

/** Joins move `i` with an earlier one of the same guests, at the place of either. */
function joined(moves: readonly Move[], i: number): (readonly Move[])[] {
  const later = moves[i];
  const earlier = moves.findLastIndex((move, at) => at < i && sameGuests(move, later));
  const before = moves[earlier];
  if (later === undefined || before === undefined) {
    return [];
  }
  if (before.from === later.to) {
    return [moves.filter((_, at) => at !== i && at !== earlier)];
  }
  const whole = { guests: later.guests, from: before.from, to: later.to };
  return [
    moves.flatMap((move, at) => (at === earlier ? [] : at === i ? [whole] : [move])),
    moves.flatMap((move, at) => (at === i ? [] : at === earlier ? [whole] : [move])),
  ];
}

function sameGuests(a: Move, b: Move | undefined): boolean {
  return b?.guests.length === a.guests.length && a.guests.every((guest, i) => guest === b.guests[i]);
}
