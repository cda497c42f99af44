import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { afterMigrations, findFaults, memorySpread, totalViolations } from "../../support/planning-replay.js";
import { cluster, GIB, type GuestSketch, policyOf } from "../../support/snapshot-builders.js";

/*
 * The kinds of situations that planners are commonly tried on. Nodes have 100 GiB unless said, so GiB are percent.
 */

const REPAIR_ONLY = policyOf({ balanciness: 100 });

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

function planAndReplay(snapshot: ClusterSnapshot, policy = REPAIR_ONLY) {
  const plan = planMigrations(snapshot, policy);
  const after = afterMigrations(snapshot, plan.migrations, policy);
  expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
  expect(planMigrations(after, policy).migrations).toEqual([]);
  return { plan, after };
}

describe("guests that wait for each other", () => {
  it("follow one another through a chain of full nodes", () => {
    const snapshot = cluster({
      a: { guests: [tagged(80, "plb_pin_b")] },
      b: { guests: [tagged(80, "plb_pin_c")] },
      c: { guests: [tagged(80, "plb_pin_d")] },
      d: { guests: [] },
    });
    const { plan, after } = planAndReplay(snapshot);
    expect(plan.migrations.map(({ vmid }) => vmid)).toEqual([102, 101, 100]);
    expect(totalViolations(after)).toBe(0);
  });

  it("make way for each other over a node that has room", () => {
    const snapshot = cluster({
      a: { guests: [tagged(60, "plb_pin_b", "plb_pin_spare")] },
      b: { guests: [tagged(60, "plb_pin_a")] },
      spare: { guests: [] },
    });
    const { plan, after } = planAndReplay(snapshot);
    expect(plan.migrations).toMatchObject([
      { vmid: 100, to: "spare" },
      { vmid: 101, to: "a" },
    ]);
    expect(totalViolations(after)).toBe(0);
  });

  it("stay where no node has room for the trade, and are reported", () => {
    const full = { a: { guests: [tagged(60, "plb_pin_b")] }, b: { guests: [tagged(60, "plb_pin_a")] } };
    const { plan } = planAndReplay(cluster(full));
    expect(plan.migrations).toEqual([]);
    expect(plan.unresolved.map(({ kind }) => kind)).toEqual(["rule", "rule"]);
  });

  it("are all reported when a long cycle over full nodes cannot begin", () => {
    const names = ["a", "b", "c", "d", "e"];
    const nodes = names.map((name, i) => [name, { guests: [tagged(80, `plb_pin_${names[(i + 1) % 5] ?? ""}`)] }]);
    const { plan } = planAndReplay(cluster(Object.fromEntries(nodes) as Parameters<typeof cluster>[0]));
    expect(plan.migrations).toEqual([]);
    expect(plan.unresolved).toHaveLength(5);
  });

  it("make way for each other as bundles, each in one step", () => {
    const pair = (used: number, name: string, ...pins: string[]): GuestSketch[] =>
      [1, 2].map(() => tagged(used, `plb_affinity_${name}`, ...pins));
    const snapshot = cluster({
      a: { guests: pair(30, "x", "plb_pin_b", "plb_pin_spare") },
      b: { guests: pair(30, "y", "plb_pin_a") },
      spare: { guests: [] },
    });
    const { plan, after } = planAndReplay(snapshot);
    expect(totalViolations(after)).toBe(0);
    expect(plan.migrations.map(({ vmid, step }) => [vmid, step])).toEqual([
      [100, 1],
      [101, 1],
      [102, 2],
      [103, 2],
    ]);
  });

  it("wait until the mate that they keep apart from has left", () => {
    const db = (pin: string): GuestSketch => tagged(10, "plb_anti_affinity_db", `plb_pin_${pin}`);
    const snapshot = cluster({ n1: { guests: [db("n2")] }, n2: { guests: [db("n3")] }, n3: { guests: [] } });
    const { plan } = planAndReplay(snapshot);
    expect(plan.migrations).toMatchObject([
      { step: 1, vmid: 101, to: "n3" },
      { step: 2, vmid: 100, to: "n2" },
    ]);
  });

  it("wait for room under the reserve, not only for room", () => {
    const snapshot = cluster({
      n1: { guests: [tagged(50, "plb_pin_n2")] },
      n2: { guests: [tagged(40, "plb_pin_n3")] },
      n3: { guests: [] },
    });
    const policy = policyOf({ balanciness: 100, node_reserve: [{ memory_mib: 20 * 1024 }] });
    expect(planAndReplay(snapshot, policy).plan.migrations.map(({ vmid }) => vmid)).toEqual([101, 100]);
  });

  it("arrive as a bundle only when there is room for the whole bundle", () => {
    const pair = [1, 2].map(() => tagged(30, "plb_affinity_ab", "plb_pin_n2"));
    const snapshot = cluster({
      n1: { guests: pair },
      n2: { gib: 80, guests: [tagged(40, "plb_pin_n3")] },
      n3: { guests: [] },
    });
    const { plan } = planAndReplay(snapshot);
    expect(plan.migrations.map(({ vmid }) => vmid)).toEqual([102, 100, 101]);
  });
});

