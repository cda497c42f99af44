import type { Move } from "../moves/move.js";
import { shortcuts } from "./minimise.js";
import type { PsiStage } from "./psi-stage.js";
import { replay } from "./replay.js";
import type { SearchState } from "./search-state.js";

/** Moves that repair and evacuate, and the guests of them that relief is not to move again. */
export interface Settled {
  readonly moves: readonly Move[];
  readonly guests: ReadonlySet<number>;
}

/**
 * Sends guests that relief moves on from where repairs had sent them straight to where they end, as far as every step
 * stays possible. All of them are settled then, so that none moves twice.
 *
 * @param search where ways are tried
 * @returns null when relief moves nobody on
 */
export function settleDetours(
  search: SearchState,
  { moves: repairs, guests }: Settled,
  stage: PsiStage,
): Settled | null {
  const repaired = new Set(repairs.flatMap((move) => move.guests));
  const detours = stage.search.walk.taken
    .slice(repairs.length)
    .filter((move) => move.guests.some((guest) => repaired.has(guest)));
  if (detours.length === 0) {
    return null;
  }
  let moves = repairs;
  for (const detour of detours) {
    moves = findShortcut(search, moves, detour) ?? moves;
  }
  const late = detours.flatMap((move) => move.guests).filter((guest) => repaired.has(guest));
  return { moves, guests: new Set([...guests, ...late]) };
}

function findShortcut(search: SearchState, moves: readonly Move[], detour: Move): readonly Move[] | undefined {
  const moved = (guest: number): boolean => moves.some((move) => move.guests.includes(guest));
  if (!detour.guests.every(moved)) {
    return undefined;
  }
  return shortcuts([...moves, detour], moves.length).find((candidate) => replay(search, candidate));
}
