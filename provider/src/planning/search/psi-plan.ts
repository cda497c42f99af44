import type { ClusterIndex } from "../model/cluster-index.js";
import type { MigrationPlan } from "../model/migration-plan.js";
import type { Move } from "../moves/move.js";
import type { PressureState } from "../objectives/predict-pressure.js";
import { type PlanOutcome, presentPlan } from "./present-plan.js";
import { relievePressure } from "./psi-relief.js";
import { hotGuests, hotNodes, pressureImbalance, unresolvedPressure, warnOfUnknownPressure } from "./psi-report.js";
import { startStage } from "./psi-stage.js";
import { createRandom } from "./random.js";
import { createSearch } from "./search-state.js";
import { indexAfter } from "./thorough-search.js";

/** Relief leaves nothing to chance. */
const NO_SEED = 1;

/** A stage that only measures moves nobody. */
const LOOKING = { limit: 0, resting: new Map<number, string>() };

/**
 * Extends the moves that repair and evacuate by those that relieve hot nodes and hot guests, and presents them all: what
 * the plan says of balance is then about pressure, not about load.
 */
export function presentRelief(index: ClusterIndex, { moves: repairs, brake, effort }: PlanOutcome): MigrationPlan {
  const { enabled, maxMigrations } = index.policy;
  const search = createSearch(index, createRandom(NO_SEED), false);
  const { resting } = repairs.length === 0 ? index : indexAfter(index, repairs);
  const stage = startStage(search, repairs, { limit: maxMigrations ?? Infinity, resting });
  if (enabled) {
    relievePressure(stage);
  }
  const limit = stage.limited ? `The plan ends here, because max_migrations is ${maxMigrations ?? 0}.` : null;
  const plan = presentPlan(index, {
    moves: search.walk.taken.slice(),
    brake,
    reasons: stage.reasons,
    ...(effort === undefined ? null : { effort }),
  });
  return {
    ...reportPressure(index, plan, stage.state),
    unresolved: [...plan.unresolved, ...unresolvedPressure(stage, brake ?? limit)],
  };
}

/** Says of a plan in mode `psi` how its moves, whoever chose them, change the pressure instead of the load. */
export function presentPressure(index: ClusterIndex, plan: MigrationPlan, moves: readonly Move[]): MigrationPlan {
  const stage = startStage(createSearch(index, createRandom(NO_SEED), false), moves, LOOKING);
  return reportPressure(index, plan, stage.state);
}

function reportPressure(index: ClusterIndex, plan: MigrationPlan, after: PressureState): MigrationPlan {
  const before = startStage(createSearch(index, createRandom(NO_SEED), false), [], LOOKING);
  const wasHot = hotNodes(before).length + hotGuests(before).length > 0;
  return {
    ...plan,
    balanced: plan.balanced && !wasHot,
    imbalanceBefore: pressureImbalance(index, before.state),
    imbalanceAfter: pressureImbalance(index, after),
    warnings: [...plan.warnings, ...warnOfUnknownPressure(index, before.state)],
  };
}
