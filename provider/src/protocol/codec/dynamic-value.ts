import type { CtyType } from "../../cty/type.js";
import type { CtyValue } from "../../cty/value.js";
import { decodeJson } from "./cty-json.js";
import { decodeMsgpack } from "./decode-msgpack.js";
import { encodeMsgpack } from "./encode-msgpack.js";
import { decodeUtf8 } from "./utf8.js";

/** A value as the plugin protocol carries it: in one of two encodings, the other left empty. */
export interface EncodedValue {
  readonly msgpack: Uint8Array;
  readonly json: Uint8Array;
}

/** An `EncodedValue` that somebody else has made: fields may be missing and buffers shared. */
export interface ReceivedValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

const EMPTY = new Uint8Array();

const holds = (bytes: Uint8Array | undefined): bytes is Uint8Array => bytes !== undefined && bytes.length > 0;

/**
 * Reads a value of the type from either encoding; an absent message and one with both fields empty mean null.
 * @throws CodecError when the bytes are no value of the type, with the path of the place.
 */
export const decodeDynamicValue = (type: CtyType, received: ReceivedValue | undefined): CtyValue => {
  if (holds(received?.msgpack)) return decodeMsgpack(type, received.msgpack);
  return holds(received?.json) ? decodeJson(type, decodeUtf8(received.json)) : null;
};

/**
 * Writes a value of the type; answers are always msgpack.
 * @throws CodecError when the value does not conform to the type, with the path of the place.
 */
export const encodeDynamicValue = (type: CtyType, value: CtyValue): EncodedValue => ({
  msgpack: encodeMsgpack(type, value),
  json: EMPTY,
});
