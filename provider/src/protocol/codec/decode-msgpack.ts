import { attributesProblem, describeType, tupleProblem } from "../../cty/conformance.js";
import { MAX_DEPTH } from "../../cty/depth-limit.js";
import type { PathStep } from "../../cty/path.js";
import { parseType } from "../../cty/type-json.js";
import type { CtyObjectType, CtyTupleType, CtyType } from "../../cty/type.js";
import { DynamicValue } from "../../cty/value.js";
import type { CtyValue } from "../../cty/value.js";
import { ByteCursor } from "./byte-cursor.js";
import { CodecError, errorWithin, orCodecError } from "./codec-error.js";
import { describeToken, readToken, skipValue } from "./msgpack-token.js";
import type { MsgpackToken } from "./msgpack-token.js";
import { numberFromToken } from "./number-msgpack.js";
import { unknownFromToken } from "./unknown-msgpack.js";
import { decodeUtf8 } from "./utf8.js";

/** The bytes, and how many levels of the value are open around the next one. */
interface Source {
  readonly cursor: ByteCursor;
  readonly depth: number;
}

const mismatch = (type: CtyType, token: MsgpackToken): CodecError =>
  new CodecError(`The value must be ${describeType(type)}, but is ${describeToken(token)}.`);

const readAt = (step: PathStep, source: Source, type: CtyType): CtyValue => {
  try {
    return readValue(source, type);
  } catch (error) {
    throw errorWithin(step, error);
  }
};

const readText = (source: Source): string => {
  const token = readToken(source.cursor);
  if (token.kind !== "text") throw new CodecError(`A key must be a string, but is ${describeToken(token)}.`);
  return decodeUtf8(token.bytes).normalize("NFC");
};

const readElements = (length: number, read: (index: number) => CtyValue): readonly CtyValue[] => {
  // Grown one by one: the announced length is not to be trusted with memory.
  const items: CtyValue[] = [];
  while (items.length < length) items.push(read(items.length));
  return items;
};

const readTuple = (source: Source, type: CtyTupleType, length: number): readonly CtyValue[] => {
  const problem = tupleProblem(type, length);
  if (problem !== undefined) throw new CodecError(problem);
  return type.elements.map((element, index) => readAt({ index }, source, element));
};

const readMap = (source: Source, element: CtyType, length: number): ReadonlyMap<string, CtyValue> => {
  const members = new Map<string, CtyValue>();
  for (let i = 0; i < length; i += 1) {
    const key = readText(source);
    members.set(key, readAt({ key }, source, element));
  }
  return members;
};

const readObject = (source: Source, type: CtyObjectType, length: number): ReadonlyMap<string, CtyValue> => {
  const members = new Map<string, CtyValue>();
  for (let i = 0; i < length; i += 1) {
    const attribute = readText(source);
    const of = type.attributes.get(attribute);
    if (of === undefined) skipValue(source.cursor);
    members.set(attribute, of === undefined ? null : readAt({ attribute }, source, of));
  }
  const problem = attributesProblem(type, members);
  if (problem !== undefined) throw new CodecError(problem);
  return members;
};

const readDynamic = (source: Source, length: number): CtyValue => {
  if (length !== 2) throw new CodecError("A dynamic value must be a pair of its type and the value.");
  const type = orCodecError(() => parseType(readText(source)));
  const value = readValue(source, type);
  // A wrapper around a wrapper says nothing more than the inner one.
  return type.kind === "dynamic" ? value : new DynamicValue(type, value);
};

const readArray = (source: Source, type: CtyType, length: number): CtyValue | undefined => {
  if (type.kind === "list") return readElements(length, (index) => readAt({ index }, source, type.element));
  if (type.kind === "set") return readElements(length, () => readValue(source, type.element));
  if (type.kind === "tuple") return readTuple(source, type, length);
  return type.kind === "dynamic" ? readDynamic(source, length) : undefined;
};

const readMapping = (source: Source, type: CtyType, length: number): CtyValue | undefined => {
  if (type.kind === "map") return readMap(source, type.element, length);
  return type.kind === "object" ? readObject(source, type, length) : undefined;
};

/** Reads what the token begins, or returns undefined when that is no value of the type. */
const readKnown = (source: Source, type: CtyType, token: MsgpackToken): CtyValue | undefined => {
  switch (token.kind) {
    case "nil":
      return null;
    case "extension":
      return unknownFromToken(type, token);
    case "array":
      return readArray(source, type, token.length);
    case "map":
      return readMapping(source, type, token.length);
    case "bool":
      return type.kind === "bool" ? token.value : undefined;
    case "number":
      return type.kind === "number" ? numberFromToken(token) : undefined;
    case "text":
      if (type.kind === "number") return numberFromToken(token);
      return type.kind === "string" ? decodeUtf8(token.bytes).normalize("NFC") : undefined;
  }
};

const readValue = ({ cursor, depth }: Source, type: CtyType): CtyValue => {
  if (depth > MAX_DEPTH) throw new CodecError(`The value is nested more than ${MAX_DEPTH} levels deep.`);
  const token = readToken(cursor);
  const value = readKnown({ cursor, depth: depth + 1 }, type, token);
  if (value === undefined) throw mismatch(type, token);
  return value;
};

/**
 * Reads the cty-msgpack form of a value of the type. Strings come out in NFC, numbers exact, every extension as
 * unknown; the order of sets is kept.
 * @throws CodecError when the bytes are no such value, with the path of the place.
 */
export const decodeMsgpack = (type: CtyType, bytes: Uint8Array): CtyValue => {
  const cursor = new ByteCursor(bytes);
  const value = readValue({ cursor, depth: 0 }, type);
  if (cursor.remaining > 0) throw new CodecError("The msgpack data goes on after the value.");
  return value;
};
