import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CtyNumber } from "../../../provider/src/cty/number.js";
import {
  ctyDynamic,
  ctyList,
  ctyMap,
  ctyNumber,
  ctyObject,
  ctySet,
  ctyString,
  ctyTuple,
} from "../../../provider/src/cty/type.js";
import { valueKey, valuesEqual } from "../../../provider/src/cty/value-equality.js";
import { DynamicValue, UNKNOWN, Unknown, isMapping, isSequence } from "../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { arbitraryTypedValue, arbitraryValue } from "../../support/cty-arbitraries.js";

const strings = ctySet(ctyString);

describe("equality of values", () => {
  it("holds between a value and its copy", () => {
    fc.assert(
      fc.property(
        arbitraryTypedValue({ nulls: true, unknowns: true }).chain(([type, value]) =>
          fc.constant([type, value, structuredCopy(value)] as const),
        ),
        ([type, value, copy]) => {
          expect(valuesEqual(type, value, copy)).toBe(true);
        },
      ),
    );
  });

  it("ignores the order and the duplicates of a set", () => {
    expect(valuesEqual(strings, ["a", "b", "a"], ["b", "a"])).toBe(true);
    expect(valuesEqual(strings, ["a"], ["a", "b"])).toBe(false);
    expect(valuesEqual(ctySet(strings), [["a", "b"], ["c"]], [["c"], ["b", "a"]])).toBe(true);
  });

  it("minds the order of a list and of a tuple", () => {
    expect(valuesEqual(ctyList(ctyString), ["a", "b"], ["b", "a"])).toBe(false);
    expect(valuesEqual(ctyTuple([ctyString, ctyString]), ["a", "b"], ["b", "a"])).toBe(false);
  });

  it("ignores the order of the keys of a map and of the attributes of an object", () => {
    const pairs = (...names: string[]): CtyValue => new Map(names.map((name) => [name, name]));
    expect(valuesEqual(ctyMap(ctyString), pairs("a", "b"), pairs("b", "a"))).toBe(true);
    expect(valuesEqual(ctyObject({ a: ctyString, b: ctyString }), pairs("a", "b"), pairs("b", "a"))).toBe(true);
    expect(valuesEqual(ctyMap(ctyString), pairs("a"), pairs("b"))).toBe(false);
  });

  it("keeps null apart from the empty string, the empty list and unknown", () => {
    expect(valuesEqual(ctyString, null, "")).toBe(false);
    expect(valuesEqual(ctyString, null, "null")).toBe(false);
    expect(valuesEqual(ctyList(ctyString), null, [])).toBe(false);
    expect(valuesEqual(ctyString, null, UNKNOWN)).toBe(false);
    expect(valuesEqual(ctyList(ctyString), [], [""])).toBe(false);
    expect(valuesEqual(ctyList(ctyString), ["a,b"], ["a", "b"])).toBe(false);
  });

  it("compares an unknown with an unknown by what is known of it", () => {
    const atLeastOne = new Unknown({ notNull: true, min: [CtyNumber.of(1), true] });
    expect(valuesEqual(ctyNumber, UNKNOWN, new Unknown())).toBe(true);
    expect(valuesEqual(ctyNumber, atLeastOne, new Unknown({ min: [CtyNumber.of("1.0"), true], notNull: true }))).toBe(
      true,
    );
    expect(valuesEqual(ctyNumber, atLeastOne, new Unknown({ notNull: true, min: [CtyNumber.of(1), false] }))).toBe(
      false,
    );
    expect(valuesEqual(ctyNumber, atLeastOne, UNKNOWN)).toBe(false);
    expect(valuesEqual(ctyNumber, UNKNOWN, CtyNumber.of(0))).toBe(false);
    expect(valuesEqual(ctyString, UNKNOWN, "?")).toBe(false);
  });

  it("leaves aside what cannot be known of a value of the type", () => {
    expect(valuesEqual(ctyString, UNKNOWN, new Unknown({ lengthMin: 1, prefix: "" }))).toBe(true);
  });

  it("counts the unknown elements of a set, as they may turn out to differ", () => {
    expect(valuesEqual(strings, [UNKNOWN, UNKNOWN], [UNKNOWN])).toBe(false);
    expect(valuesEqual(strings, [UNKNOWN, "a"], ["a", UNKNOWN])).toBe(true);
  });

  it("compares dynamic values together with their types", () => {
    const text = new DynamicValue(ctyString, "1");
    expect(valuesEqual(ctyDynamic, text, new DynamicValue(ctyString, "1"))).toBe(true);
    expect(valuesEqual(ctyDynamic, text, new DynamicValue(ctyNumber, CtyNumber.of(1)))).toBe(false);
    expect(valuesEqual(ctyDynamic, new DynamicValue(ctyString, null), null)).toBe(false);
    expect(valuesEqual(ctyDynamic, new DynamicValue(strings, ["a", "b"]), new DynamicValue(strings, ["b", "a"]))).toBe(
      true,
    );
  });

  it("gives different values different keys", () => {
    const pairs = arbitraryValue(ctyMap(ctyList(ctyString)), { nulls: true });
    fc.assert(
      fc.property(pairs, pairs, (a, b) => {
        expect(valueKey(ctyMap(ctyList(ctyString)), a) === valueKey(ctyMap(ctyList(ctyString)), b)).toBe(
          sameJson(a, b),
        );
      }),
    );
  });
});

/** Compares values without numbers, unknowns and sets in a second way. */
const sameJson = (a: CtyValue, b: CtyValue): boolean => {
  const plain = (value: CtyValue): string =>
    JSON.stringify(value instanceof Map ? [...value].sort(([x], [y]) => (String(x) < String(y) ? -1 : 1)) : value);
  return plain(a) === plain(b);
};

/** Copies a value so that no part is the same instance. */
const structuredCopy = (value: CtyValue): CtyValue => {
  if (value instanceof CtyNumber) return CtyNumber.of(value.text);
  if (value instanceof Unknown) return new Unknown(value.refinements && { ...value.refinements });
  if (value instanceof DynamicValue) return new DynamicValue(value.type, structuredCopy(value.value));
  if (isSequence(value)) return value.map(structuredCopy);
  return isMapping(value) ? new Map([...value].reverse().map(([name, part]) => [name, structuredCopy(part)])) : value;
};
