import type { MessageInitShape } from "@bufbuild/protobuf";
import type { ProviderFunction } from "../../../framework/function.js";
import { FunctionArgumentError } from "../../../framework/function.js";
import type { Logger } from "../../../framework/logger.js";
import type { ProviderServer } from "../../../framework/server/provider-server.js";
import { bugText } from "../../../framework/server/report-failure.js";
import { decodeDynamicValue, encodeDynamicValue } from "../../codec/dynamic-value.js";
import type { CallFunction_Request, CallFunction_ResponseSchema } from "../gen/tfplugin6_pb.js";

type Response = MessageInitShape<typeof CallFunction_ResponseSchema>;

const call = (fn: ProviderFunction, request: CallFunction_Request): Response => {
  const args = request.arguments.map((argument, index) => {
    const parameter = fn.parameters[index] ?? fn.variadic;
    if (parameter === undefined) throw new FunctionArgumentError(`${fn.name} takes fewer arguments.`, index);
    return decodeDynamicValue(parameter.shape.type, argument);
  });
  return { result: encodeDynamicValue(fn.returns, fn.call(args)) };
};

/** The CLI ends the sentence itself. */
const withoutFullStop = (text: string): string => text.replace(/\.$/, "");

const functionError = (error: unknown, name: string): Response => {
  if (!(error instanceof FunctionArgumentError))
    return { error: { text: withoutFullStop(bugText(error, `The function ${name}`).detail) } };
  const { message, argument } = error;
  return {
    error: { text: withoutFullStop(message), ...(argument !== undefined && { functionArgument: BigInt(argument) }) },
  };
};

/** Calls a function. This answer has no diagnostics: an error carries its text and the argument at fault. */
export const callFunction = (server: ProviderServer, request: CallFunction_Request, log: Logger): Response => {
  const fn = server.function(request.name);
  if (fn === undefined) return { error: { text: `This release of the provider has no function "${request.name}".` } };
  try {
    return call(fn, request);
  } catch (error) {
    log.debug("The function failed", { function: request.name, error: String(error) });
    return functionError(error, request.name);
  }
};
