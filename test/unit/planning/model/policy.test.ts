import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkPolicyPart,
  decodePolicy,
  DEFAULT_POLICY,
} from "../../../../provider/src/planning/model/decode-policy.js";
import { formatDuration, parseDuration } from "../../../../provider/src/planning/model/duration.js";
import { encodePolicy } from "../../../../provider/src/planning/model/encode-policy.js";
import { mergePolicies } from "../../../../provider/src/planning/model/merge-policies.js";
import type { PolicyKey } from "../../../../provider/src/planning/model/policy-key.js";
import { POLICY_KEYS } from "../../../../provider/src/planning/model/policy-keys.js";
import { anyPolicyJson } from "../../../support/planning-arbitraries.js";
import { policyOf } from "../../../support/snapshot-builders.js";

function problemsOf(json: unknown): readonly { path: readonly (string | number)[]; message: string }[] {
  const decoded = decodePolicy(json);
  return "problems" in decoded ? decoded.problems : [];
}

describe("a policy", () => {
  it("has a default for every attribute", () => {
    expect(policyOf({})).toEqual(DEFAULT_POLICY);
    expect(DEFAULT_POLICY).toMatchObject({
      enabled: true,
      methods: ["memory"],
      weights: { memory: 1, cpu: 1 },
      mode: "used",
      balanciness: 10,
      balancinessTarget: 8,
      thresholdMode: "gate",
      maxMigrations: null,
      balanceTypes: ["vm"],
      migration: {
        maxParallelPerNode: 1,
        maxParallelTotal: 4,
        live: true,
        timeoutSeconds: 1800,
        onInterrupt: "finish",
      },
    });
  });

  it("takes null for unset", () => {
    const unset = Object.fromEntries(POLICY_KEYS.map((key) => [key.name, null]));
    expect(policyOf(unset)).toEqual(DEFAULT_POLICY);
    expect(policyOf({ max_parallel_migrations: { per_node: null, total: 2 } }).migration).toMatchObject({
      maxParallelPerNode: 1,
      maxParallelTotal: 2,
    });
  });

  it("reads the thresholds of ProxLB for pressure, and leaves out what is not said", () => {
    const threshold = { pressure_full: 0.2, pressure_some: 0.2, pressure_spikes: 1 };
    expect(
      policyOf({ mode: "psi", psi: { nodes: { memory: threshold }, guests: { cpu: { pressure_some: 3 } } } }),
    ).toMatchObject({
      mode: "psi",
      psi: {
        nodes: { memory: { full: 0.2, some: 0.2, spikes: 1 } },
        guests: { cpu: { full: null, some: 3, spikes: null } },
      },
    });
  });

  it("looks at the use over a window with a statistic", () => {
    expect(policyOf({ usage_window: "1h", usage_statistic: "p95" })).toMatchObject({
      usageWindowSeconds: 3600,
      usageStatistic: "p95",
    });
  });

  it("aims at four fifths of balanciness unless told", () => {
    expect(policyOf({ balanciness: 5 }).balancinessTarget).toBe(4);
    expect(policyOf({ balanciness: 5, balanciness_target: 5 }).balancinessTarget).toBe(5);
  });

  it("survives encoding and decoding unchanged, with every attribute present", () => {
    const full = {
      weights: { cpu: 2 },
      thresholds: { memory: 80 },
      node_reserve: [{ node_name: "a", memory_mib: 1024.5, cpu_cores: 2 }, { memory_mib: 1 }],
      pools: [{ pool_id: "prod", type: "affinity" }],
      rules: [{ name: "r", type: "node-affinity", tags: ["gpu"], nodes: ["a"] }],
      migration_timeout: "1h30m5s",
      psi: { nodes: { cpu: { pressure_some: 10 } }, guests: { memory: { pressure_full: 1, pressure_spikes: 5 } } },
    };
    fc.assert(
      fc.property(anyPolicyJson, (json) => {
        const policy = policyOf({ ...full, ...json });
        const encoded = encodePolicy(policy);
        expect(Object.keys(encoded).sort()).toEqual(POLICY_KEYS.map((key) => key.name).sort());
        expect(policyOf(encoded)).toEqual(policy);
      }),
    );
  });

  it.each([
    [{ balancines: 5 }, ["balancines"]],
    [{ balanciness: "5" }, ["balanciness"]],
    [{ balanciness: -1 }, ["balanciness"]],
    [{ balanciness: 5, balanciness_target: 6 }, ["balanciness_target"]],
    [{ methods: [] }, ["methods"]],
    [{ methods: ["memory", "network"] }, ["methods", 1]],
    [{ mode: "pressure" }, ["mode"]],
    [{ mode: "psi" }, ["psi"]],
    [{ mode: "psi", psi: { nodes: { cpu: { pressure_some: 5 } } } }, ["psi"]],
    [{ psi: { nodes: { memory: {} } } }, ["psi", "nodes", "memory"]],
    [{ psi: { nodes: { memory: { pressure_ful: 1 } } } }, ["psi", "nodes", "memory", "pressure_ful"]],
    [{ psi: { guests: { disk: { pressure_full: 101 } } } }, ["psi", "guests", "disk", "pressure_full"]],
    [{ psi: { guests: { network: {} } } }, ["psi", "guests", "network"]],
    [{ usage_statistic: "p95" }, ["usage_window"]],
    [{ usage_statistic: "median", usage_window: "1h" }, ["usage_statistic"]],
    [{ usage_window: "1h" }, ["usage_statistic"]],
    [{ usage_window: "1", usage_statistic: "mean" }, ["usage_window"]],
    [{ usage_window: "1h", usage_statistic: "mean", mode: "assigned" }, ["usage_statistic"]],
    [{ weights: { network: 1 } }, ["weights", "network"]],
    [{ weights: { cpu: 0 } }, ["weights", "cpu"]],
    [{ thresholds: [80] }, ["thresholds"]],
    [{ max_migrations: 1.5 }, ["max_migrations"]],
    [{ enabled: "true" }, ["enabled"]],
    [{ node_reserve: [{ memory_gb: 1 }] }, ["node_reserve", 0, "memory_gb"]],
    [{ node_reserve: [{ node_name: "a", memory_mib: 1 }, { node_name: "a" }] }, ["node_reserve", 1, "node_name"]],
    [{ node_reserve: [{ memory_mib: 1 }, { cpu_cores: 2 }] }, ["node_reserve", 1]],
    [{ ignore_nodes: ["a", " "] }, ["ignore_nodes", 1]],
    [{ pools: [{ type: "affinity" }] }, ["pools", 0, "pool_id"]],
    [{ pools: [{ pool_id: "p" }] }, ["pools", 0]],
    [{ rules: [{ name: "r", type: "affinity" }] }, ["rules", 0]],
    [{ rules: [{ name: "r", type: "affinity", vm_ids: [1], nodes: ["a"] }] }, ["rules", 0, "nodes"]],
    [{ rules: [{ name: "r", type: "node-affinity", vm_ids: [1] }] }, ["rules", 0, "nodes"]],
    [{ rules: [0, 1].map(() => ({ name: "r", type: "affinity", vm_ids: [1] })) }, ["rules", 1, "name"]],
    [{ max_parallel_migrations: { per_node: 0 } }, ["max_parallel_migrations", "per_node"]],
    [{ migration_timeout: "30" }, ["migration_timeout"]],
    [{ target_storage: "" }, ["target_storage"]],
    [[], []],
  ] as const)("%j is refused with the path of the attribute", (json, path) => {
    const problems = problemsOf(json);
    expect(problems.map((problem) => problem.path)).toContainEqual(path);
    expect(problems.every((problem) => problem.message.endsWith("."))).toBe(true);
  });

  it("never makes the decoder throw", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...POLICY_KEYS.map((key) => key.name)), (value, key) => {
        expect(() => problemsOf(value)).not.toThrow();
        expect(() => problemsOf({ [key]: value })).not.toThrow();
      }),
    );
  });
});

