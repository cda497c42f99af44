import { deepStrictEqual } from "node:assert";
import type { DescService } from "@bufbuild/protobuf";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DescMessage } from "../../../../provider/src/protocol/grpc/descriptors.js";
import { decodeMessage, encodeMessage } from "../../../../provider/src/protocol/grpc/message-codec.js";
import * as goplugin from "../../../../provider/src/protocol/goplugin/gen/goplugin_pb.js";
import * as health from "../../../../provider/src/protocol/goplugin/gen/health_pb.js";
import * as provider from "../../../../provider/src/protocol/tfplugin6/gen/tfplugin6_pb.js";
import * as gopluginOracle from "../../../support/gen/goplugin_pb.js";
import * as healthOracle from "../../../support/gen/health_pb.js";
import * as providerOracle from "../../../support/gen/tfplugin6_pb.js";
import { damaged, initOf } from "../../../support/message-arbitraries.js";

/** The soak looks further. */
const DEPTH = process.env["PROXLB_SOAK"] === "1" ? 20 : 1;

const tables: Readonly<Record<string, unknown>> = { ...goplugin, ...health, ...provider };
const oracles: Readonly<Record<string, unknown>> = { ...gopluginOracle, ...healthOracle, ...providerOracle };

/** Is something as the provider knows it and as the library knows it. */
interface Pair<Desc = DescMessage> {
  readonly name: string;
  readonly table: Desc;
  readonly oracle: Desc;
}

const pairsOf = <Desc>(kind: string) =>
  Object.entries(oracles).flatMap(([name, item]) => {
    const isOfKind = typeof item === "object" && item !== null && "kind" in item && item.kind === kind;
    return isOfKind ? [{ name, oracle: item, table: tables[name] } as Pair<Desc>] : [];
  });

const messages = pairsOf<DescMessage>("message");

const oracleBytes = (oracle: DescMessage, init: object) => toBinary(oracle, create(oracle, { ...init }));

/** The library keeps the bytes of unknown fields; here they are passed over. */
const oracleMessage = (oracle: DescMessage, bytes: Uint8Array) =>
  fromBinary(oracle, new Uint8Array(bytes), { readUnknownFields: false });

/** What comes of the bytes, or that they are refused. */
function outcome(decode: () => unknown): unknown {
  try {
    return decode();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return "refused";
  }
}

const expectSame = ({ table, oracle }: Pair, bytes: Uint8Array) => {
  const actual = outcome(() => decodeMessage(table, bytes));
  // Unlike expect, it is not confused by maps with keys such as "constructor".
  deepStrictEqual(
    actual,
    outcome(() => oracleMessage(oracle, bytes)),
  );
};

const bytesOf = ({ oracle }: Pair) => initOf(oracle).map((init) => oracleBytes(oracle, init));

/** Bytes in a field of a message in a field of a message, and so on; the numbers of the fields come from the outside in. */
const inside = (fields: readonly number[], content: Uint8Array = new Uint8Array(0)): Uint8Array =>
  fields.reduceRight(
    (bytes, field) => new BinaryWriter().tag(field, WireType.LengthDelimited).bytes(bytes).finish(),
    content,
  );

const groups = (depth: number): Buffer => {
  const [open, close] = [WireType.StartGroup, WireType.EndGroup].map((type) => (15 << 3) | type);
  return Buffer.concat([Buffer.alloc(depth, open), Buffer.alloc(depth, close)]);
};

