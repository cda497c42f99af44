import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { anyCluster, anyPolicyJson } from "../../../support/planning-arbitraries.js";
import { afterMigrations } from "../../../support/planning-replay.js";
import { cluster, policyOf } from "../../../support/snapshot-builders.js";

const RUNS = { numRuns: process.env["PROXLB_SOAK"] === "1" ? 1000 : 150 };

const TIMEOUT_MS = 120_000;

/** So little effort that hardly anything beyond the first construction is tried. */
const TINY = [0, 1, 5];

describe("a plan that min_gain has cut down to its repairs", () => {
  it("leaves nothing behind that is worth a plan of its own", () => {
    const tied = { cpuUsedCores: 0, tags: ["plb_affinity_b"] };
    const free = { cpuUsedCores: 0 };
    const snapshot = cluster({
      n0: { gib: 64, guests: [] },
      n1: { gib: 64, guests: [{ used: 5, ...free }] },
      n2: {
        gib: 64,
        guests: [
          { used: 12, ...tied },
          { used: 18, ...tied },
          { used: 10, ...free },
          { used: 15, ...free },
        ],
      },
      n3: { gib: 64, maintenance: true, guests: [{ used: 10, ...tied }] },
      n4: { gib: 64, online: false, guests: [{ used: 0, ...tied }] },
    });
    const policy = policyOf({
      balanciness: 1,
      balanciness_target: 0.25,
      methods: ["memory", "cpu"],
      thresholds: { memory: 60 },
      min_gain: 8,
    });
    const plan = planMigrations(snapshot, policy, { iterations: 0 });
    expect(plan.migrations.length).toBeGreaterThan(0);
    const after = afterMigrations(snapshot, plan.migrations);
    expect(planMigrations(after, policy, { iterations: 0 }).migrations).toEqual([]);
  });

  it("does not speak of a gain where balancing would win nothing", () => {
    const apart = { used: 10, tags: ["plb_anti_affinity_x"] };
    const snapshot = cluster({ a: { guests: [apart, apart] }, b: { guests: [{ used: 40, tags: ["plb_ignore"] }] } });
    const { unresolved } = planMigrations(snapshot, policyOf({ balanciness: 5, min_gain: 8 }));
    expect(unresolved.map(({ reason }) => reason).join(" ")).toContain("would win nothing beyond the repairs");
    expect(unresolved.map(({ reason }) => reason).join(" ")).not.toMatch(/would win (-|0\.0)/);
  });
});

describe("planning on the result of a plan", () => {
  it("finds nothing, however little is searched and whatever has to be won", { timeout: TIMEOUT_MS }, () => {
    const leastGain = fc.constantFrom(0, 0.5, 2, 8, 15);
    fc.assert(
      fc.property(
        anyCluster,
        anyPolicyJson,
        leastGain,
        fc.constantFrom(...TINY),
        (snapshot, json, gain, iterations) => {
          const policy = policyOf({ ...json, balanciness_target: 1, min_gain: gain });
          const plan = planMigrations(snapshot, policy, { iterations });
          const after = afterMigrations(snapshot, plan.migrations);
          expect(planMigrations(after, policy, { iterations }).migrations).toEqual([]);
        },
      ),
      RUNS,
    );
  });
});
