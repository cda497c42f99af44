import type { MessageInitShape } from "@bufbuild/protobuf";
import type { FunctionParameter, ProviderFunction } from "../../framework/function.js";
import type { Function_ParameterSchema, FunctionSchema } from "./gen/tfplugin6_pb.js";
import { StringKind } from "./gen/tfplugin6_pb.js";
import { typeBytes } from "./schema-to-proto.js";

const parameterToProto = (parameter: FunctionParameter): MessageInitShape<typeof Function_ParameterSchema> => ({
  name: parameter.name,
  type: typeBytes(parameter.shape.type),
  allowNullValue: parameter.allowNull ?? false,
  description: parameter.description,
  descriptionKind: StringKind.MARKDOWN,
});

/** Translates the signature of a function for the CLI. */
export const functionToProto = (fn: ProviderFunction): MessageInitShape<typeof FunctionSchema> => ({
  parameters: fn.parameters.map(parameterToProto),
  ...(fn.variadic !== undefined && { variadicParameter: parameterToProto(fn.variadic) }),
  return: { type: typeBytes(fn.returns) },
  summary: fn.summary,
  description: fn.description,
  descriptionKind: StringKind.MARKDOWN,
});

/** Translates all functions, by name. */
export const functionsToProto = (functions: readonly ProviderFunction[]) =>
  Object.fromEntries(functions.map((fn) => [fn.name, functionToProto(fn)]));
