import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CtyNumber } from "../../../../provider/src/cty/number.js";
import { formatJson } from "../../../../provider/src/protocol/codec/format-json.js";
import { isJsonArray, isJsonObject } from "../../../../provider/src/protocol/codec/json-value.js";
import type { JsonValue } from "../../../../provider/src/protocol/codec/json-value.js";
import { parseJson } from "../../../../provider/src/protocol/codec/parse-json.js";
import { codecErrorOf } from "../../../support/cty-codec-error.js";

/** Turns an exact JSON value into what JSON.parse gives. */
const toPlain = (json: JsonValue): unknown => {
  if (json instanceof CtyNumber) return json.toNumber();
  if (isJsonArray(json)) return json.map(toPlain);
  return isJsonObject(json) ? Object.fromEntries([...json].map(([key, member]) => [key, toPlain(member)])) : json;
};

const parsesElsewhere = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const withoutNegativeZero = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

describe("the JSON reader", () => {
  it("agrees with JSON.parse on any document, compact or indented", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (json, indent) => {
        const text = JSON.stringify(json, null, indent);
        expect(toPlain(parseJson(text))).toEqual(withoutNegativeZero(json));
      }),
    );
  });

  it("takes and refuses the same short texts as JSON.parse", () => {
    const pieces = [
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "\\u00e9",
      "a",
      "1",
      "0",
      "-",
      ".",
      "e",
      "true",
      "null",
      " ",
      "\n",
      "\t",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (chosen) => {
        const text = chosen.join("");
        if (parsesElsewhere(text)) expect(toPlain(parseJson(text))).toEqual(withoutNegativeZero(JSON.parse(text)));
        else expect(codecErrorOf(() => parseJson(text)).path).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it("keeps the text of numbers", () => {
    const text = "[123456789012345678901234567890,0.1234567890123456789,0.30000000000000004]";
    expect(formatJson(parseJson(text))).toBe(text);
  });

  it("takes any key, and the last of equal keys", () => {
    expect(parseJson('{"__proto__":1,"":2,"a":3,"a":4}')).toStrictEqual(
      new Map([
        ["__proto__", CtyNumber.of(1)],
        ["", CtyNumber.of(2)],
        ["a", CtyNumber.of(4)],
      ]),
    );
  });

  it("reads strings that end in escaped backslashes and quotes", () => {
    for (const text of ["\\", '\\"', '"', '\\\\"\\', "\u2028", "\u{1f600}", "\0"]) {
      expect(parseJson(JSON.stringify([text, text]))).toEqual([text, text]);
    }
  });

  it.each([
    ["", "The JSON text ends in the middle of a value."],
    ["[1", "The JSON text ends in the middle of a value."],
    ['{"a', "The JSON text ends in the middle of a string."],
    ["[1,]", "The JSON text is malformed at character 3."],
    ["{a:1}", "The JSON text is malformed at character 1."],
    ["[01]", "The JSON text is malformed at character 2."],
    ["1 2", "The JSON text is malformed at character 2."],
    ['"\\x"', "The JSON string at character 0 has an escape or character that JSON does not allow."],
    ['["a\nb"]', "The JSON string at character 1 has an escape or character that JSON does not allow."],
    ["1e5000", "The number needs more than 1000 digits."],
  ])("refuses %j and says where", (text, message) => {
    expect(codecErrorOf(() => parseJson(text)).message).toBe(message);
  });

  it.each(["[", '{"a":'])("refuses text that nests %j too deep instead of exhausting the stack", (opening) => {
    expect(codecErrorOf(() => parseJson(opening.repeat(100_000))).message).toContain("levels deep");
  });
});
