import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  effectivePolicy,
  policyModel,
  validateMergedPolicy,
  validatePolicy,
} from "../../../provider/src/attributes/effective-policy.js";
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

  it.each([
    [{ usage_statistic: "p90" }, { usageStatistic: "p90", usageWindowSeconds: 3600 }],
    [{ usage_window: "2h" }, { usageStatistic: "p95", usageWindowSeconds: 7200 }],
    [{ usage_statistic: "current" }, { usageStatistic: "current", usageWindowSeconds: 0 }],
    [{ balanciness_target: 15 }, { balanciness: 20, balancinessTarget: 15 }],
    [
      { mode: "psi", usage_statistic: "current" },
      { mode: "psi", balanciness: 20 },
    ],
  ])("overrides %j, which is valid beside the other keys of the provider only", (override, policy) => {
    const provider = {
      usage_window: "1h",
      usage_statistic: "p95",
      balanciness: 20,
      psi: { nodes: { memory: { pressure_some: 5 } } },
    };
    const diagnostics = new Diagnostics();
    expect(problemsOf(override)).toEqual([]);
    expect(effectivePolicy(provider, override, diagnostics)).toMatchObject(policy);
    expect(diagnostics.items).toEqual([]);
  });

  it.each([
    [{ balanciness: 5, balanciness_target: 50 }, "policy.balanciness_target"],
    [{ usage_statistic: "current", usage_window: "1h" }, "policy.usage_statistic"],
  ])("is refused at once where its own keys contradict each other: %j", (override, path) => {
    expect(problemsOf(override)).toEqual([expect.stringContaining(`${path}: `)]);
  });

  it("says where the rest comes from when a key contradicts one of the provider", () => {
    const diagnostics = new Diagnostics();
    expect(problemsOf({ balanciness: 5 })).toEqual([]);
    expect(effectivePolicy({ balanciness_target: 15 }, { balanciness: 5 }, diagnostics)).toBeUndefined();
    const [problem] = diagnostics.items;
    expect(formatPath(problem?.path ?? [])).toBe("policy.balanciness_target");
    expect(problem?.detail).toMatch(/\(15\).*balanciness \(5\).*What is not set here is set by the provider\.$/);
    effectivePolicy({ balanciness: 5, balanciness_target: 15 }, null, diagnostics);
    expect(diagnostics.items[1]?.detail).not.toContain("set here");
  });

  it("is judged beside that of the provider as soon as it is known", () => {
    const judged = (model: unknown) => {
      const diagnostics = new Diagnostics();
      validateMergedPolicy({ balanciness: 20 }, model, diagnostics);
      return diagnostics.items.map(({ path }) => formatPath(path));
    };
    expect(judged({ balanciness_target: 25 })).toEqual(["policy.balanciness_target"]);
    expect(judged({ balanciness_target: 25, mode: UNKNOWN })).toEqual([]);
    expect([judged({ balanciness_target: 15 }), judged(null), judged(UNKNOWN)]).toEqual([[], [], []]);
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