describe("every message", () => {
  it("has a table for every message of the definitions", () => {
    expect(messages).toHaveLength(143 + 4 + 2);
    for (const { table, oracle } of messages) expect(table.typeName).toBe(oracle.typeName);
  });

  it.each(messages)("writes $name as the library does, and reads what the library has written", (pair) => {
    const { table, oracle } = pair;
    const runs = fc.property(initOf(oracle), (init) => {
      const expected = oracleBytes(oracle, init);
      expect(Buffer.from(encodeMessage(table, init)).equals(expected)).toBe(true);
      expectSame(pair, expected);
    });
    fc.assert(runs, { numRuns: 25 * DEPTH });
  });

  it.each(messages)("merges what it reads of $name as the library does", (pair) => {
    const runs = fc.property(bytesOf(pair), bytesOf(pair), (first, second) => {
      expectSame(pair, Buffer.concat([first, second]));
    });
    fc.assert(runs, { numRuns: 10 * DEPTH });
  });

  it.each(messages)("takes and refuses the same damaged bytes of $name as the library", (pair) => {
    const runs = fc.property(damaged(bytesOf(pair)), (bytes) => {
      expectSame(pair, bytes);
    });
    fc.assert(runs, { numRuns: 40 * DEPTH });
  });

  it("passes over the fields of any other", () => {
    const pairs = fc.tuple(fc.constantFrom(...messages), fc.constantFrom(...messages));
    const runs = fc.property(
      pairs.chain(([reader, writer]) => fc.tuple(fc.constant(reader), bytesOf(writer))),
      ([reader, bytes]) => {
        expectSame(reader, bytes);
      },
    );
    fc.assert(runs, { numRuns: 300 * DEPTH });
  });
});

describe("decoding", () => {
  const { DiagnosticSchema, DynamicValueSchema, InvokeAction_EventSchema, Schema_BlockSchema } = provider;
  const pairOf = (typeName: string) =>
    messages.find(({ oracle }) => oracle.typeName === typeName) ?? expect.fail(`There is no ${typeName}.`);

  it("gives bytes as plain views of the input", () => {
    const bytes = Buffer.from([0x0a, 3, 1, 2, 3]);
    const { msgpack } = decodeMessage(DynamicValueSchema, bytes);
    expect(Object.getPrototypeOf(msgpack)).toBe(Uint8Array.prototype);
    bytes[2] = 9;
    expect([...msgpack]).toEqual([9, 2, 3]);
  });

  it("tells an absent message from an empty one", () => {
    const { ReadResource_RequestSchema } = provider;
    const { currentState, providerMeta } = decodeMessage(ReadResource_RequestSchema, Uint8Array.of(0x12, 0));
    expect(currentState).toMatchObject({ msgpack: new Uint8Array(0) });
    expect(providerMeta).toBeUndefined();
  });

  it("keeps the last of several choices", () => {
    const chosen = decodeMessage(InvokeAction_EventSchema, Uint8Array.of(0x0a, 3, 0x0a, 1, 0x61, 0x12, 0));
    expect(chosen.type).toEqual({ case: "completed", value: expect.objectContaining({ diagnostics: [] }) as unknown });
  });

  it("keeps the prototype of a map whatever its keys", () => {
    const bytes = encodeMessage(provider.RawStateSchema, { flatmap: { ["__proto__"]: "polluted" } });
    const { flatmap } = decodeMessage(provider.RawStateSchema, bytes);
    expect(Object.getPrototypeOf(flatmap)).toBe(Object.prototype);
    expect(Object.keys(flatmap)).toEqual(["__proto__"]);
  });

  it.each<[string, readonly number[]]>([
    ["a text that is not UTF-8", [0x12, 1, 0xff]],
    ["a text that ends too early", [0x12, 3, 0x61]],
    ["a number that ends too early", [0x08, 0x80]],
    ["a number of more than ten bytes", [0x08, ...Array<number>(10).fill(0x80), 1]],
    ["a length beyond the end", [0x22, 0x7f]],
    ["a length of four gigabytes", [0x22, 0xff, 0xff, 0xff, 0xff, 0x0f]],
    ["the field number zero", [0x00, 0]],
    ["a wire type that does not exist", [0x7e, 0]],
    ["a tag of more than 32 bits", [0xff, 0xff, 0xff, 0xff, 0x7f]],
    ["a group without an end", [0x7b]],
    ["a group with another end", [0x7b, 0x74]],
    ["an end without a group", [0x7c]],
  ])("refuses %s", (_, bytes) => {
    expect(() => decodeMessage(DiagnosticSchema, Uint8Array.from(bytes))).toThrow();
    expectSame(pairOf("tfplugin6.Diagnostic"), Uint8Array.from(bytes));
  });

  it("merges what an entry of a map says twice about its value", () => {
    const value = (init: object) => encodeMessage(provider.FunctionSchema, init);
    const values = [value({ summary: "first" }), value({ description: "second" })].map((bytes) => inside([2], bytes));
    const bytes = inside([1], Buffer.concat([inside([1], Buffer.from("name")), ...values]));
    const { functions } = decodeMessage(provider.GetFunctions_ResponseSchema, bytes);
    expect(functions).toMatchObject({ name: { summary: "first", description: "second" } });
    expectSame(pairOf("tfplugin6.GetFunctions.Response"), bytes);
  });

  it("refuses the key of a map that is not UTF-8", () => {
    const bytes = inside([2, 1], Uint8Array.of(0xff));
    expect(() => decodeMessage(provider.RawStateSchema, bytes)).toThrow();
    expectSame(pairOf("tfplugin6.RawState"), bytes);
  });

  it("takes a hundred messages inside each other, and not one more", () => {
    const field = { attributes: 2, nestedType: 10, nestedAttributes: 1 };
    const fieldAt = (index: number) => (index % 2 === 0 ? field.nestedAttributes : field.nestedType);
    const deep = (messages: number) => {
      const rest = Array.from({ length: messages - 2 }, (_, index) => fieldAt(index + 1));
      return inside([field.attributes, ...rest]);
    };
    expect(() => decodeMessage(Schema_BlockSchema, deep(100))).not.toThrow();
    expect(() => decodeMessage(Schema_BlockSchema, deep(101))).toThrow("more than 100 messages deep");
    for (let depth = 98; depth < 104; depth++) expectSame(pairOf("tfplugin6.Schema.Block"), deep(depth));
  });

  it("counts groups that it passes over as messages", () => {
    expect(() => decodeMessage(DiagnosticSchema, groups(99))).not.toThrow();
    expect(() => decodeMessage(DiagnosticSchema, groups(100))).toThrow("recursion");
    for (let depth = 96; depth < 104; depth++) {
      expectSame(pairOf("tfplugin6.Diagnostic"), groups(depth));
      expectSame(pairOf("tfplugin6.RawState"), inside([2], groups(depth)));
    }
  });
});

