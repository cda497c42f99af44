import type { ClusterIndex } from "../model/cluster-index.js";
import type { Guest, Node } from "../model/cluster-snapshot.js";
import { createLayout, relocate } from "../model/layout.js";
import type { Move } from "../moves/move.js";
import { bookPrediction, predictMove, startPressures } from "../objectives/predict-pressure.js";
import { hotMethods } from "../objectives/psi-heat.js";
import { MOST_DEPARTURES } from "./psi-stage.js";

/** Gives, after some moves, the pressures of a node and of a guest; both keep what is not known. */
export interface PressuresAfter {
  readonly ofNode: (node: Node) => Pick<Node, "pressure">;
  /** `guest` is the index of the guest. */
  readonly ofGuest: (guest: number, row: Guest) => Pick<Guest, "pressure">;
}

/**
 * Predicts the pressures after some moves, or gives null when the policy does not look at pressure. What a node will show
 * that gave away as many guests as one plan may take and is still expected to be hot, nobody knows before it is measured;
 * nor what a guest will show that moved and is still expected to be hot.
 */
export function pressuresAfter(index: ClusterIndex, moves: readonly Move[]): PressuresAfter | null {
  const { mode, methods, psi } = index.policy;
  if (mode !== "psi") {
    return null;
  }
  const layout = createLayout(index);
  const state = startPressures(index);
  for (const { guests, to } of moves) {
    const move = { guests, from: layout.nodeOf[guests[0] ?? -1] ?? -1, to };
    bookPrediction(state, move, predictMove(layout, state, move));
    guests.forEach((guest) => {
      relocate(layout, guest, to);
    });
  }
  const nodeByName = new Map(index.nodeNames.map((name, i) => [name, i]));
  const isUnsettled = (node: number): boolean =>
    (state.departures[node] ?? 0) >= MOST_DEPARTURES &&
    hotMethods(state.nodes[node], psi.nodes, { methods, part: 1 }).length > 0;
  return {
    ofNode: ({ name, pressure }) => {
      const node = nodeByName.get(name) ?? -1;
      return pressure === undefined ? {} : { pressure: isUnsettled(node) ? {} : (state.nodes[node] ?? {}) };
    },
    ofGuest: (guest, { pressure }) => {
      const expected = state.guests.get(guest) ?? {};
      const isUnsettledGuest = hotMethods(expected, psi.guests, { methods, part: 1 }).length > 0;
      return pressure === undefined ? {} : { pressure: isUnsettledGuest ? {} : expected };
    },
  };
}
