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
