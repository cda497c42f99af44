import type { CtyType } from "../cty/type.js";
import type { CtyValue } from "../cty/value.js";
import { decodeValue, encodeValue } from "./schema/model.js";
import type { ModelOf, Shape } from "./schema/attribute.js";

/** A parameter of a provider function. */
export interface FunctionParameter<T = unknown> {
  readonly name: string;
  readonly description: string;
  readonly shape: Shape<T>;
  /** Null arguments are refused by the CLI unless this is true. */
  readonly allowNull?: boolean;
}

/** Raised by a function whose arguments are at fault. The text is a full sentence for the user. */
export class FunctionArgumentError extends Error {
  override readonly name = "FunctionArgumentError";
  /** Position of the argument at fault, counted from 0, or undefined. */
  readonly argument: number | undefined;

  constructor(message: string, argument?: number) {
    super(message);
    this.argument = argument;
  }
}

type Argument<P extends FunctionParameter> =
  ModelOf<P["shape"]> | (P extends { readonly allowNull: true } ? null : never);

type Arguments<P extends readonly FunctionParameter[]> = { readonly [K in keyof P]: Argument<P[K]> };

/** What the author of a function writes. Functions are pure: no connection, no clock. */
export interface FunctionDefinition<P extends readonly FunctionParameter[], R> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: P;
  readonly variadic?: FunctionParameter;
  readonly returns: Shape<R>;
  call(args: Arguments<P>, rest: readonly unknown[]): R;
}

/** A function with its parameter types forgotten, so that the server can hold any of them. */
export interface ProviderFunction {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  readonly variadic: FunctionParameter | undefined;
  readonly returns: CtyType;
  /** @throws FunctionArgumentError when an argument is at fault. */
  call(args: readonly CtyValue[]): CtyValue;
}

/** Turns a definition into a function that the server can serve. */
export const defineFunction = <const P extends readonly FunctionParameter[], R>(
  definition: FunctionDefinition<P, R>,
): ProviderFunction => ({
  name: definition.name,
  summary: definition.summary,
  description: definition.description,
  parameters: definition.parameters,
  variadic: definition.variadic,
  returns: definition.returns.type,
  call: (args) => {
    const fixed = definition.parameters.map(({ shape }, index) => decodeValue(shape, args[index] ?? null));
    const { variadic } = definition;
    const rest = variadic === undefined ? [] : args.slice(fixed.length).map((arg) => decodeValue(variadic.shape, arg));
    return encodeValue(definition.returns, definition.call(fixed as Arguments<P>, rest));
  },
});
