import type { Upid } from "../pve/upid.js";
import { findMigrationTask, readTargetOf } from "./find-task.js";
import { followMigration } from "./follow-migration.js";
import type { MigrationEnd, Trace } from "./follow-migration.js";
import { messageOf } from "./patience.js";
import type { RunClock } from "./run-clock.js";
import type { RunContext } from "./run-context.js";
import { migrationFields } from "./started-migration.js";
import type { StartedMigration } from "./started-migration.js";

/** A stopped task cleans up within seconds; a cluster that does not answer must not hold the end of the run up for ever. */
const STOP_LIMIT_MS = 90_000;

const BECAUSE = 'The run was interrupted, and `on_interrupt` is "stop".';

/**
 * Stops a migration of a run that was interrupted and waits for its end; null when nothing is found that could be
 * stopped, or when the cluster does not say what became of it. It has no signal, because that of the run has ended it.
 */
export async function stopMigration(
  context: RunContext,
  { migration, trace }: { readonly migration: StartedMigration; readonly trace: Trace },
): Promise<MigrationEnd | null> {
  const patient = { ...context, clock: limited(context.clock, STOP_LIMIT_MS) };
  const { signal } = new AbortController();
  try {
    const task = await taskToStop(patient, { migration, trace }, signal);
    if (task === null) return null;
    return await followMigration(patient, { migration, trace: { kind: "stopping", task, because: BECAUSE } }, signal);
  } catch (failure) {
    context.log.warn("What became of a migration that was to be stopped is not known", {
      ...migrationFields(migration),
      cause: messageOf(failure),
    });
    return null;
  }
}

/** The HA manager only queues a move: what moves the guest is another task, which may not have begun. */
async function taskToStop(
  context: RunContext,
  { migration: { guest, to }, trace }: { readonly migration: StartedMigration; readonly trace: Trace },
  signal: AbortSignal,
): Promise<Upid | null> {
  if (trace.kind === "task" && trace.task.type !== "hamigrate") return trace.task;
  const place = { node: guest.node, vmid: guest.vmid, sinceSeconds: Number.POSITIVE_INFINITY };
  const found = await findMigrationTask(context, place, signal);
  if (found === undefined || (await readTargetOf(context, found.task, signal)) !== to) return null;
  return found.task;
}

/** A clock on which nobody can wait for longer than that in all. */
function limited(clock: RunClock, milliseconds: number): RunClock {
  const untilMs = clock.now() + milliseconds;
  return {
    now: clock.now,
    sleep: async (pauseMs, signal) => {
      if (clock.now() >= untilMs) throw new Error("Proxmox VE did not answer for too long.");
      await clock.sleep(pauseMs, signal);
    },
  };
}
