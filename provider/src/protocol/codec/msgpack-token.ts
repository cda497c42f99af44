import type { ByteCursor } from "./byte-cursor.js";
import { CodecError } from "./codec-error.js";

/** One item of msgpack data. After an array or map its members follow as tokens of their own, a map's keys before its values. */
export type MsgpackToken =
  | { readonly kind: "nil" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number | bigint }
  /** A str or bin. */
  | { readonly kind: "text"; readonly bytes: Uint8Array }
  | { readonly kind: "array"; readonly length: number }
  | { readonly kind: "map"; readonly length: number }
  | { readonly kind: "extension"; readonly code: number; readonly body: Uint8Array };

type TokenReader = (cursor: ByteCursor) => MsgpackToken;

const NIL: MsgpackToken = { kind: "nil" };
const FALSE: MsgpackToken = { kind: "bool", value: false };
const TRUE: MsgpackToken = { kind: "bool", value: true };

const numberToken = (value: number | bigint): MsgpackToken => ({ kind: "number", value });

const textToken = (cursor: ByteCursor, length: number): MsgpackToken => ({ kind: "text", bytes: cursor.run(length) });

const containerToken = (cursor: ByteCursor, kind: "array" | "map", length: number): MsgpackToken => {
  // A member takes at least a byte, so a header that promises more than is left would only cost memory.
  if (length > cursor.remaining) throw new CodecError("The msgpack data ends in the middle of a collection.");
  return { kind, length };
};

const extensionToken = (cursor: ByteCursor, length: number): MsgpackToken => ({
  kind: "extension",
  code: cursor.signed(1),
  body: cursor.run(length),
});

const text =
  (size: 1 | 2 | 4): TokenReader =>
  (cursor) =>
    textToken(cursor, cursor.unsigned(size));
const container =
  (kind: "array" | "map", size: 2 | 4): TokenReader =>
  (cursor) =>
    containerToken(cursor, kind, cursor.unsigned(size));
const extension =
  (size: 1 | 2 | 4): TokenReader =>
  (cursor) =>
    extensionToken(cursor, cursor.unsigned(size));
const fixedExtension =
  (length: number): TokenReader =>
  (cursor) =>
    extensionToken(cursor, length);

/** The formats from 0xc0 to 0xdf, which have a code of their own; 0xc1 is not in use. */
const TOKEN_READERS: ReadonlyMap<number, TokenReader> = new Map<number, TokenReader>([
  [0xc0, () => NIL],
  [0xc2, () => FALSE],
  [0xc3, () => TRUE],
  [0xc4, text(1)],
  [0xc5, text(2)],
  [0xc6, text(4)],
  [0xc7, extension(1)],
  [0xc8, extension(2)],
  [0xc9, extension(4)],
  [0xca, (cursor) => numberToken(cursor.float(4))],
  [0xcb, (cursor) => numberToken(cursor.float(8))],
  [0xcc, (cursor) => numberToken(cursor.unsigned(1))],
  [0xcd, (cursor) => numberToken(cursor.unsigned(2))],
  [0xce, (cursor) => numberToken(cursor.unsigned(4))],
  [0xcf, (cursor) => numberToken(cursor.unsigned64())],
  [0xd0, (cursor) => numberToken(cursor.signed(1))],
  [0xd1, (cursor) => numberToken(cursor.signed(2))],
  [0xd2, (cursor) => numberToken(cursor.signed(4))],
  [0xd3, (cursor) => numberToken(cursor.signed64())],
  [0xd4, fixedExtension(1)],
  [0xd5, fixedExtension(2)],
  [0xd6, fixedExtension(4)],
  [0xd7, fixedExtension(8)],
  [0xd8, fixedExtension(16)],
  [0xd9, text(1)],
  [0xda, text(2)],
  [0xdb, text(4)],
  [0xdc, container("array", 2)],
  [0xdd, container("array", 4)],
  [0xde, container("map", 2)],
  [0xdf, container("map", 4)],
]);

/**
 * Takes the next token.
 * @throws CodecError at the end of the data and for the byte 0xc1, which stands for nothing.
 */
export const readToken = (cursor: ByteCursor): MsgpackToken => {
  const head = cursor.unsigned(1);
  if (head < 0x80) return numberToken(head);
  if (head < 0x90) return containerToken(cursor, "map", head & 0x0f);
  if (head < 0xa0) return containerToken(cursor, "array", head & 0x0f);
  if (head < 0xc0) return textToken(cursor, head & 0x1f);
  if (head >= 0xe0) return numberToken(head - 0x100);
  const read = TOKEN_READERS.get(head);
  if (read === undefined) throw new CodecError("The msgpack data has a byte that starts no value.");
  return read(cursor);
};

/** Takes the next value, members and all, and forgets it. */
export const skipValue = (cursor: ByteCursor): void => {
  // Counted instead of recursive, so that nesting costs no stack.
  for (let pending = 1; pending > 0; pending -= 1) {
    const token = readToken(cursor);
    if (token.kind === "array") pending += token.length;
    if (token.kind === "map") pending += 2 * token.length;
  }
};

const DESCRIPTIONS: Readonly<Record<MsgpackToken["kind"], string>> = {
  nil: "null",
  bool: "a bool",
  number: "a number",
  text: "a string",
  array: "a sequence",
  map: "a mapping",
  extension: "an unknown value",
};

/** Names what a token is, for error messages. */
export const describeToken = (token: MsgpackToken): string => DESCRIPTIONS[token.kind];
