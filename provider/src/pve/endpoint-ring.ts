import { PveError, PveTimeoutError, PveUnreachableError } from "./errors.js";
import type { HttpMethod, Transport, WireRequest, WireResponse } from "./transport.js";

/** What a trace tells about one attempt; never a header, a body or a secret. */
export interface TraceEntry {
  readonly method: HttpMethod;
  readonly path: string;
  readonly endpoint: string;
  /** Counted from 1 over all endpoints and repetitions of one request. */
  readonly attempt: number;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;
  readonly durationMs: number;
  /** The error's code when there was no answer. */
  readonly error: string | null;
}

/** The outside world of a ring, injected so that tests need no waiting. */
export interface RingSurroundings {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly trace: (entry: TraceEntry) => void;
}

/** Pauses between the rounds over all endpoints: a restarting proxy daemon is back within about two seconds. */
const BACKOFF_MS: readonly number[] = [250, 1_000];

/** Answers of a proxy in front of, or a daemon at, its limit; 595 to 599 are about another node and not meant. */
const BUSY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/** What a server means when it answers 500: a statement about guests, tasks or the cluster, which asking again does not change. */
const FINAL_TEXT = /does not exist|is locked|no quorum|no such|not found|already|migrated to rules|unable to find/i;

/** A read that fails inside the server may succeed the next time: a daemon restarts, a lock file is busy, a worker timed out. */
function isBusy({ status, reason, body }: WireResponse): boolean {
  return BUSY_STATUSES.has(status) || (status === 500 && !FINAL_TEXT.test(`${reason} ${body}`));
}

/** One round's result when no endpoint gave a usable answer. */
interface FailedRound {
  readonly failures: readonly PveError[];
  /** The last 502, 503 or 504, if any. */
  readonly busy: WireResponse | null;
}

/**
 * The endpoints of a cluster, tried in order. It stays with the one that works. A request that may have been executed is
 * never repeated unless it only reads.
 */
export class EndpointRing {
  readonly #transports: readonly Transport[];
  readonly #surroundings: RingSurroundings;
  #preferred = 0;

  constructor(transports: readonly Transport[], surroundings: RingSurroundings) {
    this.#transports = transports;
    this.#surroundings = surroundings;
  }

  /**
   * Sends the request to the first endpoint that answers; `repeatable` says that executing it twice does no harm.
   *
   * @throws PveError when none answers, or when the failure is final.
   */
  async exchange(request: WireRequest, repeatable: boolean, signal: AbortSignal): Promise<WireResponse> {
    for (let round = 0; ; round += 1) {
      const outcome = await this.#tryAll(request, { repeatable, round }, signal);
      if ("status" in outcome) {
        return outcome;
      }
      const pause = BACKOFF_MS[round];
      if (
        pause === undefined ||
        !repeatable ||
        outcome.failures.some((failure) => failure instanceof PveTimeoutError)
      ) {
        return giveUp(outcome);
      }
      await this.#surroundings.sleep(pause, signal);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#transports.map((transport) => transport.close()));
  }

  async #tryAll(
    request: WireRequest,
    { repeatable, round }: { readonly repeatable: boolean; readonly round: number },
    signal: AbortSignal,
  ): Promise<WireResponse | FailedRound> {
    const failures: PveError[] = [];
    let busy: WireResponse | null = null;
    const first = this.#preferred;
    for (const [offset, index] of rotation(this.#transports.length, first).entries()) {
      const attempt = round * this.#transports.length + offset + 1;
      const result = await this.#attempt(request, { index, attempt }, signal);
      if (result instanceof PveError) {
        if (!mayGoElsewhere(result, repeatable)) {
          throw result;
        }
        failures.push(result);
      } else if (repeatable && isBusy(result)) {
        busy = result;
      } else {
        this.#preferred = index;
        return result;
      }
    }
    return { failures, busy };
  }

  async #attempt(
    request: WireRequest,
    { index, attempt }: { readonly index: number; readonly attempt: number },
    signal: AbortSignal,
  ): Promise<WireResponse | PveError> {
    const transport = this.#transports[index];
    if (transport === undefined) {
      throw new Error(`There is no endpoint number ${index}.`);
    }
    const { now, trace } = this.#surroundings;
    const startedMs = now();
    const result = await transport.send(request, signal).catch(pveErrorOrThrow);
    const failed = result instanceof PveError;
    trace({
      method: request.method,
      path: request.path,
      endpoint: transport.origin,
      attempt,
      status: failed ? null : result.status,
      durationMs: now() - startedMs,
      error: failed ? result.code : null,
    });
    return result;
  }
}

function rotation(count: number, first: number): readonly number[] {
  return Array.from({ length: count }, (_, offset) => (first + offset) % count);
}

function pveErrorOrThrow(failure: unknown): PveError {
  if (failure instanceof PveError) {
    return failure;
  }
  throw failure;
}

function mayGoElsewhere(error: PveError, repeatable: boolean): boolean {
  if (error instanceof PveUnreachableError) {
    return error.code !== "client_closed" && (repeatable || !error.sent);
  }
  return error instanceof PveTimeoutError && repeatable;
}

function giveUp({ failures, busy }: FailedRound): WireResponse {
  if (busy !== null) {
    return busy;
  }
  const [first] = failures;
  if (first === undefined) {
    throw new Error("A ring without endpoints was asked.");
  }
  if (failures.length === 1) {
    throw first;
  }
  throw new PveUnreachableError(
    `None of the ${failures.length} endpoints answered. ${failures.map((failure) => failure.message).join(" ")}`,
    {
      code: "unreachable",
      requestLine: first.requestLine,
      cause: new AggregateError(failures),
      sent: failures.some((failure) => !(failure instanceof PveUnreachableError) || failure.sent),
    },
  );
}
