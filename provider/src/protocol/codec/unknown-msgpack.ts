import { applicableRefinements } from "../../cty/refinements.js";
import type { CtyNumber } from "../../cty/number.js";
import type { CtyType } from "../../cty/type.js";
import { UNKNOWN, Unknown } from "../../cty/value.js";
import type { Refinements } from "../../cty/value.js";
import { ByteCursor } from "./byte-cursor.js";
import { CodecError } from "./codec-error.js";
import { readToken, skipValue } from "./msgpack-token.js";
import type { MsgpackToken } from "./msgpack-token.js";
import { MsgpackWriter } from "./msgpack-writer.js";
import { numberFromToken, writeNumber } from "./number-msgpack.js";
import { decodeUtf8 } from "./utf8.js";

const PLAIN_CODE = 0;
const PLAIN_BODY = Uint8Array.of(0);
const REFINED_CODE = 12;

/** Terraform refuses larger bodies. */
const MAX_BODY_BYTES = 1024;

const KEY_NULLNESS = 1;
const KEY_PREFIX = 2;
const KEY_MIN = 3;
const KEY_MAX = 4;
const KEY_LENGTH_MIN = 5;
const KEY_LENGTH_MAX = 6;

type ExtensionToken = Extract<MsgpackToken, { kind: "extension" }>;
type Bound = readonly [CtyNumber, boolean];

const malformed = (): CodecError => new CodecError("What is known of the unknown value cannot be read.");

const readBool = (cursor: ByteCursor): boolean => {
  const token = readToken(cursor);
  if (token.kind !== "bool") throw malformed();
  return token.value;
};

const readPrefix = (cursor: ByteCursor): string => {
  const token = readToken(cursor);
  if (token.kind !== "text") throw malformed();
  return decodeUtf8(token.bytes).normalize("NFC");
};

const readBound = (cursor: ByteCursor): Bound => {
  const token = readToken(cursor);
  if (token.kind !== "array" || token.length !== 2) throw malformed();
  return [numberFromToken(readToken(cursor)), readBool(cursor)];
};

/** Returns a length, or undefined for one that JavaScript cannot count to: such a bound says nothing. */
const readLength = (cursor: ByteCursor): number | undefined => {
  const length = numberFromToken(readToken(cursor)).toNumber();
  return Number.isSafeInteger(length) && length >= 0 ? length : undefined;
};

const readRefinement = (key: number | bigint, cursor: ByteCursor): Refinements => {
  switch (key) {
    case KEY_NULLNESS:
      return readBool(cursor) ? {} : { notNull: true };
    case KEY_PREFIX:
      return { prefix: readPrefix(cursor) };
    case KEY_MIN:
      return { min: readBound(cursor) };
    case KEY_MAX:
      return { max: readBound(cursor) };
    case KEY_LENGTH_MIN:
    case KEY_LENGTH_MAX: {
      const length = readLength(cursor);
      if (length === undefined) return {};
      return key === KEY_LENGTH_MIN ? { lengthMin: length } : { lengthMax: length };
    }
    default:
      // A newer CLI may know more of its values than we ask for.
      skipValue(cursor);
      return {};
  }
};

const readRefinements = (body: Uint8Array): Refinements => {
  const cursor = new ByteCursor(body);
  const header = readToken(cursor);
  if (header.kind !== "map") throw malformed();
  let refinements: Refinements = {};
  for (let left = header.length; left > 0; left -= 1) {
    const key = readToken(cursor);
    if (key.kind !== "number") throw malformed();
    refinements = { ...refinements, ...readRefinement(key.value, cursor) };
  }
  return refinements;
};

/**
 * Returns the unknown value that an extension stands for. Every code means unknown; only code 12 says more.
 * @throws CodecError when that more cannot be read.
 */
export const unknownFromToken = (type: CtyType, { code, body }: ExtensionToken): Unknown => {
  if (code !== REFINED_CODE || body.length === 0) return UNKNOWN;
  const refinements = applicableRefinements(type, readRefinements(body));
  return refinements === undefined ? UNKNOWN : new Unknown(refinements);
};

const writeBound = (writer: MsgpackWriter, [number, inclusive]: Bound): void => {
  writer.writeArrayHeader(2);
  writeNumber(writer, number);
  writer.writeBool(inclusive);
};

const writeLength = (writer: MsgpackWriter, key: number, length: number | undefined): void => {
  if (length === undefined) return;
  writer.writeInteger(key);
  writer.writeInteger(length);
};

const writeKeyedBound = (writer: MsgpackWriter, key: number, bound: Bound | undefined): void => {
  if (bound === undefined) return;
  writer.writeInteger(key);
  writeBound(writer, bound);
};

const refinementBody = (refinements: Refinements): Uint8Array => {
  const { notNull, prefix, min, max, lengthMin, lengthMax } = refinements;
  const body = new MsgpackWriter();
  body.writeMapHeader(Object.keys(refinements).length);
  if (notNull === true) {
    body.writeInteger(KEY_NULLNESS);
    body.writeBool(false);
  }
  if (prefix !== undefined) {
    body.writeInteger(KEY_PREFIX);
    body.writeText(prefix.normalize("NFC"));
  }
  writeKeyedBound(body, KEY_MIN, min);
  writeKeyedBound(body, KEY_MAX, max);
  writeLength(body, KEY_LENGTH_MIN, lengthMin);
  writeLength(body, KEY_LENGTH_MAX, lengthMax);
  return body.finish();
};

/** Writes an unknown value with what is known of it, leaving out what does not fit the type or would be too long. */
export const writeUnknown = (writer: MsgpackWriter, type: CtyType, unknown: Unknown): void => {
  const refinements = applicableRefinements(type, unknown.refinements);
  const body = refinements === undefined ? undefined : refinementBody(refinements);
  if (body === undefined || body.length > MAX_BODY_BYTES) writer.writeExtension(PLAIN_CODE, PLAIN_BODY);
  else writer.writeExtension(REFINED_CODE, body);
};
