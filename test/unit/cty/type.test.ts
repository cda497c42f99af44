import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { typesEqual } from "../../../provider/src/cty/type-equality.js";
import { formatType, parseType } from "../../../provider/src/cty/type-json.js";
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
} from "../../../provider/src/cty/type.js";
import { compareUtf8 } from "../../../provider/src/cty/utf8-order.js";
import { arbitraryText, arbitraryType } from "../../support/cty-arbitraries.js";

describe("the JSON form of a type", () => {
  it("reads back every type that it has written", () => {
    fc.assert(
      fc.property(arbitraryType(3), (type) => {
        const read = parseType(formatType(type));
        expect(typesEqual(read, type)).toBe(true);
        expect(formatType(read)).toBe(formatType(type));
      }),
    );
  });

  it("names attributes in the order of their UTF-8 bytes, compactly", () => {
    const type = ctyObject({ "\u{1f600}": ctyBool, "\uff5e": ctyNumber, b: ctyList(ctyString), B: ctyDynamic });
    expect(formatType(type)).toBe(
      '["object",{"B":"dynamic","b":["list","string"],"\uff5e":"number","\u{1f600}":"bool"}]',
    );
  });

  it("keeps an attribute named __proto__", () => {
    const type = parseType('["object",{"__proto__":"number","a":"string"}]');
    expect(type).toEqual(
      ctyObject(
        new Map([
          ["__proto__", ctyNumber],
          ["a", ctyString],
        ]),
      ),
    );
    expect(formatType(type)).toBe('["object",{"__proto__":"number","a":"string"}]');
  });

  it("reads attribute names in NFC", () => {
    expect(parseType('["object",{"e\u0301":"string"}]')).toEqual(ctyObject({ é: ctyString }));
  });

  it.each([
    "",
    "string",
    '"text"',
    "[]",
    '["list"]',
    '["list","string","string"]',
    '["bag","string"]',
    '["tuple",{}]',
    '["object",[]]',
    '["object",null]',
    "null",
    "5",
    '["list",["list",5]]',
  ])("refuses %s", (text) => {
    expect(() => parseType(text)).toThrow(SyntaxError);
  });

  it("refuses a type that is nested too deep instead of exhausting the stack", () => {
    const levels = 100_000;
    expect(() => parseType(`${'["list",'.repeat(levels)}"string"${"]".repeat(levels)}`)).toThrow(/levels deep/);
  });
});

describe("equality of types", () => {
  it("does not depend on the order in which attributes are listed", () => {
    expect(typesEqual(ctyObject({ a: ctyString, b: ctyNumber }), ctyObject({ b: ctyNumber, a: ctyString }))).toBe(true);
  });

  it("holds exactly for types with the same JSON form", () => {
    fc.assert(
      fc.property(arbitraryType(2), arbitraryType(2), (a, b) => {
        expect(typesEqual(a, b)).toBe(formatType(a) === formatType(b));
      }),
    );
  });

  it.each([
    [ctyList(ctyString), ctySet(ctyString)],
    [ctyList(ctyString), ctyList(ctyNumber)],
    [ctyMap(ctyString), ctyObject({})],
    [ctyTuple([ctyString]), ctyTuple([ctyString, ctyString])],
    [ctyTuple([ctyString]), ctyTuple([ctyNumber])],
    [ctyObject({ a: ctyString }), ctyObject({ b: ctyString })],
    [ctyObject({ a: ctyString }), ctyObject({ a: ctyNumber })],
    [ctyObject({ a: ctyString }), ctyObject({ a: ctyString, b: ctyString })],
    [ctyDynamic, ctyString],
  ])("tells types apart (%#)", (a, b) => {
    expect(typesEqual(a, b)).toBe(false);
    expect(typesEqual(b, a)).toBe(false);
  });
});

describe("the order of names", () => {
  it("is that of their UTF-8 bytes", () => {
    fc.assert(
      fc.property(arbitraryText(), arbitraryText(), (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it("puts characters beyond U+FFFF last, unlike JavaScript", () => {
    expect(compareUtf8("\uff5e", "\u{1f600}")).toBeLessThan(0);
    expect(["\u{1f600}", "\uff5e"].sort()).toEqual(["\u{1f600}", "\uff5e"]);
  });
});
