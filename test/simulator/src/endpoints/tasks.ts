import { callerId } from "../access/access-control.js";
import { demand, may } from "../access/permissions.js";
import { parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { flagOf, numberOf, requiredText, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";
import type { Task } from "../tasks/task.js";
import { isUpid } from "../tasks/upid.js";

const DEFAULT_PAGE = 50;
const RECENT_PER_NODE = 25;

/** Tasks: lists, status, log, and asking one to stop. */
export const taskEndpoints: Endpoints = {
  "GET /cluster/tasks": recentTasks,
  "GET /nodes/{node}/tasks": tasksOfNode,
  "GET /nodes/{node}/tasks/{upid}/status": taskStatus,
  "GET /nodes/{node}/tasks/{upid}/log": taskLog,
  "DELETE /nodes/{node}/tasks/{upid}": stopTask,
};

function recentTasks(call: Call): Answer {
  const perNode = [...call.cluster.nodes.values()].map((node) =>
    call.cluster.tasks.list(node.name).slice(0, RECENT_PER_NODE),
  );
  const visible = perNode.flat().filter((task) => mayKnow(call, task));
  return {
    data: newestFirst(visible).map((task) => ({
      ...row(task, undefined),
      ...(task.exitStatus === undefined ? {} : { saved: "1" }),
    })),
  };
}

function tasksOfNode(call: Call): Answer {
  const source = textOf(call, "source") ?? "archive";
  const tasks = call.cluster.tasks.list(call.executor.name).filter((task) => mayKnow(call, task));
  const matching = newestFirst(tasks).filter((task) => isInSource(task, source) && matchesFilters(call, task));
  const start = numberOf(call, "start", 0);
  const limit = numberOf(call, "limit", DEFAULT_PAGE);
  const page = limit === 0 ? matching.slice(start) : matching.slice(start, start + limit);
  return { data: page.map((task) => row(task, source === "archive" ? undefined : "RUNNING")), total: matching.length };
}

function isInSource(task: Task, source: string): boolean {
  return source === "all" || (source === "active") === (task.exitStatus === undefined);
}

function matchesFilters(call: Call, task: Task): boolean {
  const { type, id, user, startSeconds } = task.parts;
  const typefilter = textOf(call, "typefilter");
  const vmid = textOf(call, "vmid");
  return (
    (typefilter === undefined || type === typefilter) &&
    (vmid === undefined || id === vmid) &&
    startSeconds >= numberOf(call, "since", 0) &&
    startSeconds <= numberOf(call, "until", Infinity) &&
    user.includes(textOf(call, "userfilter") ?? "") &&
    matchesResult(call, task)
  );
}

function matchesResult(call: Call, task: Task): boolean {
  const kind = resultKind(task);
  if (flagOf(call, "errors") && kind !== "error") return false;
  const wanted = textOf(call, "statusfilter");
  return wanted === undefined || wanted.split(/[,; ]/).includes(kind);
}

function resultKind({ exitStatus }: Task): string {
  if (exitStatus === undefined || exitStatus === "unexpected status") return "unknown";
  if (exitStatus === "OK") return "ok";
  return exitStatus.startsWith("WARNINGS: ") ? "warning" : "error";
}

function taskStatus(call: Call): Answer {
  const task = taskInPath(call);
  const { node, pid, pstart } = task.parts;
  const ended =
    task.exitStatus === undefined ? { status: "running" } : { status: "stopped", exitstatus: task.exitStatus };
  return { data: { ...identity(task), node, pid, pstart, ...ended } };
}

function taskLog(call: Call): Answer {
  const lines = taskInPath(call).lines;
  if (lines.length === 0) return { data: [{ n: 1, t: "no content" }], total: 1 };
  const start = numberOf(call, "start", 0);
  const limit = numberOf(call, "limit", DEFAULT_PAGE);
  const page = limit === 0 ? lines.slice(start) : lines.slice(start, start + limit);
  return { data: page.map((text, index) => ({ n: start + index + 1, t: text })), total: lines.length };
}

function stopTask(call: Call): Answer {
  const task = findTask(call);
  if (!isOwn(call, task)) demand(call.cluster, call.caller, `/nodes/${call.executor.name}`, "Sys.Modify");
  task.interrupt();
  return { data: null };
}

function taskInPath(call: Call): Task {
  const task = findTask(call);
  if (!isOwn(call, task)) demand(call.cluster, call.caller, `/nodes/${call.executor.name}`, "Sys.Audit");
  return task;
}

function findTask(call: Call): Task {
  const upid = requiredText(call, "upid");
  if (!isUpid(upid)) throw parameterError({ upid: "unable to parse worker upid" });
  const task = call.cluster.tasks.find(upid);
  if (task?.parts.node !== call.executor.name || isHidden(call, task)) throw parameterError({ upid: "no such task" });
  return task;
}

function mayKnow(call: Call, task: Task): boolean {
  if (isHidden(call, task)) return false;
  return isOwn(call, task) || may(call.cluster, call.caller, `/nodes/${task.parts.node}`, "Sys.Audit");
}

function isHidden({ cluster }: Call, { parts: { type, id, startSeconds } }: Task): boolean {
  return cluster.faults.hidesTask({ type, id, ageMs: cluster.clock.nowMs - startSeconds * 1000 });
}

function isOwn({ caller }: Call, task: Task): boolean {
  const owner = task.parts.user;
  // A user owns the tasks of all its tokens, a token only its own.
  return owner === callerId(caller) || (caller.tokenId === undefined && owner.startsWith(`${caller.user}!`));
}

function row(task: Task, runningText: string | undefined): JsonObject {
  const { node, pid, pstart } = task.parts;
  return { ...identity(task), node, pid, pstart, endtime: task.endSeconds, status: task.exitStatus ?? runningText };
}

function identity(task: Task): JsonObject {
  const { type, id, user, startSeconds } = task.parts;
  const [owner, tokenid] = user.split("!");
  return { upid: task.upid, type, id, user: owner, tokenid, starttime: startSeconds };
}

function newestFirst(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((left, right) => right.parts.startSeconds - left.parts.startSeconds);
}
