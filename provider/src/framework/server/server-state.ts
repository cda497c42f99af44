import type { ValidateContext } from "../context.js";
import { Diagnostics } from "../diagnostics.js";
import type { Logger } from "../logger.js";
import type { ProviderDefinition } from "../provider-definition.js";
import type { Attributes } from "../schema/attribute.js";

/** What the operations of one provider process share. */
export interface ServerState<A extends Attributes, S> {
  readonly definition: ProviderDefinition<A, S>;
  readonly log: Logger;
  /** Aborted by StopProvider; a new one for each configuration, as a stopped process may be asked again. */
  stop: AbortController;
  /** Undefined until the provider is configured. */
  services: S | undefined;
}

/** Returns a context for checks that need no connection. */
export const validateContext = (log: Logger): ValidateContext => ({ diagnostics: new Diagnostics(), log });
