import type { ClusterIndex } from "../model/cluster-index.js";
import type { Imbalance, MigrationPlan, PlannedMigration } from "../model/migration-plan.js";
import type { Move } from "../moves/move.js";
import { spread } from "../objectives/spread.js";
import { assignSteps, type ScheduledMove } from "../schedule/assign-steps.js";
import { createMigrationClock, isRestarted, type MigrationClock } from "../schedule/migration-seconds.js";
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
  /** Why some of the moves are made, where rules and load do not tell. */
  readonly reasons?: ReadonlyMap<Move, string>;
}

/** Presents moves, each feasible after those before it, as a plan: steps, reasons, what they achieve and what is left. */
export function presentPlan(index: ClusterIndex, { moves, brake, reasons: told }: PlanOutcome): MigrationPlan {
  const search = createSearch(index, createRandom(NO_SEED), true);
  const before = rate(search);
  const wanted = isBalancingWanted(search);
  const imbalanceBefore = measureImbalance(search);
  const schedule = assignSteps(index, moves);
  const clock = createMigrationClock(index);
  const inOrder = schedule.moves.map(({ move }) => move);
  const reasons = describeMoves(search, inOrder);
  search.balancing = wanted;
  const after = rate(search);
  return {
    migrations: schedule.moves.flatMap((scheduled, i) =>
      presentMove(index, scheduled, { clock, reason: told?.get(scheduled.move) ?? reasons[i] ?? "" }),
    ),
    estimatedSeconds: schedule.seconds,
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

function presentMove(
  index: ClusterIndex,
  { move, step }: ScheduledMove,
  { clock, reason }: { readonly clock: MigrationClock; readonly reason: string },
): PlannedMigration[] {
  const [from, to] = [index.nodeNames[move.from] ?? "", index.nodeNames[move.to] ?? ""];
  return move.guests.map((guest) => {
    const row = index.snapshot.guests[index.guestRow[guest] ?? -1];
    if (row === undefined) {
      throw new Error(`The plan moves a guest that the snapshot does not hold (index ${guest}).`);
    }
    const { vmid, name, type, memoryBytes, localDiskBytes } = row;
    return {
      ...{ step, vmid, name, type, from, to, reason, memoryBytes, localDiskBytes },
      estimatedSeconds: clock.secondsOf(guest, move.from, move.to),
      downtime: isRestarted(index, row),
    };
  });
}
