import { attributesProblem, conformanceProblem, describeType, tupleProblem } from "../../cty/conformance.js";
import { MAX_DEPTH } from "../../cty/depth-limit.js";
import { pathOfUnknown } from "../../cty/known.js";
import { CtyNumber } from "../../cty/number.js";
import type { PathStep } from "../../cty/path.js";
import { formatType, parseType } from "../../cty/type-json.js";
import type { CtyObjectType, CtyTupleType, CtyType } from "../../cty/type.js";
import { compareUtf8 } from "../../cty/utf8-order.js";
import { DynamicValue, isMapping, isSequence, isUnknown } from "../../cty/value.js";
import type { CtyValue } from "../../cty/value.js";
import { CodecError, errorWithin, orCodecError } from "./codec-error.js";
import { formatJson } from "./format-json.js";
import { isJsonArray, isJsonObject } from "./json-value.js";
import type { JsonValue } from "./json-value.js";
import { parseJson } from "./parse-json.js";

/** How to read JSON that an older version of a schema has written. */
export interface DecodeJsonOptions {
  /** What to do with attributes that the type does not have; by default they are refused. */
  readonly unknownAttributes?: "refuse" | "ignore";
}

type JsonObject = ReadonlyMap<string, JsonValue>;

interface Context extends DecodeJsonOptions {
  readonly depth: number;
}

const decodeAt = (step: PathStep, context: Context, type: CtyType, json: JsonValue): CtyValue => {
  try {
    return decodeAny(context, type, json);
  } catch (error) {
    throw errorWithin(step, error);
  }
};

const decodeTuple = (context: Context, type: CtyTupleType, items: readonly JsonValue[]): CtyValue => {
  const problem = tupleProblem(type, items.length);
  if (problem !== undefined) throw new CodecError(problem);
  return type.elements.map((element, index) => decodeAt({ index }, context, element, items[index] ?? null));
};

const decodeArray = (context: Context, type: CtyType, items: readonly JsonValue[]): CtyValue | undefined => {
  if (type.kind === "list") return items.map((item, index) => decodeAt({ index }, context, type.element, item));
  if (type.kind === "set") return items.map((item) => decodeAny(context, type.element, item));
  return type.kind === "tuple" ? decodeTuple(context, type, items) : undefined;
};

const decodeMap = (context: Context, element: CtyType, members: JsonObject): CtyValue =>
  new Map([...members].map(([key, member]) => [key.normalize("NFC"), decodeAt({ key }, context, element, member)]));

const normalizedKeys = (members: JsonObject): JsonObject =>
  new Map([...members].map(([name, member]) => [name.normalize("NFC"), member]));

const decodeObject = (context: Context, type: CtyObjectType, json: JsonObject): CtyValue => {
  const members = normalizedKeys(json);
  const problem = attributesProblem(type, new Map<string, unknown>([...type.attributes, ...members]));
  if (problem !== undefined && context.unknownAttributes !== "ignore") throw new CodecError(problem);
  return new Map(
    [...type.attributes].map(([attribute, of]) => [
      attribute,
      decodeAt({ attribute }, context, of, members.get(attribute) ?? null),
    ]),
  );
};

const decodeDynamic = (context: Context, json: JsonObject): CtyValue => {
  const typeJson = json.get("type");
  const valueJson = json.get("value");
  if (json.size !== 2 || typeJson === undefined || valueJson === undefined) {
    throw new CodecError('A dynamic value must be an object with exactly the members "value" and "type".');
  }
  const type = orCodecError(() => parseType(formatJson(typeJson)));
  const value = decodeAny(context, type, valueJson);
  return type.kind === "dynamic" ? value : new DynamicValue(type, value);
};

const decodeMembers = (context: Context, type: CtyType, members: JsonObject): CtyValue | undefined => {
  if (type.kind === "map") return decodeMap(context, type.element, members);
  if (type.kind === "object") return decodeObject(context, type, members);
  return type.kind === "dynamic" ? decodeDynamic(context, members) : undefined;
};

const decodePrimitive = (type: CtyType, json: boolean | string | CtyNumber): CtyValue | undefined => {
  if (typeof json === "boolean") return type.kind === "bool" ? json : undefined;
  if (type.kind === "number") return typeof json === "string" ? orCodecError(() => CtyNumber.of(json)) : json;
  return type.kind === "string" && typeof json === "string" ? json.normalize("NFC") : undefined;
};

const describeJson = (json: JsonValue): string => {
  if (isJsonArray(json)) return "an array";
  if (isJsonObject(json)) return "an object";
  if (json instanceof CtyNumber) return "a number";
  return typeof json === "string" ? "a string" : "a bool";
};

const decodeKnown = (context: Context, type: CtyType, json: JsonValue): CtyValue | undefined => {
  if (json === null) return null;
  if (isJsonArray(json)) return decodeArray(context, type, json);
  return isJsonObject(json) ? decodeMembers(context, type, json) : decodePrimitive(type, json);
};

const decodeAny = (context: Context, type: CtyType, json: JsonValue): CtyValue => {
  if (context.depth > MAX_DEPTH) throw new CodecError(`The value is nested more than ${MAX_DEPTH} levels deep.`);
  const value = decodeKnown({ ...context, depth: context.depth + 1 }, type, json);
  if (value === undefined)
    throw new CodecError(`The value must be ${describeType(type)}, but is ${describeJson(json)}.`);
  return value;
};

/**
 * Reads the JSON form of a value of the type, as it stands in state files. Attributes that an object lacks are null; a
 * number may stand as a string of digits.
 * @throws CodecError when the text is not JSON, or no such value, with the path of the place.
 */
export const decodeJson = (type: CtyType, text: string, options: DecodeJsonOptions = {}): CtyValue =>
  decodeAny({ ...options, depth: 0 }, type, parseJson(text));

const toJson = (value: CtyValue): JsonValue => {
  if (isUnknown(value)) throw new CodecError("An unknown value has no JSON form.");
  if (isSequence(value)) return value.map(toJson);
  if (value instanceof DynamicValue) {
    return new Map<string, JsonValue>([
      ["value", toJson(value.value)],
      ["type", parseJson(formatType(value.type))],
    ]);
  }
  if (!isMapping(value)) return typeof value === "string" ? value.normalize("NFC") : value;
  const members = [...value].map(([key, member]) => [key.normalize("NFC"), toJson(member)] as const);
  return new Map(members.sort(([a], [b]) => compareUtf8(a, b)));
};

/**
 * Writes the JSON form of a value, as it stands in state files: compact, names and keys in the order of their UTF-8 bytes.
 * @throws CodecError when the value does not conform to the type or has an unknown part, with the path of the place.
 */
export const encodeJson = (type: CtyType, value: CtyValue): string => {
  const problem = conformanceProblem(type, value);
  if (problem !== undefined) throw new CodecError(problem.message, problem.path);
  const unknown = pathOfUnknown(type, value);
  if (unknown !== undefined) throw new CodecError("An unknown value has no JSON form.", unknown);
  return formatJson(toJson(value));
};
