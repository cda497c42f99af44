import { describe, expect, it } from "vitest";
import type { ClusterSnapshot, Rule } from "../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../../provider/src/planning/model/migration-plan.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { judgeCluster } from "../../support/planning-judge.js";
import { findFlaws } from "../../support/planning-judge-claims.js";
import { cluster, type GuestSketch, policyOf } from "../../support/snapshot-builders.js";

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

const APART: Rule = { kind: "anti-affinity", name: "r", origin: "HA rule r", strength: "must", vmids: [100, 102] };

describe("the judge of clusters", () => {
  it("counts what must, what should and what is to leave", () => {
    const snapshot = cluster(
      {
        m: {
          maintenance: true,
          guests: [tagged(10, "plb_anti_affinity_db"), tagged(10, "plb_anti_affinity_db"), tagged(1, "plb_ignore")],
        },
        a: { guests: [1, 1] },
        b: { guests: [] },
      },
      [
        { ...APART, vmids: [103, 104], strength: "should" },
        { ...APART, kind: "node-affinity", vmids: [103, 104], nodes: ["a", "b"], priorities: { b: 1 } },
      ],
    );
    const standing = judgeCluster(snapshot, policyOf());
    expect(standing).toMatchObject({ mustViolations: 1, shouldViolations: 3, evacuationsLeft: 2 });
  });

  it("measures spread against what the reserve leaves, over the nodes that take guests", () => {
    const snapshot = cluster({ a: { guests: [40] }, b: { guests: [20] }, m: { maintenance: true, guests: [] } });
    const policy = policyOf({ node_reserve: [{ memory_mib: 20 * 1024 }] });
    expect(judgeCluster(snapshot, policy).spread.memory).toBeCloseTo(25, 9);
    const assigned = cluster({ a: { guests: [{ used: 1, assigned: 40 }] }, b: { guests: [20] } });
    expect(judgeCluster(assigned, policyOf({ mode: "assigned" })).spread.memory).toBeCloseTo(20, 9);
  });
});

