import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectivePolicy, policyModel, validatePolicy } from "../../../provider/src/attributes/effective-policy.js";
import { effectivePolicyAttribute, policyAttribute } from "../../../provider/src/attributes/policy-attribute.js";
import { typesEqual } from "../../../provider/src/cty/type-equality.js";
import { formatPath } from "../../../provider/src/cty/path.js";
import { UNKNOWN } from "../../../provider/src/cty/value.js";
import { Diagnostics } from "../../../provider/src/framework/diagnostics.js";
import { decodeValue, encodeValue } from "../../../provider/src/framework/schema/model.js";
import { DEFAULT_POLICY } from "../../../provider/src/planning/model/decode-policy.js";

const problemsOf = (model: unknown): readonly string[] => {
  const diagnostics = new Diagnostics();
  validatePolicy(model, diagnostics);
  return diagnostics.items.map(({ path, detail }) => `${formatPath(path)}: ${detail}`);
};

describe("the policy of a data source or resource", () => {
  it("overrides single keys of the provider's policy and keeps the others", () => {
    const diagnostics = new Diagnostics();
    const policy = effectivePolicy({ balanciness: 20, mode: "assigned" }, { balanciness: 5, mode: null }, diagnostics);
    expect(policy).toMatchObject({ balanciness: 5, mode: "assigned", balancinessTarget: 4 });
    expect(diagnostics.items).toEqual([]);
  });

  it("names the key that is wrong by its path", () => {
    expect(problemsOf({ balanciness: -1 })[0]).toMatch(/^policy\.balanciness: /);
    expect(problemsOf({ methods: ["memory", "luck"] })[0]).toMatch(/^policy\.methods\[1\]: /);
    expect(problemsOf({ node_reserve: [{ node_name: null, memory_mib: -5, cpu_cores: null }] })[0]).toMatch(
      /^policy\.node_reserve\[0\]\.memory_mib: /,
    );
  });

  it("leaves a policy that is not wholly known for later", () => {
    expect(problemsOf({ balanciness: -1, mode: UNKNOWN })).toEqual([]);
  });

  it("has the same type as the effective policy, so that one can be assigned to the other", () => {
    expect(typesEqual(policyAttribute.shape.type, effectivePolicyAttribute.shape.type)).toBe(true);
  });
});

describe("the effective policy", () => {
  it("gives the same policy when it is fed back in", () => {
    const diagnostics = new Diagnostics();
    fc.assert(
      fc.property(
        fc.record({
          balanciness: fc.integer({ min: 1, max: 100 }),
          max_migrations: fc.option(fc.integer({ min: 0, max: 50 })),
          maintenance_nodes: fc.array(fc.constantFrom("pve1", "pve2", "pve3"), { maxLength: 3 }),
          weights: fc.option(fc.constant(new Map([["memory", 2]]))),
        }),
        (model) => {
          const policy = effectivePolicy({}, model, diagnostics);
          expect(policy).toBeDefined();
          expect(effectivePolicy({}, policyModel(policy ?? DEFAULT_POLICY), diagnostics)).toEqual(policy);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("survives the way through a value", () => {
    const model = policyModel(DEFAULT_POLICY);
    const value = encodeValue(effectivePolicyAttribute.shape, model);
    expect(decodeValue(policyAttribute.shape, value)).toEqual(model);
  });
});
