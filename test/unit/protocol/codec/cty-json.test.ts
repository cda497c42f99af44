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
import { DynamicValue, UNKNOWN } from "../../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../../provider/src/cty/value.js";
import { decodeJson, encodeJson } from "../../../../provider/src/protocol/codec/cty-json.js";
import { codecErrorOf } from "../../../support/cty-codec-error.js";

const guest = ctyObject({ name: ctyString, cores: ctyNumber });

describe("the JSON form of values", () => {
  it("reads attributes that an object lacks as null", () => {
    expect(decodeJson(guest, '{"name":"web"}')).toStrictEqual(
      new Map([
        ["name", "web"],
        ["cores", null],
      ]),
    );
  });

  it("refuses attributes that the type does not have, unless told to ignore them", () => {
    const text = '[{"name":"web","cores":2,"sockets":1}]';
    const error = codecErrorOf(() => decodeJson(ctyList(guest), text));
    expect(error).toMatchObject({
      path: [{ index: 0 }],
      message: 'The object has attributes that its type does not: "sockets".',
    });
    expect(decodeJson(ctyList(guest), text, { unknownAttributes: "ignore" })).toStrictEqual([
      new Map<string, CtyValue>([
        ["name", "web"],
        ["cores", CtyNumber.of(2)],
      ]),
    ]);
  });

  it.each([
    '{"value":["a",1],"type":["tuple",["string","number"]]}',
    '{"type":["tuple",["string","number"]],"value":["a",1]}',
  ])("reads a dynamic value whichever member comes first", (text) => {
    expect(decodeJson(ctyDynamic, text)).toStrictEqual(
      new DynamicValue(ctyTuple([ctyString, ctyNumber]), ["a", CtyNumber.of(1)]),
    );
  });

  it("reads a null of no type and a null of some type apart", () => {
    expect(decodeJson(ctyDynamic, "null")).toBeNull();
    expect(decodeJson(ctyDynamic, '{"value":null,"type":"string"}')).toStrictEqual(new DynamicValue(ctyString, null));
  });

  it("takes a number that stands as a string", () => {
    expect(decodeJson(ctyNumber, '"1.50"')).toStrictEqual(CtyNumber.of("1.5"));
  });

  it.each<[CtyType, string, string, string]>([
    [ctyMap(ctyList(ctyString)), '{"k":["a",5]}', '["k"][1]', "The value must be a string, but is a number."],
    [ctyMap(ctyBool), '{"k":"true"}', '["k"]', "The value must be a bool, but is a string."],
    [ctyObject({ n: ctyNumber }), '{"n":"many"}', "n", "The text is not a decimal number."],
    [ctyObject({ n: ctySet(ctyNumber) }), '{"n":[true]}', "n", "The value must be a number, but is a bool."],
    [ctyList(ctyString), '{"a":"b"}', "", "The value must be a list, but is an object."],
    [ctyMap(ctyString), "[]", "", "The value must be a map, but is an array."],
    [ctyTuple([ctyString]), '["a","b"]', "", "The tuple has the length 2, but its type the length 1."],
    [
      ctyList(ctyDynamic),
      '[{"value":1}]',
      "[0]",
      'A dynamic value must be an object with exactly the members "value" and "type".',
    ],
    [ctyList(ctyDynamic), '[{"value":1,"type":"int"}]', "[0]", "The type is neither a name nor a pair."],
    [ctyDynamic, "1", "", "The value must be a value together with its type, but is a number."],
  ])("refuses JSON of another shape and says where (%#)", (type, text, path, message) => {
    const error = codecErrorOf(() => decodeJson(type, text));
    expect([formatPath(error.path), error.message]).toEqual([path, message]);
  });

  it("writes names and keys in the order of their UTF-8 bytes", () => {
    const value = new Map<string, CtyValue>([
      ["name", 'a"b'],
      ["cores", CtyNumber.of("0.10")],
    ]);
    expect(encodeJson(guest, value)).toBe('{"cores":0.1,"name":"a\\"b"}');
    expect(
      encodeJson(
        ctyMap(ctyDynamic),
        new Map([
          ["b", new DynamicValue(ctyBool, true)],
          ["a", null],
        ]),
      ),
    ).toBe('{"a":null,"b":{"value":true,"type":"bool"}}');
  });

  it("refuses to write an unknown value or one that does not conform, and says where", () => {
    expect(
      codecErrorOf(() =>
        encodeJson(
          guest,
          new Map<string, CtyValue>([
            ["name", UNKNOWN],
            ["cores", null],
          ]),
        ),
      ),
    ).toMatchObject({
      path: [{ attribute: "name" }],
      message: "An unknown value has no JSON form.",
    });
    expect(codecErrorOf(() => encodeJson(ctyList(ctyString), [true])).path).toEqual([{ index: 0 }]);
  });
});
