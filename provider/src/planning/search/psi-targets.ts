import type { Bundle } from "../constraints/bundle.js";
import { isFeasible } from "../constraints/feasible.js";
import { CPU_USED, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { BalanceMethod } from "../model/policy.js";
import { predictMove, type PressurePrediction } from "../objectives/predict-pressure.js";
import { pressureLevel } from "../objectives/psi-heat.js";
import { tallyChange } from "../objectives/tally-change.js";
import { type PsiStage, warmMethods, worstLevel } from "./psi-stage.js";

/** Fullest that a node may become, in percent of its memory and cores: no figure tells how it fares beyond. */
const FULLEST_PERCENT = 90;

/** Lists the active nodes whose pressure is known for some methods, the lowest first, then the least used, then by name. */
export function coolestNodes(stage: PsiStage, methods: readonly BalanceMethod[]): readonly number[] {
  const { nodes } = stage.state;
  return stage.search.layout.index.activeNodes
    .filter((node) => methods.every((method) => pressureLevel(nodes[node], method) !== null))
    .map((node) => ({ node, level: worstLevel(nodes[node], methods), use: usedPercent(stage, node, null) }))
    .sort((a, b) => a.level - b.level || a.use - b.use || a.node - b.node)
    .map(({ node }) => node);
}

/**
 * Predicts a move of a bundle, or gives null when it must not be made: it is not feasible, breaks a rule, or leaves the
 * target hot, nearly so, or too full.
 */
export function tryTarget(stage: PsiStage, bundle: Bundle, to: number): PressurePrediction | null {
  const { layout } = stage.search;
  stage.search.evaluations += 1;
  if (!isFeasible(layout, bundle, to) || usedPercent(stage, to, bundle) > FULLEST_PERCENT) {
    return null;
  }
  const change = tallyChange(layout, bundle.guests, to);
  if (change.hard > 0 || change.evacuations > 0 || change.soft > 0) {
    return null;
  }
  const from = layout.nodeOf[bundle.guests[0] ?? -1] ?? -1;
  const prediction = predictMove(layout, stage.state, { guests: bundle.guests, from, to });
  return warmMethods(stage, prediction.to).length > 0 ? null : prediction;
}

/** The larger part of memory and cores in use, with a bundle that may arrive. */
function usedPercent(stage: PsiStage, node: number, arriving: Bundle | null): number {
  const { load, index } = stage.search.layout;
  const percents = [MEMORY_USED, CPU_USED].map((quantity) => {
    const at = node * QUANTITIES + quantity;
    return (100 * ((load[at] ?? 0) + (arriving?.size[quantity] ?? 0))) / Math.max(1, index.capacity[at] ?? 0);
  });
  return Math.max(...percents);
}
