import type { Guest } from "../planning/model/cluster-snapshot.js";
import { readNodeVersion } from "../pve/endpoints/cluster.js";
import { startCtMigration, startVmMigration } from "../pve/endpoints/guest.js";
import type { CtMigration, VmMigration } from "../pve/endpoints/guest.js";
import type { Upid } from "../pve/upid.js";
import { isUnsent, mayHaveTakenEffect, messageOf, patiently, SHORT_OUTAGE_MS } from "./patience.js";
import type { RunContext } from "./run-context.js";

/** How the attempt to start a migration ended. */
export type StartResult =
  | { readonly kind: "started"; readonly task: Upid }
  /** Proxmox VE may have started it, but its answer was lost; it must not be asked again. */
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** What is to be started. */
export interface MigrationStart {
  readonly guest: Guest;
  readonly to: string;
  readonly localDiskBytes: number;
}

/** How long an answer is still waited for when the run is cancelled while a start is under way. */
const LAST_WORD_MS = 500;

/**
 * Starts a migration. The request is sent at most once, whatever happens to its answer.
 *
 * @throws the signal's reason when it is aborted and certain that nothing was started.
 */
export async function startMigration(
  context: RunContext,
  start: MigrationStart,
  signal: AbortSignal,
): Promise<StartResult> {
  try {
    const pveMajor = await sourceVersion(context, start.guest, signal);
    return await send(context, { ...start, pveMajor }, signal);
  } catch (failure) {
    signal.throwIfAborted();
    return { kind: "refused", reason: messageOf(failure) };
  }
}

async function send(
  context: RunContext,
  start: MigrationStart & { readonly pveMajor: number },
  signal: AbortSignal,
): Promise<StartResult> {
  const { client } = context;
  const { guest } = start;
  const { later, release } = aLittleLater(signal);
  const post = () =>
    guest.type === "vm"
      ? startVmMigration(client, guest, vmParameters(context, start), later)
      : startCtMigration(client, guest, ctParameters(context, start), later);
  try {
    const task = await patiently(context, { limitMs: SHORT_OUTAGE_MS, waitsOut: isUnsent }, post, later);
    return { kind: "started", task };
  } catch (failure) {
    if (!mayHaveTakenEffect(failure)) throw failure;
    return { kind: "unknown", reason: messageOf(failure) };
  } finally {
    release();
  }
}

/** Nodes differ while a cluster is upgraded, and the source decides which parameters are known. */
async function sourceVersion(context: RunContext, guest: Guest, signal: AbortSignal): Promise<number> {
  if (guest.type !== "vm" || !isUp(guest) || !context.policy.migration.withConntrackState) return 0;
  const ask = () => readNodeVersion(context.client, guest.node, signal);
  return (await patiently(context, { limitMs: SHORT_OUTAGE_MS }, ask, signal)).major;
}

function vmParameters(
  { policy }: RunContext,
  { guest, to, localDiskBytes, pveMajor }: MigrationStart & { readonly pveMajor: number },
): VmMigration {
  const copies = localDiskBytes > 0;
  return {
    target: to,
    online: isUp(guest),
    withLocalDisks: copies && policy.migration.withLocalDisks,
    // Asked for only where it is needed: it takes privileges on the target storage.
    targetStorage: copies ? policy.migration.targetStorage : null,
    withConntrackState: isUp(guest) && policy.migration.withConntrackState,
    pveMajor,
  };
}

function ctParameters({ policy }: RunContext, { guest, to }: MigrationStart): CtMigration {
  const { targetStorage } = policy.migration;
  return { target: to, restart: isUp(guest), shutdownTimeoutSeconds: null, targetStorage };
}

function isUp({ status }: Guest): boolean {
  return status === "running" || status === "paused";
}

/** A signal that follows another a little later, so that an answer on its way is not thrown away. */
function aLittleLater(signal: AbortSignal): { readonly later: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const follow = (): void => {
    timer = setTimeout(() => {
      controller.abort(signal.reason);
    }, LAST_WORD_MS);
  };
  if (signal.aborted) follow();
  signal.addEventListener("abort", follow, { once: true });
  return {
    later: controller.signal,
    release: () => {
      signal.removeEventListener("abort", follow);
      clearTimeout(timer);
    },
  };
}
