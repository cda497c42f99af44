/** How virtual time follows real time: "manual" stands still until it is advanced, "real" runs one to one, "accelerated" runs faster. */
export type ClockMode = "manual" | "real" | "accelerated";

/** What a clock is made of; `realNowMs` is a monotonic reading of real time in milliseconds. */
export interface ClockOptions {
  readonly mode: ClockMode;
  readonly speed: number;
  readonly startMs: number;
  readonly realNowMs: () => number;
}

/** An event that has been scheduled; cancelling it twice, or after it ran, does nothing. */
export interface ScheduledEvent {
  readonly cancel: () => void;
}

interface QueuedEvent {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

// The longest delay that a timer of the runtime can have; it runs at once with more.
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * The one clock of a simulated cluster, in milliseconds since the UNIX epoch.
 *
 * Nothing polls: events that have become due are run, in order of time and then of scheduling, when somebody looks
 * (`catchUp`) or advances. While an event runs, `nowMs` is exactly the time of that event. Only events that somebody
 * outside could notice without asking (a port that closes) take a real timer, by `wake`.
 */
export class VirtualClock {
  readonly #options: ClockOptions;
  readonly #realStartMs: number;
  readonly #queue: QueuedEvent[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  #nowMs: number;
  #order = 0;
  #beforeChange: (atMs: number) => void = () => undefined;

  constructor(options: ClockOptions) {
    this.#options = options;
    this.#nowMs = options.startMs;
    this.#realStartMs = options.realNowMs();
  }

  /** The virtual time of the last look, or of the event that is running. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** The virtual time in whole seconds, as Proxmox prints it. */
  get nowSeconds(): number {
    return Math.floor(this.#nowMs / 1000);
  }

  /** The virtual time at which the cluster started. */
  get startMs(): number {
    return this.#options.startMs;
  }

  /** Calls back before any event runs and after every look, so that values of the past can be fixed first. */
  onBeforeChange(callback: (atMs: number) => void): void {
    this.#beforeChange = callback;
  }

  /** Runs everything that is due by now. */
  catchUp(): void {
    const { mode, speed, startMs, realNowMs } = this.#options;
    if (mode === "manual") {
      this.#runUntil(this.#nowMs);
      return;
    }
    const factor = mode === "real" ? 1 : speed;
    this.#runUntil(Math.max(this.#nowMs, Math.floor(startMs + (realNowMs() - this.#realStartMs) * factor)));
  }

  /** Moves a manual clock forward and runs what becomes due on the way. Throws on any other mode and on going backwards. */
  advance(ms: number): void {
    if (this.#options.mode !== "manual")
      throw new Error("Only a manual clock can be advanced; this one runs by itself.");
    if (!(ms >= 0)) throw new Error(`A clock cannot be advanced by ${ms} ms.`);
    this.#runUntil(this.#nowMs + ms);
  }

  /** Schedules an event; a time in the past means now. */
  schedule(atMs: number, run: () => void): ScheduledEvent {
    const event: QueuedEvent = { atMs: Math.max(atMs, this.#nowMs), order: this.#order++, run };
    this.#queue.splice(this.#positionOf(event), 0, event);
    return {
      cancel: () => {
        const index = this.#queue.indexOf(event);
        if (index >= 0) this.#queue.splice(index, 1);
      },
    };
  }

  /** Makes sure that the clock is looked at when that time comes, even if nobody asks. */
  wake(atMs: number): void {
    const { mode, speed } = this.#options;
    if (mode === "manual") return;
    const delayMs = Math.min(MAX_TIMER_MS, Math.max(0, atMs - this.#nowMs) / (mode === "real" ? 1 : speed));
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.catchUp();
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }

  /** Forgets every event and timer. */
  stop(): void {
    this.#queue.length = 0;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #runUntil(targetMs: number): void {
    for (let next = this.#queue[0]; next !== undefined && next.atMs <= targetMs; next = this.#queue[0]) {
      this.#queue.shift();
      this.#beforeChange(next.atMs);
      this.#nowMs = next.atMs;
      next.run();
    }
    this.#beforeChange(targetMs);
    this.#nowMs = targetMs;
  }

  #positionOf(event: QueuedEvent): number {
    let low = 0;
    let high = this.#queue.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#queue[middle];
      if (other !== undefined && other.atMs <= event.atMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
