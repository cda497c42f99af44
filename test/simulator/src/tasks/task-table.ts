import type { VirtualClock } from "../clock/virtual-clock.js";
import { Task } from "./task.js";

/** The node on which a task starts. */
interface TaskHost {
  readonly name: string;
  readonly bootMs: number;
}

/** What a new task is about. */
export interface TaskRequest {
  readonly host: TaskHost;
  readonly type: string;
  readonly id: string;
  readonly user: string;
}

// Process ids of a machine that has been up for a while.
const FIRST_PID = 900_000;
const PIDS_PER_TASK = 7;

/** Every task of the cluster in the order of their start. */
export class TaskTable {
  readonly #clock: VirtualClock;
  readonly #tasks = new Map<string, Task>();
  readonly #pids = new Map<string, number>();

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** Starts a task with an id that never occurred before. */
  start(request: TaskRequest): Task {
    const { host } = request;
    const pid = (this.#pids.get(host.name) ?? FIRST_PID) + PIDS_PER_TASK;
    this.#pids.set(host.name, pid);
    const parts = {
      node: host.name,
      pid,
      pstart: Math.max(0, Math.floor((this.#clock.nowMs - host.bootMs) / 10)),
      startSeconds: this.#clock.nowSeconds,
      type: request.type,
      id: request.id,
      user: request.user,
    };
    const task = new Task(parts, this.#clock);
    this.#tasks.set(task.upid, task);
    return task;
  }

  /** Finds a task by its id. */
  find(upid: string): Task | undefined {
    return this.#tasks.get(upid);
  }

  /** Lists the tasks of a node, or of all nodes, newest first. */
  list(node?: string): readonly Task[] {
    return [...this.#tasks.values()].filter((task) => node === undefined || task.parts.node === node).reverse();
  }
}
