import { CtyNumber } from "../../cty/number.js";
import { CodecError, orCodecError } from "./codec-error.js";
import { describeToken } from "./msgpack-token.js";
import type { MsgpackToken } from "./msgpack-token.js";
import type { MsgpackWriter } from "./msgpack-writer.js";
import { decodeUtf8 } from "./utf8.js";

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** Integers of this magnitude and more are not all doubles. */
const DOUBLE_INTEGER_LIMIT = 2n ** 53n;

/**
 * Tells whether a double holds a number that is no integer exactly. Such a number is n / 10^s, and as a binary fraction
 * it is m / 2^s with odd m, so 5^s must divide n and m must fit into a double's 53 bits.
 */
const isExactDouble = (text: string): boolean => {
  const scale = BigInt(text.length - text.indexOf(".") - 1);
  const numerator = BigInt(text.replace(".", "").replace("-", ""));
  const fives = 5n ** scale;
  return numerator % fives === 0n && numerator / fives < DOUBLE_INTEGER_LIMIT;
};

/**
 * Tells whether a fraction survives as a double: held exactly, and with no more digits than readers of a double give it.
 * (2^-30 is a double, but is read back as 0.0000000009313225746154785.) The last digit tells most others apart cheaply.
 */
const travelsAsDouble = (text: string): boolean =>
  text.endsWith("5") && CtyNumber.of(Number(text)).text === text && isExactDouble(text);

const writeWhole = (writer: MsgpackWriter, text: string): void => {
  const small = Number(text);
  if (Number.isSafeInteger(small)) {
    writer.writeInteger(small);
    return;
  }
  const large = BigInt(text);
  if (large >= INT64_MIN && large <= INT64_MAX) writer.writeInteger64(large);
  // Digits, not a double or uint64: older CLIs refuse their own doubles for such integers.
  else writer.writeText(text);
};

/** Writes a number as Terraform does: int64 as an integer, a fraction that a double keeps as a double, all else as digits. */
export const writeNumber = (writer: MsgpackWriter, { text, isInteger }: CtyNumber): void => {
  if (isInteger) writeWhole(writer, text);
  else if (travelsAsDouble(text)) writer.writeFloat64(Number(text));
  else writer.writeText(text);
};

/**
 * Returns the number that a token holds: an integer or double of any size, or decimal text.
 * @throws CodecError when the token holds none.
 */
export const numberFromToken = (token: MsgpackToken): CtyNumber => {
  if (token.kind === "number") return orCodecError(() => CtyNumber.of(token.value));
  if (token.kind === "text") return orCodecError(() => CtyNumber.of(decodeUtf8(token.bytes)));
  throw new CodecError(`The value must be a number, but is ${describeToken(token)}.`);
};