describe("independent migrations", () => {
  const pinned = (node: string): GuestSketch => tagged(10, `plb_pin_${node}`);

  it("run at the same time between different nodes", () => {
    const snapshot = cluster({
      a: { guests: [pinned("b")] },
      b: { guests: [] },
      c: { guests: [pinned("d")] },
      d: { guests: [] },
    });
    expect(planAndReplay(snapshot).plan.migrations.map(({ step }) => step)).toEqual([1, 1]);
  });

  it("run one after the other into the same node", () => {
    const snapshot = cluster({ a: { guests: [pinned("c")] }, b: { guests: [pinned("c")] }, c: { guests: [] } });
    expect(planAndReplay(snapshot).plan.migrations.map(({ step }) => step)).toEqual([1, 2]);
  });
});

describe("a node in maintenance", () => {
  it("is emptied in a cascade where pins demand it", () => {
    const snapshot = cluster({
      m: { maintenance: true, guests: [tagged(50, "plb_pin_b")] },
      b: { guests: [60] },
      c: { guests: [20] },
    });
    const { plan } = planAndReplay(snapshot);
    expect(plan.migrations).toMatchObject([
      { vmid: 101, from: "b", to: "c" },
      { vmid: 100, from: "m", to: "b" },
    ]);
  });

  it("is emptied only to where the storages of the guests are, and says which is missing", () => {
    const disk = (storage: string): GuestSketch => ({
      used: 10,
      localDiskBytes: 20 * GIB,
      disks: [{ storage, bytes: 20 * GIB }],
    });
    const having = (...ids: string[]) => ({
      storages: ids.map((id) => ({ id, totalBytes: 500 * GIB, usedBytes: 0, shared: false })),
    });
    const snapshot = cluster({
      m: { ...having("tank", "old"), maintenance: true, guests: [disk("tank"), disk("old")] },
      b: { ...having("local"), guests: [] },
      c: { ...having("tank"), guests: [40] },
    });
    const { plan } = planAndReplay(snapshot);
    expect(plan.migrations).toMatchObject([{ vmid: 100, to: "c" }]);
    expect(plan.unresolved).toMatchObject([{ kind: "evacuation", subject: "guest 101 (guest101)" }]);
    expect(plan.unresolved[0]?.reason).toContain("b does not have the storage old, which guest 101 needs.");
  });

  it("keeps an ignored guest and tells nobody to move it", () => {
    const snapshot = cluster({ m: { maintenance: true, guests: [tagged(10, "plb_ignore"), 10] }, b: { guests: [] } });
    expect(planAndReplay(snapshot).plan.migrations).toMatchObject([{ vmid: 101 }]);
  });

  it("is emptied of guests with large local disks too", () => {
    const stored: GuestSketch = { used: 10, localDiskBytes: 130 * GIB };
    const disk = { diskBytes: 1000 * GIB };
    const snapshot = cluster({
      m: { ...disk, maintenance: true, guests: [stored, stored] },
      b: { ...disk, guests: [] },
    });
    expect(planAndReplay(snapshot).plan.migrations).toHaveLength(2);
  });
});

