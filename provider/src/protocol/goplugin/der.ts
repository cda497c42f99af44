const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** From this year on X.509 wants GeneralizedTime, because UTCTime has two digits for the year. */
const generalizedTimeFrom = 2050;

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

/** Encodes one DER element of any tag. */
export function element(tagByte: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tagByte, ...lengthBytes(body.length)]), body]);
}

/** Encodes a SEQUENCE of finished elements. */
export const sequence = (...items: readonly Uint8Array[]): Buffer => element(tag.sequence, ...items);

/** Encodes a SET of one finished element; more would need sorting. */
export const setOf = (item: Uint8Array): Buffer => element(tag.set, item);

/** Encodes a BOOLEAN that is true; DER leaves out what is false by default. */
export const trueValue = (): Buffer => element(tag.boolean, Buffer.from([0xff]));

/** Encodes an INTEGER from its big-endian bytes, which must be minimal and start with a clear sign bit. */
export const integer = (bytes: Uint8Array): Buffer => element(tag.integer, bytes);

/** Encodes a BIT STRING whose last byte has the given number of unused bits. */
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer =>
  element(tag.bitString, Buffer.from([unusedBits]), bytes);

/** Wraps finished elements as an OCTET STRING. */
export const octetString = (content: Uint8Array): Buffer => element(tag.octetString, content);

/** Encodes text as UTF8String. */
export const utf8String = (text: string): Buffer => element(tag.utf8String, Buffer.from(text, "utf8"));

function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}

/** Encodes an OBJECT IDENTIFIER from its dotted spelling, for example "2.5.29.17". */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return element(tag.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Encodes a point in time, to the second, as X.509 spells it. */
export function time(date: Date): Buffer {
  const digits = date
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replace(/[-:T]/g, "");
  const generalized = date.getUTCFullYear() >= generalizedTimeFrom;
  return element(
    generalized ? tag.generalizedTime : tag.utcTime,
    Buffer.from(generalized ? digits : digits.slice(2), "ascii"),
  );
}
