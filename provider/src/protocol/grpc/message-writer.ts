import type { BinaryWriter } from "@bufbuild/protobuf/wire";
import { WireType } from "@bufbuild/protobuf/wire";
import type { FieldTable, MessageTable } from "./message-table.js";
import { isObject, MAP_ENTRY } from "./message-table.js";
import { scalarCodecs } from "./scalar-codec.js";

type Fields = Readonly<Record<string, unknown>>;
type WriteValue = (writer: BinaryWriter, value: unknown) => void;
type WriteField = (writer: BinaryWriter, message: Fields) => void;

/** Is a field as its values see it: the key and the value of a map entry are fields of their own. */
interface Place {
  readonly number: number;
  readonly type: FieldTable["type"];
  /** For errors. */
  readonly label: string;
}

const tagOf = (number: number, wireType: WireType): number => (number << 3) | wireType;

const isNoBytes = (value: unknown): boolean => value instanceof Uint8Array && value.length === 0;

function valueWriter({ number, type, label }: Place): WriteValue {
  if (typeof type !== "string") return messageWriter(number, type);
  const { wireType, write } = scalarCodecs[type];
  const tag = tagOf(number, wireType);
  return (writer, value) => {
    writer.uint32(tag);
    try {
      write(writer, value);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      throw new Error(`cannot encode field ${label}: ${text}`, { cause: error });
    }
  };
}

function messageWriter(number: number, table: MessageTable): WriteValue {
  const tag = tagOf(number, WireType.LengthDelimited);
  return (writer, value) => {
    writer.uint32(tag).fork();
    writeMessage(writer, table, value);
    writer.join();
  };
}

function mapWriter(name: string, place: Place): WriteField {
  const tag = tagOf(place.number, WireType.LengthDelimited);
  const writeKey = valueWriter({ ...place, number: MAP_ENTRY.key, type: "string" });
  const writeValue = valueWriter({ ...place, number: MAP_ENTRY.value });
  return (writer, message) => {
    for (const [key, value] of Object.entries(message[name] ?? {})) {
      writer.uint32(tag).fork();
      writeKey(writer, key);
      writeValue(writer, value);
      writer.join();
    }
  };
}

function listWriter(name: string, write: WriteValue): WriteField {
  return (writer, message) => {
    const items = message[name];
    if (Array.isArray(items)) for (const item of items) write(writer, item);
  };
}

function optionalWriter(name: string, write: WriteValue): WriteField {
  return (writer, message) => {
    const value = message[name];
    if (value !== undefined) write(writer, value);
  };
}

/** Most fields of most messages are not there, so this has to be quick about them. */
function plainWriter(name: string, zero: unknown, write: WriteValue): WriteField {
  return (writer, message) => {
    const value = message[name];
    if (value !== undefined && value !== zero && !isNoBytes(value)) write(writer, value);
  };
}

function choiceWriter(name: string, oneof: string, write: WriteValue): WriteField {
  return (writer, message) => {
    const choice = message[oneof];
    if (isObject(choice) && choice["case"] === name) write(writer, choice["value"]);
  };
}

function fieldWriter(field: FieldTable, message: MessageTable): WriteField {
  const { name, number, type } = field;
  const place = { number, type, label: `${message.typeName}.${name}` };
  switch (field.kind) {
    case "plain":
      return plainWriter(name, scalarCodecs[field.type].zero, valueWriter(place));
    case "optional":
      return optionalWriter(name, valueWriter(place));
    case "repeated":
      return listWriter(name, valueWriter(place));
    case "map":
      return mapWriter(name, place);
    case "oneof":
      return choiceWriter(name, field.oneof, valueWriter(place));
  }
}

const writersByTable = new WeakMap<MessageTable, readonly WriteField[]>();

function writersOf(table: MessageTable): readonly WriteField[] {
  const known = writersByTable.get(table);
  if (known !== undefined) return known;
  const writers = table.fields().map((field) => fieldWriter(field, table));
  writersByTable.set(table, writers);
  return writers;
}

/** Writes the fields of a message that are there, in the order of their numbers. Throws for values of a wrong type. */
export function writeMessage(writer: BinaryWriter, table: MessageTable, message: unknown): void {
  if (!isObject(message)) throw new TypeError(`cannot encode ${typeof message} as ${table.typeName}`);
  // A process sends its schema once, so the loop runs before it is compiled; then forEach is faster than an iterator.
  writersOf(table).forEach((write) => {
    write(writer, message);
  });
}
