import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../../../provider/src/planning/model/migration-plan.js";
import { planTarget } from "../../../../provider/src/planning/search/plan-target.js";
import { anyCluster } from "../../../support/planning-arbitraries.js";
import { afterMigrations, findFaults } from "../../../support/planning-replay.js";
import { cluster, type GuestSketch, type NodeSketch, policyOf } from "../../../support/snapshot-builders.js";

const RUNS = { numRuns: process.env["PROXLB_SOAK"] === "1" ? 1000 : 100 };

const PARALLEL = { balanciness: 100, max_parallel_migrations: { per_node: 2, total: 4 } };

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

/** Plans the way to a target and checks every step of it. */
function planTo(
  snapshot: ClusterSnapshot,
  target: Readonly<Record<number, string>>,
  policy: Readonly<Record<string, unknown>> = PARALLEL,
): MigrationPlan {
  const plan = planTarget(
    snapshot,
    policyOf(policy),
    new Map(Object.entries(target).map(([vmid, node]) => [Number(vmid), node])),
  );
  expect(findFaults(snapshot, policyOf(policy), plan.migrations)).toEqual([]);
  return plan;
}

const route = ({ migrations }: MigrationPlan): string[] =>
  migrations.map(({ step, vmid, from, to }) => `${step}: ${vmid} ${from} > ${to}`);

