import type { PveClient } from "../client.js";
import { apiPath, withQuery } from "../api-path.js";
import { ignoreData } from "../decode.js";
import { decodeTaskLog, decodeTaskStatus } from "../schemas/task.js";
import type { TaskLogLineWire, TaskStatusWire } from "../schemas/task.js";
import type { Upid } from "../upid.js";

/** Lines per request; the server's own default of 50 would need many requests for a long log. */
const LOG_PAGE_LINES = 500;

/** Reads the state of a task. */
export function readTaskStatus(client: PveClient, upid: Upid, signal: AbortSignal): Promise<TaskStatusWire> {
  return client.get(`${taskPath(upid)}/status`, decodeTaskStatus, signal);
}

/** Reads the log of a task from the line after `seenLines` to its present end, page by page. */
export async function readTaskLog(
  client: PveClient,
  upid: Upid,
  seenLines: number,
  signal: AbortSignal,
): Promise<readonly TaskLogLineWire[]> {
  const lines: TaskLogLineWire[] = [];
  for (;;) {
    const query = { start: seenLines + lines.length, limit: LOG_PAGE_LINES };
    const page = await client.get(withQuery(`${taskPath(upid)}/log`, query), decodeTaskLog, signal);
    const seen = seenLines + lines.length;
    // Past the end the server invents a line 1 that says "no content".
    const fresh = page.filter((line) => line.n > seen && line.t !== "no content");
    lines.push(...fresh);
    // A server that repeats a page it was not asked for would never come to an end.
    if (page.length < LOG_PAGE_LINES || fresh.length === 0) {
      return lines;
    }
  }
}

/** Asks a task to stop; a stopped migration leaves the guest on its source. */
export function stopTask(client: PveClient, upid: Upid, signal: AbortSignal): Promise<undefined> {
  return client.delete(taskPath(upid), ignoreData, signal);
}

function taskPath(upid: Upid): string {
  return apiPath`/nodes/${upid.node}/tasks/${upid.text}`;
}
