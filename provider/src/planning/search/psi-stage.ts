import type { BalanceMethod } from "../model/policy.js";
import type { Move } from "../moves/move.js";
import { bookPrediction, predictMove, type PressureState, startPressures } from "../objectives/predict-pressure.js";
import { hotMethods, pressureLevel } from "../objectives/psi-heat.js";
import type { SearchState } from "./search-state.js";
import { take } from "./walk.js";

/** Guests that leave a hot node in one plan: predictions are rough, so Proxmox has to measure again before more go. */
export const MOST_DEPARTURES = 3;

/** Relief aims this far below the thresholds, so that the next small change does not start the next plan. */
const RELIEVED_PART = 0.8;

/** A plan while guests are taken off hot nodes. */
export interface PsiStage {
  readonly search: SearchState;
  readonly state: PressureState;
  /** Why each move of the stage is made. */
  readonly reasons: Map<Move, string>;
  /** Guests that the stage has moved, or is not to move: nobody moves twice. */
  readonly moved: Set<number>;
  /** Nodes that were hot at some time. */
  readonly relieving: Set<number>;
  /** Guests that rest once the moves before are made: a guest may leave its new node over another link. */
  readonly resting: ReadonlyMap<number, string>;
  /** Migrations that the plan may have in all. */
  readonly limit: number;
  /** True once the limit kept a move out. */
  limited: boolean;
}

/** Starts the stage after the moves that repair and evacuate. */
export function startStage(
  search: SearchState,
  moves: readonly Move[],
  { limit, resting, settled }: Pick<PsiStage, "limit" | "resting"> & { readonly settled: ReadonlySet<number> },
): PsiStage {
  const state = startPressures(search.layout.index);
  const stage: PsiStage = {
    search,
    state,
    limit,
    resting,
    reasons: new Map(),
    moved: new Set(settled),
    relieving: new Set(),
    limited: false,
  };
  moves.forEach((move) => {
    travel(stage, move);
  });
  return stage;
}

/** Makes a move and books what it is expected to do to the pressures. */
export function travel({ search, state }: PsiStage, { guests, to }: Pick<Move, "guests" | "to">): Move {
  const from = search.layout.nodeOf[guests[0] ?? -1] ?? -1;
  const journey = { guests, from, to };
  const prediction = predictMove(search.layout, state, journey);
  const move = take(search.walk, guests, to);
  bookPrediction(state, journey, prediction);
  return move;
}

/** Lists the methods on which a node is hot. */
export function heatOfNode(
  { search, state }: Pick<PsiStage, "search" | "state">,
  node: number,
): readonly BalanceMethod[] {
  const { psi, methods } = search.layout.index.policy;
  return hotMethods(state.nodes[node], psi.nodes, { methods, part: 1 });
}

/** Lists the methods on which a guest is hot. */
export function heatOfGuest(
  { search, state }: Pick<PsiStage, "search" | "state">,
  guest: number,
): readonly BalanceMethod[] {
  const { psi, methods } = search.layout.index.policy;
  return hotMethods(state.guests.get(guest), psi.guests, { methods, part: 1 });
}

/** Lists the methods on which pressures of a node are not clearly below the thresholds. */
export function warmMethods(stage: PsiStage, pressures: PressureState["nodes"][number]): readonly BalanceMethod[] {
  const { psi, methods } = stage.search.layout.index.policy;
  return hotMethods(pressures, psi.nodes, { methods, part: RELIEVED_PART });
}

/** Gives the highest level of some methods, in percent; -1 when none is known. */
export function worstLevel(pressures: PressureState["nodes"][number], methods: readonly BalanceMethod[]): number {
  return Math.max(-1, ...methods.map((method) => pressureLevel(pressures, method) ?? -1));
}
