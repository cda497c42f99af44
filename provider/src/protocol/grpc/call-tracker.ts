import { AsyncLocalStorage } from "node:async_hooks";

/** Tells a handler which call it answers and when to stop: the caller went away, the process stops or a stop was asked. */
export interface CallContext {
  /** Full method path, for example /tfplugin6.Provider/ReadResource. */
  readonly method: string;
  readonly signal: AbortSignal;
}

/** Is a call in progress as the adapter sees it. */
export interface OpenCall extends CallContext {
  /** Rejects with the error when a stray exception of the process is laid to this call; never resolves. */
  readonly crashed: Promise<never>;
}

interface Entry {
  readonly call: OpenCall;
  readonly controller: AbortController;
  readonly crash: (error: unknown) => void;
}

function newEntry(method: string): Entry {
  const controller = new AbortController();
  let crash: (error: unknown) => void = () => undefined;
  const crashed = new Promise<never>((_, reject) => {
    crash = reject;
  });
  // Most calls end without anybody waiting for the crash; that must not count as an unhandled rejection.
  crashed.catch(() => undefined);
  return { call: { method, signal: controller.signal, crashed }, controller, crash };
}

/** Knows the calls in progress: counts them, stops them, and finds the one that a stray exception belongs to. */
export class CallTracker {
  readonly #open = new Set<Entry>();
  readonly #scope = new AsyncLocalStorage<Entry>();

  /** Counts the calls that are not answered yet. */
  get activeCount(): number {
    return this.#open.size;
  }

  /** Runs the answer of one call; `onCancel` receives the function that aborts this call. */
  async run<T>(
    method: string,
    onCancel: (cancel: () => void) => void,
    body: (call: OpenCall) => Promise<T>,
  ): Promise<T> {
    const entry = newEntry(method);
    this.#open.add(entry);
    onCancel(() => {
      entry.controller.abort(new Error(`The call ${method} was cancelled by its caller.`));
    });
    try {
      return await this.#scope.run(entry, body, entry.call);
    } finally {
      this.#open.delete(entry);
    }
  }

  /** Asks all calls in progress to end early; their handlers still answer. */
  abortAll(reason: Error): void {
    for (const entry of this.#open) entry.controller.abort(reason);
  }

  /**
   * Fails the call in whose course a stray exception arose. An exception that belongs to no open call fails all of
   * them, because nobody can tell which one now waits in vain. Returns the methods of the failed calls.
   */
  crash(error: unknown): readonly string[] {
    const culprit = this.#scope.getStore();
    const victims = culprit !== undefined && this.#open.has(culprit) ? [culprit] : [...this.#open];
    for (const entry of victims) {
      entry.crash(error);
      entry.controller.abort(error);
    }
    return victims.map((entry) => entry.call.method);
  }
}
