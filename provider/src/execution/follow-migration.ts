import type { Upid } from "../pve/upid.js";
import { followGuest } from "./follow-guest.js";
import type { GuestWatch } from "./follow-guest.js";
import { followTask } from "./follow-task.js";
import { isMigrating, lookAtGuest } from "./guest-sight.js";
import type { GuestSight } from "./guest-sight.js";
import { messageOf } from "./patience.js";
import type { RunContext } from "./run-context.js";
import type { StartedMigration, Verdict } from "./started-migration.js";

/** How a started migration can be followed. */
export type Trace =
  | { readonly kind: "task"; readonly task: Upid }
  /** It is stopped at once; the sentence says why. */
  | { readonly kind: "stopping"; readonly task: Upid; readonly because: string }
  /** The answer to the start was lost. */
  | { readonly kind: "lost"; readonly reason: string }
  /** The HA manager takes the guest along with another. */
  | { readonly kind: "carried" };

/** How a migration ended, and what the cluster looked like just then. */
export interface MigrationEnd {
  readonly verdict: Verdict;
  readonly sight: GuestSight;
  /** What is wrong with a guest that is on its target, as full sentences; null when nothing is, or when it is not there. */
  readonly damage: string | null;
}

/** The HA manager acts within two of its rounds of 10 s, if it is not busy with other guests. */
const HA_IDLE_MS = 90_000;

/** A start that took effect locks its guest at once; the rest is reserve for a slow node. */
const LOST_IDLE_MS = 15_000;

/** The clocks of two machines may differ by this much. */
const CLOCK_SKEW_SECONDS = 300;

/** The node of a guest is known everywhere at once, but the end of a task may be known a little earlier. */
const ARRIVAL_LOOKS = 5;
const ARRIVAL_PAUSE_MS = 1_000;

/** The state of a guest is published every 10 s, and just after its arrival what its source last said may still stand. */
const STATUS_WAIT_MS = 30_000;
const STATUS_PAUSE_MS = 2_000;

/**
 * Follows a migration until the guest is on its target or it is certain that it will not get there. Not what a task
 * says decides, but where the guest is.
 *
 * @throws PveError when it cannot be followed any longer; the signal's reason.
 */
export async function followMigration(
  context: RunContext,
  { migration, trace }: { readonly migration: StartedMigration; readonly trace: Trace },
  signal: AbortSignal,
): Promise<MigrationEnd> {
  const verdict = await followTrace(context, { migration, trace }, signal).catch((failure: unknown) => {
    signal.throwIfAborted();
    return { error: lostSightText(trace, failure), goesOn: true };
  });
  return judgeByPlace(context, { migration, verdict }, signal);
}

async function followTrace(
  context: RunContext,
  { migration, trace }: { readonly migration: StartedMigration; readonly trace: Trace },
  signal: AbortSignal,
): Promise<Verdict> {
  switch (trace.kind) {
    case "task":
      return followStartedTask(context, migration, trace.task, signal);
    case "stopping":
      return followTask(context, { migration, task: trace.task, stopBecause: trace.because }, signal);
    case "lost": {
      const idleMs = migration.guest.haManaged ? HA_IDLE_MS : LOST_IDLE_MS;
      const idleError = `${trace.reason} The guest has not moved since.`;
      return followGuest(context, { migration, since: roughly(migration), idleMs, idleError }, signal);
    }
    case "carried": {
      const idleError = "The HA manager did not move the guest along, although it had said so.";
      return followGuest(context, { migration, since: roughly(migration), idleMs: HA_IDLE_MS, idleError }, signal);
    }
  }
}

async function followStartedTask(
  context: RunContext,
  migration: StartedMigration,
  task: Upid,
  signal: AbortSignal,
): Promise<Verdict> {
  const verdict = await followTask(context, { migration, task }, signal);
  if (task.type !== "hamigrate" || verdict.error !== null) return verdict;
  const idleError =
    "The HA manager took the request but did not move the guest; its rules or the state of the target may not allow it " +
    "(ha-manager status).";
  const since = { seconds: task.startTimeSeconds, exact: true };
  return followGuest(context, { migration, since, idleMs: HA_IDLE_MS, idleError }, signal);
}

