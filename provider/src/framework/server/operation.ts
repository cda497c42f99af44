import type { TimeLimit } from "../timeouts.js";

/** Which operation runs on which type, for messages; how long it may take, and for whom it runs. */
export interface Operation {
  /** Such as `create` or `read`. */
  readonly name: string;
  readonly typeName: string;
  readonly limit?: TimeLimit | undefined;
  /** Aborted when whoever asked for the operation is gone. */
  readonly caller: AbortSignal;
}