describe("the judge of what plans say of themselves", () => {
  const snapshot: ClusterSnapshot = {
    ...cluster({
      a: { guests: [tagged(10, "plb_pin_b"), 20, 20, 27] },
      b: { guests: [10] },
      m: { maintenance: true, guests: [10, { used: 10, lock: "backup" }] },
    }),
    takenAt: "2026-01-01T12:00:00Z",
  };
  const policy = policyOf({ balanciness: 5, methods: ["memory", "cpu"] });
  const plan = planMigrations(snapshot, policy);
  const { before, after, cost, proof } = plan.metrics;
  const loads = (change: object): MigrationPlan["metrics"] => ({
    ...plan.metrics,
    after: { ...after, load: { memory: { ...after.load.memory, ...change } } as typeof after.load },
  });
  const [first, ...others] = plan.migrations;

  it("finds nothing wrong with a plan that is right", () => {
    expect(plan.migrations.length).toBeGreaterThan(1);
    expect(plan.unresolved.map(({ kind }) => kind)).toEqual(["evacuation"]);
    expect(findFlaws(snapshot, policy, plan)).toEqual([]);
  });

  const lies: readonly (readonly [string, Partial<MigrationPlan>, RegExp])[] = [
    ["spread before", { imbalanceBefore: { ...plan.imbalanceBefore, memory: 1 } }, /imbalanceBefore of memory/],
    ["spread after", { imbalanceAfter: { memory: 1, cpu: 0 } }, /imbalanceAfter of memory/],
    ["violations before", { violationsBefore: 0 }, /violationsBefore/],
    ["violations after", { violationsAfter: 1 }, /violationsAfter/],
    ["lower bound", { movesLowerBound: 99 }, /lower bound is above the plan/],
    ["second bound", { movesLowerBound: 0 }, /two lower bounds/],
    [
      "must violations",
      { metrics: { ...plan.metrics, before: { ...before, mustViolations: 7 } } },
      /mustViolations before/,
    ],
    [
      "should violations",
      { metrics: { ...plan.metrics, after: { ...after, shouldViolations: 7 } } },
      /shouldViolations after/,
    ],
    ["evacuations", { metrics: { ...plan.metrics, after: { ...after, evacuationsLeft: 7 } } }, /evacuationsLeft after/],
    ["deviation", { metrics: loads({ standardDeviation: 50 }) }, /standardDeviation of memory after/],
    ["variation", { metrics: loads({ coefficientOfVariation: 50 }) }, /coefficientOfVariation of memory after/],
    ["hottest node", { metrics: loads({ hottestPercent: 99 }) }, /hottestPercent of memory after/],
    ["spread in the metrics", { metrics: loads({ spread: 99 }) }, /spread of memory after/],
    ["migrations", { metrics: { ...plan.metrics, cost: { ...cost, migrations: 9 } } }, /the number of migrations/],
    ["parking", { metrics: { ...plan.metrics, cost: { ...cost, parking: 9 } } }, /parking/],
    ["memory", { metrics: { ...plan.metrics, cost: { ...cost, memoryGib: 9 } } }, /memoryGib/],
    ["disk", { metrics: { ...plan.metrics, cost: { ...cost, localDiskGib: 9 } } }, /localDiskGib/],
    ["seconds", { metrics: { ...plan.metrics, cost: { ...cost, totalSeconds: 9 } } }, /totalSeconds/],
    ["makespan", { estimatedSeconds: 1 }, /makespanSeconds|no time between/],
    [
      "concurrency",
      { metrics: { ...plan.metrics, cost: { ...cost, maxConcurrentPerNode: 9 } } },
      /maxConcurrentPerNode/,
    ],
    ["two bounds", { metrics: { ...plan.metrics, proof: { ...proof, movesLowerBound: 0 } } }, /two lower bounds/],
    ["names", { migrations: [{ ...first!, name: "nobody" }, ...others] }, /not told rightly/],
    ["steps", { migrations: plan.migrations.map((move) => ({ ...move, step: move.step + 1 })) }, /without gaps/],
    ["nothing left", { unresolved: [] }, /nobody says that guest 106/],
    [
      "left what is done",
      { unresolved: [...plan.unresolved, { kind: "rule", subject: "guest 100 (guest100)", reason: "So." }] },
      /0 violations are left, of which 1/,
    ],
    [
      "staying what left",
      { unresolved: [...plan.unresolved, { kind: "evacuation", subject: "guest 105 (guest105)", reason: "So." }] },
      /guest 105 \(guest105\) is said to stay/,
    ],
    [
      "missed what is met",
      { unresolved: [...plan.unresolved, { kind: "balance", subject: "method cpu", reason: "So." }] },
      /cpu is said to miss/,
    ],
    ["no reason", { unresolved: plan.unresolved.map((entry) => ({ ...entry, reason: "" })) }, /lacks a reason/],
    ["less", { migrations: others }, /nobody says|violationsAfter/],
  ];

  it.each(lies)("sees a false figure: %s", (_what, lie, flaw) => {
    expect(findFlaws(snapshot, policy, { ...plan, ...lie }).join("\n")).toMatch(flaw);
  });

  const even = cluster({ a: { guests: [10, 10] }, b: { guests: [10, 4] } });
  const moved = planMigrations(cluster({ a: { guests: [10, 10] }, b: { guests: [4] } }), policyOf({ balanciness: 5 }));
  const brakes: readonly (readonly [string, ClusterSnapshot, Record<string, unknown>, RegExp])[] = [
    ["enabled", even, { enabled: false }, /enabled is false/],
    ["balanciness", even, { balanciness: 30 }, /the policy does not want it/],
    ["the gate", even, { balanciness: 1, thresholds: { memory: 90 } }, /the policy does not want it/],
    ["min_gain", even, { balanciness: 1, min_gain: 50 }, /below min_gain/],
    [
      "cooldown",
      {
        ...cluster({ a: { guests: [{ used: 10, lastMovedAt: "2026-01-01T11:59:00Z" }, 10] }, b: { guests: [4] } }),
        takenAt: "2026-01-01T12:00:00Z",
      },
      { balanciness: 1, cooldown: "1h" },
      /cooldown lets it rest/,
    ],
    ["a rise of the spread", cluster({ a: { guests: [10, 1] }, b: { guests: [30] } }), {}, /makes the load less even/],
  ];

  it.each(brakes)("sees a plan that passes over %s", (_what, start, json, flaw) => {
    const migrations = [{ ...moved.migrations[0]!, vmid: 100, name: "guest100", from: "a", to: "b", step: 1 }];
    expect(findFlaws(start, policyOf(json), { ...moved, migrations }).join("\n")).toMatch(flaw);
  });

  it("sees a plan that breaks what must hold for the sake of what should", () => {
    const start = cluster({ a: { guests: [{ used: 10, pool: "p" }, 10] }, b: { guests: [10] } }, [APART]);
    const wish = policyOf({ pools: [{ pool_id: "p", pin: ["b"], strict: false }] });
    const migrations = [{ ...moved.migrations[0]!, vmid: 100, name: "guest100", from: "a", to: "b", step: 1 }];
    expect(findFlaws(start, wish, { ...moved, migrations }).join("\n")).toMatch(/makes mustViolations worse: 1 for 0/);
  });
});
