import type { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import { WireType } from "@bufbuild/protobuf/wire";
import type { ScalarType } from "./message-table.js";

interface Scalar<T> {
  readonly wireType: WireType;
  readonly is: (value: unknown) => value is T;
  readonly zero: T;
  readonly write: (writer: BinaryWriter, value: T) => unknown;
  readonly read: (reader: BinaryReader) => T;
}

/** Writes and reads the values of one scalar type. */
export interface ScalarCodec {
  readonly wireType: WireType;
  /** What an absent field holds; shared by all messages, because nothing can be written into it. */
  readonly zero: unknown;
  /** Throws when the value is not of this type. */
  readonly write: (writer: BinaryWriter, value: unknown) => void;
  /** Throws when the bytes end too early, and for texts that are not UTF-8. */
  readonly read: (reader: BinaryReader) => unknown;
}

const codec = <T>({ is, write, ...scalar }: Scalar<T>): ScalarCodec => ({
  ...scalar,
  write: (writer, value) => {
    if (!is(value)) throw new TypeError(`unexpected ${typeof value}`);
    write(writer, value);
  },
});

const isNumber = (value: unknown): value is number => typeof value === "number";

const int32 = codec({
  wireType: WireType.Varint,
  is: isNumber,
  zero: 0,
  write: (writer, value) => writer.int32(value),
  read: (reader) => reader.int32(),
});

/** The codecs by the names that the generated tables use. */
export const scalarCodecs: Readonly<Record<ScalarType, ScalarCodec>> = {
  bool: codec({
    wireType: WireType.Varint,
    is: (value) => typeof value === "boolean",
    zero: false,
    write: (writer, value) => writer.bool(value),
    read: (reader) => reader.bool(),
  }),
  bytes: codec({
    wireType: WireType.LengthDelimited,
    is: (value) => value instanceof Uint8Array,
    zero: new Uint8Array(0),
    write: (writer, value) => writer.bytes(value),
    read: (reader) => reader.bytes(),
  }),
  // A number that the definition does not know is kept as it is.
  enum: int32,
  int32,
  int64: codec({
    wireType: WireType.Varint,
    is: (value) => typeof value === "bigint",
    zero: 0n,
    write: (writer, value) => writer.int64(value),
    read: (reader) => BigInt(reader.int64()),
  }),
  string: codec({
    wireType: WireType.LengthDelimited,
    is: (value) => typeof value === "string",
    zero: "",
    write: (writer, value) => writer.string(value),
    read: (reader) => reader.string(true),
  }),
  uint32: codec({
    wireType: WireType.Varint,
    is: isNumber,
    zero: 0,
    write: (writer, value) => writer.uint32(value),
    read: (reader) => reader.uint32(),
  }),
};