const roughly = ({ startedAtMs }: StartedMigration): GuestWatch["since"] => ({
  seconds: Math.floor(startedAtMs / 1000) - CLOCK_SKEW_SECONDS,
  exact: false,
});

async function judgeByPlace(
  context: RunContext,
  { migration, verdict }: { readonly migration: StartedMigration; readonly verdict: Verdict },
  signal: AbortSignal,
): Promise<MigrationEnd> {
  const { clock } = context;
  const { guest, to } = migration;
  let sight = await lookAtGuest(context, guest.vmid, signal);
  const isElsewhere = (): boolean => sight.guest !== undefined && sight.guest.node !== to;
  for (let look = 1; verdict.error === null && isElsewhere() && look < ARRIVAL_LOOKS; look += 1) {
    await clock.sleep(ARRIVAL_PAUSE_MS, signal);
    sight = await lookAtGuest(context, guest.vmid, signal);
  }
  if (sight.guest?.node === to) {
    const settled = await untilItRuns(context, migration, sight, signal);
    return { verdict: { error: null }, sight: settled, damage: damageText(migration, verdict, settled) };
  }
  if (verdict.error === null) {
    // Of a guest that cannot be seen nobody can say that it did not move.
    return { verdict: { error: missingText(sight), goesOn: sight.guest === undefined }, sight, damage: null };
  }
  return { verdict: { ...verdict, goesOn: verdict.goesOn === true && mayGoOn(sight) }, sight, damage: null };
}

/** A guest that nothing locks and that the HA manager does not move is not on its way any more. */
const mayGoOn = ({ guest }: GuestSight): boolean => guest === undefined || isMigrating(guest) || guest.haManaged;

/** A guest that ran before gets time to be shown as running; whatever ends the waiting, it has arrived. */
async function untilItRuns(
  context: RunContext,
  { guest: { vmid, status } }: StartedMigration,
  arrival: GuestSight,
  signal: AbortSignal,
): Promise<GuestSight> {
  const { clock, log } = context;
  const untilMs = clock.now() + STATUS_WAIT_MS;
  let sight = arrival;
  try {
    while (status === "running" && sight.guest?.status !== "running" && clock.now() < untilMs) {
      await clock.sleep(STATUS_PAUSE_MS, signal);
      sight = await lookAtGuest(context, vmid, signal);
    }
  } catch (failure) {
    log.debug("The guest could not be looked at after its arrival", { vmid, cause: messageOf(failure) });
  }
  return sight;
}

function damageText(migration: StartedMigration, { taskError }: Verdict, { guest }: GuestSight): string | null {
  const status = guest?.status ?? "unknown";
  const lines = [
    ...(taskError === undefined ? [] : [`Its migration ended with an error: ${taskError}`]),
    ...(migration.guest.status !== "running" || status === "running"
      ? []
      : [`It ran before, and Proxmox VE shows it as ${status} now.`]),
  ];
  return lines.length === 0 ? null : `The guest is on its target. ${lines.join(" ")}`;
}

/** The error of a migration that cannot be followed any longer, although it may go on. */
export function lostSightText(trace: Trace, failure: unknown): string {
  return (
    `The migration could not be followed any longer, and Proxmox VE may still carry it out${taskText(trace)}: ` +
    messageOf(failure)
  );
}

/** Names the task of a migration in brackets, or nothing when it is not known. */
export function taskText(trace: Trace): string {
  return trace.kind === "task" || trace.kind === "stopping" ? ` (task ${trace.task.text})` : "";
}

function missingText({ guest }: GuestSight): string {
  return guest === undefined
    ? "The task ended well, but the guest does not exist any more, or it is hidden from the user (VM.Audit)."
    : `The task ended well, but the guest is on ${guest.node}.`;
}