describe("encoding", () => {
  it("names the field whose value does not fit", () => {
    const step = { selector: { case: "elementKeyInt" as const, value: 2n ** 63n } };
    expect(() => encodeMessage(provider.AttributePathSchema, { steps: [step] })).toThrow(
      "cannot encode field tfplugin6.AttributePath.Step.elementKeyInt: invalid int64",
    );
  });

  it.each([
    ["severity", "ERROR"],
    ["summary", 1],
    ["attribute", "steps"],
  ])("refuses a value of another type for %s", (name, value) => {
    expect(() => encodeMessage(provider.DiagnosticSchema, { [name]: value })).toThrow(/cannot encode/);
  });
});

describe("the tables", () => {
  it("have the methods of the services with their messages", () => {
    const methodsOf = ({ methods }: DescService) =>
      methods.map(({ name, localName, methodKind, input, output }) => [
        name,
        localName,
        methodKind,
        input.typeName,
        output.typeName,
      ]);
    const services = pairsOf<DescService>("service");
    expect(services).toHaveLength(5);
    for (const { table, oracle } of services) {
      expect(table.typeName).toBe(oracle.typeName);
      expect(methodsOf(table)).toEqual(methodsOf(oracle));
    }
  });

  it("have the values of the enums", () => {
    const enums = pairsOf("enum").map(({ name }) => name.replace(/Schema$/, ""));
    expect(enums).toHaveLength(5 + 2);
    for (const name of enums) expect(tables[name]).toEqual(oracles[name]);
  });
});
