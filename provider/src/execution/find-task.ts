import { readGuestTasks } from "../pve/endpoints/node-tasks.js";
import type { Upid } from "../pve/upid.js";
import { messageOf } from "./patience.js";
import type { RunContext } from "./run-context.js";

const MIGRATION_TASKS: ReadonlySet<string> = new Set(["qmigrate", "vzmigrate"]);

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
