import type { ScheduledEvent, VirtualClock } from "../clock/virtual-clock.js";
import type { Transfer, TransferPool } from "./transfer-pool.js";

/** How far a transfer stage is at one of its full seconds. */
interface Progress {
  readonly atMs: number;
  readonly elapsedMs: number;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
}

/** One part of a worker's life: it lasts a time, or as long as its bytes need on the links. */
export interface Stage {
  readonly name: string;
  readonly work: { readonly ms: number } | { readonly bytes: number };
  /** At the beginning; may throw a StageFailure. */
  readonly enter?: () => void;
  /** At every full second of a transfer, except at its end. */
  readonly progress?: (progress: Progress) => void;
  /** At the end, with the time that the stage took; may throw a StageFailure. */
  readonly leave?: (elapsedMs: number) => void;
  /** A stage to put in after this one, asked for at its end. */
  readonly next?: () => Stage | undefined;
}

/** Ends a job at the stage that throws it; the message is the cause. */
export class StageFailure extends Error {}

/** What a job consists of. */
export interface JobPlan {
  readonly clock: VirtualClock;
  readonly transfers: TransferPool;
  readonly source: string;
  readonly target: string;
  readonly limitBytesPerSecond: number;
  readonly stages: readonly Stage[];
  /** Makes a stage fail by itself, or hang for ever, when it has come so far (0 to 1). */
  readonly sabotage?:
    { readonly stage: string; readonly fraction: number; readonly cause: string; readonly hangs: boolean } | undefined;
  readonly onFailure: (cause: string, stage: string) => void;
}

/** Runs stages one after the other on the virtual clock, and computes progress only when somebody looks. */
export class StagedJob {
  readonly #plan: JobPlan;
  #index = -1;
  #extra: Stage | undefined;
  #stageStartMs = 0;
  #segmentStartMs = 0;
  #segmentBytes = 0;
  #rate = 0;
  #secondsTold = 0;
  #end: ScheduledEvent | undefined;
  #transfer: Transfer | undefined;

  constructor(plan: JobPlan) {
    this.#plan = plan;
  }

  /** Name of the stage that it is in; undefined before the first and after the last. */
  get stageName(): string | undefined {
    return this.#stage?.name;
  }

  /** Begins with the first stage. */
  start(): void {
    this.#next();
  }

  /** Reports every full second of the current transfer that has passed and was not reported yet. */
  writePending(): void {
    const stage = this.#stage;
    if (this.#transfer === undefined || stage?.progress === undefined || !("bytes" in stage.work)) return;
    const passed = Math.floor((this.#plan.clock.nowMs - this.#stageStartMs) / 1000);
    for (let second = this.#secondsTold + 1; second <= passed; second += 1) {
      const atMs = this.#stageStartMs + second * 1000;
      const doneBytes = this.#doneBytes(atMs);
      if (doneBytes >= stage.work.bytes) break;
      this.#secondsTold = second;
      const bytesPerSecond = this.#rate;
      stage.progress({ atMs, elapsedMs: second * 1000, doneBytes, totalBytes: stage.work.bytes, bytesPerSecond });
    }
  }

  /** Stops where it is and reports the cause as a failure of the current stage; does nothing when the job is over. */
  fail(cause: string): void {
    const stage = this.#stage;
    if (stage === undefined) return;
    this.abandon();
    this.#plan.onFailure(cause, stage.name);
  }

  /** Stops where it is, without a word. */
  abandon(): void {
    this.writePending();
    this.#leaveLinks();
    this.#end?.cancel();
    this.#extra = undefined;
    this.#index = this.#plan.stages.length;
  }

  get #stage(): Stage | undefined {
    return this.#extra ?? this.#plan.stages[this.#index];
  }

  #next(): void {
    this.#extra = this.#stage?.next?.();
    if (this.#extra === undefined) this.#index += 1;
    const stage = this.#stage;
    if (stage === undefined) return;
    this.#stageStartMs = this.#plan.clock.nowMs;
    this.#secondsTold = 0;
    if (!this.#attempt(() => stage.enter?.())) return;
    if ("ms" in stage.work) this.#waitFor(stage.work.ms, stage);
    else this.#transferBytes(stage);
  }

  #waitFor(ms: number, stage: Stage): void {
    const sabotage = this.#sabotageOf(stage);
    const now = this.#plan.clock.nowMs;
    this.#end =
      sabotage === undefined
        ? this.#plan.clock.schedule(now + ms, () => {
            this.#leave(stage);
          })
        : this.#plan.clock.schedule(now + ms * sabotage.fraction, () => {
            this.#giveIn(sabotage);
          });
  }

  #transferBytes(stage: Stage): void {
    const { source, target, limitBytesPerSecond, transfers } = this.#plan;
    this.#segmentStartMs = this.#stageStartMs;
    this.#segmentBytes = 0;
    this.#rate = 0;
    this.#transfer = {
      source,
      target,
      limit: limitBytesPerSecond,
      onRate: (rate) => {
        this.#changeRate(rate, stage);
      },
    };
    transfers.add(this.#transfer);
  }

  #changeRate(rate: number, stage: Stage): void {
    if (!("bytes" in stage.work) || rate === this.#rate) return;
    this.writePending();
    const now = this.#plan.clock.nowMs;
    this.#segmentBytes = this.#doneBytes(now);
    this.#segmentStartMs = now;
    this.#rate = rate;
    this.#end?.cancel();
    const sabotage = this.#sabotageOf(stage);
    const goal = stage.work.bytes * (sabotage?.fraction ?? 1);
    const atMs = now + Math.ceil((Math.max(0, goal - this.#segmentBytes) / rate) * 1000);
    this.#end = this.#plan.clock.schedule(atMs, () => {
      if (sabotage === undefined) this.#leave(stage);
      else this.#giveIn(sabotage);
    });
  }

  // A job that hangs keeps its lock and its place in the task list, and sends nothing any more.
  #giveIn(sabotage: NonNullable<JobPlan["sabotage"]>): void {
    if (!sabotage.hangs) {
      this.fail(sabotage.cause);
      return;
    }
    this.writePending();
    this.#leaveLinks();
  }

  #leave(stage: Stage): void {
    this.writePending();
    this.#leaveLinks();
    if (this.#attempt(() => stage.leave?.(this.#plan.clock.nowMs - this.#stageStartMs))) this.#next();
  }

  #leaveLinks(): void {
    if (this.#transfer !== undefined) this.#plan.transfers.remove(this.#transfer);
    this.#transfer = undefined;
  }

  #attempt(step: () => void): boolean {
    try {
      step();
      return true;
    } catch (error) {
      if (!(error instanceof StageFailure)) throw error;
      this.fail(error.message);
      return false;
    }
  }

  #sabotageOf(stage: Stage): JobPlan["sabotage"] {
    return this.#plan.sabotage?.stage === stage.name ? this.#plan.sabotage : undefined;
  }

  #doneBytes(atMs: number): number {
    return this.#segmentBytes + ((atMs - this.#segmentStartMs) / 1000) * this.#rate;
  }
}
