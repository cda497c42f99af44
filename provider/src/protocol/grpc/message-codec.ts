import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { DescMessage, MessageInitShape, MessageShape } from "./descriptors.js";

/** Serialises a message given as a plain object of its fields; fields that are left out are absent on the wire. */
export function encodeMessage<Desc extends DescMessage>(schema: Desc, init: MessageInitShape<Desc>): Uint8Array {
  return toBinary(schema, create(schema, init));
}

/**
 * Parses a message. The bytes fields of the result are views of the input, which must not change afterwards.
 * Throws when the input is not a message of this type.
 */
export function decodeMessage<Desc extends DescMessage>(schema: Desc, bytes: Uint8Array): MessageShape<Desc> {
  // A Buffer would make every bytes field a Buffer, too; callers expect plain arrays.
  return fromBinary(schema, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
