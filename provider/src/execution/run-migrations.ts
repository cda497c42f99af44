import type { ClusterAccess } from "../inventory/cluster-access.js";
import { requireAllGuests } from "../inventory/hidden-guests.js";
import type { Policy } from "../planning/model/policy.js";
import type { Entry } from "./batches.js";
import { checkBeforeStart, checkOffline, THOROUGH } from "./check-before-start.js";
import { messageOf } from "./patience.js";
import { clusterNotReadable, runCancelled, snapshotOnly } from "./problem-texts.js";
import { systemClock } from "./run-clock.js";
import type { RunClock } from "./run-clock.js";
import type { Precheck, RunContext } from "./run-context.js";
import type { RunLog } from "./run-log.js";
import type { RequestedMigration, RunReport } from "./run-report.js";
import { beginWith, createRunState, halt, reportOf } from "./run-state.js";
import type { RunState } from "./run-state.js";
import { settledInventory } from "./settled-inventory.js";
import { startBatch } from "./start-batch.js";
import { waitForFigures } from "./wait-for-figures.js";

/** What is to be executed, and where. */
export interface RunRequest {
  readonly cluster: ClusterAccess;
  /** Its rules, capacity and way of migrating bind every migration, listed or not. */
  readonly policy: Policy;
  readonly migrations: readonly RequestedMigration[];
  /** Asks about the whole list before the first migration is started. */
  readonly precheck: Precheck;
  readonly log: RunLog;
  /** The machine's unless given. */
  readonly clock?: RunClock;
}

/** Own migrations that end free their room and their limits; figures that are renewed may show room. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Executes migrations: checks the whole list on a fresh view of the cluster and asks what stands against it, then each one just before it starts, runs
 * those of a step side by side within the policy's limits, follows each to its end, and waits until the statistics of
 * the nodes concerned are newer than the moves. After a failure, a change of the cluster or an abort nothing more is
 * started, and the report says what was done.
 *
 * @throws PveError or InventoryError when the cluster cannot be read before anything was started; the signal's reason
 * when it is aborted before that.
 */
export async function runMigrations(request: RunRequest, signal: AbortSignal): Promise<RunReport> {
  const { cluster, policy, migrations, precheck, log, clock = systemClock } = request;
  if (migrations.length === 0) return { begun: false, outcomes: [], finals: [], problems: [] };
  const { client } = cluster;
  const state = createRunState(migrations);
  if (client === null) {
    beginWith(state, await cluster.freshInventory(signal));
    halt(state, snapshotOnly);
    return reportOf(state);
  }
  const context: RunContext = { cluster, client, policy, precheck, log, clock };
  beginWith(state, await settledInventory(context, state, signal));
  const batches = await checkBeforeStart(context, state, THOROUGH, signal);
  try {
    for (const batch of batches) await runBatch(context, state, batch, signal);
    await waitForFigures(context, state, signal);
  } catch (failure) {
    await takeLeave(context, state, failure, signal);
  }
  return reportOf(state);
}

/**
 * Checks a list as `runMigrations` does before it starts anything, and starts nothing: what it would refuse is among the problems.
 * Migrations of others are not waited for, and on a captured cluster nothing is asked.
 *
 * @throws PveError or InventoryError when the cluster cannot be read; the signal's reason.
 */
export async function checkMigrations(request: RunRequest, signal: AbortSignal): Promise<RunReport> {
  const { cluster, migrations, clock = systemClock } = request;
  const { client } = cluster;
  const state = createRunState(migrations);
  const inventory = await cluster.freshInventory(signal);
  requireAllGuests(inventory);
  if (client === null) {
    checkOffline(request, state, inventory);
  } else {
    beginWith(state, inventory);
    await checkBeforeStart({ ...request, client, clock }, state, { looks: 1 }, signal);
  }
  return reportOf(state);
}

/** Runs the migrations of one batch to their ends. */
async function runBatch(
  context: RunContext,
  state: RunState,
  batch: readonly Entry[],
  signal: AbortSignal,
): Promise<void> {
  let waiting = batch;
  for (;;) {
    signal.throwIfAborted();
    if (!state.halted) waiting = await startBatch(context, state, waiting, signal);
    const idle = state.running.size === 0;
    if (idle && (state.halted || waiting.length === 0)) return;
    const ends = [...state.running.values()].map(({ end }) => end);
    await (idle ? context.clock.sleep(LOOK_AGAIN_MS, signal) : Promise.race(ends));
  }
}

/** Ends a run that cannot go on. What was started is reported, so this throws only when nothing was. */
async function takeLeave({ log }: RunContext, state: RunState, failure: unknown, signal: AbortSignal): Promise<void> {
  await Promise.all([...state.running.values()].map(({ end }) => end));
  if (!state.begun) throw failure;
  const { leftRunning, stopped } = state;
  if (leftRunning + stopped === 0 && state.migrations.every((_, index) => state.outcomes.has(index))) {
    log.warn("The figures of the nodes could not be awaited", { cause: messageOf(failure) });
  } else if (signal.aborted) {
    log.warn("The run was cancelled", { left_running: leftRunning, stopped });
    halt(state, runCancelled(signal.reason, state));
  } else {
    halt(state, clusterNotReadable(messageOf(failure)));
  }
}
