import type { Diagnostics } from "./diagnostics.js";
import type { Logger } from "./logger.js";

/** What a check of a configuration may use: it has no connection, as it also runs before the provider is configured. */
export interface ValidateContext {
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
}

/** What a check at plan may use. `S` is what the provider's configuration was turned into. */
export interface PlanContext<S> extends ValidateContext {
  readonly services: S;
}

/** What an operation may use. `S` is what the provider's configuration was turned into. */
export interface OperationContext<S> extends PlanContext<S> {
  /** Aborted when the user stops the run or the operation's time is up; every wait must end then. */
  readonly signal: AbortSignal;
}