describe("rules that contradict each other", () => {
  it("are reported when guests shall be together and apart", () => {
    const both = tagged(10, "plb_affinity_x", "plb_anti_affinity_y");
    const { plan } = planAndReplay(cluster({ a: { guests: [both] }, b: { guests: [both] } }));
    expect(plan.violationsAfter).toBe(1);
    expect(plan.unresolved.some(({ kind }) => kind === "rule")).toBe(true);
  });

  it("are reported when the tie between guests to be apart goes over a third", () => {
    const snapshot = cluster({
      a: { guests: [tagged(10, "plb_affinity_x", "plb_anti_affinity_z")] },
      b: { guests: [tagged(10, "plb_affinity_x", "plb_affinity_y")] },
      c: { guests: [tagged(10, "plb_affinity_y", "plb_anti_affinity_z")] },
    });
    const { plan } = planAndReplay(snapshot);
    expect(plan.violationsAfter).toBeGreaterThan(0);
    expect(plan.unresolved.some(({ kind }) => kind === "rule")).toBe(true);
  });

  it("are reported when guests that belong together are pinned to different nodes", () => {
    const snapshot = cluster({
      a: { guests: [tagged(10, "plb_affinity_x", "plb_pin_a")] },
      b: { guests: [tagged(10, "plb_affinity_x", "plb_pin_b")] },
    });
    const { plan } = planAndReplay(snapshot);
    expect(plan.migrations).toEqual([]);
    expect(plan.unresolved).toMatchObject([{ kind: "rule", subject: "tag plb_affinity_x" }]);
  });
});

describe("load", () => {
  it("is left as it is below the limit: weights and priorities do not magnify a small gap", () => {
    const snapshot = cluster({ a: { guests: [10, 10] }, b: { guests: [11] } });
    expect(planAndReplay(snapshot, policyOf({ balanciness: 15 })).plan.migrations).toEqual([]);
  });

  it("spreads to a new empty node with as few migrations as it takes", () => {
    const snapshot = cluster({ a: { guests: [20, 20, 20] }, b: { guests: [20, 20, 20] }, fresh: { guests: [] } });
    const { plan, after } = planAndReplay(snapshot, policyOf({ balanciness: 5 }));
    expect(plan.migrations).toHaveLength(2);
    expect(memorySpread(after, REPAIR_ONLY)).toBeCloseTo(0, 9);
  });

  it("reads balanciness in points, so that a large value makes it lazy", () => {
    const snapshot = cluster({ a: { guests: [20, 20] }, b: { guests: [20] } });
    expect(planAndReplay(snapshot, policyOf({ balanciness: 25 })).plan.migrations).toEqual([]);
  });

  it("moves containers where they may move, and says that they restart", () => {
    const container = (used: number): GuestSketch => ({ used, type: "ct" });
    const snapshot = cluster({ a: { guests: [container(20), container(20)] }, b: { guests: [] } });
    expect(planAndReplay(snapshot, policyOf({ balanciness: 5 })).plan.migrations).toEqual([]);
    const both = policyOf({ balanciness: 5, balance_types: ["vm", "ct"] });
    expect(planAndReplay(snapshot, both).plan.migrations).toMatchObject([{ type: "ct", downtime: true }]);
  });

  it("of two resources that conflict ends within the limits of both where guests can trade places", () => {
    const heavy: GuestSketch = { used: 20, cpuCores: 1, cpuUsedCores: 0.5 };
    const busy: GuestSketch = { used: 1, cpuCores: 6, cpuUsedCores: 6 };
    const snapshot = cluster({ a: { guests: [heavy, heavy, heavy, heavy] }, b: { guests: [busy, busy, busy, busy] } });
    const { plan } = planAndReplay(snapshot, policyOf({ balanciness: 10, methods: ["memory", "cpu"] }));
    expect(plan.unresolved).toEqual([]);
    expect(plan.migrations).toHaveLength(4);
  });
});
