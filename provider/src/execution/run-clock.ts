import { setTimeout as delay } from "node:timers/promises";

/** The time as a run sees it. */
export interface RunClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Ends after a time; throws the signal's reason as soon as that is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The clock of the machine. */
export const systemClock: RunClock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    signal.throwIfAborted();
    await delay(milliseconds, undefined, { signal }).catch((failure: unknown) => {
      signal.throwIfAborted();
      throw failure;
    });
  },
};