describe("a policy that is laid over another", () => {
  const pathsOf = (json: unknown): readonly (readonly (string | number)[])[] =>
    checkPolicyPart(json).map(({ path }) => path);

  it.each([
    { usage_statistic: "p90" },
    { usage_window: "1h" },
    { balanciness_target: 15 },
    { balanciness: 5 },
    { mode: "psi" },
    { mode: "psi", methods: ["cpu"] },
    { mode: "psi", psi: { nodes: { cpu: { pressure_some: 5 } } } },
    { usage_window: "1h", usage_statistic: null },
    null,
  ])("may set %j alone, because the other says the rest", (json) => {
    expect(checkPolicyPart(json)).toEqual([]);
  });

  it.each([
    [{ balanciness: 5, balanciness_target: 50 }, ["balanciness_target"]],
    [{ usage_window: "1h", usage_statistic: "current" }, ["usage_statistic"]],
    [{ usage_statistic: "p90", mode: "assigned" }, ["usage_statistic"]],
    [{ mode: "psi", psi: {}, methods: ["memory"] }, ["psi"]],
    [{ psi: { nodes: { memory: {} } } }, ["psi", "nodes", "memory"]],
    [{ pools: [{ pool_id: "p" }] }, ["pools", 0]],
    [{ node_reserve: [{ memory_mib: 1 }, { cpu_cores: 2 }] }, ["node_reserve", 1]],
    [{ rules: [0, 1].map(() => ({ name: "r", type: "affinity", vm_ids: [1] })) }, ["rules", 1, "name"]],
    [{ balanciness: -1, mode: "psi" }, ["balanciness"]],
    [{ balancines: 1 }, ["balancines"]],
    [[], []],
  ])("is refused where it contradicts itself or holds a wrong value: %j", (json, path) => {
    expect(pathsOf(json)).toEqual([path]);
  });

  it("is fine whenever it is fine as a whole policy", () => {
    fc.assert(
      fc.property(anyPolicyJson, (json) => {
        expect(checkPolicyPart(json)).toEqual([]);
      }),
    );
  });
});