describe("the way to a placement that somebody has chosen", () => {
  it("is empty when every guest is there already", () => {
    expect(planTo(cluster({ a: { guests: [10] }, b: { guests: [] } }), { 100: "a" })).toMatchObject({
      migrations: [],
      unresolved: [],
      movesLowerBound: 0,
    });
  });

  it("is told in pressure where that counts", () => {
    const waits = (full: number) => ({ pressure: { memory: { full, some: full } } });
    const snapshot = cluster({ a: { ...waits(40), guests: [10, 10] }, b: { ...waits(4), guests: [20] } });
    const policy = { mode: "psi", psi: { nodes: { memory: { pressure_full: 20 } } } };
    const plan = planTo(snapshot, { 100: "b" }, policy);
    expect(plan.migrations).toHaveLength(1);
    expect(plan.imbalanceBefore.memory).toBe(36);
    expect(plan.imbalanceAfter.memory).toBeLessThan(20);
    expect(plan.balanced).toBe(false);
  });

  it("frees room before it fills it, along a chain", () => {
    const snapshot = cluster({ a: { guests: [60] }, b: { guests: [70] }, c: { guests: [80] }, d: { guests: [] } });
    const plan = planTo(snapshot, { 100: "b", 101: "c", 102: "d" });
    expect(route(plan)).toEqual(["1: 102 c > d", "2: 101 b > c", "3: 100 a > b"]);
    expect(plan.movesLowerBound).toBe(3);
  });

  it("waits only for as many departures as it needs", () => {
    const snapshot = cluster({
      a: { guests: [40] },
      b: { guests: [45, 45] },
      c: { guests: [] },
      d: { guests: [90] },
      e: { guests: [90] },
      f: { guests: [] },
    });
    expect(route(planTo(snapshot, { 100: "b", 101: "c", 102: "d", 103: "e", 104: "f" }))).toEqual([
      "1: 101 b > c",
      "1: 104 e > f",
      "2: 100 a > b",
      "2: 103 d > e",
      "3: 102 b > d",
    ]);
  });

  it("does not send two guests at once into a gap for one", () => {
    const snapshot = cluster({ a: { guests: [30, 30] }, b: { gib: 64, guests: [20, 10] }, c: { guests: [] } });
    const plan = planTo(snapshot, { 100: "b", 101: "b", 102: "c", 103: "c" });
    expect(plan.unresolved).toEqual([]);
  });

  it("counts all guests that stay together", () => {
    const app = tagged(30, "plb_affinity_app");
    const snapshot = cluster({ a: { guests: [app, app] }, b: { gib: 80, guests: [40] }, c: { guests: [] } });
    expect(route(planTo(snapshot, { 100: "b", 101: "b", 102: "c" }))).toEqual([
      "1: 102 b > c",
      "2: 100 a > b",
      "2: 101 a > b",
    ]);
  });

  it("lets guests that keep apart trade places by parking one of them", () => {
    const db = tagged(10, "plb_anti_affinity_db");
    const snapshot = cluster({ a: { guests: [db] }, b: { guests: [db] }, c: { guests: [40] }, d: { guests: [50] } });
    const plan = planTo(snapshot, { 100: "b", 101: "a" });
    expect(route(plan)).toEqual(["1: 100 a > c", "2: 101 b > a", "3: 100 c > b"]);
    expect(plan.migrations[0]?.reason).toBe(
      "Waits on c, because guests are in each other's way: it makes room on a and goes on to b later.",
    );
    expect(plan.unresolved).toEqual([]);
  });

  it("does not let a guest follow into the node of one that it keeps apart from", () => {
    const db = tagged(10, "plb_anti_affinity_db");
    const snapshot = cluster({ a: { guests: [db] }, b: { guests: [db] }, c: { guests: [] } });
    expect(route(planTo(snapshot, { 100: "b", 101: "c" }))).toEqual(["1: 101 b > c", "2: 100 a > b"]);
  });

  it("keeps the reserve of a node and the limits of assigned memory and CPU on the way", () => {
    const snapshot = cluster({ a: { guests: [50] }, b: { guests: [40] }, c: { guests: [] } });
    const policy = { ...PARALLEL, node_reserve: [{ node_name: "b", memory_mib: 20 * 1024 }] };
    expect(route(planTo(snapshot, { 100: "b", 101: "c" }, policy))).toEqual(["1: 101 b > c", "2: 100 a > b"]);
    const wide: GuestSketch = { used: 1, cpuCores: 6 };
    const cores = cluster({
      a: { cpuCores: 8, guests: [wide] },
      b: { cpuCores: 8, guests: [wide] },
      c: { cpuCores: 8, guests: [] },
    });
    expect(route(planTo(cores, { 100: "b", 101: "c" }, { ...PARALLEL, cpu_overcommit: 1 }))).toEqual([
      "1: 101 b > c",
      "2: 100 a > b",
    ]);
  });

  it("parks the guest that takes the least time, where most room is left", () => {
    const snapshot = cluster({
      a: { guests: [70] },
      b: { guests: [60] },
      c: { guests: [30] },
      d: { guests: [10] },
      e: { guests: [20] },
    });
    expect(route(planTo(snapshot, { 100: "b", 101: "a" }))).toEqual(["1: 101 b > d", "2: 100 a > b", "3: 101 d > a"]);
  });

  it("parks nobody where it would break a rule", () => {
    const db = "plb_anti_affinity_db";
    const snapshot = cluster({
      a: { guests: [70] },
      b: { guests: [tagged(60, db)] },
      c: { guests: [tagged(1, db)] },
      d: { guests: [30] },
    });
    expect(route(planTo(snapshot, { 100: "b", 101: "a" }))[0]).toBe("1: 101 b > d");
  });

  it("breaks a cycle of bundles, and one that needs two guests out of the way", () => {
    const one = tagged(30, "plb_affinity_one");
    const two = tagged(30, "plb_affinity_two");
    const bundles = cluster({ a: { guests: [one, one] }, b: { guests: [two, two] }, c: { guests: [] } });
    const swapped = planTo(bundles, { 100: "b", 101: "b", 102: "a", 103: "a" });
    expect(swapped.unresolved).toEqual([]);
    expect(swapped.migrations).toHaveLength(6);
    const full = cluster({
      a: { guests: [45, 45] },
      b: { guests: [90] },
      c: { gib: 50, guests: [] },
      d: { gib: 50, guests: [] },
    });
    const plan = planTo(full, { 100: "b", 101: "b", 102: "a" });
    expect(plan.unresolved).toEqual([]);
    expect(plan.migrations).toHaveLength(5);
  });

  it("does the rest although two guests can never trade places, and says why they stay", () => {
    const stuck = planTo(
      cluster({
        n1: { gib: 64, guests: [60] },
        n2: { gib: 64, guests: [60] },
        n3: { gib: 50, guests: [5] },
        n4: { gib: 50, guests: [] },
      }),
      { 100: "n2", 101: "n1", 102: "n4" },
    );
    expect(route(stuck)).toEqual(["1: 102 n3 > n4"]);
    expect(stuck.unresolved).toEqual([
      {
        kind: "target",
        subject: "guest 100 (guest100)",
        reason:
          "n2 has 4.0 GiB of memory free, 60.0 GiB are needed. What is to leave there (101) cannot go either, and no node can hold it meanwhile.",
      },
      { kind: "target", subject: "guest 101 (guest101)", reason: expect.stringContaining("(100)") as string },
    ]);
  });

  it("says which guests it cannot move at all", () => {
    const app = tagged(5, "plb_affinity_app");
    const snapshot = cluster({
      a: { guests: [tagged(5, "plb_ignore"), tagged(5, "plb_pin_a"), app, app, 5] },
      b: { guests: [] },
      m: { maintenance: true, guests: [] },
    });
    const plan = planTo(snapshot, { 100: "b", 101: "b", 102: "b", 104: "m", 999: "b", 998: "x" });
    expect(plan.migrations).toEqual([]);
    expect(Object.fromEntries(plan.unresolved.map(({ subject, reason }) => [subject, reason]))).toEqual({
      "guest 100 (guest100)": "Its tag plb_ignore keeps it where it is.",
      "guest 101 (guest101)": "The tag plb_pin_a allows only a.",
      "guest 102 (guest102)": "An affinity rule ties it to guest 103, which the target does not send to the same node.",
      "guest 104 (guest104)": "m is in maintenance.",
      "guest 998": "The cluster has no guest with this id.",
      "guest 999": "The cluster has no guest with this id.",
    });
  });

  it("ends where max_migrations leaves no guest parked, and does nothing when it is not enabled", () => {
    const snapshot = cluster({ a: { guests: [70] }, b: { guests: [60] }, c: { guests: [30] } });
    const cut = planTo(snapshot, { 100: "b", 101: "a", 102: "b" }, { max_migrations: 2 });
    expect(cut.migrations.length).toBeLessThanOrEqual(2);
    expect(cut.unresolved.some(({ reason }) => reason.includes("max_migrations is 2"))).toBe(true);
    expect(planTo(snapshot, { 100: "c" }, { enabled: false })).toMatchObject({
      migrations: [],
      unresolved: [{ kind: "target", subject: "target", reason: "Nothing is planned, because enabled is false." }],
    });
  });

  it("is found in a moment where thousands of guests change places at once", () => {
    const nodes: Record<string, NodeSketch> = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `n${n}`,
        { gib: 64, guests: Array.from({ length: 20 }, (__, i) => 2 + (((n * 20 + i) * 7919) % 2) / 2) },
      ]),
    );
    const snapshot = cluster(nodes);
    const goal = (i: number): string => `n${((i % 100) * 7 + Math.floor(i / 100) + 1) % 100}`;
    const target = new Map(snapshot.guests.map(({ vmid }, i) => [vmid, goal(i)]));
    const plan = planTarget(snapshot, policyOf(PARALLEL), target);
    const strays = snapshot.guests.filter(({ vmid, node }) => target.get(vmid) !== node).length;
    expect(strays).toBeGreaterThan(1900);
    expect(plan.migrations).toHaveLength(strays);
    expect(plan.unresolved).toEqual([]);
  }, 5_000);

  it("is valid at every step, and either ends at the target or says which guests do not get there", () => {
    fc.assert(
      fc.property(anyCluster, fc.array(fc.nat({ max: 5 }), { maxLength: 12 }), (snapshot, picks) => {
        const target = new Map(
          snapshot.guests.flatMap((guest, i) => {
            const node = snapshot.nodes[picks[i] ?? 9]?.name;
            return node === undefined ? [] : [[guest.vmid, node] as const];
          }),
        );
        const plan = planTarget(snapshot, policyOf(PARALLEL), target);
        expect(findFaults(snapshot, policyOf(PARALLEL), plan.migrations)).toEqual([]);
        const after = afterMigrations(snapshot, plan.migrations);
        const missed = after.guests.filter(({ vmid, node }) => (target.get(vmid) ?? node) !== node);
        expect(plan.unresolved.map(({ subject }) => subject)).toEqual(
          missed
            .map(({ vmid }) => vmid)
            .sort((x, y) => x - y)
            .map((vmid) => `guest ${vmid} (guest${vmid})`),
        );
        const strangers = after.guests.filter(
          (guest, i) => !target.has(guest.vmid) && guest.node !== snapshot.guests[i]?.node,
        );
        expect(strangers).toEqual([]);
      }),
      RUNS,
    );
  });

  it("parks nobody where some order gets every guest home", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(20, 30, 40), { maxLength: 2 }), { minLength: 3, maxLength: 4 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 }),
        (sizes, picks) => {
          const nodes: Record<string, NodeSketch> = Object.fromEntries(sizes.map((guests, i) => [`n${i}`, { guests }]));
          const snapshot = cluster(nodes);
          const target = new Map(snapshot.guests.map(({ vmid }, i) => [vmid, `n${(picks[i] ?? 0) % sizes.length}`]));
          if (!hasDirectOrder(snapshot, target)) return;
          const plan = planTarget(snapshot, policyOf(PARALLEL), target);
          expect(plan.unresolved).toEqual([]);
          expect(plan.migrations).toHaveLength(plan.movesLowerBound);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Tries every order of the guests that have to move. */
function hasDirectOrder(snapshot: ClusterSnapshot, target: ReadonlyMap<number, string>): boolean {
  const left = snapshot.guests.filter(({ vmid, node }) => target.get(vmid) !== node);
  return (
    left.length === 0 ||
    left.some(({ vmid }) => {
      const move = { vmid, to: target.get(vmid) ?? "" };
      const after = afterMigrations(snapshot, [move]);
      const node = after.nodes.find(({ name }) => name === move.to);
      return node !== undefined && node.memoryUsedBytes <= node.memoryBytes && hasDirectOrder(after, target);
    })
  );
}
