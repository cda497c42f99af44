import type { ClusterIndex } from "../model/cluster-index.js";
import { estimateSeconds, needsDowntime } from "../model/migration-cost.js";
import type { Imbalance, MigrationPlan, PlannedMigration } from "../model/migration-plan.js";
import type { Move } from "../moves/move.js";
import { spread } from "../objectives/spread.js";
import { assignSteps } from "../schedule/assign-steps.js";
import { describeMoves } from "./describe-move.js";
import { findUnresolved } from "./find-unresolved.js";
import { provenMoves } from "./proven-moves.js";
import { createRandom } from "./random.js";
import { createSearch, isBalancingWanted, rate, type SearchState } from "./search-state.js";

/** Presenting leaves nothing to chance. */
const NO_SEED = 1;

/** The moves of a plan, and what in the policy held others back. */
export interface PlanOutcome {
  readonly moves: readonly Move[];
  /** A full sentence that names the attribute, or null. */
  readonly brake: string | null;
}

/** Presents moves, each feasible after those before it, as a plan: steps, reasons, what they achieve and what is left. */
export function presentPlan(index: ClusterIndex, { moves, brake }: PlanOutcome): MigrationPlan {
  const search = createSearch(index, createRandom(NO_SEED), true);
  const before = rate(search);
  const wanted = isBalancingWanted(search);
  const imbalanceBefore = measureImbalance(search);
  const reasons = new Map(describeMoves(search, moves).map((reason, i) => [moves[i], reason]));
  search.balancing = wanted;
  const after = rate(search);
  return {
    migrations: assignSteps(index, moves).flatMap(({ move, step }) =>
      move.guests.map((guest) => presentMigration(index, guest, move, { step, reason: reasons.get(move) ?? "" })),
    ),
    balanced: before.hard + before.soft + before.evacuations === 0 && !wanted,
    imbalanceBefore,
    imbalanceAfter: measureImbalance(search),
    violationsBefore: before.hard + before.soft,
    violationsAfter: after.hard + after.soft,
    unresolved: findUnresolved(search, brake),
    warnings: index.warnings,
    movesLowerBound: moves.length === 0 ? 0 : provenMoves(search),
  };
}

function measureImbalance(search: SearchState): Imbalance {
  return Object.fromEntries(search.goals.map((goal) => [goal.method, spread(search.walk.layout, goal.quantity)]));
}

function presentMigration(
  index: ClusterIndex,
  guest: number,
  move: Move,
  { step, reason }: { readonly step: number; readonly reason: string },
): PlannedMigration {
  const row = index.snapshot.guests[index.guestRow[guest] ?? -1];
  if (row === undefined) {
    throw new Error(`The plan moves a guest that the snapshot does not hold (index ${guest}).`);
  }
  return {
    step,
    vmid: row.vmid,
    name: row.name,
    type: row.type,
    from: index.nodeNames[move.from] ?? "",
    to: index.nodeNames[move.to] ?? "",
    reason,
    memoryBytes: row.memoryBytes,
    localDiskBytes: row.localDiskBytes,
    estimatedSeconds: estimateSeconds(row),
    downtime: needsDowntime(row),
  };
}
