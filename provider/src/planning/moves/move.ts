import { type Layout, relocate } from "../model/layout.js";

/** Guests that go from one node to another at the same time: one guest, or a bundle. */
export interface Move {
  /** Guest indexes, ascending. */
  readonly guests: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Carries a move out. */
export function applyMove(layout: Layout, move: Move): void {
  for (const guest of move.guests) {
    relocate(layout, guest, move.to);
  }
}

/** Takes a move back. */
export function revertMove(layout: Layout, move: Move): void {
  for (const guest of move.guests) {
    relocate(layout, guest, move.from);
  }
}
