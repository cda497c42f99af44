import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { afterMigrations, findFaults, memorySpread } from "../../../support/planning-replay.js";
import { cluster, GIB, type GuestSketch, policyOf } from "../../../support/snapshot-builders.js";

const ten = Array.from({ length: 6 }, () => 10);

describe("when a plan starts and where it ends", () => {
  const uneven = cluster({ a: { guests: ten }, b: { guests: [10, 10, 10, 10] } });

  it("starts only above balanciness", () => {
    expect(planMigrations(uneven, policyOf({ balanciness: 20 })).migrations).toEqual([]);
    expect(planMigrations(uneven, policyOf({ balanciness: 19 })).migrations).toHaveLength(1);
  });

  it("aims below balanciness once it starts, so that the next small change starts nothing", () => {
    const snapshot = cluster({ a: { guests: [...ten, 5, 5, 2, 2] }, b: { guests: [60] } });
    const loose = planMigrations(snapshot, policyOf({ balanciness: 10, balanciness_target: 10 }));
    const tight = planMigrations(snapshot, policyOf({ balanciness: 10, balanciness_target: 1 }));
    expect(loose.imbalanceAfter.memory).toBeLessThanOrEqual(10);
    expect(tight.imbalanceAfter.memory).toBeLessThanOrEqual(1);
  });

  it("waits behind the gate until a node reaches its threshold", () => {
    expect(planMigrations(uneven, policyOf({ balanciness: 5, thresholds: { memory: 61 } })).migrations).toEqual([]);
    expect(planMigrations(uneven, policyOf({ balanciness: 5, thresholds: { memory: 60 } })).migrations).toHaveLength(1);
  });

  it("starts below balanciness when a trigger is reached", () => {
    const policy = { balanciness: 30, balanciness_target: 5, thresholds: { memory: 60 } };
    expect(planMigrations(uneven, policyOf(policy)).migrations).toEqual([]);
    expect(planMigrations(uneven, policyOf({ ...policy, threshold_mode: "trigger" })).migrations).toHaveLength(1);
  });

  it("leaves balancing out when all of it together wins too little, but still repairs", () => {
    const db = { used: 1, tags: ["plb_anti_affinity_db"] };
    const snapshot = cluster({ a: { guests: [...ten, db, db] }, b: { guests: [10, 10, 10, 10] } });
    const policy = { balanciness: 5, balanciness_target: 5 };
    expect(planMigrations(snapshot, policyOf({ ...policy, min_gain: 15 })).migrations).toHaveLength(2);
    const repaired = planMigrations(snapshot, policyOf({ ...policy, min_gain: 25 }));
    expect(repaired.migrations).toHaveLength(1);
    expect(repaired.violationsAfter).toBe(0);
  });

  it("names min_gain as the cause when it leaves balancing out", () => {
    const plan = planMigrations(uneven, policyOf({ balanciness: 5, min_gain: 25 }));
    expect(plan.unresolved).toMatchObject([{ kind: "balance", subject: "method memory" }]);
    expect(plan.unresolved[0]?.reason).toContain("Balancing would win 20.0 points, which is less than min_gain (25).");
  });

  it("judges the balance of a cluster and says why nothing is done when it is not enabled", () => {
    const plan = planMigrations(uneven, policyOf({ enabled: false, balanciness: 5 }));
    expect(plan.balanced).toBe(false);
    expect(plan.unresolved[0]?.reason).toContain("Nothing is planned, because enabled is false.");
    expect(planMigrations(uneven, policyOf({ enabled: false, balanciness: 25 })).balanced).toBe(true);
  });

  it("does not plan what cannot be executed: running virtual machines where live is false", () => {
    const plan = planMigrations(uneven, policyOf({ balanciness: 5, live: false }));
    expect(plan.migrations).toEqual([]);
    const drained = cluster({ m: { maintenance: true, guests: [10] }, b: { guests: [] } });
    const left = planMigrations(drained, policyOf({ balanciness: 50, live: false })).unresolved;
    expect(left).toMatchObject([{ kind: "evacuation" }]);
    expect(left[0]?.reason).toContain("It runs, and live is false.");
  });

  it("plans nothing when it is not enabled, but still measures", () => {
    const plan = planMigrations(uneven, policyOf({ enabled: false, balanciness: 5 }));
    expect(plan.migrations).toEqual([]);
    expect(plan.imbalanceBefore.memory).toBeCloseTo(20, 9);
  });
});

