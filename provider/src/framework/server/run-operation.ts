import type { OperationContext } from "../context.js";
import type { Diagnostics } from "../diagnostics.js";
import { OperationTimeoutError } from "../timeouts.js";
import type { Operation } from "./operation.js";
import { reportFailure } from "./report-failure.js";
import type { ServerState } from "./server-state.js";

interface LimitedSignal {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** The longest time that a timer can be set to; longer limits, of more than 24 days, never run out. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const limitedSignal = (stop: AbortSignal, { name, typeName, limit, caller }: Operation): LimitedSignal => {
  if (limit === undefined || limit.milliseconds > LONGEST_TIMER_MS)
    return { signal: AbortSignal.any([stop, caller]), release: () => undefined };
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new OperationTimeoutError(
        `The ${name} of ${typeName} did not finish within ${limit.text}. Raise \`timeouts.${name}\` if it needs longer.`,
      ),
    );
  }, limit.milliseconds);
  return {
    signal: AbortSignal.any([stop, caller, controller.signal]),
    release: () => {
      clearTimeout(timer);
    },
  };
};

/**
 * Runs an operation with its context. Whatever it throws becomes a diagnostic, and the answer is that of `fallback`: the
 * state that is true by then, as far as it is known.
 */
export const runOperation = async <R>(
  state: ServerState,
  operation: Operation,
  { diagnostics, fallback }: { readonly diagnostics: Diagnostics; readonly fallback: () => R },
  run: (context: OperationContext<unknown>) => Promise<R>,
): Promise<R> => {
  const { services } = state;
  if (services === undefined) {
    diagnostics.error(
      "Provider Not Configured",
      `${operation.typeName} needs a connection, but the provider was not configured. Check the errors of the provider block.`,
    );
    return fallback();
  }
  const { signal, release } = limitedSignal(state.stop.signal, operation);
  const log = state.log.child(operation.typeName);
  try {
    return await run({ diagnostics, signal, log, services });
  } catch (error) {
    reportFailure({ error, operation, signal, describe: state.definition.describeError, log, diagnostics });
    return fallback();
  } finally {
    release();
  }
};
