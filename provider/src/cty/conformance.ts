import { childrenOf } from "./children.js";
import { CtyNumber } from "./number.js";
import type { Path } from "./path.js";
import type { CtyObjectType, CtyTupleType, CtyType } from "./type.js";
import { DynamicValue, isMapping, isSequence, isUnknown } from "./value.js";
import type { CtyValue } from "./value.js";

/** Where a value does not fit its type, and why. */
export interface ConformanceProblem {
  readonly path: Path;
  /** A full sentence that quotes attribute names but never a value. */
  readonly message: string;
}

const WANTED: Readonly<Record<CtyType["kind"], string>> = {
  string: "a string",
  number: "a number",
  bool: "a bool",
  dynamic: "a value together with its type",
  list: "a list",
  set: "a set",
  map: "a map",
  tuple: "a tuple",
  object: "an object",
};

/** Names what the type asks for, as in "a string". */
export const describeType = (type: CtyType): string => WANTED[type.kind];

const describeValue = (value: CtyValue): string => {
  if (value instanceof CtyNumber) return "a number";
  if (value instanceof DynamicValue) return "a value wrapped with its type";
  if (isSequence(value)) return "a sequence";
  if (isMapping(value)) return "a mapping";
  return typeof value === "string" ? "a string" : "a bool";
};

const hasShape = (type: CtyType, value: CtyValue): boolean => {
  switch (type.kind) {
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "number":
      return value instanceof CtyNumber;
    case "dynamic":
      return value instanceof DynamicValue && value.type.kind !== "dynamic";
    case "list":
    case "set":
    case "tuple":
      return isSequence(value);
    case "map":
    case "object":
      return isMapping(value);
  }
};

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

/** Says which attributes an object lacks, or has although its type does not; undefined when it has exactly its type's. */
export const attributesProblem = (type: CtyObjectType, present: ReadonlyMap<string, unknown>): string | undefined => {
  const missing = [...type.attributes.keys()].filter((name) => !present.has(name));
  if (missing.length > 0) return `The object lacks these attributes: ${quoted(missing)}.`;
  const surplus = [...present.keys()].filter((name) => !type.attributes.has(name));
  return surplus.length > 0 ? `The object has attributes that its type does not: ${quoted(surplus)}.` : undefined;
};

/** Says that a tuple's length is not that of its type; undefined when it is. */
export const tupleProblem = (type: CtyTupleType, length: number): string | undefined =>
  length === type.elements.length
    ? undefined
    : `The tuple has the length ${length}, but its type the length ${type.elements.length}.`;

/** Says why the value itself, its parts left aside, is no value of the type; undefined when it is one. */
export const shapeProblem = (type: CtyType, value: CtyValue): string | undefined => {
  if (value === null || isUnknown(value)) return undefined;
  if (!hasShape(type, value)) return `The value must be ${describeType(type)}, but is ${describeValue(value)}.`;
  if (type.kind === "object" && isMapping(value)) return attributesProblem(type, value);
  return type.kind === "tuple" && isSequence(value) ? tupleProblem(type, value.length) : undefined;
};

/**
 * Returns the first place where the value is no value of the type, or undefined when all of it is: each part has the
 * right shape, an object has exactly its attributes, a dynamic value carries a concrete type. Null and unknown fit any type.
 */
export const conformanceProblem = (type: CtyType, value: CtyValue): ConformanceProblem | undefined => {
  const message = shapeProblem(type, value);
  if (message !== undefined) return { path: [], message };
  for (const child of childrenOf(type, value)) {
    const problem = conformanceProblem(child.type, child.value);
    if (problem !== undefined)
      return child.step === undefined ? problem : { ...problem, path: [child.step, ...problem.path] };
  }
  return undefined;
};