describe("a limit on the number of migrations", () => {
  it("gives the best beginning of the plan", () => {
    const snapshot = cluster({ a: { guests: [...ten, 30] }, b: { guests: [] }, c: { guests: [] } });
    const whole = planMigrations(snapshot, policyOf({ balanciness: 10 }));
    const cut = planMigrations(snapshot, policyOf({ balanciness: 10, max_migrations: 1 }));
    expect(whole.migrations.length).toBeGreaterThan(1);
    expect(cut.migrations).toHaveLength(1);
    expect(cut.unresolved[0]?.reason).toContain("The plan ends here, because max_migrations is 1.");
    expect(cut.imbalanceAfter.memory).toBeLessThan(cut.imbalanceBefore.memory ?? 0);
  });

  it("changes nothing about a plan that keeps to it", () => {
    const snapshot = cluster({ a: { guests: [...ten, 5, 5, 2, 2] }, b: { guests: [60] } });
    const policy = { balanciness: 10, balanciness_target: 1 };
    const whole = planMigrations(snapshot, policyOf(policy));
    const limited = planMigrations(snapshot, policyOf({ ...policy, max_migrations: whole.migrations.length }));
    expect(limited).toEqual(whole);
  });

  it("never tears a bundle apart", () => {
    const app: GuestSketch = { used: 20, tags: ["plb_affinity_app"] };
    const snapshot = cluster({ a: { guests: [app, app, { used: 40, tags: ["plb_ignore"] }] }, b: { guests: [] } });
    expect(planMigrations(snapshot, policyOf({ max_migrations: 1 })).migrations).toEqual([]);
    expect(planMigrations(snapshot, policyOf({ max_migrations: 2 })).migrations).toHaveLength(2);
  });
});

describe("several resources", () => {
  const hot: GuestSketch = { used: 1, cpuUsedCores: 8 };
  const fat: GuestSketch = { used: 20, cpuUsedCores: 0 };

  it("are balanced jointly: a node full of memory trades with one full of CPU", () => {
    const snapshot = cluster({ a: { guests: [fat, fat, fat] }, b: { guests: [hot, hot, hot] } });
    const policy = policyOf({ methods: ["memory", "cpu"], balanciness: 30, balanciness_target: 30 });
    const plan = planMigrations(snapshot, policy);
    expect(plan.imbalanceAfter.memory).toBeLessThanOrEqual(30);
    expect(plan.imbalanceAfter.cpu).toBeLessThanOrEqual(30);
    expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
  });

  it("count by their weights", () => {
    const snapshot = cluster({ a: { guests: [hot, hot] }, b: { guests: [1] } });
    const lax = policyOf({ methods: ["memory", "cpu"], balanciness: 60 });
    expect(planMigrations(snapshot, lax).migrations).toEqual([]);
    const strict = policyOf({ methods: ["memory", "cpu"], balanciness: 60, weights: { cpu: 2 } });
    expect(planMigrations(snapshot, strict).migrations).toHaveLength(1);
  });
});

describe("room that is not there yet", () => {
  it("is made for a guest that has to leave", () => {
    const snapshot = cluster({
      m: { maintenance: true, guests: [{ used: 60, tags: ["plb_pin_b"] }] },
      b: { guests: [50, { used: 10, tags: ["plb_ignore"] }] },
      c: { guests: [20] },
    });
    const policy = policyOf({ balanciness: 100 });
    const plan = planMigrations(snapshot, policy);
    expect(plan.migrations).toMatchObject([
      { vmid: 101, from: "b", to: "c" },
      { vmid: 100, from: "m", to: "b" },
    ]);
    expect(plan.unresolved).toEqual([]);
  });

  it("is made for a bundle that has to come together", () => {
    const app: GuestSketch = { used: 20, tags: ["plb_affinity_app"] };
    const fixed: GuestSketch = { used: 20, tags: ["plb_affinity_app", "plb_ignore"] };
    const snapshot = cluster({ a: { guests: [fixed, 75] }, b: { guests: [app, 10] }, c: { guests: [] } });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 100 }));
    expect(plan.violationsAfter).toBe(0);
    expect(plan.migrations.map(({ vmid, to }) => [vmid, to])).toEqual([
      [101, "c"],
      [102, "a"],
    ]);
  });
});

