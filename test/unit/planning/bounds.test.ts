import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { cluster, GIB, type GuestSketch, policyOf } from "../../support/snapshot-builders.js";

/*
 * What a plan claims at the edges: a bound that a plan contradicts is no bound, and a plan that drives the nodes apart
 * balances nothing. Nodes have 100 GiB unless said.
 */

describe("the lower bound on the number of migrations", () => {
  it("asks nothing of a node that takes no guests, because its reserve leaves nothing", () => {
    const pinned: GuestSketch = { used: 5, tags: ["plb_pin_c"] };
    const snapshot = cluster({
      a: { guests: [] },
      b: { guests: [pinned, 30, 30] },
      c: { guests: [{ used: 12, tags: ["plb_ignore"] }] },
    });
    const policy = policyOf({ balanciness: 10, node_reserve: [{ node_name: "b", memory_mib: 100 * 1024 }] });
    const plan = planMigrations(snapshot, policy);
    expect(plan.migrations).toMatchObject([{ vmid: 100, to: "c" }]);
    expect(plan.movesLowerBound).toBe(1);
  });

  it("allows for load that goes to a node whose capacity nobody knows", () => {
    const disk = (gib: number, ...tags: string[]): GuestSketch => ({ used: 1, localDiskBytes: gib * GIB, tags });
    const snapshot = cluster({
      a: { diskBytes: 100 * GIB, diskUsedBytes: 70 * GIB, guests: [disk(35, "plb_pin_unknown"), disk(35)] },
      b: { diskBytes: 100 * GIB, diskUsedBytes: 30 * GIB, guests: [disk(30)] },
      c: { diskBytes: 100 * GIB, diskUsedBytes: 30 * GIB, guests: [disk(30)] },
      d: { diskBytes: 100 * GIB, diskUsedBytes: 30 * GIB, guests: [disk(30)] },
      unknown: { guests: [] },
    });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 10, methods: ["disk"] }));
    expect(plan.migrations).toHaveLength(1);
    expect(plan.unresolved).toEqual([]);
    expect(plan.movesLowerBound).toBeLessThanOrEqual(plan.migrations.length);
  });
});

describe("a plan that misses the target", () => {
  it("does not drive the emptiest and the fullest node apart for load that comes nearer to the mean", () => {
    const disk = (gib: number, cpuCores: number): GuestSketch => ({ used: 1, cpuCores, localDiskBytes: gib * GIB });
    const snapshot = cluster({
      small: { diskBytes: 100 * GIB, diskUsedBytes: 20 * GIB, cpuCores: 8, guests: [] },
      full: {
        diskBytes: 500 * GIB,
        diskUsedBytes: 90 * GIB,
        cpuCores: 8,
        guests: [disk(40, 5), { ...disk(50, 3), tags: ["plb_ignore"] }],
      },
      empty: { diskBytes: 500 * GIB, diskUsedBytes: 15 * GIB, cpuCores: 8, guests: [disk(15, 6)] },
    });
    const policy = policyOf({ balanciness: 3, methods: ["disk"], cpu_overcommit: 1 });
    const { imbalanceBefore, imbalanceAfter } = planMigrations(snapshot, policy);
    expect(imbalanceBefore.disk).toBeCloseTo(17, 9);
    expect(imbalanceAfter.disk).toBeLessThanOrEqual(17);
  });
});

describe("a plan that starts because of the load", () => {
  it("aims at the target, although the repairs alone end below what starts a plan", () => {
    const snapshot = cluster({
      a: { guests: [{ used: 30, tags: ["plb_pin_b"] }, 20, 5] },
      b: { guests: [10] },
      c: { guests: [33] },
    });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 20, balanciness_target: 10 }));
    expect(plan.migrations.map(({ vmid, to }) => `${vmid} > ${to}`).sort()).toEqual(["100 > b", "103 > a"]);
    expect(plan.unresolved).toEqual([]);
  });
});

describe("a repair that cannot be whole", () => {
  it("brings together what can be, and makes room for it where it must", () => {
    const mate: GuestSketch = { used: 10, tags: ["plb_affinity_x"] };
    const snapshot = cluster({
      down: { online: false, guests: [mate] },
      lone: { guests: [mate] },
      held: { guests: [{ ...mate, status: "stopped" }, 40, 45] },
      free: { guests: [5] },
    });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 100 }), { iterations: 0 });
    expect(plan).toMatchObject({ violationsBefore: 2, violationsAfter: 1 });
    expect(plan.migrations.at(-1)).toMatchObject({ vmid: 101, from: "lone", to: "held" });
  });
});
