import { describe, expect, it } from "vitest";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import type { ProviderFunction } from "../../../provider/src/framework/function.js";
import { FunctionArgumentError } from "../../../provider/src/framework/function.js";
import { parseTags } from "../../../provider/src/functions/parse-tags.js";
import { affinityTag, antiAffinityTag, ignoreTag, pinTag } from "../../../provider/src/functions/tag-functions.js";
import { rulesFromTags } from "../../../provider/src/planning/constraints/tag-rules.js";
import { createImmovabilityTest } from "../../../provider/src/planning/constraints/movability.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const failureOf = (fn: ProviderFunction, ...args: readonly CtyValue[]): FunctionArgumentError => {
  try {
    fn.call(args);
  } catch (error) {
    if (error instanceof FunctionArgumentError) return error;
    throw error;
  }
  throw new Error("The function answered.");
};

const tagOf = (fn: ProviderFunction, argument: string): string => {
  const tag = fn.call([argument]);
  if (typeof tag !== "string") throw new Error("The function gave no text.");
  return tag;
};

describe("the functions that build tags", () => {
  it.each([
    [affinityTag, "web", "plb_affinity_web"],
    [antiAffinityTag, "db-1.x+y_z", "plb_anti_affinity_db-1.x+y_z"],
    [pinTag, "pve1", "plb_pin_pve1"],
    [pinTag, "PVE-East", "plb_pin_pve-east"],
    [ignoreTag, "dongle", "plb_ignore_dongle"],
  ] as const)("build $name", (fn, argument, tag) => {
    expect(fn.call([argument])).toBe(tag);
  });

  it("build what the planner reads", () => {
    const tags = [affinityTag, antiAffinityTag].map((fn) => tagOf(fn, "x"));
    const guests = [1, 2].map(() => ({ used: 1, tags: [...tags, tagOf(pinTag, "A")] }));
    const { guests: read } = cluster({ a: { guests } });
    expect(rulesFromTags(read, []).map(({ kind }) => kind)).toEqual([
      "affinity",
      "anti-affinity",
      "node-affinity",
      "node-affinity",
    ]);
    const [still] = cluster({ a: { guests: [{ used: 1, tags: [tagOf(ignoreTag, "x")] }] } }).guests;
    expect(still && createImmovabilityTest(policyOf())(still, "active")).toContain("plb_ignore_x");
  });

  it.each([
    [affinityTag, "", "The name must not be empty."],
    [affinityTag, "Web", 'Write it as "web".'],
    [antiAffinityTag, "two words", 'The name "two words" cannot be part of a Proxmox VE tag.'],
    [affinityTag, "Web Server", "Use only lower-case letters, digits and the characters"],
    [ignoreTag, "a;b", 'The name "a;b" cannot be part'],
    [ignoreTag, "größe", 'The name "größe" cannot be part'],
    [pinTag, "", "The node must not be empty."],
    [pinTag, "pve1.example.com", 'Write it without its domain: "pve1".'],
    [pinTag, "pve_1", 'The node "pve_1" is not the name of a Proxmox VE node'],
  ] as const)("refuse what cannot be a tag, naming the argument: $name(%j)", (fn, argument, text) => {
    const { message, argument: position } = failureOf(fn, argument);
    expect(message).toContain(text);
    expect(position).toBe(0);
  });
});

describe("parse_tags", () => {
  it("sorts tags by what they mean to the planner", () => {
    expect(
      parseTags.call([
        ["plb_affinity_web", "prod", "plb_anti_affinity_db", "plb_pin_pve1", "plb_pin_pve2", "PLB_IGNORE_me", "prod"],
      ]),
    ).toEqual(
      new Map<string, CtyValue>([
        ["affinity", ["plb_affinity_web"]],
        ["anti_affinity", ["plb_anti_affinity_db"]],
        ["pinned_nodes", ["pve1", "pve2"]],
        ["ignored", true],
        ["other", ["prod"]],
      ]),
    );
  });

  it("takes joined tags apart and finds nothing in none", () => {
    const joined = parseTags.call([["plb_pin_a;b", " c , plb_pin_ "]]) as ReadonlyMap<string, CtyValue>;
    expect(joined.get("pinned_nodes")).toEqual(["a"]);
    expect(joined.get("other")).toEqual(["b", "c", "plb_pin_"]);
    const empty = parseTags.call([[]]) as ReadonlyMap<string, CtyValue>;
    expect([...empty.values()]).toEqual([[], [], [], false, []]);
  });

  it.each([
    [["ok", "not!ok"], 'the element "not!ok"'],
    [["ok", null], "an element that is null"],
    [["-a"], 'the element "-a"'],
  ])("refuses %j", (tags, text) => {
    const { message, argument } = failureOf(parseTags, tags);
    expect(message).toContain(text);
    expect(argument).toBe(0);
  });
});
