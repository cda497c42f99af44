import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import type { ClusterSnapshot, Pressure, Pressures } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../../../provider/src/planning/model/policy.js";
import { applyToSnapshot } from "../../../../provider/src/planning/search/apply-to-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { anyFullCluster, anyPsiPolicyJson } from "../../../support/planning-full-arbitraries.js";
import { findFaults } from "../../../support/planning-replay.js";
import { cluster, type GuestSketch, type NodeSketch, policyOf } from "../../../support/snapshot-builders.js";

const THRESHOLD = { pressure_full: 10, pressure_some: 10, pressure_spikes: 50 };

const POLICY = policyOf({
  mode: "psi",
  psi: { nodes: { memory: THRESHOLD, cpu: THRESHOLD, disk: THRESHOLD }, guests: { memory: THRESHOLD } },
});

const CPU_POLICY = policyOf({ mode: "psi", methods: ["cpu"], psi: { nodes: { cpu: THRESHOLD } } });

const memory = (full: number): { readonly pressure: Pressures } => ({ pressure: { memory: { full, some: full } } });

const calm = memory(0);

const waiting = (used: number, full: number, rest: Partial<GuestSketch> = {}): GuestSketch => ({
  used,
  ...memory(full),
  ...rest,
});

/** Carries a plan out, with the pressures that are expected then. */
function after(snapshot: ClusterSnapshot, policy: Policy, { migrations }: MigrationPlan): ClusterSnapshot {
  const index = buildIndex(snapshot, policy);
  const nodeOf = (name: string): number => index.nodeNames.indexOf(name);
  const moves = migrations.map(({ vmid, from, to }) => ({
    guests: [index.vmids.indexOf(vmid)],
    from: nodeOf(from),
    to: nodeOf(to),
  }));
  return applyToSnapshot(index, moves);
}

function planAndSettle(snapshot: ClusterSnapshot, policy = POLICY): MigrationPlan {
  const plan = planMigrations(snapshot, policy);
  expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
  expect(planMigrations(after(snapshot, policy, plan), policy).migrations).toEqual([]);
  return plan;
}

const routes = ({ migrations }: MigrationPlan): string[] =>
  migrations.map(({ vmid, from, to }) => `${vmid} ${from}>${to}`);

