import type { ValidateContext } from "../context.js";
import { Diagnostics } from "../diagnostics.js";
import type { Logger } from "../logger.js";
import type { Provider } from "../provider-definition.js";

/** What the operations of one provider process share. */
export interface ServerState {
  readonly definition: Provider;
  readonly log: Logger;
  /** Aborted by StopProvider; a new one for each configuration, as a stopped process may be asked again. */
  stop: AbortController;
  /** Undefined until the provider is configured. */
  services: unknown;
}

/** Returns a context for checks that need no connection. */
export const validateContext = (log: Logger): ValidateContext => ({ diagnostics: new Diagnostics(), log });
