import { pathOfUnknown } from "../../cty/known.js";
import { formatPath } from "../../cty/path.js";
import type { CtyValue } from "../../cty/value.js";
import type { OperationContext } from "../context.js";
import { PrivateState } from "../private-state.js";
import type { Resource } from "../resource.js";
import { decodeDraft } from "../schema/model.js";
import { isUnknown } from "../../cty/value.js";
import type { Attributes } from "../schema/attribute.js";
import { impliedType } from "../schema/schema.js";
import type { TimedOperation, Timeouts } from "../timeouts.js";
import { timeLimit } from "../timeouts.js";
import { Diagnostics } from "../diagnostics.js";
import { runOperation } from "./run-operation.js";
import type { ServerState } from "./server-state.js";

/** A request to apply a planned change, in values of the resource's type. */
export interface ApplyInput {
  readonly prior: CtyValue;
  /** Null on destroy. */
  readonly planned: CtyValue;
  readonly config: CtyValue;
  readonly plannedPrivate: Uint8Array;
}

/** The state that is true after the change, also when diagnostics report an error. */
export interface ApplyOutput {
  readonly state: CtyValue;
  readonly privateBytes: Uint8Array;
  readonly diagnostics: Diagnostics;
}

/** Reads the `timeouts` attribute of a value, if the type has one and it is known. */
export const timeoutsOf = (attributes: Attributes, value: CtyValue): Timeouts | undefined => {
  if (value === null || attributes["timeouts"] === undefined) return undefined;
  const timeouts = decodeDraft(attributes, value)["timeouts"];
  return isUnknown(timeouts) || timeouts === null ? undefined : timeouts;
};

const operationOf = ({ prior, planned }: ApplyInput): TimedOperation => {
  if (planned === null) return "delete";
  return prior === null ? "create" : "update";
};

const change = async (
  resource: Resource<unknown>,
  input: ApplyInput,
  privateState: PrivateState,
  context: OperationContext<unknown>,
): Promise<CtyValue> => {
  const request = { prior: input.prior, planned: input.planned, config: input.config, privateState };
  if (input.planned !== null)
    return input.prior === null ? resource.create(request, context) : resource.update(request, context);
  await resource.delete(input.prior, context);
  return context.diagnostics.hasErrors ? input.prior : null;
};

const refuseUnknown = ({ typeName, schema }: Resource<never>, state: CtyValue, diagnostics: Diagnostics): void => {
  const path = pathOfUnknown(impliedType(schema.attributes), state);
  if (path === undefined || diagnostics.hasErrors) return;
  diagnostics.error(
    "Provider Bug",
    `${typeName} left "${formatPath(path)}" unknown after apply. This is a bug in the provider; please report it.`,
    path,
  );
};

/** Applies a planned change. After an unforeseen failure the prior state stands: nothing is lost. */
export const applyResourceChange = async (
  server: ServerState,
  resource: Resource<unknown>,
  input: ApplyInput,
): Promise<ApplyOutput> => {
  const { schema, typeName, defaultTimeouts } = resource;
  const diagnostics = new Diagnostics();
  const privateState = PrivateState.decode(input.plannedPrivate);
  const name = operationOf(input);
  const configured = timeoutsOf(schema.attributes, input.planned ?? input.prior);
  const state = await runOperation(
    server,
    { name, typeName, limit: timeLimit(name, configured, defaultTimeouts) },
    { diagnostics, fallback: input.prior },
    (context) => change(resource, input, privateState, context),
  );
  refuseUnknown(resource, state, diagnostics);
  return { state, privateBytes: state === null ? new Uint8Array() : privateState.encode(), diagnostics };
};
