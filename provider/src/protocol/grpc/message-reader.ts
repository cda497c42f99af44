import type { BinaryReader } from "@bufbuild/protobuf/wire";
import type { FieldTable, MessageTable } from "./message-table.js";
import { isObject, MAP_ENTRY } from "./message-table.js";
import { scalarCodecs } from "./scalar-codec.js";

type Message = Record<string, unknown>;
/** Reads a value. A message is read into the one that was read for the same field before. */
type ReadValue = (reader: BinaryReader, depth: number, before?: unknown) => unknown;
/** Reads a field into its message, which is `depth` messages deep. */
type ReadField = (reader: BinaryReader, depth: number, message: Message) => void;

/** Makes what an absent list, map or choice is in a message: something of its own that can be filled. */
type MakeEmpty = () => unknown;

interface MessageReader {
  readonly typeName: string;
  /** A message without any bytes, except that its lists, maps and choices are not made yet. */
  readonly zero: Message;
  readonly makers: readonly (readonly [name: string, make: MakeEmpty])[];
  readonly fields: ReadonlyMap<number, ReadField>;
}

/** Messages and groups inside each other, the outermost included. More are only sent to exhaust the stack. */
const MAX_DEPTH = 100;

function valueReader(type: FieldTable["type"]): ReadValue {
  if (typeof type === "string") return scalarCodecs[type].read;
  const inner = readerOf(type);
  return (reader, depth, before) => {
    const message = isObject(before) ? before : emptyMessage(inner);
    const length = reader.uint32();
    readFields(inner, message, reader, { depth: depth + 1, end: reader.pos + length });
    return message;
  };
}

function singleReader(name: string, type: FieldTable["type"]): ReadField {
  if (typeof type === "string") {
    const { read } = scalarCodecs[type];
    return (reader, _depth, message) => {
      message[name] = read(reader);
    };
  }
  const readValue = valueReader(type);
  return (reader, depth, message) => {
    message[name] = readValue(reader, depth, message[name]);
  };
}

function listReader(name: string, readValue: ReadValue): ReadField {
  return (reader, depth, message) => {
    const items = message[name];
    if (Array.isArray(items)) items.push(readValue(reader, depth));
  };
}

function choiceReader(name: string, oneof: string, readValue: ReadValue): ReadField {
  return (reader, depth, message) => {
    const before = message[oneof];
    const value = isObject(before) && before["case"] === name ? before["value"] : undefined;
    message[oneof] = { case: name, value: readValue(reader, depth, value) };
  };
}

/** Assigns plainly, except to the one name with which that would set the prototype. */
function setEntry(map: Message, key: string, value: unknown): void {
  if (key !== "__proto__") map[key] = value;
  else Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}

const zeroOf = (type: FieldTable["type"]): unknown =>
  typeof type === "string" ? scalarCodecs[type].zero : emptyMessage(readerOf(type));

function entryReader(type: FieldTable["type"]): (reader: BinaryReader, depth: number, map: Message) => void {
  const readValue = valueReader(type);
  return (reader, depth, map) => {
    let key = "";
    let value: unknown;
    const length = reader.uint32();
    const end = reader.pos + length;
    while (reader.pos < end) {
      const [number, wireType] = reader.tag();
      if (number === MAP_ENTRY.key) key = reader.string(true);
      else if (number === MAP_ENTRY.value) value = readValue(reader, depth, value);
      else reader.skip(wireType, number, MAX_DEPTH - depth);
    }
    setEntry(map, key, value ?? zeroOf(type));
  };
}

function mapReader(name: string, type: FieldTable["type"]): ReadField {
  const readEntry = entryReader(type);
  return (reader, depth, message) => {
    const map = message[name];
    if (isObject(map)) readEntry(reader, depth, map);
  };
}

function fieldReader(field: FieldTable): ReadField {
  const { name, type } = field;
  switch (field.kind) {
    case "plain":
    case "optional":
      return singleReader(name, type);
    case "repeated":
      return listReader(name, valueReader(type));
    case "map":
      return mapReader(name, type);
    case "oneof":
      return choiceReader(name, field.oneof, valueReader(type));
  }
}

function makersOf(field: FieldTable): MessageReader["makers"] {
  switch (field.kind) {
    case "plain":
    case "optional":
      return [];
    case "repeated":
      return [[field.name, () => []]];
    case "map":
      return [[field.name, () => ({})]];
    case "oneof":
      return [[field.oneof, () => ({ case: undefined })]];
  }
}

function zeroMessage({ typeName }: MessageTable, fields: readonly FieldTable[]): Message {
  const zero: Message = { $typeName: typeName };
  for (const field of fields) if (field.kind === "plain") zero[field.name] = scalarCodecs[field.type].zero;
  return zero;
}

const readersByTable = new WeakMap<MessageTable, MessageReader>();

function readerOf(table: MessageTable): MessageReader {
  const known = readersByTable.get(table);
  if (known !== undefined) return known;
  const fields = table.fields();
  const readers = new Map<number, ReadField>();
  // Distinct, because all fields of a choice would make the same.
  const makers = [...new Map(fields.flatMap(makersOf))];
  const made = { typeName: table.typeName, zero: zeroMessage(table, fields), makers, fields: readers };
  // Known before its fields are looked at: a message may contain itself.
  readersByTable.set(table, made);
  for (const field of fields) readers.set(field.number, fieldReader(field));
  return made;
}

function emptyMessage({ zero, makers }: MessageReader): Message {
  const message = { ...zero };
  for (const [name, make] of makers) message[name] = make();
  return message;
}

interface Extent {
  readonly depth: number;
  /** The position at which the message ends, which may lie beyond the end of the bytes. */
  readonly end: number;
}

function readFields({ typeName, fields }: MessageReader, message: Message, reader: BinaryReader, extent: Extent): void {
  const { depth, end } = extent;
  if (depth > MAX_DEPTH) throw new Error(`cannot decode ${typeName}: more than ${MAX_DEPTH} messages deep`);
  while (reader.pos < end) {
    const [number, wireType] = reader.tag();
    const read = fields.get(number);
    if (read === undefined) reader.skip(wireType, number, MAX_DEPTH - depth);
    else read(reader, depth, message);
  }
}

/**
 * Reads a message that takes all bytes of the reader. Fields that the definition does not know are left out. Throws when
 * the bytes are no message of this type.
 */
export function readMessage(reader: BinaryReader, table: MessageTable): Readonly<Record<string, unknown>> {
  const root = readerOf(table);
  const message = emptyMessage(root);
  readFields(root, message, reader, { depth: 1, end: reader.len });
  return message;
}
