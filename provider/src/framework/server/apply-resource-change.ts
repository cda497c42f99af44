import type { CtyValue } from "../../cty/value.js";
import type { OperationContext } from "../context.js";
import { PrivateState } from "../private-state.js";
import type { ErasedApplyRequest, Resource } from "../resource.js";
import { keepNumbers } from "../schema/keep-numbers.js";
import { keepSpelling } from "../schema/keep-spelling.js";
import { decodeDraft } from "../schema/model.js";
import { isUnknown } from "../../cty/value.js";
import type { Attributes } from "../schema/attribute.js";
import type { TimedOperation, Timeouts } from "../timeouts.js";
import { timeLimit } from "../timeouts.js";
import { Diagnostics } from "../diagnostics.js";
import { refuseUnknown } from "./refuse-unknown.js";
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
  request: ErasedApplyRequest,
  context: OperationContext<unknown>,
): Promise<CtyValue> => {
  const { prior, planned } = request;
  if (planned !== null) return prior === null ? resource.create(request, context) : resource.update(request, context);
  await resource.delete(prior, context);
  return context.diagnostics.hasErrors ? prior : null;
};

/** Applies a planned change. After a failure the state stands that was reported last, or else the prior one: nothing is lost. */
export const applyResourceChange = async (
  server: ServerState,
  resource: Resource<unknown>,
  input: ApplyInput,
  caller: AbortSignal,
): Promise<ApplyOutput> => {
  const { schema, typeName, defaultTimeouts } = resource;
  const diagnostics = new Diagnostics();
  const privateState = PrivateState.decode(input.plannedPrivate);
  const name = operationOf(input);
  const configured = timeoutsOf(schema.attributes, input.planned ?? input.prior);
  let reached = input.prior;
  const progress = (value: CtyValue): void => {
    reached = value;
  };
  const result = await runOperation(
    server,
    { name, typeName, limit: timeLimit(name, configured, defaultTimeouts), caller },
    { diagnostics, fallback: () => reached },
    (context) => change(resource, { ...input, privateState, progress }, context),
  );
  const exact = keepNumbers(keepNumbers(result, input.planned), input.prior);
  const state = keepSpelling(schema.attributes, exact, input.planned);
  refuseUnknown(resource, state, { operation: name, diagnostics });
  return { state, privateBytes: state === null ? new Uint8Array() : privateState.encode(), diagnostics };
};