describe("the mode psi", () => {
  it("moves nothing while nobody waits, however uneven the load", () => {
    const plan = planAndSettle(cluster({ a: { ...calm, guests: [30, 30, 20] }, b: { ...calm, guests: [] } }));
    expect(plan).toMatchObject({ migrations: [], balanced: true, unresolved: [], imbalanceBefore: { memory: 0 } });
  });

  it("relieves the node that waits although another uses more", () => {
    const plan = planAndSettle(
      cluster({ a: { ...calm, guests: [30, 30] }, b: { ...memory(40), guests: [10, 15, 15] } }),
    );
    expect(plan.balanced).toBe(false);
    expect(plan.migrations.length).toBeGreaterThan(0);
    expect(plan.migrations.every(({ from, to }) => from === "b" && to === "a")).toBe(true);
    expect(plan.imbalanceBefore.memory).toBe(40);
    expect(plan.imbalanceAfter.memory).toBeLessThan(10);
    expect(plan.migrations[0]?.reason).toMatch(
      /^Relieves b, which is hot: memory pressure of b from 40 % to an expected /,
    );
  });

  it("takes the guest that waits most off a hot node, to the node with the lowest pressure", () => {
    const snapshot = cluster({
      a: { ...memory(15), guests: [waiting(20, 1), waiting(5, 9), waiting(20, 0)] },
      b: { ...memory(3), guests: [10] },
      c: { ...memory(1), guests: [30] },
    });
    expect(routes(planAndSettle(snapshot))).toEqual(["101 a>c"]);
  });

  it("takes the busiest guest where guests do not say how they wait", () => {
    const snapshot = cluster({ a: { ...memory(15), guests: [10, 30, 20] }, b: { ...calm, guests: [10] } });
    expect(routes(planAndSettle(snapshot))).toEqual(["101 a>b"]);
  });

  it("moves a hot guest to a node with much lower pressure, though its own is not hot", () => {
    const snapshot = cluster({
      a: { ...memory(8), guests: [waiting(20, 0), waiting(5, 25)] },
      b: { ...memory(5), guests: [10] },
      c: { ...memory(2), guests: [30] },
    });
    const plan = planAndSettle(snapshot);
    expect(routes(plan)).toEqual(["101 a>c"]);
    expect(plan.migrations[0]?.reason).toContain("Relieves guest 101, which is hot: its memory pressure is 25 %");
  });

  it("leaves a hot guest where its node is not what it waits for", () => {
    const plan = planAndSettle(cluster({ a: { ...calm, guests: [waiting(5, 25)] }, b: { ...calm, guests: [] } }));
    expect(plan.migrations).toEqual([]);
    expect(plan.unresolved).toMatchObject([{ kind: "balance", subject: "guest 100 (guest100)" }]);
    expect(plan.unresolved[0]?.reason).toContain("No node with at most half the pressure of a (memory 0 %)");
  });

  it("never makes a target hot, nor nearly so", () => {
    const nodes = { a: { ...memory(30), guests: [20, 20] }, b: { ...memory(7), guests: [10] } };
    const plan = planAndSettle(cluster(nodes));
    expect(plan.migrations).toEqual([]);
    expect(plan.unresolved).toMatchObject([{ subject: "node a" }]);
  });

  it("lets few guests leave a node before it is measured again", () => {
    const guests = Array.from({ length: 40 }, () => 1);
    const plan = planAndSettle(cluster({ a: { ...memory(90), guests }, b: { ...calm, guests: [] } }));
    expect(plan.migrations).toHaveLength(3);
    expect(plan.unresolved[0]?.reason).toContain("No more than 3 guests leave a hot node in one plan");
  });

  it("does not add up pressures: many waiting guests make no node infeasible", () => {
    const guests = Array.from({ length: 20 }, () => waiting(2, 40));
    const node = { ...memory(40), guests };
    const snapshot = cluster({ a: node, b: node, c: { ...calm, maintenance: true, guests: [5] } });
    const plan = planAndSettle(snapshot);
    expect(plan.migrations).toMatchObject([{ from: "c" }]);
    expect(plan.unresolved.map(({ subject }) => subject)).toContain("node a");
  });

  it("takes a spike for heat, and a mean only if both means are reached", () => {
    const hot = (pressure: Pressure) =>
      cluster({ a: { pressure: { memory: pressure }, guests: [9, 9] }, b: { ...calm, guests: [] } });
    expect(planAndSettle(hot({ full: 1, some: 2, fullSpike: 60 })).migrations).toHaveLength(1);
    expect(planAndSettle(hot({ full: 1, some: 60 })).migrations).toEqual([]);
    expect(planAndSettle(hot({ full: 12, some: 15 })).migrations).toHaveLength(1);
    expect(planAndSettle(hot({ full: 10, some: 10 })).migrations).toHaveLength(1);
  });

  it("takes how often anything waited where nodes have no other figure for their CPU", () => {
    const busy = (some: number): Pick<NodeSketch, "pressure"> => ({ pressure: { cpu: { some } } });
    const guests = [0, 1, 2].map(() => ({ used: 1, cpuUsedCores: 4 }));
    const snapshot = cluster({ a: { ...busy(30), guests }, b: { ...busy(1), guests: [] } });
    expect(routes(planAndSettle(snapshot, CPU_POLICY))).toEqual(["100 a>b"]);
    const spike = { pressure: { cpu: { some: 1, someSpike: 70 } } };
    const spiking = cluster({ a: { ...spike, guests }, b: { ...busy(1), guests: [] } });
    expect(planAndSettle(spiking, CPU_POLICY).migrations).toHaveLength(1);
  });

  it("sends nobody for the sake of memory where memory was not measured, and says so", () => {
    const snapshot = cluster({
      a: { ...memory(40), guests: [10, 10] },
      b: { guests: [] },
      c: { pressure: {}, guests: [] },
    });
    const plan = planAndSettle(snapshot);
    expect(plan.migrations).toEqual([]);
    expect(plan.warnings).toEqual([
      "The memory pressure of b, c is not known, so guests neither leave nor enter there for its sake. Nodes measure it from Proxmox VE 9 on, and anew when guests have come or gone.",
    ]);
    expect(plan.unresolved).toMatchObject([{ subject: "node a" }]);
  });

  it("looks only at the methods that the policy lists", () => {
    const snapshot = cluster({ a: { pressure: { cpu: { some: 90 } }, guests: [10] }, b: { ...calm, guests: [] } });
    expect(planAndSettle(snapshot).migrations).toEqual([]);
  });

  it("relieves disks by the guests that wait for them", () => {
    const disk = (full: number): { readonly pressure: Pressures } => ({ pressure: { disk: { full } } });
    const guests = [
      { used: 1, ...disk(2) },
      { used: 1, ...disk(30) },
    ];
    const snapshot = cluster({ a: { ...disk(30), guests }, b: { ...disk(0), guests: [5] } });
    const policy = policyOf({ mode: "psi", methods: ["disk"], psi: { nodes: { disk: { pressure_full: 10 } } } });
    expect(routes(planAndSettle(snapshot, policy))).toEqual(["101 a>b"]);
  });

  it("keeps rules, pins and ignored guests as always", () => {
    const guests = [
      { used: 30, tags: ["plb_ignore_me"] },
      { used: 25, tags: ["plb_pin_a"] },
      { used: 20, tags: ["plb_anti_affinity_x"] },
      { used: 5 },
    ];
    const other = { used: 5, tags: ["plb_anti_affinity_x"] };
    const snapshot = cluster({ a: { ...memory(12), guests }, b: { ...calm, guests: [other] } });
    expect(routes(planAndSettle(snapshot))).toEqual(["103 a>b"]);
  });

  it("repairs and evacuates without a look at balanciness and thresholds", () => {
    const snapshot = cluster({
      a: { ...calm, guests: [60, 20] },
      b: { ...calm, maintenance: true, guests: [10] },
      c: { ...calm, guests: [] },
    });
    const policy = { ...POLICY, balanciness: 0, balancinessTarget: 0, minGain: 50, thresholds: { memory: 1 } };
    expect(routes(planAndSettle(snapshot, policy))).toEqual(["102 b>c"]);
  });

  it("keeps to max_migrations and to enabled, and says that they hold it back", () => {
    const snapshot = cluster({ a: { ...memory(60), guests: [5, 5, 5, 5, 5, 5, 5, 5] }, b: { ...calm, guests: [] } });
    const one = planMigrations(snapshot, { ...POLICY, maxMigrations: 1 });
    expect(one.migrations).toHaveLength(1);
    expect(one.unresolved[0]?.reason).toContain("max_migrations is 1");
    const none = planMigrations(snapshot, { ...POLICY, enabled: false });
    expect(none).toMatchObject({ migrations: [], balanced: false });
    expect(none.unresolved[0]?.reason).toContain("enabled is false");
  });

  it("fills no target to the brim", () => {
    const plan = planAndSettle(cluster({ a: { ...memory(30), guests: [20, 20] }, b: { ...calm, guests: [75] } }));
    expect(plan.migrations).toEqual([]);
  });
});

