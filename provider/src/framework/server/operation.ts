import type { TimeLimit } from "../timeouts.js";

/** Which operation runs on which type, for messages; and how long it may take. */
export interface Operation {
  /** Such as `create` or `read`. */
  readonly name: string;
  readonly typeName: string;
  readonly limit?: TimeLimit | undefined;
}
