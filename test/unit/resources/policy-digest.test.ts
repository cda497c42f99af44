import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { POLICY_KEYS } from "../../../provider/src/planning/model/policy-keys.js";
import { policyDigest } from "../../../provider/src/resources/balance/policy-digest.js";
import { policyOf } from "../../support/snapshot-builders.js";

const digest = (json: Readonly<Record<string, unknown>>): string => policyDigest(policyOf(json));

const NAMES = ["a", "b", "c", "d"];

/** The lists of texts of a policy that may hold any name. */
const LISTS = POLICY_KEYS.filter(
  ({ kind }) => kind.type === "list" && kind.of.type === "string" && kind.of.allowed === undefined,
).map(({ name }) => name);

describe("what a policy says", () => {
  it("does not depend on the order of its lists", () => {
    expect(LISTS).toContain("ignore_nodes");
    const reserves = [{ node_name: "a", memory_mib: 1 }, { memory_mib: 2 }];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(NAMES, { minLength: NAMES.length }),
        fc.shuffledSubarray(reserves, { minLength: 2 }),
        fc.shuffledSubarray(["memory", "cpu", "disk"], { minLength: 3 }),
        (names, node_reserve, methods) => {
          const lists = (items: readonly string[]) => Object.fromEntries(LISTS.map((name) => [name, items]));
          const pools = (pin: readonly string[]) => [{ pool_id: "p", pin }];
          expect(digest({ ...lists(names), node_reserve, methods, pools: pools(names) })).toBe(
            digest({
              ...lists(NAMES),
              node_reserve: reserves,
              methods: ["memory", "cpu", "disk"],
              pools: pools(NAMES),
            }),
          );
        },
      ),
    );
  });

  it("depends on everything else", () => {
    const digests = [
      {},
      { ignore_nodes: ["a"] },
      { ignore_nodes: ["a", "b"] },
      { maintenance_nodes: ["a"] },
      { weights: { memory: 2, cpu: 3 } },
      { weights: { memory: 3, cpu: 2 } },
      { pools: [{ pool_id: "p", pin: ["a"] }] },
      { pools: [{ pool_id: "p", pin: ["a"], strict: false }] },
    ].map(digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digest({ balanciness: 10 })).toBe(digest({}));
  });
});
