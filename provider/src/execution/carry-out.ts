import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { Entry } from "./batches.js";
import { findMigrationTask, readTargetOf } from "./find-task.js";
import { followMigration, lostSightText, taskText } from "./follow-migration.js";
import type { MigrationEnd, Trace } from "./follow-migration.js";
import { isMigrating } from "./guest-sight.js";
import { prepareMigration } from "./prepare-migration.js";
import { arrivedDamaged } from "./problem-texts.js";
import type { RunContext } from "./run-context.js";
import { bookOutcome, destinationsOf, halt } from "./run-state.js";
import type { RunState } from "./run-state.js";
import { startMigration } from "./start-migration.js";
import { migrationFields } from "./started-migration.js";
import type { StartedMigration, Verdict } from "./started-migration.js";
import { stopMigration } from "./stop-migration.js";

const MS_PER_SECOND = 1000;

/** A migration that may start now, with its guest as it is now. */
export interface ReadyMigration {
  readonly entry: Entry;
  readonly guest: Guest;
}

/**
 * Starts a migration and lets it be followed in the background; one that cannot be started is booked as failed. A guest
 * that is on its way already is only followed.
 */
export async function carryOut(
  context: RunContext,
  state: RunState,
  { entry, guest }: ReadyMigration,
  signal: AbortSignal,
): Promise<void> {
  const { to } = entry.request;
  const startedAtMs = context.clock.now();
  state.travelling.add(guest.vmid);
  const trace = await startTrace(context, state, { entry, guest }, signal);
  if (trace.kind === "failed") {
    context.log.warn("Migration not started", { ...migrationFields({ guest, to }), error: trace.reason });
    bookOutcome(state, entry, { result: "failed", error: trace.reason });
    state.travelling.delete(guest.vmid);
    halt(state, null);
    return;
  }
  context.log.info("Migrating guest", {
    ...migrationFields({ guest, to }),
    task: trace.kind === "task" ? trace.task.text : "unknown",
  });
  state.begun = true;
  state.journeys.set(entry.index, { guest, to, uptimesAtEnd: null });
  const deadlineMs = startedAtMs + context.policy.migration.timeoutSeconds * MS_PER_SECOND;
  const isForeign = state.adopted.has(entry.index);
  const migration = { guest, to, startedAtMs, deadlineMs, isForeign, sent: { latest: null } };
  const end = followToTheEnd(context, state, { entry, migration, trace }, signal);
  state.running.set(entry.index, { from: guest.node, to, end });
}

type StartedTrace = Trace | { readonly kind: "failed"; readonly reason: string };

/** A guest that another run has just sent the same way need not be sent, only followed. */
async function failedUnlessUnderWay(
  context: RunContext,
  state: RunState,
  { entry, guest, reason }: ReadyMigration & { readonly reason: string },
  signal: AbortSignal,
): Promise<StartedTrace> {
  const place = { node: guest.node, vmid: guest.vmid, sinceSeconds: Number.POSITIVE_INFINITY };
  const found = await findMigrationTask(context, place, signal);
  const isSameWay = found !== undefined && (await readTargetOf(context, found.task, signal)) === entry.request.to;
  if (!isSameWay) return { kind: "failed", reason };
  state.adopted.set(entry.index, found.task);
  return { kind: "task", task: found.task };
}

async function startTrace(
  context: RunContext,
  state: RunState,
  { entry, guest }: ReadyMigration,
  signal: AbortSignal,
): Promise<StartedTrace> {
  const { to } = entry.request;
  const adopted = state.adopted.get(entry.index);
  if (adopted !== undefined) return { kind: "task", task: adopted };
  if (isMigrating(guest)) return { kind: "carried" };
  const preparation = await prepareMigration(context, { guest, to, listed: destinationsOf(state) }, signal);
  if (preparation.kind === "blocked")
    return failedUnlessUnderWay(context, state, { entry, guest, reason: preparation.reason }, signal);
  const { localDiskBytes, movesAlong } = preparation;
  const start = await startMigration(context, { guest, to, localDiskBytes }, signal);
  switch (start.kind) {
    case "refused":
      return failedUnlessUnderWay(context, state, { entry, guest, reason: start.reason }, signal);
    case "unknown":
      context.log.warn("The answer to the start of a migration was lost; looking for it", {
        ...migrationFields({ guest, to }),
        cause: start.reason,
      });
      return { kind: "lost", reason: start.reason };
    case "started":
      for (const companion of movesAlong) state.carried.set(companion, { to, leader: entry.index });
      return { kind: "task", task: start.task };
  }
}

