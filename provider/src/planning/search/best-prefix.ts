import type { Move } from "../moves/move.js";
import { compareObjectives, type Objective } from "../objectives/objective.js";
import { replay } from "./replay.js";
import { rate, type SearchState } from "./search-state.js";
import { take } from "./walk.js";

/** Cuts a plan to the beginning that achieves most with at most `limit` migrations; empty when none of them helps. */
export function bestPrefix(search: SearchState, moves: readonly Move[], limit: number): readonly Move[] {
  if (moves.reduce((sum, move) => sum + move.guests.length, 0) <= limit) {
    return moves;
  }
  replay(search, []);
  let best: Objective = rate(search);
  let length = 0;
  for (const [i, move] of moves.entries()) {
    take(search.walk, move.guests, move.to);
    if (search.walk.migrations > limit) {
      break;
    }
    const objective = rate(search);
    if (compareObjectives(objective, best) < 0) {
      best = objective;
      length = i + 1;
    }
  }
  return moves.slice(0, length);
}
