import { readTaskLog, readTaskStatus, stopTask } from "../pve/endpoints/task.js";
import { isGone } from "../pve/errors.js";
import { taskSucceeded } from "../pve/schemas/task.js";
import type { TaskStatusWire } from "../pve/schemas/task.js";
import type { Upid } from "../pve/upid.js";
import { LONG_OUTAGE_MS, messageOf, patiently, SHORT_OUTAGE_MS } from "./patience.js";
import type { RunContext } from "./run-context.js";
import { migrationFields } from "./started-migration.js";
import type { StartedMigration, Verdict } from "./started-migration.js";
import { causeInLog } from "./task-cause.js";
import { lastProgress, transferIn } from "./task-progress.js";

/** The first look comes soon, because small guests move in a second; then looks become rarer. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const PAUSE_GROWTH = 2;

/** Progress is read at most this often: it costs a request. */
const PROGRESS_PERIOD_MS = 2_000;

/** How long a task may take to clean up after it was asked to stop. */
const STOPPING_MS = 60_000;

/** A task to follow. */
export interface FollowedTask {
  readonly migration: StartedMigration;
  readonly task: Upid;
  /** Given when the task is to be stopped at once: why, as a full sentence. */
  readonly stopBecause?: string;
}

/** The log of a task as far as it was read. */
interface TaskWatch {
  readonly lines: string[];
  logReadAtMs: number;
  lastPercent: string;
  /** Set once the task was asked to stop: the error to report, and when to give up waiting. */
  stopped: { readonly error: string; readonly untilMs: number } | null;
}

/**
 * Follows a task to its end, tells its progress in the log, and asks it to stop when its time is up or it is told to.
 *
 * @throws PveError when the task cannot be followed for longer than an outage lasts; the signal's reason.
 */
export async function followTask(context: RunContext, followed: FollowedTask, signal: AbortSignal): Promise<Verdict> {
  const { clock } = context;
  const { migration, task, stopBecause } = followed;
  const watch: TaskWatch = { lines: [], logReadAtMs: clock.now(), lastPercent: "", stopped: null };
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * PAUSE_GROWTH, LONGEST_PAUSE_MS)) {
    await clock.sleep(pauseMs, signal);
    const status = await statusOf(context, task, signal);
    if (status === null) return { error: `Proxmox VE does not know the task ${task.text} any more.` };
    if (status.status === "stopped") return await verdictOf(context, { followed, status, watch }, signal);
    if (clock.now() - watch.logReadAtMs >= PROGRESS_PERIOD_MS)
      await tellProgress(context, { migration, task, watch }, signal);
    const isLate = clock.now() >= migration.deadlineMs;
    if (isLate && migration.isForeign) return { error: foreignText(context, task), goesOn: true };
    if (watch.stopped === null && (stopBecause !== undefined || isLate)) {
      watch.stopped = await requestStop(context, followed, signal);
    }
    if (watch.stopped !== null && clock.now() >= watch.stopped.untilMs) {
      return { error: `${watch.stopped.error} The task is still running: ${task.text}.`, goesOn: true };
    }
  }
}

const foreignText = ({ policy }: RunContext, task: Upid): string =>
  `It did not end within ${policy.migration.timeoutSeconds} s (\`migration_timeout\`). Somebody else had started it, so it was ` +
  `not stopped and goes on: ${task.text} of ${task.user}.`;

/** Null when the task is not known any more, as after the restart of its node. */
async function statusOf(context: RunContext, task: Upid, signal: AbortSignal): Promise<TaskStatusWire | null> {
  const read = () => readTaskStatus(context.client, task, signal);
  try {
    return await patiently(context, { limitMs: LONG_OUTAGE_MS }, read, signal);
  } catch (failure) {
    if (isGone(failure)) return null;
    throw failure;
  }
}

async function verdictOf(
  context: RunContext,
  {
    followed: { task, migration, stopBecause },
    status,
    watch,
  }: { readonly followed: FollowedTask; readonly status: TaskStatusWire; readonly watch: TaskWatch },
  signal: AbortSignal,
): Promise<Verdict> {
  const succeeded = taskSucceeded(status);
  // Of a success the log only tells how much was sent, for which nobody waits.
  await readOn(context, { task, watch, limitMs: succeeded ? 0 : SHORT_OUTAGE_MS }, signal);
  noteTransfer(migration, watch);
  if (succeeded) return { error: null };
  const cause = causeInLog(watch.lines) ?? status.exitstatus ?? "the task ended without saying why";
  if (watch.stopped === null) return { error: cause, taskError: cause };
  const error = `${watch.stopped.error} It was stopped: ${cause}`;
  return { error, taskError: cause, stopped: stopBecause !== undefined };
}

function noteTransfer({ sent }: StartedMigration, { lines }: TaskWatch): void {
  sent.latest = transferIn(lines) ?? sent.latest;
}

async function tellProgress(
  context: RunContext,
  { migration, task, watch }: { readonly migration: StartedMigration; readonly task: Upid; readonly watch: TaskWatch },
  signal: AbortSignal,
): Promise<void> {
  await readOn(context, { task, watch, limitMs: 0 }, signal);
  noteTransfer(migration, watch);
  const progress = lastProgress(watch.lines);
  const percent = progress === null ? "" : `${progress.part} ${progress.percent}`;
  if (progress === null || percent === watch.lastPercent) return;
  watch.lastPercent = percent;
  context.log.info("Migration progress", {
    ...migrationFields(migration),
    part: progress.part,
    percent: progress.percent,
    transferred_bytes: progress.transferredBytes,
    total_bytes: progress.totalBytes,
  });
}

/** Reads what the log has gained. The log explains and decides nothing, so that failing to read it is no failure. */
async function readOn(
  context: RunContext,
  { task, watch, limitMs }: { readonly task: Upid; readonly watch: TaskWatch; readonly limitMs: number },
  signal: AbortSignal,
): Promise<void> {
  watch.logReadAtMs = context.clock.now();
  const read = () => readTaskLog(context.client, task, watch.lines.length, signal);
  try {
    watch.lines.push(...(await patiently(context, { limitMs }, read, signal)).map(({ t }) => t ?? ""));
  } catch (failure) {
    signal.throwIfAborted();
    context.log.debug("The log of the task could not be read", { task: task.text, cause: messageOf(failure) });
  }
}

async function requestStop(
  context: RunContext,
  { task, stopBecause }: FollowedTask,
  signal: AbortSignal,
): Promise<TaskWatch["stopped"]> {
  const { clock, log, policy } = context;
  const why = stopBecause ?? `It did not end within ${policy.migration.timeoutSeconds} s (\`migration_timeout\`).`;
  log.warn("The task of a migration is asked to stop", { task: task.text, cause: why });
  const stop = () => stopTask(context.client, task, signal);
  try {
    await patiently(context, { limitMs: SHORT_OUTAGE_MS }, stop, signal);
    return { error: why, untilMs: clock.now() + STOPPING_MS };
  } catch (failure) {
    signal.throwIfAborted();
    return { error: `${why} It could not be stopped: ${messageOf(failure)}`, untilMs: clock.now() };
  }
}
