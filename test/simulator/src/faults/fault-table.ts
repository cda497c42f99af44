import { noise } from "../clock/random.js";
import type { Fault, RequestMatch, SpoiledAnswer } from "./fault.js";

/** What a request looks like to a fault. */
export interface RequestFacts {
  readonly method: string;
  /** Below `/api2/json`. */
  readonly path: string;
  readonly user: string | undefined;
  readonly entryNode: string;
  /** Number of the request since the start. */
  readonly number: number;
  /** Number of requests, this one included, that are in progress. */
  readonly parallel: number;
}

/** A fault of a cluster; removing it ends its effect, and does nothing when it is over. */
export interface FaultHandle {
  readonly id: number;
  readonly remove: () => void;
}

/** A planned failure of a migration. */
export interface MigrationFailure {
  readonly stage: "before-data" | "target-start" | "storage" | "memory";
  readonly fraction: number;
  readonly cause: string;
  /** It does not fail but stops going on. */
  readonly hangs: boolean;
}

/** A task as far as a fault may hide it. */
interface TaskFacts {
  readonly type: string;
  readonly id: string;
  readonly ageMs: number;
}

interface Entry {
  readonly id: number;
  readonly fault: Fault;
  active: boolean;
  requestsSeen: number;
  uses: number;
  undo: () => void;
}

/** What the table asks of the cluster. */
export interface FaultHost {
  readonly seed: number;
  /** Calls back at a virtual time, so many milliseconds after the start. */
  readonly at: (ms: number, run: () => void) => void;
  /** Brings about a lasting or single effect; gives a function that ends it. */
  readonly apply: (fault: Fault) => () => void;
}

/** The faults that are planned or active in a cluster. */
export class FaultTable {
  readonly #host: FaultHost;
  #entries: Entry[] = [];
  #nextId = 1;

  constructor(host: FaultHost) {
    this.#host = host;
  }

  /** Adds a fault, which begins at once unless it says when. */
  add(fault: Fault): FaultHandle {
    const entry: Entry = { id: this.#nextId++, fault, active: false, requestsSeen: 0, uses: 0, undo: () => undefined };
    this.#entries.push(entry);
    if (fault.when === undefined) this.#activate(entry);
    else if ("atMs" in fault.when) {
      this.#host.at(fault.when.atMs, () => {
        this.#activate(entry);
      });
    }
    return {
      id: entry.id,
      remove: () => {
        this.remove(entry.id);
      },
    };
  }

  /** Ends a fault; does nothing when there is none of that id. */
  remove(id: number): void {
    const entry = this.#entries.find((each) => each.id === id);
    this.#entries = this.#entries.filter((each) => each !== entry);
    if (entry === undefined) return;
    entry.undo();
    entry.active = false;
  }

  /** Lets the faults begin that wait for such a request. */
  beforeRequest(request: RequestFacts): void {
    for (const entry of [...this.#entries]) {
      const when = entry.fault.when;
      if (entry.active || when === undefined || !("beforeRequest" in when) || entry.requestsSeen >= when.nth) continue;
      if (!matches(when.beforeRequest, request)) continue;
      entry.requestsSeen += 1;
      if (entry.requestsSeen === when.nth) this.#activate(entry);
    }
  }

  /** Takes the ways in which the answer to a request is to be spoiled; each use counts. */
  takeSpoiledAnswers(request: RequestFacts): readonly SpoiledAnswer[] {
    return this.#entries.flatMap((entry) => {
      const { fault } = entry;
      if (!entry.active) return [];
      if (fault.kind === "rate-limit") return request.parallel > fault.parallel ? [overload(fault.drop)] : [];
      if (fault.kind !== "answer" || !matches(fault.match, request)) return [];
      if (entry.uses >= (fault.times ?? Infinity)) return [];
      const dice = noise(this.#host.seed, entry.id, request.number, 0);
      if (dice >= fault.probability) return [];
      entry.uses += 1;
      return [fault.answer.kind === "delay" ? jittered(fault.answer, dice / fault.probability) : fault.answer];
    });
  }

  /** Takes the failure that is planned for a migration, if any; each use counts. */
  takeMigrationFailure(vmid: number, target: string): MigrationFailure | undefined {
    for (const entry of this.#entries) {
      const { fault } = entry;
      if (fault.kind !== "migration-fails" && fault.kind !== "migration-hangs") continue;
      if (!entry.active || entry.uses >= fault.times) continue;
      if ((fault.vmid ?? vmid) !== vmid || (fault.target ?? target) !== target) continue;
      entry.uses += 1;
      const hangs = fault.kind === "migration-hangs";
      return { stage: fault.stage, fraction: fault.fraction, cause: hangs ? "" : fault.cause, hangs };
    }
    return undefined;
  }

  /** Takes the warnings with which a migration is to end; each use counts. */
  takeMigrationWarnings(vmid: number): readonly string[] {
    return this.#entries.flatMap((entry) => {
      const { fault } = entry;
      if (!entry.active || fault.kind !== "migration-warns" || entry.uses >= fault.times) return [];
      if ((fault.vmid ?? vmid) !== vmid) return [];
      entry.uses += 1;
      return [fault.warning];
    });
  }

  /** Takes the way in which a migration that arrived is to end, if not well; each use counts. */
  takeMigrationEnd(vmid: number): "moved-but-failed" | "stayed-but-ok" | "crashed" | undefined {
    for (const entry of this.#entries) {
      const { fault } = entry;
      if (!entry.active || fault.kind !== "migration-ends" || entry.uses >= fault.times) continue;
      if ((fault.vmid ?? vmid) !== vmid) continue;
      entry.uses += 1;
      return fault.how;
    }
    return undefined;
  }

  /** Says whether nobody may know of a task at the moment. */
  hidesTask(task: TaskFacts): boolean {
    return this.#entries.some(({ active, fault }) => {
      if (!active || fault.kind !== "tasks-unknown" || task.ageMs >= (fault.forMs ?? Infinity)) return false;
      return (fault.type ?? task.type) === task.type && String(fault.vmid ?? task.id) === task.id;
    });
  }

  #activate(entry: Entry): void {
    if (!this.#entries.includes(entry) || entry.active) return;
    entry.active = true;
    entry.undo = this.#host.apply(entry.fault);
  }
}

function overload(drop: boolean): SpoiledAnswer {
  return drop ? { kind: "reset" } : { kind: "status", status: 503, text: "Service Unavailable" };
}

function jittered(answer: Extract<SpoiledAnswer, { readonly kind: "delay" }>, dice: number): SpoiledAnswer {
  return { ...answer, delayMs: answer.delayMs + answer.jitterMs * dice };
}

function matches(match: RequestMatch, request: RequestFacts): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== request.method) return false;
  if (match.user !== undefined && match.user !== request.user) return false;
  if (match.entryNode !== undefined && match.entryNode !== request.entryNode) return false;
  return pathPattern(match.path).test(request.path);
}

function pathPattern(pattern: string): RegExp {
  const source = pattern
    .split("**")
    .map((part) => part.split("*").map(escapeRegExp).join("[^/]*"))
    .join(".*");
  return new RegExp(`^${source}$`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
}
