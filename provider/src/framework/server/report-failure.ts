import type { Diagnostics, DiagnosticText } from "../diagnostics.js";
import type { Logger } from "../logger.js";
import { OperationTimeoutError } from "../timeouts.js";
import type { Operation } from "./operation.js";

/** A failure and what is known of its circumstances. */
export interface Failure {
  readonly error: unknown;
  readonly operation: Operation;
  readonly signal: AbortSignal;
  readonly describe: (error: unknown) => DiagnosticText | undefined;
  readonly log: Logger;
  readonly diagnostics: Diagnostics;
}

/** Words an unexpected throw: the provider is at fault, not the user. */
export const bugText = (error: unknown, where: string): DiagnosticText => ({
  summary: "Provider Bug",
  detail:
    `${where} failed in a way that was not foreseen: ${error instanceof Error ? error.message : String(error)} ` +
    "This is a bug in the provider; please report it together with the log of TF_LOG=TRACE.",
});

const stopText = ({ operation }: Failure): DiagnosticText => ({
  summary: "Operation Cancelled",
  detail: `The ${operation.name} of ${operation.typeName} was cancelled before it finished. Run the command again to continue.`,
});

const textOf = (failure: Failure): DiagnosticText => {
  const { error, operation, signal } = failure;
  if (signal.aborted) {
    const reason: unknown = signal.reason;
    return reason instanceof OperationTimeoutError
      ? { summary: "Operation Timed Out", detail: reason.message }
      : stopText(failure);
  }
  return failure.describe(error) ?? bugText(error, `The ${operation.name} of ${operation.typeName}`);
};

/** Adds the diagnostic that fits a failure and logs where it came from. */
export const reportFailure = (failure: Failure): void => {
  const { summary, detail } = textOf(failure);
  failure.log.error(summary, { detail, stack: failure.error instanceof Error ? failure.error.stack : undefined });
  failure.diagnostics.error(summary, detail);
};