/** A value other than the default, and one that is refused, for every attribute. */
const SAMPLES: Readonly<Record<string, readonly [good: unknown, bad: unknown]>> = {
  enabled: [false, 1],
  methods: [["cpu", "disk"], ["io"]],
  weights: [{ cpu: 2 }, { cpu: -1 }],
  mode: ["assigned", "free"],
  psi: [{ guests: { disk: { pressure_full: 3 } } }, []],
  usage_window: ["1h", "soon"],
  usage_statistic: ["p90", "p91"],
  balanciness: [20, 1001],
  balanciness_target: [4, -1],
  thresholds: [{ disk: 90 }, { disk: -1 }],
  threshold_mode: ["trigger", "or"],
  min_gain: [3, -1],
  minimize: ["seconds", "bytes"],
  cooldown: ["2h", "0s"],
  max_migrations: [3, -1],
  cpu_overcommit: [4, 0],
  memory_overcommit: [1.2, 0],
  placement: ["pack", "spread"],
  node_reserve: [[{ memory_mib: 2048 }], [{ memory_mib: -1 }]],
  maintenance_nodes: [["a"], "a"],
  ignore_nodes: [["a"], [""]],
  ignore_guests: [["db*"], [1]],
  ignore_tags: [["keep"], {}],
  tag_dialects: [["proxbalance"], ["goproxlb"]],
  balance_types: [["ct"], ["lxc"]],
  pools: [[{ pool_id: "p", pin: ["a"] }], [{}]],
  rules: [[{ name: "r", type: "affinity", tags: ["x"] }], [{ name: "r" }]],
  max_parallel_migrations: [{ total: 9 }, { total: 0 }],
  live: [false, "no"],
  with_local_disks: [false, 0],
  with_conntrack_state: [false, 0],
  target_storage: ["zfs", 7],
  migration_timeout: ["2h", "1d"],
  on_interrupt: ["stop", "wait"],
};

/** What an attribute needs beside it. */
const COMPANIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  usage_window: { usage_statistic: "mean" },
  usage_statistic: { usage_window: "1h" },
};

describe("every attribute of the policy", () => {
  it.each(POLICY_KEYS.map(({ name }) => name))("%s is read, and refused by its path when it is wrong", (name) => {
    const [good, bad] = SAMPLES[name] ?? [];
    const policy = policyOf({ ...COMPANIONS[name], [name]: good });
    expect(policy).not.toEqual(DEFAULT_POLICY);
    expect({ value: encodePolicy(policy)[name] }).toMatchObject({ value: good });
    const paths = problemsOf({ ...COMPANIONS[name], [name]: bad }).map(({ path }) => path[0]);
    expect(paths).toContain(name);
  });
});

describe("the table of policy attributes", () => {
  function everyKey(keys: readonly PolicyKey[]): PolicyKey[] {
    return keys.flatMap((key) =>
      key.kind.type === "object" || key.kind.type === "object-list" ? [key, ...everyKey(key.kind.fields)] : [key],
    );
  }

  it("describes each attribute in full sentences that name the default where there is one", () => {
    for (const { name, description, ...key } of everyKey(POLICY_KEYS)) {
      expect(description).toMatch(/^[A-Z].*\.$/s);
      if ("default" in key) expect(`${name}: ${description}`).toMatch(/[Dd]efault|Without it|Needed/);
    }
  });

  it("uses no name that CDKTF cannot express", () => {
    expect(everyKey(POLICY_KEYS).map((key) => key.name)).not.toContain("node");
    expect(everyKey(POLICY_KEYS).map((key) => key.name)).not.toContain("fqn");
  });
});

describe("merging policies", () => {
  it("replaces single attributes and keeps the others", () => {
    const merged = mergePolicies({ balanciness: 5, mode: "assigned" }, { balanciness: 7, methods: null });
    expect(merged).toEqual({ balanciness: 7, mode: "assigned" });
  });

  it("switches the window off with the statistic that takes none, unless a window comes with it", () => {
    const recent = { usage_window: "1h", usage_statistic: "p95" };
    expect(mergePolicies(recent, { usage_statistic: "current" })).toEqual({ usage_statistic: "current" });
    expect(mergePolicies(recent, { usage_statistic: "current", usage_window: null })).not.toHaveProperty(
      "usage_window",
    );
    expect(problemsOf(mergePolicies(recent, { usage_statistic: "current", usage_window: "2h" }))).toHaveLength(1);
    expect(policyOf(mergePolicies(recent, { usage_statistic: "current", mode: "assigned" }))).toMatchObject({
      usageWindowSeconds: 0,
      mode: "assigned",
    });
  });

  it("keeps the base where nothing is laid over it", () => {
    expect(mergePolicies({ balanciness: 5 }, null)).toEqual({ balanciness: 5 });
    expect(mergePolicies(null, null)).toEqual({});
  });
});

describe("durations", () => {
  it.each([
    ["30m", 1800],
    ["1h30m", 5400],
    ["90s", 90],
    ["", null],
    ["5", null],
    ["1.5h", null],
    ["-1s", null],
  ])("%s is %s seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it("are written so that they can be read again", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seconds) => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds);
      }),
    );
  });
});
