import { describe, expect, it } from "vitest";
import { CtyNumber } from "../../../provider/src/cty/number.js";
import { ctyString } from "../../../provider/src/cty/type.js";
import { DynamicValue, UNKNOWN, Unknown } from "../../../provider/src/cty/value.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { computed, optional, optionalComputed, required } from "../../../provider/src/framework/schema/attribute.js";
import {
  list,
  map,
  nestedList,
  nestedMap,
  nestedObject,
  nestedSet,
  set,
} from "../../../provider/src/framework/schema/collection-shapes.js";
import { dynamic, number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { compatibilityProblems } from "../../support/oracles/object-compatible.js";
import { planProblems, replacementProblems } from "../../support/oracles/plan-valid.js";
import { proposedNew } from "../../support/oracles/proposed-new.js";
import { valueOf } from "../../support/test-provider/lab-server.js";

const member = {
  key: required(string, "Names it."),
  seen: computed(string, "Says what was seen."),
  mark: optionalComputed(string, "Marks it."),
};

const attributes = {
  name: optional(string, "Names it."),
  mark: optionalComputed(string, "Marks it."),
  seen: computed(string, "Says what was seen."),
  secret: optional(string, "Is not stored.", { writeOnly: true }),
  words: optional(set(string), "Lists words."),
  levels: optional(map(number), "Holds levels."),
  texts: optional(list(string), "Lists texts."),
  anything: optional(dynamic, "Holds anything."),
  one: optional(nestedObject(member), "Holds one."),
  many: optional(nestedList(member), "Lists them."),
  unordered: optional(nestedSet(member), "Lists them without order."),
  named: optional(nestedMap(member), "Holds them by name."),
  either: optionalComputed(nestedObject(member), "Holds one or what the provider chose."),
};

type Members = Readonly<Record<string, unknown>>;

const value = (members: Members): CtyValue => valueOf(attributes, members);

/** Sets members to values that no text can express. */
const withMembers = (members: Members, special: Readonly<Record<string, CtyValue>>): CtyValue =>
  new Map([...(value(members) as ReadonlyMap<string, CtyValue>), ...Object.entries(special)]);

describe("the port of core's judgement of plans", () => {
  const judged = (prior: Members | null, config: Members, planned: CtyValue) =>
    planProblems(attributes, { prior: prior === null ? null : value(prior), config: value(config), planned });

  it.each<[string, Members | null, Members, CtyValue]>([
    ["the configuration itself", null, { name: "a" }, value({ name: "a" })],
    ["the prior value in place of another spelling", { name: "A" }, { name: "a" }, value({ name: "A" })],
    ["anything for what is computed", null, {}, withMembers({ seen: "x" }, { mark: UNKNOWN })],
    [
      "computed parts of a configured object",
      null,
      { one: { key: "k" } },
      value({ one: { key: "k", seen: "x", mark: "y" } }),
    ],
    ["an object that the provider chose", null, {}, value({ either: { key: "k", seen: "x", mark: "y" } })],
  ])("accepts %s", (_case, prior, config, planned) => {
    expect(judged(prior, config, planned)).toEqual([]);
  });

  it.each<[string, Members | null, Members, CtyValue, string]>([
    ["another value than configured", { name: "A" }, { name: "a" }, value({ name: "b" }), "name: the planned value"],
    ["a value where none is configured", { name: "a" }, {}, value({ name: "a" }), "name: a value is planned"],
    ["null in place of a configured value", null, { mark: "m" }, value({}), "mark: the planned value"],
    ["unknown in place of a configured value", null, { name: "a" }, withMembers({}, { name: UNKNOWN }), "name: "],
    ["a write-only value", null, { secret: "s" }, value({ secret: "s" }), "secret: a write-only value is planned"],
    ["fewer elements than configured", null, { many: [{ key: "a" }] }, value({ many: [] }), "many: 0 elements planned"],
    [
      "more elements of a set than configured",
      null,
      { unordered: [{ key: "a" }] },
      value({ unordered: [{ key: "a" }, { key: "b" }] }),
      "unordered: 2 elements planned, 1 configured",
    ],
    [
      "another key than configured",
      null,
      { named: { a: { key: "k" } } },
      value({ named: { b: { key: "k" } } }),
      'named["a"]: configured, but not planned',
    ],
    [
      "a changed part of an element",
      null,
      { many: [{ key: "a" }] },
      value({ many: [{ key: "b" }] }),
      "many[0].key: the planned value",
    ],
    ["an absent object that is configured", null, { one: { key: "k" } }, value({}), "one: planned to be absent"],
    ["an object that is not configured", null, {}, value({ one: { key: "k" } }), "one: a value is planned"],
    [
      "an unknown object that is configured",
      null,
      { one: { key: "k" } },
      withMembers({}, { one: UNKNOWN }),
      "one: planned to be unknown",
    ],
    ["an object that lacks an attribute", null, {}, new Map([["name", null]]), ": The object lacks these attributes"],
  ])("refuses %s", (...[, prior, config, planned, problem]) => {
    expect(judged(prior, config, planned).join()).toContain(problem);
  });

  it("refuses a replacement path that leads into a set or nowhere", () => {
    const state = value({ unordered: [{ key: "a" }], many: [{ key: "a" }] });
    const problems = replacementProblems(attributes, { prior: state, planned: state }, [
      [{ attribute: "name" }],
      [{ attribute: "many" }, { index: 0 }, { attribute: "key" }],
      [{ attribute: "unordered" }],
      [{ attribute: "unordered" }, { index: 0 }, { attribute: "key" }],
      [{ attribute: "many" }, { index: 1 }],
      [{ attribute: "nothing" }],
    ]);
    expect(problems.map((text) => text.split(":")[0])).toEqual(["unordered[0].key", "many[1]", "nothing"]);
  });
});

describe("the port of core's judgement of results", () => {
  const judged = (planned: CtyValue, actual: CtyValue) => compatibilityProblems(attributes, planned, actual);

  it.each<[string, CtyValue, CtyValue]>([
    ["what was planned", value({ name: "a" }), value({ name: "a" })],
    ["any value for an unknown one", withMembers({}, { seen: UNKNOWN, either: UNKNOWN }), value({ seen: "x" })],
    [
      "two unknown elements of a set that turn out to be one",
      withMembers({}, { words: [UNKNOWN, UNKNOWN] }),
      value({ words: ["a"] }),
    ],
    [
      "a value that keeps its promise",
      withMembers({}, { seen: new Unknown({ notNull: true, prefix: "vm-" }) }),
      value({ seen: "vm-1" }),
    ],
    [
      "numbers however they are written",
      value({ levels: { a: 1 } }),
      withMembers({}, { levels: new Map([["a", CtyNumber.of("1.0")]]) }),
    ],
  ])("accepts %s", (_case, planned, actual) => {
    expect(judged(planned, actual)).toEqual([]);
  });

  it.each<[string, CtyValue, CtyValue, string]>([
    ["another value", value({ name: "a" }), value({ name: "b" }), "name: is not what was planned"],
    ["null for a planned value", value({ name: "a" }), value({}), "name: was not null"],
    ["a value for planned null", value({}), value({ name: "a" }), "name: was null"],
    ["a lost element", value({ texts: ["a", "b"] }), value({ texts: ["a"] }), "texts: planned with 2 elements"],
    ["a lost key", value({ levels: { a: 1 } }), value({ levels: {} }), 'levels["a"]: was planned, but vanished'],
    ["a new key", value({ levels: {} }), value({ levels: { a: 1 } }), 'levels["a"]: was not planned'],
    ["a grown set", withMembers({}, { words: [UNKNOWN] }), value({ words: ["a", "b"] }), "words: has more elements"],
    ["a lost element of a set", value({ words: ["a"] }), value({ words: [] }), "words: a planned element vanished"],
    [
      "a changed element of a nested set",
      value({ unordered: [{ key: "a" }] }),
      value({ unordered: [{ key: "b" }] }),
      "unordered: a planned element vanished",
    ],
    ["a missing object", value({ one: { key: "a" } }), value({}), "one: was not null"],
    [
      "a value that breaks its promise",
      withMembers({}, { seen: new Unknown({ prefix: "vm-" }) }),
      value({ seen: "ct-1" }),
      "seen: breaks what was promised",
    ],
    [
      "null where something was promised",
      withMembers({}, { seen: new Unknown({ notNull: true }) }),
      value({}),
      "seen: breaks what was promised",
    ],
    [
      "another dynamic type",
      withMembers({}, { anything: new DynamicValue(ctyString, "1") }),
      withMembers({}, { anything: new DynamicValue({ kind: "number" }, CtyNumber.of(1)) }),
      "anything: has another type",
    ],
    ["an unknown value", value({ seen: "x" }), withMembers({}, { seen: UNKNOWN }), "seen: was known"],
  ])("refuses %s", (_case, planned, actual, problem) => {
    expect(judged(planned, actual)[0]).toContain(problem);
  });
});

describe("the port of core's merge of configuration and prior state", () => {
  const merged = (prior: Members | null, config: Members) =>
    proposedNew(attributes, prior === null ? null : value(prior), value(config));

  it.each<[string, Members | null, Members, Members]>([
    ["takes what is configured", { name: "a" }, { name: "b" }, { name: "b" }],
    ["forgets what is not configured any more", { name: "a" }, {}, {}],
    ["keeps what the provider chose", { mark: "m", seen: "s" }, {}, { mark: "m", seen: "s" }],
    [
      "keeps it inside list elements by position",
      {
        many: [
          { key: "a", seen: "1" },
          { key: "b", seen: "2" },
        ],
      },
      { many: [{ key: "b" }] },
      { many: [{ key: "b", seen: "1" }] },
    ],
    [
      "keeps it inside map elements by key",
      { named: { a: { key: "a", seen: "1" }, b: { key: "b", seen: "2" } } },
      { named: { b: { key: "b" } } },
      { named: { b: { key: "b", seen: "2" } } },
    ],
    [
      "keeps it inside set elements by what is configured",
      {
        unordered: [
          { key: "a", seen: "1" },
          { key: "b", seen: "2" },
        ],
      },
      { unordered: [{ key: "b" }, { key: "c" }] },
      { unordered: [{ key: "b", seen: "2" }, { key: "c" }] },
    ],
    ["keeps an object that the provider chose", { either: { seen: "s" } }, {}, { either: { seen: "s" } }],
    ["drops an object of which a part must have been configured", { either: { key: "k" } }, {}, {}],
    ["has no prior state on create", null, { one: { key: "k" } }, { one: { key: "k" } }],
  ])("%s", (_case, prior, config, expected) => {
    expect(merged(prior, config)).toEqual(value(expected));
  });

  it("leaves unknown collections unknown", () => {
    const config = withMembers({}, { many: UNKNOWN });
    expect(proposedNew(attributes, value({ many: [{ key: "a" }] }), config)).toEqual(config);
  });
});