const percent = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true }));
const pressures: fc.Arbitrary<Pressures> = fc.record(
  {
    memory: fc.record({ some: percent, full: percent, fullSpike: percent }, { requiredKeys: [] }),
    cpu: fc.record({ some: percent, someSpike: percent }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);
describe("pressure after repairs", () => {
  const CALM_BELOW_20 = policyOf({
    mode: "psi",
    methods: ["cpu"],
    psi: { nodes: { cpu: { pressure_some: 20 } } },
  });
  const some = (percent: number): { readonly pressure: Pressures } => ({ pressure: { cpu: { some: percent } } });

  it("sends who leaves a node in maintenance past a hot node, though it is the less used one", () => {
    const snapshot = cluster({
      a: { ...some(1), maintenance: true, guests: [8, 8] },
      b: { ...some(60), guests: [8] },
      c: { ...some(1), guests: [20, 20] },
    });
    const plan = routes(planAndSettle(snapshot, CALM_BELOW_20));
    expect(plan.slice(0, 2)).toEqual(["100 a>c", "101 a>c"]);
    expect(plan.slice(2).every((route) => route === "102 b>c")).toBe(true);
  });

  it("keeps guests apart on the node with the lowest pressure", () => {
    const apart = { used: 8, tags: ["plb_anti_affinity_x"] };
    const snapshot = cluster({
      a: { ...some(1), guests: [apart, apart] },
      b: { ...some(15), guests: [] },
      c: { ...some(2), guests: [20, 20] },
    });
    expect(planAndSettle(snapshot, CALM_BELOW_20).migrations).toMatchObject([{ from: "a", to: "c" }]);
  });

  it("brings guests together on the node with the lowest pressure of those that cost as many moves", () => {
    const together = { used: 8, tags: ["plb_affinity_x"] };
    const snapshot = cluster({
      a: { ...some(15), guests: [together] },
      b: { ...some(2), guests: [together, 30] },
    });
    expect(routes(planAndSettle(snapshot, CALM_BELOW_20))).toEqual(["100 a>b"]);
  });

  it("sends a guest at once where relief would send it on to", () => {
    const snapshot = cluster({
      a: { ...calm, maintenance: true, guests: [10] },
      b: { ...memory(5.5), guests: [] },
      c: { ...memory(5.6), guests: [40] },
    });
    const plan = planAndSettle(snapshot);
    expect(routes(plan)).toEqual(["100 a>c"]);
    expect(plan.migrations[0]?.reason).toBe("Leaves a, which is in maintenance, for c.");
  });

  it("is looked at with the link over which a guest would leave its new node", () => {
    const busy = { used: 20, dirtyBytesPerSecond: 200e6, tags: ["plb_pin_b", "plb_pin_c"] };
    const snapshot = cluster({
      m: { maintenance: true, ...calm, migrationBytesPerSecond: 125e6, guests: [busy] },
      b: { ...memory(40), migrationBytesPerSecond: 1.25e9, guests: [] },
      c: { ...calm, migrationBytesPerSecond: 1.25e9, guests: [45] },
    });
    expect(planAndSettle(snapshot).migrations.at(-1)).toMatchObject({ vmid: 100, to: "c" });
  });

  it("gives rest, whatever rules, storages and links there are", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyFullCluster, anyPsiPolicyJson, (snapshot, json) => {
        const policy = policyOf({ ...json, max_migrations: null });
        const settled = after(snapshot, policy, planMigrations(snapshot, policy, { iterations: 2 }));
        expect(planMigrations(settled, policy, { iterations: 2 }).migrations).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

const psiCluster = fc
  .array(
    fc.record({
      pressure: pressures,
      maintenance: fc.constantFrom(false, false, false, true),
      guests: fc.array(
        fc.record({
          used: fc.integer({ min: 0, max: 20 }),
          cpuUsedCores: fc.integer({ min: 0, max: 6 }),
          tags: fc.constantFrom([], [], [], ["plb_anti_affinity_x"], ["plb_affinity_a"], ["plb_pin_n0"]),
          pressure: pressures,
        }),
        { maxLength: 8 },
      ),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((nodes) => cluster(Object.fromEntries(nodes.map((node, i) => [`n${i}`, node]))));

/** Variations of forced moves are tested elsewhere. */
const QUICK = { iterations: 50 };

describe("plans by pressure, whatever the cluster", () => {
  const both = { memory: THRESHOLD, cpu: THRESHOLD };
  const policy = policyOf({ mode: "psi", methods: ["memory", "cpu"], psi: { nodes: both, guests: both } });

  it("are valid and leave figures between 0 and 100", () => {
    fc.assert(
      fc.property(psiCluster, (snapshot) => {
        const plan = planMigrations(snapshot, policy, QUICK);
        expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
        const left = after(snapshot, policy, plan);
        const figures = [...left.nodes, ...left.guests].flatMap(({ pressure }) =>
          Object.values(pressure ?? {}).flatMap((entry: Pressure) => Object.values(entry) as number[]),
        );
        expect(figures.every((figure) => figure >= 0 && figure <= 100)).toBe(true);
      }),
    );
  });

  it("move nobody twice where once would do", () => {
    fc.assert(
      fc.property(psiCluster, (snapshot) => {
        const { migrations } = planMigrations(snapshot, policy, QUICK);
        for (const last of migrations) {
          const own = migrations.filter(({ vmid }) => vmid === last.vmid);
          if (own.length > 1 && last === own.at(-1)) {
            const straight = migrations
              .filter((migration) => migration === last || migration.vmid !== last.vmid)
              .map((migration) => (migration === last ? { ...last, from: own[0]?.from ?? "" } : migration));
            expect(findFaults(snapshot, policy, straight)).not.toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("find nothing more to do on their own result", () => {
    fc.assert(
      fc.property(psiCluster, (snapshot) => {
        const plan = planMigrations(snapshot, policy, QUICK);
        expect(routes(planMigrations(after(snapshot, policy, plan), policy, QUICK))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