describe("guests tied by affinity", () => {
  it("move as a unit when load is balanced, in one step", () => {
    const app: GuestSketch = { used: 10, tags: ["plb_affinity_app"] };
    const snapshot = cluster({ a: { guests: [app, app, { used: 30, tags: ["plb_ignore"] }] }, b: { guests: [] } });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 15 }));
    expect(plan.migrations.map(({ step, vmid, to }) => [step, vmid, to])).toEqual([
      [1, 100, "b"],
      [1, 101, "b"],
    ]);
    expect(plan.migrations[0]?.reason).toContain("stay together");
  });

  it("are brought together where that costs the fewest moves", () => {
    const app: GuestSketch = { used: 5, tags: ["plb_affinity_app"] };
    const snapshot = cluster({ a: { guests: [app] }, b: { guests: [app, app] }, c: { guests: [app] } });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 50 }));
    expect(plan.migrations.map(({ to }) => to)).toEqual(["b", "b"]);
    expect(plan.movesLowerBound).toBe(2);
  });
});

describe("the sequence of a plan", () => {
  it("is the same for the same seed, and valid for every seed", () => {
    const snapshot = cluster({
      a: { guests: [...ten, 7, 5, 3] },
      b: { guests: [3, 4, 5] },
      c: { guests: [11, 2] },
      d: { guests: [20, 20, 13] },
    });
    const policy = policyOf({ balanciness: 4 });
    for (const seed of [1, 2, 3, 4]) {
      const plan = planMigrations(snapshot, policy, { seed });
      expect(planMigrations(snapshot, policy, { seed })).toEqual(plan);
      expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
      expect(memorySpread(afterMigrations(snapshot, plan.migrations), policy)).toBeLessThanOrEqual(3.2);
    }
  });

  it("says why each guest moves and what that costs", () => {
    const snapshot = cluster({ a: { guests: [{ used: 20, localDiskBytes: 125e9 }, 20] }, b: { guests: [] } });
    const [migration] = planMigrations(snapshot, policyOf()).migrations;
    expect(migration).toMatchObject({
      vmid: 101,
      reason: "Evens out the load: memory of a from 40.0 % to 20.0 % and of b from 0.0 % to 20.0 %.",
      estimatedSeconds: 212,
      downtime: false,
      localDiskBytes: 0,
    });
  });

  it("prefers the guest that is quicker to move where both help as much", () => {
    const snapshot = cluster({ a: { guests: [{ used: 20, localDiskBytes: 125e9 }, 20, 20] }, b: { guests: [20] } });
    expect(planMigrations(snapshot, policyOf({ balanciness: 30 })).migrations[0]?.vmid).not.toBe(100);
  });
});

describe("clusters at the edge", () => {
  it.each([
    ["without nodes", cluster({})],
    ["without guests", cluster({ a: { guests: [] }, b: { guests: [] } })],
    ["of one node", cluster({ a: { guests: [10, 90] } })],
    ["with every node in maintenance", cluster({ a: { maintenance: true, guests: [10] } })],
    ["with every node offline", cluster({ a: { online: false, guests: [10] } })],
  ])("%s need no migrations", (_, snapshot) => {
    const plan = planMigrations(snapshot, policyOf({ methods: ["memory", "cpu"] }));
    expect(plan.migrations).toEqual([]);
    expect(plan.movesLowerBound).toBe(0);
  });
});

