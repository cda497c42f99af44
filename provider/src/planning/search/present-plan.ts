import type { ClusterIndex } from "../model/cluster-index.js";
import type { Imbalance, MigrationPlan, PlannedMigration, Unresolved } from "../model/migration-plan.js";
import type { Move } from "../moves/move.js";
import { spread } from "../objectives/spread.js";
import { assignSteps, type ScheduledMove } from "../schedule/assign-steps.js";
import { createMigrationClock, isRestarted, type MigrationClock } from "../schedule/migration-seconds.js";
import { describeMoves } from "./describe-move.js";
import { findUnresolved } from "./find-unresolved.js";
import { provenMoves } from "./proven-moves.js";
import { measureCluster, usualSize } from "./cluster-metrics.js";
import { measureCost } from "./cost-metrics.js";
import { createRandom } from "./random.js";
import { createSearch, isBalancingWanted, rate, type SearchState } from "./search-state.js";
import { take } from "./walk.js";

/** Presenting leaves nothing to chance. */
const NO_SEED = 1;

/** The moves of a plan, and what in the policy held others back. */
export interface PlanOutcome {
  readonly moves: readonly Move[];
  /** A full sentence that names the attribute, or null. */
  readonly brake: string | null;
  /** Why some of the moves are made, where rules and load do not tell. */
  readonly reasons?: ReadonlyMap<Move, string>;
  readonly effort?: SearchEffort;
}

/** What finding a plan took. */
export interface SearchEffort {
  /** Candidate moves looked at. */
  readonly evaluations: number;
  /** True when the search ended at its limit. */
  readonly truncated: boolean;
}

const NO_EFFORT: SearchEffort = { evaluations: 0, truncated: false };

/** Presents moves that were found for the sake of rules and load. */
export function presentPlan(index: ClusterIndex, { moves, brake, reasons: told, effort }: PlanOutcome): MigrationPlan {
  return presentMoves(index, moves, {
    describe: (search, ordered) => describeMoves(search, ordered).map((text, i) => toldAt(told, ordered[i]) ?? text),
    unresolved: (search) => findUnresolved(search, brake),
    lowerBound: provenMoves,
    ...(effort === undefined ? null : { effort }),
  });
}

function toldAt(told: ReadonlyMap<Move, string> | undefined, move: Move | undefined): string | undefined {
  return move === undefined ? undefined : told?.get(move);
}

/** Tells the story of a plan: what only the maker of the plan knows. */
export interface Narrator {
  /** One full sentence per move, given in the order of their steps. */
  readonly describe: (search: SearchState, moves: readonly Move[]) => readonly string[];
  /** Goals that the walk, at the end of the plan, does not reach. */
  readonly unresolved: (search: SearchState) => readonly Unresolved[];
  /** Migrations that no plan with the same result can do without. */
  readonly lowerBound: (search: SearchState) => number;
  readonly effort?: SearchEffort;
}

/** Presents moves, each feasible after those before it, as a plan: steps, reasons, what they achieve and what is left. */
export function presentMoves(index: ClusterIndex, moves: readonly Move[], narrator: Narrator): MigrationPlan {
  const search = createSearch(index, createRandom(NO_SEED), true);
  const before = rate(search);
  const wanted = isBalancingWanted(search);
  const imbalanceBefore = measureImbalance(search);
  const usual = usualSize(index);
  const metricsBefore = measureCluster(search, usual);
  const schedule = assignSteps(index, moves);
  const clock = createMigrationClock(index);
  const inOrder = schedule.moves.map(({ move }) => move);
  const reasons = narrator.describe(search, inOrder);
  replayAsIs(search, inOrder);
  search.balancing = wanted;
  const after = rate(search);
  const cost = measureCost(index, schedule, clock);
  const bound = moves.length === 0 ? 0 : narrator.lowerBound(search);
  const proof = { movesLowerBound: bound, gap: bound > 0 ? cost.migrations / bound : null };
  return {
    migrations: schedule.moves.flatMap((scheduled, i) =>
      presentMove(index, scheduled, { clock, reason: reasons[i] ?? "" }),
    ),
    estimatedSeconds: schedule.seconds,
    balanced: before.hard + before.soft + before.evacuations === 0 && !wanted,
    imbalanceBefore,
    imbalanceAfter: measureImbalance(search),
    violationsBefore: before.hard + before.soft,
    violationsAfter: after.hard + after.soft,
    unresolved: narrator.unresolved(search),
    warnings: index.warnings,
    movesLowerBound: bound,
    metrics: {
      before: metricsBefore,
      after: measureCluster(search, usual),
      cost,
      proof: { ...proof, ...(narrator.effort ?? NO_EFFORT) },
    },
  };
}

/** Takes the moves where they were not taken yet. */
function replayAsIs(search: SearchState, moves: readonly Move[]): void {
  for (const { guests, to } of moves.slice(search.walk.taken.length)) {
    take(search.walk, guests, to);
  }
}

function measureImbalance(search: SearchState): Imbalance {
  return Object.fromEntries(search.goals.map((goal) => [goal.method, spread(search.walk.layout, goal.quantity)]));
}

/** Presents a scheduled move as one migration per guest. */
export function presentMove(
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
