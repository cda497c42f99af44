import { PveApiError, PveError, PveTimeoutError, PveUnreachableError, isGone, isLocked } from "../pve/errors.js";
import type { RunContext } from "./run-context.js";

/** How long reads are repeated before something is started: somebody is waiting for the first sign of life. */
export const SHORT_OUTAGE_MS = 10_000;

/** How long reads are repeated while something runs: a node that restarts is back within two minutes, or not soon. */
export const LONG_OUTAGE_MS = 120_000;

const RETRY_PAUSE_MS = 2_000;

/** Which failures are waited out, and for how long. */
export interface Patience {
  readonly limitMs: number;
  readonly waitsOut?: (failure: unknown) => boolean;
}

/**
 * Does something that may be repeated until it succeeds, fails for good, or has failed for as long as the limit says.
 *
 * @throws the last failure, or the signal's reason.
 */
export async function patiently<T>(
  { clock, log }: Pick<RunContext, "clock" | "log">,
  { limitMs, waitsOut = isPassing }: Patience,
  act: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const sinceMs = clock.now();
  for (;;) {
    try {
      return await act();
    } catch (failure) {
      signal.throwIfAborted();
      if (!waitsOut(failure) || clock.now() - sinceMs >= limitMs) throw failure;
      log.debug("Asking Proxmox VE again", { cause: messageOf(failure) });
    }
    await clock.sleep(RETRY_PAUSE_MS, signal);
  }
}

/** Says whether a read that failed like this may succeed a little later: nodes restart, proxies are busy, answers break off. */
export function isPassing(failure: unknown): boolean {
  if (failure instanceof PveUnreachableError) return failure.code !== "client_closed";
  if (failure instanceof PveTimeoutError) return true;
  if (!(failure instanceof PveApiError) || failure.code === "not_implemented") return false;
  const final = isGone(failure) || isLocked(failure) || failure.serverText.includes("no quorum");
  return !final && (failure.status >= 500 || failure.code === "unexpected_answer");
}

/** Says whether it is certain that a request was never sent. */
export function isUnsent(failure: unknown): boolean {
  return failure instanceof PveUnreachableError && !failure.sent && failure.code !== "client_closed";
}

/** Answers of a proxy, or of the entry node, that leave open whether the node itself acted. */
const OPEN_STATUSES: ReadonlySet<number> = new Set([502, 503, 504, 596, 597, 598, 599]);

/** Says whether a write that failed like this may have taken effect all the same. */
export function mayHaveTakenEffect(failure: unknown): boolean {
  if (failure instanceof PveUnreachableError) return failure.sent;
  if (failure instanceof PveApiError) {
    const unreadable = failure.code === "unexpected_answer" || failure.code === "answer_too_large";
    return OPEN_STATUSES.has(failure.status) || (unreadable && failure.status < 300);
  }
  return failure instanceof PveTimeoutError || !(failure instanceof PveError);
}

/** Returns the message of anything thrown. */
export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