describe("local disk as a balanced resource", () => {
  const stored = (gib: number): GuestSketch => ({ used: 1, localDiskBytes: gib * GIB });
  const disk = (used: number) => ({ diskBytes: 100 * GIB, diskUsedBytes: used * GIB });

  it("moves guests whose disks fill a node, and leaves nodes without local disk out of the comparison", () => {
    const snapshot = cluster({
      a: { ...disk(60), guests: [stored(20), stored(20), stored(20)] },
      b: { ...disk(0), guests: [] },
      none: { guests: [] },
    });
    const plan = planMigrations(snapshot, policyOf({ methods: ["disk"], balanciness: 25, balanciness_target: 20 }));
    expect(plan.migrations).toMatchObject([{ from: "a", to: "b" }]);
    expect(plan.imbalanceBefore).toEqual({ disk: 60 });
    expect(plan.imbalanceAfter).toEqual({ disk: 20 });
    expect(plan.movesLowerBound).toBe(1);
  });
});

describe("what a plan keeps low", () => {
  const slow: GuestSketch = { used: 30, localDiskBytes: 500 * GIB };

  it("is the number of moves, or else the seconds that they take", () => {
    const snapshot = cluster({ a: { guests: [slow, 10, 10, 10] }, b: { guests: [] } });
    const fewest = planMigrations(snapshot, policyOf({ balanciness: 10 }));
    const quickest = planMigrations(snapshot, policyOf({ balanciness: 10, minimize: "seconds" }));
    expect(fewest.migrations).toMatchObject([{ vmid: 100 }]);
    expect(quickest.migrations.map(({ vmid }) => vmid).sort()).toEqual([101, 102, 103]);
  });
});

describe("a guest that moved a short while ago", () => {
  const moved = { used: 30, lastMovedAt: "2026-01-01T11:30:00+00:00" };
  const policy = { balanciness: 10, balanciness_target: 10 };

  it("takes no part in balancing until its cool-down is over", () => {
    const snapshot = {
      ...cluster({ a: { guests: [moved, 28, 2] }, b: { guests: [] } }),
      takenAt: "2026-01-01T12:00:00Z",
    };
    const whoMoves = (cooldown: string | null): number[] =>
      planMigrations(snapshot, policyOf({ ...policy, cooldown })).migrations.map(({ vmid }) => vmid);
    expect(whoMoves("1h")).not.toContain(100);
    expect(whoMoves("20m")).toEqual(whoMoves(null));
  });

  it("leaves a node in maintenance nevertheless", () => {
    const drained = cluster({ a: { maintenance: true, guests: [moved] }, b: { guests: [] } });
    const snapshot = { ...drained, takenAt: "2026-01-01T12:00:00Z" };
    expect(planMigrations(snapshot, policyOf({ ...policy, cooldown: "1h" })).migrations).toMatchObject([{ vmid: 100 }]);
  });
});

describe("a node rule with priorities", () => {
  const rule = (strength: "must" | "should") =>
    ({
      kind: "node-affinity",
      name: "ha",
      origin: "HA rule ha",
      strength,
      vmids: [100],
      nodes: ["a", "b"],
      priorities: { a: 2, b: 1 },
    }) as const;
  const lazy = policyOf({ balanciness: 100 });

  it("brings its guest to the class of the highest priority that is available", () => {
    const away = { a: { guests: [] }, b: { guests: [5] }, c: { guests: [] } };
    for (const strength of ["must", "should"] as const) {
      expect(planMigrations(cluster(away, [rule(strength)]), lazy).migrations).toMatchObject([{ from: "b", to: "a" }]);
    }
    const down = { ...away, a: { maintenance: true, guests: [] } };
    expect(planMigrations(cluster(down, [rule("must")]), lazy).migrations).toEqual([]);
  });

  it("binds to all its nodes when it is strict", () => {
    const drained = { a: { maintenance: true, guests: [5] }, b: { guests: [80] }, c: { guests: [] } };
    expect(planMigrations(cluster(drained, [rule("must")]), lazy).migrations).toMatchObject([{ from: "a", to: "b" }]);
  });
});
