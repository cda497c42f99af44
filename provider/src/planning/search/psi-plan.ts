import type { ClusterIndex } from "../model/cluster-index.js";
import type { MigrationPlan } from "../model/migration-plan.js";
import type { Move } from "../moves/move.js";
import type { PressureState } from "../objectives/predict-pressure.js";
import { type PlanOutcome, presentPlan } from "./present-plan.js";
import { settleDetours, type Settled } from "./psi-detours.js";
import { relievePressure } from "./psi-relief.js";
import { hotGuests, hotNodes, pressureImbalance, unresolvedPressure, warnOfUnknownPressure } from "./psi-report.js";
import { type PsiStage, startStage } from "./psi-stage.js";
import { createRandom } from "./random.js";
import { createSearch } from "./search-state.js";
import { indexAfter } from "./thorough-search.js";

/** Relief leaves nothing to chance. */
const NO_SEED = 1;

/** A stage that only measures moves nobody. */
const LOOKING = { limit: 0, resting: new Map<number, string>(), settled: new Set<number>() };

/**
 * Extends the moves that repair and evacuate by those that relieve hot nodes and hot guests, and presents them all: what
 * the plan says of balance is then about pressure, not about load.
 */
export function presentRelief(index: ClusterIndex, { moves: repairs, brake, effort }: PlanOutcome): MigrationPlan {
  const { maxMigrations } = index.policy;
  const stage = relieve(index, { moves: repairs, guests: new Set() });
  const limit = stage.limited ? `The plan ends here, because max_migrations is ${maxMigrations ?? 0}.` : null;
  const plan = presentPlan(index, {
    moves: stage.search.walk.taken.slice(),
    brake,
    reasons: stage.reasons,
    ...(effort === undefined ? null : { effort }),
  });
  return {
    ...reportPressure(index, plan, stage.state),
    unresolved: [...plan.unresolved, ...unresolvedPressure(stage, brake ?? limit)],
  };
}

/** Every round settles guests that would move twice, and begins relief anew without their detours. */
function relieve(index: ClusterIndex, start: Settled): PsiStage {
  const { enabled, maxMigrations } = index.policy;
  for (let known = start; ;) {
    const search = createSearch(index, createRandom(NO_SEED), false);
    const { resting } = known.moves.length === 0 ? index : indexAfter(index, known.moves);
    const limit = maxMigrations ?? Infinity;
    const stage = startStage(search, known.moves, { limit, resting, settled: known.guests });
    if (enabled) {
      relievePressure(stage);
    }
    const settled = settleDetours(createSearch(index, createRandom(NO_SEED), false), known, stage);
    if (settled === null) {
      return stage;
    }
    known = settled;
  }
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