interface Followed {
  readonly entry: Entry;
  readonly migration: StartedMigration;
  readonly trace: Trace;
}

async function followToTheEnd(
  context: RunContext,
  state: RunState,
  followed: Followed,
  signal: AbortSignal,
): Promise<void> {
  try {
    bookEnd(context, state, followed, await followMigration(context, followed, signal));
  } catch (failure) {
    if (signal.aborted) await bookInterruption(context, state, followed);
    else bookFailure(context, state, followed, { error: lostSightText(followed.trace, failure), goesOn: true });
  } finally {
    state.travelling.delete(followed.migration.guest.vmid);
    state.lastEndMs = context.clock.now();
    state.running.delete(followed.entry.index);
  }
}

/** What another run had started is not for this one to stop. */
async function bookInterruption(context: RunContext, state: RunState, followed: Followed): Promise<void> {
  const { onInterrupt } = context.policy.migration;
  const stops = onInterrupt === "stop" && !followed.migration.isForeign;
  const end = stops ? await stopMigration(context, followed) : null;
  if (end === null) bookFailure(context, state, followed, { error: cancelledText(followed, stops), goesOn: true });
  else bookEnd(context, state, followed, end);
}

function bookEnd(context: RunContext, state: RunState, followed: Followed, end: MigrationEnd): void {
  const { entry, migration } = followed;
  const { verdict, sight, damage } = end;
  const { error } = verdict;
  if (error !== null) {
    bookFailure(context, state, followed, { ...verdict, error });
    return;
  }
  const { guest, to } = migration;
  const seconds = secondsSince(context, migration);
  const uptimes = [...sight.publishedUptimes].filter(([node]) => node === guest.node || node === to);
  state.journeys.set(entry.index, { guest, to, uptimesAtEnd: new Map(uptimes) });
  const sent = migration.sent.latest;
  bookOutcome(state, entry, { result: "moved", error: damage, durationSeconds: seconds, sent });
  if (damage !== null) {
    context.log.warn("Guest arrived damaged", { ...migrationFields(migration), error: damage });
    // Not told by `halt`, because several guests may arrive like this, each with a cause of its own.
    state.problems.push(arrivedDamaged(guest, to, damage));
    halt(state, null);
  }
  context.log.info("Migrated guest", {
    ...migrationFields(migration),
    seconds: Math.round(seconds),
    transferred_bytes: sent?.bytes ?? null,
  });
}

function bookFailure(
  context: RunContext,
  state: RunState,
  { entry, migration }: Followed,
  { error, goesOn = false, stopped = false }: Verdict & { readonly error: string },
): void {
  const seconds = secondsSince(context, migration);
  const result = goesOn ? "left running" : stopped ? "stopped" : "failed";
  context.log.warn(`Migration ${result}`, { ...migrationFields(migration), seconds: Math.round(seconds), error });
  bookOutcome(state, entry, { result, error, durationSeconds: seconds, sent: migration.sent.latest });
  state.leftRunning += goesOn ? 1 : 0;
  state.stopped += result === "stopped" ? 1 : 0;
  state.journeys.delete(entry.index);
  halt(state, null);
}

function secondsSince({ clock }: RunContext, { startedAtMs }: StartedMigration): number {
  return (clock.now() - startedAtMs) / MS_PER_SECOND;
}

function cancelledText({ trace }: Followed, wasToStop: boolean): string {
  if (trace.kind === "lost")
    return `The run was cancelled before it was known whether Proxmox VE had started the migration: ${trace.reason}`;
  const goesOn = `The run was cancelled while the migration was running; Proxmox VE goes on with it${taskText(trace)}.`;
  return wasToStop ? `${goesOn} Nothing was found that could be stopped (\`on_interrupt\`).` : goesOn;
}
