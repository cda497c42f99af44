import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conformanceProblem } from "../../../provider/src/cty/conformance.js";
import { CtyNumber } from "../../../provider/src/cty/number.js";
import { formatPath } from "../../../provider/src/cty/path.js";
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
import type { CtyType } from "../../../provider/src/cty/type.js";
import { DynamicValue, UNKNOWN } from "../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { arbitraryTypedValue } from "../../support/cty-arbitraries.js";

const object = ctyObject({ a: ctyString, b: ctyNumber });

describe("conformance of a value to a type", () => {
  it("holds for values made for the type", () => {
    fc.assert(
      fc.property(arbitraryTypedValue({ nulls: true, unknowns: true }), ([type, value]) => {
        expect(conformanceProblem(type, value)).toBeUndefined();
      }),
    );
  });

  it.each<[CtyType, CtyValue, string]>([
    [ctyString, CtyNumber.of(5), "The value must be a string, but is a number."],
    [ctyNumber, "5", "The value must be a number, but is a string."],
    [ctyBool, [], "The value must be a bool, but is a sequence."],
    [ctyList(ctyString), new Map(), "The value must be a list, but is a mapping."],
    [ctySet(ctyString), true, "The value must be a set, but is a bool."],
    [ctyMap(ctyString), ["a"], "The value must be a map, but is a sequence."],
    [ctyDynamic, "x", "The value must be a value together with its type, but is a string."],
    [
      ctyDynamic,
      new DynamicValue(ctyDynamic, null),
      "The value must be a value together with its type, but is a value wrapped with its type.",
    ],
    [ctyString, new DynamicValue(ctyString, "x"), "The value must be a string, but is a value wrapped with its type."],
    [ctyTuple([ctyString]), [], "The tuple has the length 0, but its type the length 1."],
    [object, new Map(), 'The object lacks these attributes: "a", "b".'],
    [
      object,
      new Map([
        ["a", null],
        ["b", null],
        ["c", null],
      ]),
      'The object has attributes that its type does not: "c".',
    ],
  ])("says what is wrong (%#)", (type, value, message) => {
    expect(conformanceProblem(type, value)).toEqual({ path: [], message });
    expect(conformanceProblem(ctyList(type), [null, UNKNOWN, value])).toEqual({ path: [{ index: 2 }], message });
  });

  it("says where in the value the trouble is", () => {
    const type = ctyObject({ o: ctyMap(ctyTuple([ctyDynamic, ctyList(object)])) });
    const bad = new Map<string, CtyValue>([
      ["a", "x"],
      ["b", "y"],
    ]);
    const value = new Map([["o", new Map([["k.1", [new DynamicValue(object, null), [null, bad]]]])]]);
    expect(formatPath(conformanceProblem(type, value)!.path)).toBe('o["k.1"][1][1].b');
  });

  it("looks inside of dynamic values", () => {
    const problem = conformanceProblem(ctyList(ctyDynamic), [new DynamicValue(object, new Map([["a", "x"]]))]);
    expect(problem).toEqual({ path: [{ index: 0 }], message: 'The object lacks these attributes: "b".' });
  });

  it("quotes no value in its message", () => {
    const problem = conformanceProblem(ctyNumber, "hunter2");
    expect(problem!.message).not.toContain("hunter2");
  });
});
