import { encode } from "@msgpack/msgpack";
import { describe, expect, it } from "vitest";
import { CtyNumber } from "../../../../provider/src/cty/number.js";
import { formatPath } from "../../../../provider/src/cty/path.js";
import {
  ctyBool,
  ctyDynamic,
  ctyList,
  ctyMap,
  ctyNumber,
  ctyObject,
  ctySet,
  ctyString,
  ctyTuple,
} from "../../../../provider/src/cty/type.js";
import type { CtyType } from "../../../../provider/src/cty/type.js";
import { DynamicValue, UNKNOWN, Unknown } from "../../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../../provider/src/cty/value.js";
import { decodeMsgpack } from "../../../../provider/src/protocol/codec/decode-msgpack.js";
import { encodeMsgpack } from "../../../../provider/src/protocol/codec/encode-msgpack.js";
import { bytesFromHex } from "../../../support/cty-golden.js";
import { codecErrorOf } from "../../../support/cty-codec-error.js";

const toHex = (type: CtyType, value: CtyValue): string => Buffer.from(encodeMsgpack(type, value)).toString("hex");

describe("the msgpack form of values", () => {
  it.each<[CtyType, unknown, string, string]>([
    [ctyString, 5, "", "The value must be a string, but is a number."],
    [ctyBool, "true", "", "The value must be a bool, but is a string."],
    [ctyNumber, true, "", "The value must be a number, but is a bool."],
    [ctyNumber, "12 monkeys", "", "The text is not a decimal number."],
    [ctyNumber, Infinity, "", "The number is not finite."],
    [ctyMap(ctyList(ctyString)), { k: ["a", 5] }, '["k"][1]', "The value must be a string, but is a number."],
    [ctyObject({ a: ctySet(ctyBool) }), { a: [false, 1] }, "a", "The value must be a bool, but is a number."],
    [
      ctyObject({ a: ctyTuple([ctyString]) }),
      { a: ["x", "y"] },
      "a",
      "The tuple has the length 2, but its type the length 1.",
    ],
    [ctyTuple([ctyString, ctyString]), ["x", 1], "[1]", "The value must be a string, but is a number."],
    [
      ctyList(ctyObject({ a: ctyString, b: ctyString })),
      [{ a: "x" }],
      "[0]",
      'The object lacks these attributes: "b".',
    ],
    [
      ctyList(ctyObject({ a: ctyString })),
      [{ a: "x", z: { y: [1] } }],
      "[0]",
      'The object has attributes that its type does not: "z".',
    ],
    [ctyList(ctyString), { a: "x" }, "", "The value must be a list, but is a mapping."],
    [ctyDynamic, "x", "", "The value must be a value together with its type, but is a string."],
    [ctyList(ctyDynamic), [["x"]], "[0]", "A dynamic value must be a pair of its type and the value."],
    [ctyList(ctyDynamic), [['"text"', "x"]], "[0]", "The type is neither a name nor a pair."],
    [ctyList(ctyDynamic), [['["list","string"]', [1]]], "[0][0]", "The value must be a string, but is a number."],
    [ctyMap(ctyString), ["x"], "", "The value must be a map, but is a sequence."],
  ])("refuses bytes of another shape and says where (%#)", (type, plain, path, message) => {
    const bytes = encode(plain);
    const error = codecErrorOf(() => decodeMsgpack(type, bytes));
    expect([formatPath(error.path), error.message]).toEqual([path, message]);
  });

  it.each([
    [ctyString, "", "The msgpack data ends in the middle of a value."],
    [ctyString, "a5616263", "The msgpack data ends in the middle of a value."],
    [ctyString, "c1", "The msgpack data has a byte that starts no value."],
    [ctyString, "a161a162", "The msgpack data goes on after the value."],
    [ctyString, "a2c328", "The text is not valid UTF-8."],
    [ctyList(ctyString), "ddffffffff", "The msgpack data ends in the middle of a collection."],
    [ctyMap(ctyString), "dfffffffff", "The msgpack data ends in the middle of a collection."],
    [ctyMap(ctyString), "8101a161", "A key must be a string, but is a number."],
    [ctyString, "c7030c81c3c2", "What is known of the unknown value cannot be read."],
  ])("refuses damaged bytes (%#)", (type, hex, message) => {
    expect(codecErrorOf(() => decodeMsgpack(type, bytesFromHex(hex))).message).toBe(message);
  });

  it("keeps a byte order mark and a replacement character that the text really has", () => {
    for (const text of ["\ufeffa", "\ufffd"])
      expect(decodeMsgpack(ctyString, encodeMsgpack(ctyString, text))).toBe(text);
  });

  it("refuses values that are nested too deep instead of exhausting the stack", () => {
    const levels = 100_000;
    const wrapped = Buffer.from('\x92\xa9"dynamic"'.repeat(levels), "latin1");
    expect(codecErrorOf(() => decodeMsgpack(ctyDynamic, wrapped)).message).toContain("levels deep");
  });

  it("takes a dynamic wrapper around a dynamic wrapper for the inner one", () => {
    const bytes = encode(['"dynamic"', ['"string"', "x"]]);
    expect(decodeMsgpack(ctyDynamic, bytes)).toStrictEqual(new DynamicValue(ctyString, "x"));
  });

  it("leaves out what it may not say of an unknown value", () => {
    expect(toHex(ctyString, new Unknown({ lengthMin: 1 }))).toBe("d40000");
    expect(toHex(ctyString, new Unknown({ prefix: "p".repeat(2000), notNull: true }))).toBe("d40000");
    expect(toHex(ctyBool, new Unknown({ notNull: true, prefix: "p" }))).toBe("c7030c8101c2");
  });

  it("writes a long refinement as ext16", () => {
    const value = new Unknown({ prefix: "p".repeat(300) });
    expect(toHex(ctyString, value)).toMatch(/^c801310c8102da012c70/);
    expect(decodeMsgpack(ctyString, encodeMsgpack(ctyString, value))).toStrictEqual(value);
  });

  it("drops a bound on the length that it could not count to", () => {
    expect(decodeMsgpack(ctyList(ctyString), bytesFromHex("c70b0c8106cf7fffffffffffffff"))).toBe(UNKNOWN);
  });

  it.each([0, 31, 32, 255, 256, 65_535, 65_536])(
    "writes text, lists and maps of the size %i with the shortest header",
    (size) => {
      const names = Array.from({ length: size }, (_, i) => String(i).padStart(6, "0"));
      const members = new Map(names.map((name) => [name, name]));
      expect(Buffer.from(encodeMsgpack(ctyString, "x".repeat(size))).equals(encode("x".repeat(size)))).toBe(true);
      expect(Buffer.from(encodeMsgpack(ctyList(ctyString), names)).equals(encode(names))).toBe(true);
      expect(Buffer.from(encodeMsgpack(ctyMap(ctyString), members)).equals(encode(Object.fromEntries(members)))).toBe(
        true,
      );
    },
  );

  it("writes the keys of a map in the order of their UTF-8 bytes", () => {
    const names = ["\u{1f600}", "\uff5e", "b", "B", "9", "10", ""];
    const written = encodeMsgpack(ctyMap(ctyBool), new Map(names.map((name) => [name, true])));
    expect([...(decodeMsgpack(ctyMap(ctyBool), written) as Map<string, CtyValue>).keys()]).toEqual(names.reverse());
  });

  it("writes the last of two keys that are the same in NFC", () => {
    expect(
      toHex(
        ctyMap(ctyString),
        new Map([
          ["é", "1"],
          ["e\u0301", "2"],
        ]),
      ),
    ).toBe("81a2c3a9a132");
  });

  it.each<[CtyType, CtyValue, string, string]>([
    [ctyList(ctyNumber), [CtyNumber.of(1), "2"], "[1]", "The value must be a number, but is a string."],
    [
      ctyMap(ctyTuple([ctyString])),
      new Map([["k", []]]),
      '["k"]',
      "The tuple has the length 0, but its type the length 1.",
    ],
    [ctyTuple([ctyDynamic]), ["x"], "[0]", "The value must be a value together with its type, but is a string."],
  ])("refuses to write what does not conform and says where (%#)", (type, value, path, message) => {
    const error = codecErrorOf(() => encodeMsgpack(type, value));
    expect([formatPath(error.path), error.message]).toEqual([path, message]);
  });

  it("carries a large value both ways", () => {
    const guest = ctyObject({ vmid: ctyNumber, name: ctyString, load: ctyNumber, tags: ctyList(ctyString) });
    const guests = Array.from(
      { length: 20_000 },
      (_, i) =>
        new Map<string, CtyValue>([
          ["vmid", CtyNumber.of(i)],
          ["name", `guest-${i}`],
          ["load", CtyNumber.of(i / 1000)],
          ["tags", ["a", "b"]],
        ]),
    );
    expect(decodeMsgpack(ctyList(guest), encodeMsgpack(ctyList(guest), guests))).toEqual(guests);
  });
});
