import { valuesEqual } from "../../cty/value-equality.js";
import type { CtyValue } from "../../cty/value.js";
import { Diagnostics } from "../diagnostics.js";
import { PrivateState } from "../private-state.js";
import type { Resource } from "../resource.js";
import { keepNumbers } from "../schema/keep-numbers.js";
import { keepSpelling } from "../schema/keep-spelling.js";
import { impliedType } from "../schema/schema.js";
import { timeLimit } from "../timeouts.js";
import { timeoutsOf } from "./apply-resource-change.js";
import { refuseUnknown } from "./refuse-unknown.js";
import { runOperation } from "./run-operation.js";
import type { ServerState } from "./server-state.js";

/** The refreshed state; null when the object is gone. */
export interface ReadOutput {
  readonly state: CtyValue;
  readonly privateBytes: Uint8Array;
  readonly diagnostics: Diagnostics;
}

/** Refreshes a state. A state that says the same in other words is answered in the old words, so that no drift shows. */
export const readResource = async (
  server: ServerState,
  resource: Resource<unknown>,
  { state: prior, privateBytes }: { readonly state: CtyValue; readonly privateBytes: Uint8Array },
  caller: AbortSignal,
): Promise<ReadOutput> => {
  const { schema, typeName, defaultTimeouts } = resource;
  const diagnostics = new Diagnostics();
  const privateState = PrivateState.decode(privateBytes);
  const limit = timeLimit("read", timeoutsOf(schema.attributes, prior), defaultTimeouts);
  const found = await runOperation(
    server,
    { name: "read", typeName, limit, caller },
    { diagnostics, fallback: () => prior },
    (context) => resource.read(prior, context, privateState),
  );
  refuseUnknown(resource, found, { operation: "read", diagnostics });
  const state = keepSpelling(schema.attributes, keepNumbers(found, prior), prior);
  const unchanged = diagnostics.hasErrors || valuesEqual(impliedType(schema.attributes), state, prior);
  return { state: unchanged ? prior : state, privateBytes: privateState.encode(), diagnostics };
};
