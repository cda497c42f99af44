import { apiPath, withQuery } from "../api-path.js";
import type { PveClient } from "../client.js";
import { decodeTaskList } from "../schemas/task-list.js";
import type { TaskRowWire } from "../schemas/task-list.js";

/** More tasks of one guest than any question of ours looks back over. */
const MOST_TASKS = 20;

/**
 * Reads the latest tasks of one guest on one node, running and ended, newest first. Tasks of others are listed only to
 * callers with Sys.Audit on the node.
 */
export function readGuestTasks(
  client: PveClient,
  { node, vmid }: { readonly node: string; readonly vmid: number },
  signal: AbortSignal,
): Promise<readonly TaskRowWire[]> {
  const query = { vmid, source: "all", limit: MOST_TASKS };
  return client.get(withQuery(apiPath`/nodes/${node}/tasks`, query), decodeTaskList, signal);
}

/** Reads the latest tasks of all nodes, running and ended; without Sys.Audit only the caller's own. */
export function readClusterTasks(client: PveClient, signal: AbortSignal): Promise<readonly TaskRowWire[]> {
  return client.get("/cluster/tasks", decodeTaskList, signal);
}

/** More migrations than one node makes while anybody waits for its guests to rest. */
const MOST_MIGRATIONS = 500;

/** Reads the migrations of one kind that left one node since a time in seconds since the epoch, newest first. */
export function readNodeMigrations(
  client: PveClient,
  { node, type, sinceSeconds }: MigrationsQuery,
  signal: AbortSignal,
): Promise<readonly TaskRowWire[]> {
  const query = { typefilter: type, since: Math.floor(sinceSeconds), source: "archive", limit: MOST_MIGRATIONS };
  return client.get(withQuery(apiPath`/nodes/${node}/tasks`, query), decodeTaskList, signal);
}

/** Which migrations are asked for. */
export interface MigrationsQuery {
  readonly node: string;
  readonly type: "qmigrate" | "vzmigrate";
  readonly sinceSeconds: number;
}
