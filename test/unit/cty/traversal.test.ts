import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWhollyKnown, pathOfUnknown } from "../../../provider/src/cty/known.js";
import { nullObject } from "../../../provider/src/cty/null-object.js";
import { CtyNumber } from "../../../provider/src/cty/number.js";
import { formatPath } from "../../../provider/src/cty/path.js";
import { transformValue } from "../../../provider/src/cty/transform.js";
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
import { DynamicValue, UNKNOWN, isUnknown } from "../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { walkValue } from "../../../provider/src/cty/walk.js";
import { arbitraryTypedValue } from "../../support/cty-arbitraries.js";

const guest = ctyObject({ name: ctyString, tags: ctySet(ctyString) });
const cluster = ctyObject({
  guests: ctyMap(guest),
  limits: ctyTuple([ctyNumber, ctyList(ctyString)]),
  extra: ctyDynamic,
});

const clusterWith = (name: CtyValue, tag: CtyValue, limit: CtyValue, extra: CtyValue): CtyValue =>
  new Map<string, CtyValue>([
    [
      "guests",
      new Map([
        [
          "web",
          new Map<string, CtyValue>([
            ["name", name],
            ["tags", [tag]],
          ]),
        ],
      ]),
    ],
    ["limits", [CtyNumber.of(1), [limit]]],
    ["extra", new DynamicValue(ctyObject({ a: ctyString }), new Map([["a", extra]]))],
  ]);

const known = clusterWith("web", "red", "x", "y");

describe("what is unknown", () => {
  it.each([
    [clusterWith(UNKNOWN, "red", "x", "y"), 'guests["web"].name'],
    [clusterWith("web", UNKNOWN, "x", "y"), 'guests["web"].tags'],
    [clusterWith("web", "red", UNKNOWN, "y"), "limits[1][0]"],
    [clusterWith("web", "red", "x", UNKNOWN), "extra.a"],
    [UNKNOWN, ""],
  ])("is found with its path (%#)", (value, path) => {
    expect(isWhollyKnown(value)).toBe(false);
    expect(formatPath(pathOfUnknown(cluster, value)!)).toBe(path);
  });

  it("is not found where everything is known or null", () => {
    expect(isWhollyKnown(known)).toBe(true);
    expect(pathOfUnknown(cluster, known)).toBeUndefined();
    expect(isWhollyKnown(null)).toBe(true);
  });

  it("is found in either way or in none", () => {
    fc.assert(
      fc.property(arbitraryTypedValue({ nulls: true, unknowns: true }), ([type, value]) => {
        expect(pathOfUnknown(type, value) === undefined).toBe(isWhollyKnown(value));
      }),
    );
  });
});

describe("a walk through a value", () => {
  it("visits the outer parts before the inner ones", () => {
    const paths: string[] = [];
    walkValue(cluster, known, (path) => paths.push(formatPath(path)) > 0);
    expect(paths).toEqual([
      "",
      "guests",
      'guests["web"]',
      'guests["web"].name',
      'guests["web"].tags',
      'guests["web"].tags',
      "limits",
      "limits[0]",
      "limits[1]",
      "limits[1][0]",
      "extra",
      "extra",
      "extra.a",
    ]);
  });

  it("leaves out the inside of what the visitor turns down", () => {
    const paths: string[] = [];
    walkValue(cluster, known, (path) => paths.push(formatPath(path)) === 1);
    expect(paths).toEqual(["", "guests", "limits", "extra"]);
  });
});

describe("the transformation of a value", () => {
  it("leaves a value that is replaced by itself as it was", () => {
    fc.assert(
      fc.property(arbitraryTypedValue({ nulls: true, unknowns: true }), ([type, value]) => {
        expect(transformValue(type, value, (_path, _type, part) => part)).toStrictEqual(value);
      }),
    );
  });

  it("replaces inner parts before the outer ones see them", () => {
    const upper = transformValue(cluster, known, (path, type, part) => {
      if (typeof part === "string") return part.toUpperCase();
      return type.kind === "list" ? [...(part as readonly CtyValue[]), formatPath(path)] : part;
    });
    const expected = clusterWith("WEB", "RED", "X", "Y");
    expect(upper).toStrictEqual(
      new Map<string, CtyValue>([
        ...(expected as Map<string, CtyValue>),
        ["limits", [CtyNumber.of(1), ["X", "limits[1]"]]],
      ]),
    );
  });

  it("can make every null unknown", () => {
    fc.assert(
      fc.property(arbitraryTypedValue({ nulls: true }), ([type, value]) => {
        const filled = transformValue(type, value, (_path, _type, part) => part ?? UNKNOWN);
        let nulls = 0;
        let unknowns = 0;
        walkValue(type, value, (_path, _type, part) => (nulls += Number(part === null)) >= 0);
        walkValue(type, filled, (_path, _type, part) => (unknowns += Number(isUnknown(part))) >= 0);
        expect(unknowns).toBe(nulls);
      }),
    );
  });
});

describe("the null object", () => {
  it("has every attribute of its type", () => {
    expect(nullObject(guest)).toEqual(
      new Map([
        ["name", null],
        ["tags", null],
      ]),
    );
  });
});
