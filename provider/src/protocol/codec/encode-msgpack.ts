import { shapeProblem } from "../../cty/conformance.js";
import { MAX_DEPTH } from "../../cty/depth-limit.js";
import { CtyNumber } from "../../cty/number.js";
import type { PathStep } from "../../cty/path.js";
import { formatType, sortedAttributes } from "../../cty/type-json.js";
import type { CtyObjectType, CtyType } from "../../cty/type.js";
import { compareUtf8 } from "../../cty/utf8-order.js";
import { DynamicValue, isMapping, isSequence, isUnknown } from "../../cty/value.js";
import type { CtyValue } from "../../cty/value.js";
import { CodecError, errorWithin } from "./codec-error.js";
import { MsgpackWriter } from "./msgpack-writer.js";
import { writeNumber } from "./number-msgpack.js";
import { writeUnknown } from "./unknown-msgpack.js";

/** Where to write, and how many levels of the value are open around the next one. */
interface Sink {
  readonly writer: MsgpackWriter;
  readonly depth: number;
}

const writeAt = (step: PathStep, sink: Sink, type: CtyType, value: CtyValue): void => {
  try {
    writeValue(sink, type, value);
  } catch (error) {
    throw errorWithin(step, error);
  }
};

const writeSequence = (sink: Sink, type: CtyType, items: readonly CtyValue[]): void => {
  sink.writer.writeArrayHeader(items.length);
  if (type.kind === "tuple") {
    type.elements.forEach((element, index) => {
      writeAt({ index }, sink, element, items[index] ?? null);
    });
  } else if (type.kind === "list") {
    items.forEach((item, index) => {
      writeAt({ index }, sink, type.element, item);
    });
  } else if (type.kind === "set") {
    for (const item of items) writeValue(sink, type.element, item);
  }
};

const writeMap = (sink: Sink, element: CtyType, members: ReadonlyMap<string, CtyValue>): void => {
  // Through a Map again, as two keys may become one in NFC.
  const normalized = new Map([...members].map(([key, member]) => [key.normalize("NFC"), member]));
  sink.writer.writeMapHeader(normalized.size);
  for (const [key, member] of [...normalized].sort(([a], [b]) => compareUtf8(a, b))) {
    sink.writer.writeText(key);
    writeAt({ key }, sink, element, member);
  }
};

const writeObject = (sink: Sink, type: CtyObjectType, members: ReadonlyMap<string, CtyValue>): void => {
  sink.writer.writeMapHeader(type.attributes.size);
  for (const [attribute, of] of sortedAttributes(type)) {
    sink.writer.writeText(attribute);
    writeAt({ attribute }, sink, of, members.get(attribute) ?? null);
  }
};

const writeMapping = (sink: Sink, type: CtyType, members: ReadonlyMap<string, CtyValue>): void => {
  if (type.kind === "map") writeMap(sink, type.element, members);
  else if (type.kind === "object") writeObject(sink, type, members);
};

const writeDynamic = (sink: Sink, { type, value }: DynamicValue): void => {
  sink.writer.writeArrayHeader(2);
  sink.writer.writeBinary(Buffer.from(formatType(type), "utf8"));
  writeValue(sink, type, value);
};

const writeKnown = (sink: Sink, type: CtyType, value: CtyValue): void => {
  if (value === null) sink.writer.writeNil();
  else if (isUnknown(value)) writeUnknown(sink.writer, type, value);
  else if (typeof value === "boolean") sink.writer.writeBool(value);
  else if (typeof value === "string") sink.writer.writeText(value.normalize("NFC"));
  else if (value instanceof CtyNumber) writeNumber(sink.writer, value);
  else if (value instanceof DynamicValue) writeDynamic(sink, value);
  else if (isSequence(value)) writeSequence(sink, type, value);
  else if (isMapping(value)) writeMapping(sink, type, value);
};

const writeValue = ({ writer, depth }: Sink, type: CtyType, value: CtyValue): void => {
  if (depth > MAX_DEPTH) throw new CodecError(`The value is nested more than ${MAX_DEPTH} levels deep.`);
  const problem = shapeProblem(type, value);
  if (problem !== undefined) throw new CodecError(problem);
  writeKnown({ writer, depth: depth + 1 }, type, value);
};

/**
 * Writes the cty-msgpack form of a value of the type, byte for byte as Terraform does: shortest forms, names and keys
 * in the order of their UTF-8 bytes, strings in NFC, sets in the order given.
 * @throws CodecError when the value does not conform to the type, with the path of the place.
 */
export const encodeMsgpack = (type: CtyType, value: CtyValue): Uint8Array => {
  const writer = new MsgpackWriter();
  writeValue({ writer, depth: 0 }, type, value);
  return writer.finish();
};
