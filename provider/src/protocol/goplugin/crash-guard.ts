import type { CallTracker } from "../grpc/call-tracker.js";
import type { ProcessLog } from "./process-log.js";

/**
 * Keeps the process alive when an exception or rejection reaches nobody: it is logged, and the call that it belongs to
 * is answered as failed. A provider that died would take the state of every other call with it.
 */
export function guardAgainstCrashes(calls: CallTracker, log: ProcessLog): void {
  const survive = (error: unknown): void => {
    const failedCalls = calls.crash(error);
    log.error("An error was not handled where it arose.", { error, failed_calls: failedCalls });
  };
  process.on("uncaughtException", survive);
  process.on("unhandledRejection", survive);
}
