import { logTime } from "../clock/time-text.js";
import type { VirtualClock } from "../clock/virtual-clock.js";
import type { UpidParts } from "./upid.js";
import { formatUpid } from "./upid.js";

/** What a task asks of the program that it runs. */
export interface Worker {
  /** Adds the log lines that are due by now. */
  readonly writePending: () => void;
  /** Gives up because somebody asked for it. */
  readonly interrupt: () => void;
  /** Learns that a node has gone. */
  readonly loseNode: (node: string) => void;
}

/** A worker of the cluster, running or ended, with its log. */
export class Task {
  readonly parts: UpidParts;
  readonly upid: string;
  readonly #clock: VirtualClock;
  readonly #lines: string[] = [];
  #exitStatus: string | undefined;
  #endSeconds: number | undefined;
  #worker: Worker | undefined;

  constructor(parts: UpidParts, clock: VirtualClock) {
    this.parts = parts;
    this.upid = formatUpid(parts);
    this.#clock = clock;
  }

  /** Undefined while it runs; then `OK`, `WARNINGS: n` or the text of the failure. */
  get exitStatus(): string | undefined {
    return this.#exitStatus;
  }

  /** UNIX seconds; undefined while it runs. */
  get endSeconds(): number | undefined {
    return this.#endSeconds;
  }

  /** The log so far, with the progress up to this moment. */
  get lines(): readonly string[] {
    this.#worker?.writePending();
    return this.#lines;
  }

  /** Names the program that adds progress lines when somebody reads the log, and that can be interrupted. */
  attach(worker: Worker): void {
    this.#worker = worker;
  }

  /** Adds a line with a time stamp, by default that of this moment. */
  log(text: string, atMs = this.#clock.nowMs): void {
    this.#lines.push(`${logTime(atMs)} ${text}`);
  }

  /** Adds a line as it is. */
  logPlain(text: string): void {
    this.#lines.push(text);
  }

  /** Ends the task; later calls do nothing. */
  finish(exitStatus: string): void {
    if (this.#exitStatus !== undefined) return;
    this.#worker = undefined;
    this.#lines.push(lastLine(exitStatus));
    this.#exitStatus = exitStatus;
    this.#endSeconds = this.#clock.nowSeconds;
  }

  /** Asks the worker to give up; does nothing when the task has ended. */
  interrupt(): void {
    this.#worker?.interrupt();
  }

  /** Tells the worker that a node has gone; a task without a worker that was on that node ends. */
  loseNode(node: string): void {
    if (this.#worker !== undefined) this.#worker.loseNode(node);
    else if (this.parts.node === node) this.finish("unexpected status");
  }
}

function lastLine(exitStatus: string): string {
  if (exitStatus === "OK") return "TASK OK";
  return exitStatus.startsWith("WARNINGS: ") ? `TASK ${exitStatus}` : `TASK ERROR: ${exitStatus}`;
}
