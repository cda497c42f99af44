import { readClusterTasks, readGuestTasks } from "../pve/endpoints/node-tasks.js";
import { readTaskLog } from "../pve/endpoints/task.js";
import type { Upid } from "../pve/upid.js";
import { messageOf, patiently, SHORT_OUTAGE_MS } from "./patience.js";
import type { RunContext } from "./run-context.js";

const MIGRATION_TASKS: ReadonlySet<string> = new Set(["qmigrate", "vzmigrate"]);

/** The HA manager's own queue counts too: what is in it moves soon. */
const MOVING_TASKS: ReadonlySet<string> = new Set([...MIGRATION_TASKS, "hamigrate"]);

/** A migration task of a guest on its source node. */
export interface FoundTask {
  readonly task: Upid;
  readonly running: boolean;
}

/**
 * Finds the latest migration task of a guest that runs, or else that started no earlier than given; undefined when
 * there is none or when the node does not tell. Seconds since the epoch.
 */
export async function findMigrationTask(
  { client, log }: RunContext,
  { node, vmid, sinceSeconds }: { readonly node: string; readonly vmid: number; readonly sinceSeconds: number },
  signal: AbortSignal,
): Promise<FoundTask | undefined> {
  try {
    const rows = await readGuestTasks(client, { node, vmid }, signal);
    const migrations = rows.filter(({ upid }) => MIGRATION_TASKS.has(upid.type) && upid.id === String(vmid));
    const found =
      migrations.find(({ running }) => running) ?? migrations.find(({ upid }) => upid.startTimeSeconds >= sinceSeconds);
    return found === undefined ? undefined : { task: found.upid, running: found.running };
  } catch (failure) {
    signal.throwIfAborted();
    log.debug("The tasks of the guest could not be listed", { vmid, node, cause: messageOf(failure) });
    return undefined;
  }
}

/**
 * Lists the migrations that run in the cluster, whoever started them; one request.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function listRunningMigrations(context: RunContext, signal: AbortSignal): Promise<readonly Upid[]> {
  const read = () => readClusterTasks(context.client, signal);
  const rows = await patiently(context, { limitMs: SHORT_OUTAGE_MS }, read, signal);
  return rows.filter(({ running, upid }) => running && MOVING_TASKS.has(upid.type)).map(({ upid }) => upid);
}

const TARGET_LINE = /starting migration of (?:VM|CT) \d+ to node '(?<target>[^']+)'/;

/** Reads from its log where a migration task takes its guest; null when the log does not tell (yet). */
export async function readTargetOf(
  { client, log }: RunContext,
  task: Upid,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const lines = await readTaskLog(client, task, 0, signal);
    const texts = lines.map(({ t }) => TARGET_LINE.exec(t ?? "")?.groups?.["target"]);
    return texts.find((target) => target !== undefined) ?? null;
  } catch (failure) {
    signal.throwIfAborted();
    log.debug("The log of the task could not be read", { task: task.text, cause: messageOf(failure) });
    return null;
  }
}
