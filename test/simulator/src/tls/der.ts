/** Writes one DER element: tag, length, content. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthBytes(content.length), content]);
}

/** Writes a SEQUENCE. */
export function sequence(...contents: readonly Buffer[]): Buffer {
  return der(0x30, ...contents);
}

/** Writes a SET. */
export function set(...contents: readonly Buffer[]): Buffer {
  return der(0x31, ...contents);
}

/** Writes an INTEGER from big-endian bytes of a number that is not negative. */
export function unsignedInteger(bytes: Buffer): Buffer {
  const first = bytes[0] ?? 0;
  return der(0x02, first >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** Writes an OBJECT IDENTIFIER given in dotted form. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** Writes a BOOLEAN that is true. */
export function yes(): Buffer {
  return der(0x01, Buffer.from([0xff]));
}

/** Writes an OCTET STRING. */
export function octetString(content: Buffer): Buffer {
  return der(0x04, content);
}

/** Writes a BIT STRING; `unusedBits` of the last byte do not count. */
export function bitString(content: Buffer, unusedBits = 0): Buffer {
  return der(0x03, Buffer.from([unusedBits]), content);
}

/** Writes a UTF8String. */
export function utf8String(text: string): Buffer {
  return der(0x0c, Buffer.from(text, "utf8"));
}

/** Writes a UTCTime from text of the form `YYMMDDhhmmssZ`. */
export function utcTime(text: string): Buffer {
  return der(0x17, Buffer.from(text, "ascii"));
}

/** Writes a context-specific element, constructed (an explicit tag) or primitive (an implicit one). */
export function contextTag(number: number, content: Buffer, constructed: boolean): Buffer {
  return der((constructed ? 0xa0 : 0x80) | number, content);
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 0x7f) | 0x80);
  return groups;
}
