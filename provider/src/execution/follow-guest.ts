import type { Guest } from "../planning/model/cluster-snapshot.js";
import { findMigrationTask } from "./find-task.js";
import { followTask } from "./follow-task.js";
import { isMigrating, lookAtGuest } from "./guest-sight.js";
import type { RunContext } from "./run-context.js";
import type { StartedMigration, Verdict } from "./started-migration.js";

const LOOK_PAUSE_MS = 2_000;

/** Why a guest is followed in place of a task, and what that means for the waiting. */
export interface GuestWatch {
  readonly migration: StartedMigration;
  /** No older task is taken for this migration. Seconds since the epoch. */
  readonly since: { readonly seconds: number; readonly exact: boolean };
  /** How long nothing may happen to the guest before the migration counts as not begun. */
  readonly idleMs: number;
  /** The error when nothing happened. */
  readonly idleError: string;
}

/** What was learned about the guest so far. */
interface Waiting {
  readonly idleUntilMs: number;
  wasMigrating: boolean;
}

/**
 * Follows the guest itself, because no task stands for its migration from beginning to end: the HA manager only queues
 * the move, and of a start whose answer was lost no task is known. As soon as a task is found it is followed for its
 * progress and its error.
 *
 * @throws PveError when the cluster cannot be read for longer than an outage lasts; the signal's reason.
 */
export async function followGuest(context: RunContext, watch: GuestWatch, signal: AbortSignal): Promise<Verdict> {
  const { clock } = context;
  const waiting: Waiting = { idleUntilMs: clock.now() + watch.idleMs, wasMigrating: false };
  for (;;) {
    const { guest } = await lookAtGuest(context, watch.migration.guest.vmid, signal);
    if (guest === undefined)
      return { error: "The guest does not exist any more, or it is hidden from the user (VM.Audit)." };
    const verdict = await verdictFor(context, { watch, waiting, guest }, signal);
    if (verdict !== null) return verdict;
    if (clock.now() >= watch.migration.deadlineMs) return lateVerdict(context, isMigrating(guest));
    waiting.wasMigrating ||= isMigrating(guest);
    await clock.sleep(LOOK_PAUSE_MS, signal);
  }
}

/** Null while the migration goes on, or has not begun but still may. */
async function verdictFor(
  context: RunContext,
  { watch, waiting, guest }: { readonly watch: GuestWatch; readonly waiting: Waiting; readonly guest: Guest },
  signal: AbortSignal,
): Promise<Verdict | null> {
  const { migration, since } = watch;
  const migrating = isMigrating(guest);
  if (guest.node === migration.to && !migrating) return { error: null };
  const isOver = !migrating && (waiting.wasMigrating || context.clock.now() >= waiting.idleUntilMs);
  const found = await findMigrationTask(context, taskPlace(watch), signal);
  // By the clock of another machine an older task could be meant; only one that runs is certainly this one.
  if (found === undefined || !(found.running || since.exact || isOver)) {
    return isOver ? { error: `${standstill(watch, waiting)} No task tells why.` } : null;
  }
  const verdict = await followTask(context, { migration, task: found.task }, signal);
  const { error } = verdict;
  if (!isOver) return verdict;
  return { error: `${standstill(watch, waiting)} Its latest migration task says: ${error ?? "OK"}` };
}

const standstill = ({ idleError }: GuestWatch, { wasMigrating }: Waiting): string =>
  wasMigrating ? "Proxmox VE gave the migration up." : idleError;

const taskPlace = ({ migration: { guest }, since }: GuestWatch) => ({
  node: guest.node,
  vmid: guest.vmid,
  sinceSeconds: since.seconds,
});

const lateVerdict = ({ policy }: RunContext, goesOn: boolean): Verdict => ({
  error: `It did not end within ${policy.migration.timeoutSeconds} s (\`migration_timeout\`). Proxmox VE may still carry it out.`,
  goesOn,
});
