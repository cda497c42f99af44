import type { Move } from "../moves/move.js";
import { repeatMove } from "./replay.js";
import type { SearchState } from "./search-state.js";
import type { Unit } from "./units.js";
import { undoTo } from "./walk.js";

/** Orders tried: where a few by chance do not work, room is so scarce that another assignment is the better choice. */
const ORDERS_TRIED = 6;

/** Lists the moves that bring guests from the start to where they are to end, those that share a way together. */
export function movesTo(search: SearchState, units: readonly Unit[], nodeOf: (guest: number) => number): Move[] {
  const { startNode } = search.layout.index;
  return units.flatMap((unit) => {
    const travelling = unit.filter((guest) => nodeOf(guest) !== startNode[guest]);
    const ways = new Map<string, Move>();
    for (const guest of travelling) {
      const [from, to] = [startNode[guest] ?? -1, nodeOf(guest)];
      const way = `${from} ${to}`;
      ways.set(way, { guests: [...(ways.get(way)?.guests ?? []), guest], from, to });
    }
    return [...ways.values()];
  });
}

/**
 * Looks for an order in which moves can be made one by one. Leaves the walk at their end.
 *
 * @returns false when none was found
 */
export function takeInSomeOrder(search: SearchState, moves: readonly Move[]): boolean {
  let order = moves;
  for (let i = 0; i < ORDERS_TRIED; i += 1) {
    undoTo(search.walk, 0);
    if (takeAll(search, order)) {
      return true;
    }
    const keys = new Map(moves.map((move) => [move, search.random()]));
    order = [...moves].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
  }
  return false;
}

/** Moves that are blocked wait until others have made room. */
function takeAll(search: SearchState, moves: readonly Move[]): boolean {
  let left = moves;
  while (left.length > 0) {
    const blocked = left.filter((move) => !repeatMove(search, move));
    if (blocked.length === left.length) {
      return false;
    }
    left = blocked;
  }
  return true;
}
