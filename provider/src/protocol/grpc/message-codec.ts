import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import type { DescMessage, MessageInitShape, MessageShape } from "./descriptors.js";
import { readMessage } from "./message-reader.js";
import type { MessageTable } from "./message-table.js";
import { writeMessage } from "./message-writer.js";

/** The generated types speak of the library's descriptors; the generated modules hold tables in their place. */
const tableOf = (schema: DescMessage): MessageTable => schema as unknown as MessageTable;

/** Serialises a message given as a plain object of its fields; fields that are left out are absent on the wire. */
export function encodeMessage<Desc extends DescMessage>(schema: Desc, init: MessageInitShape<Desc>): Uint8Array {
  const writer = new BinaryWriter();
  writeMessage(writer, tableOf(schema), init);
  return writer.finish();
}

/**
 * Parses a message. The bytes fields of the result are views of the input, which must not change afterwards.
 * Throws when the input is not a message of this type.
 */
export function decodeMessage<Desc extends DescMessage>(schema: Desc, bytes: Uint8Array): MessageShape<Desc> {
  // A Buffer would make every bytes field a Buffer, too; callers expect plain arrays.
  const reader = new BinaryReader(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return readMessage(reader, tableOf(schema)) as MessageShape<Desc>;
}
