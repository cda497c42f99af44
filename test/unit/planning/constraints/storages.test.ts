import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import type { ClusterSnapshot, NodeStorage } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../../../provider/src/planning/model/policy.js";
import { applyToSnapshot } from "../../../../provider/src/planning/search/apply-to-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { findFaults } from "../../../support/planning-replay.js";
import { cluster, GIB, type GuestSketch, policyOf } from "../../../support/snapshot-builders.js";

const POLICY = policyOf({ balanciness: 10, balanciness_target: 10 });

function local(id: string, totalGib: number, usedGib: number): NodeStorage {
  return { id, totalBytes: totalGib * GIB, usedBytes: usedGib * GIB, shared: false };
}

const CEPH: NodeStorage = { id: "ceph", totalBytes: 100 * GIB, usedBytes: 100 * GIB, shared: true };

function withDisk(used: number, storage: string, gib: number, rest: Partial<GuestSketch> = {}): GuestSketch {
  return { used, disks: [{ storage, bytes: gib * GIB }], ...rest };
}

/** Carries a plan out in its order. */
function after(snapshot: ClusterSnapshot, policy: Policy, { migrations }: MigrationPlan): ClusterSnapshot {
  const index = buildIndex(snapshot, policy);
  const node = (name: string): number => index.nodeNames.indexOf(name);
  const moves = migrations.map(({ vmid, from, to }) => ({
    guests: [index.vmids.indexOf(vmid)],
    from: node(from),
    to: node(to),
  }));
  return applyToSnapshot(index, moves);
}

const usedGib = (snapshot: ClusterSnapshot, node: string): number =>
  (snapshot.nodes.find(({ name }) => name === node)?.storages?.[0]?.usedBytes ?? NaN) / GIB;

describe("disks on storage that is not shared", () => {
  it("need no free space where they are already", () => {
    const full = { storages: [local("lvm", 160, 120)] };
    const snapshot = cluster({
      a: { ...full, guests: [withDisk(10, "lvm", 60), withDisk(10, "lvm", 60)] },
      b: { ...full, guests: [withDisk(20, "lvm", 60)] },
    });
    expect(planMigrations(snapshot, POLICY)).toMatchObject({ migrations: [], balanced: true, unresolved: [] });
  });

  it("may be of any size as long as there is room, also when a node drains", () => {
    const snapshot = cluster({
      a: {
        maintenance: true,
        storages: [local("lvm", 4000, 2600)],
        guests: [0, 1].map(() => withDisk(10, "lvm", 1300)),
      },
      b: { storages: [local("lvm", 4000, 0)], guests: [] },
    });
    const plan = planMigrations(snapshot, POLICY);
    expect(plan.migrations.map(({ to }) => to)).toEqual(["b", "b"]);
    expect(plan.unresolved).toEqual([]);
    const moved = after(snapshot, POLICY, plan);
    expect([usedGib(moved, "a"), usedGib(moved, "b")]).toEqual([0, 2600]);
  });

  it("do not go where the storage is too full for them", () => {
    const snapshot = cluster({
      a: { maintenance: true, storages: [local("lvm", 200, 100)], guests: [withDisk(10, "lvm", 100)] },
      b: { storages: [local("lvm", 200, 150)], guests: [] },
      c: { storages: [local("lvm", 200, 100)], guests: [60] },
    });
    expect(planMigrations(snapshot, POLICY).migrations[0]).toMatchObject({ vmid: 100, to: "c" });
  });

  it("share what is free, also when two guests would travel in the same step", () => {
    const guests = [withDisk(10, "lvm", 60), withDisk(10, "lvm", 60)];
    const snapshot = cluster({
      a: { maintenance: true, storages: [local("lvm", 200, 120)], guests },
      b: { storages: [local("lvm", 200, 100)], guests: [] },
    });
    const plan = planMigrations(snapshot, policyOf({ max_parallel_migrations: { per_node: 9, total: 9 } }));
    expect(plan.migrations).toHaveLength(1);
    expect(plan.unresolved).toMatchObject([{ kind: "evacuation" }]);
    expect(plan.unresolved[0]?.reason).toContain("The storage lvm of b has 40.0 GiB free, 60.0 GiB are needed.");
  });

  it("leave room behind for others once they are gone, and not before", () => {
    const snapshot = cluster({
      a: { storages: [local("lvm", 100, 60)], guests: [withDisk(10, "lvm", 60, { tags: ["plb_pin_b"] })] },
      b: { storages: [local("lvm", 200, 60)], guests: [withDisk(10, "lvm", 60, { tags: ["plb_pin_a"] })] },
    });
    const plan = planMigrations(snapshot, policyOf({ max_parallel_migrations: { per_node: 9, total: 9 } }));
    expect(plan.migrations).toMatchObject([
      { vmid: 100, to: "b", step: 1 },
      { vmid: 101, to: "a", step: 2 },
    ]);
    const moved = after(snapshot, POLICY, plan);
    expect([usedGib(moved, "a"), usedGib(moved, "b")]).toEqual([60, 60]);
  });

  it("go to the storage that the policy names, and count there", () => {
    const snapshot = cluster({
      a: { maintenance: true, storages: [local("lvm", 200, 100)], guests: [withDisk(10, "lvm", 100)] },
      b: { storages: [local("zfs", 200, 0)], guests: [] },
    });
    expect(planMigrations(snapshot, POLICY).unresolved[0]?.reason).toContain(
      "b does not have the storage lvm, which guest 100 needs.",
    );
    const policy = policyOf({ target_storage: "zfs" });
    const plan = planMigrations(snapshot, policy);
    expect(plan.migrations).toMatchObject([{ vmid: 100, to: "b" }]);
    const moved = after(snapshot, policy, plan);
    expect([usedGib(moved, "a"), usedGib(moved, "b")]).toEqual([0, 100]);
    expect(moved.guests[0]?.disks).toEqual([{ storage: "zfs", bytes: 100 * GIB }]);
  });
});

describe("disks on shared storage", () => {
  it("cost nothing, however full the storage is", () => {
    const snapshot = cluster({
      a: { maintenance: true, storages: [CEPH], guests: [withDisk(10, "ceph", 50)] },
      b: { storages: [CEPH], guests: [] },
    });
    expect(planMigrations(snapshot, POLICY).migrations).toHaveLength(1);
  });

  it("go only where the storage is, whatever target_storage says about local ones", () => {
    const snapshot = cluster({
      a: { maintenance: true, storages: [CEPH], guests: [withDisk(10, "ceph", 50)] },
      b: { storages: [local("zfs", 100, 0)], guests: [] },
    });
    for (const policy of [POLICY, policyOf({ target_storage: "zfs" })]) {
      const plan = planMigrations(snapshot, policy);
      expect(plan.migrations).toEqual([]);
      expect(plan.unresolved[0]?.reason).toContain("b does not have the storage ceph");
    }
  });
});

describe("guests with disks to copy", () => {
  it("stay where the policy does not let disks be copied", () => {
    const guests = [{ used: 10, localDiskBytes: GIB }, 10];
    const snapshot = cluster({ a: { maintenance: true, guests }, b: { guests: [] } });
    const plan = planMigrations(snapshot, policyOf({ with_local_disks: false }));
    expect(plan.migrations).toMatchObject([{ vmid: 101 }]);
    expect(plan.unresolved[0]?.reason).toContain("with_local_disks is false");
  });
});

describe("storages that nobody has told about", () => {
  it("limit nothing", () => {
    const snapshot = cluster({
      a: { maintenance: true, storages: [local("lvm", 100, 90)], guests: [withDisk(10, "lvm", 90), 5] },
      b: { guests: [] },
    });
    expect(planMigrations(snapshot, POLICY).migrations).toHaveLength(2);
  });
});

describe("local disks on nodes that do not tell of their storages", () => {
  const onDisk = (used: number, gib: number): GuestSketch => ({ used, localDiskBytes: gib * GIB });
  const disk = (totalGib: number, usedGib: number) => ({ diskBytes: totalGib * GIB, diskUsedBytes: usedGib * GIB });

  it("go only where the local disk of the node has room for them", () => {
    const snapshot = cluster({
      a: { maintenance: true, ...disk(200, 100), guests: [onDisk(10, 100)] },
      b: { ...disk(200, 101), guests: [] },
      c: { ...disk(200, 100), guests: [60] },
    });
    expect(planMigrations(snapshot, POLICY).migrations[0]).toMatchObject({ vmid: 100, to: "c" });
  });

  it("share what is free, and the reason tells how much that is", () => {
    const snapshot = cluster({
      a: { maintenance: true, ...disk(200, 120), guests: [onDisk(10, 60), onDisk(10, 60)] },
      b: { ...disk(200, 100), guests: [] },
    });
    const plan = planMigrations(snapshot, policyOf({ max_parallel_migrations: { per_node: 9, total: 9 } }));
    expect(plan.migrations).toHaveLength(1);
    expect(plan.unresolved[0]?.reason).toContain("b has 40.0 GiB of local disk free, 60.0 GiB are needed.");
  });

  it("never go where the disk is too full already, whereas guests without local disks do", () => {
    const snapshot = cluster({
      a: { maintenance: true, ...disk(200, 30), guests: [onDisk(10, 1), 20] },
      b: { ...disk(100, 120), guests: [] },
    });
    const plan = planMigrations(snapshot, POLICY);
    expect(plan.migrations).toMatchObject([{ vmid: 101, to: "b" }]);
    expect(plan.unresolved[0]?.reason).toContain("b has 0.0 GiB of local disk free, 1.0 GiB are needed.");
  });

  it("leave room behind for others once they are gone, and not before", () => {
    const pinned = (gib: number, tag: string): GuestSketch => ({ ...onDisk(10, gib), tags: [tag] });
    const snapshot = cluster({
      a: { ...disk(100, 60), guests: [pinned(60, "plb_pin_b")] },
      b: { ...disk(200, 60), guests: [pinned(60, "plb_pin_a")] },
    });
    const plan = planMigrations(snapshot, policyOf({ max_parallel_migrations: { per_node: 9, total: 9 } }));
    expect(plan.migrations).toMatchObject([
      { vmid: 100, to: "b", step: 1 },
      { vmid: 101, to: "a", step: 2 },
    ]);
  });

  it("are judged by the storages where nodes and guests tell of them, however full the root file system is", () => {
    const guests = [{ ...withDisk(10, "lvm", 100), localDiskBytes: 100 * GIB }];
    const snapshot = cluster({
      a: { maintenance: true, ...disk(50, 20), storages: [local("lvm", 200, 100)], guests },
      b: { ...disk(50, 20), storages: [local("lvm", 200, 100)], guests: [] },
    });
    expect(planMigrations(snapshot, POLICY).migrations).toHaveLength(1);
  });

  it("may go anywhere where the size of the local disk is not known", () => {
    const snapshot = cluster({ a: { maintenance: true, guests: [onDisk(10, 1000)] }, b: { guests: [] } });
    expect(planMigrations(snapshot, POLICY).migrations).toHaveLength(1);
  });
});

const anyStorageCluster = fc
  .array(
    fc.record({
      maintenance: fc.constantFrom(false, false, false, true),
      storages: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom("lvm", "zfs"),
          totalBytes: fc.constantFrom(200 * GIB, 400 * GIB),
          usedBytes: fc.integer({ min: 0, max: 400 }).map((gib) => gib * GIB),
          shared: fc.constant(false),
        }),
        { selector: ({ id }) => id, maxLength: 2 },
      ),
      guests: fc.array(
        fc.record({
          used: fc.integer({ min: 1, max: 20 }),
          disks: fc.array(
            fc.record({
              storage: fc.constantFrom("lvm", "zfs", "ceph"),
              bytes: fc.integer({ min: 0, max: 90 }).map((gib) => gib * GIB),
            }),
            { maxLength: 2 },
          ),
          tags: fc.constantFrom([], [], [], ["plb_affinity_a"], ["plb_anti_affinity_b"], ["plb_pin_n0"]),
        }),
        { maxLength: 6 },
      ),
      hasCeph: fc.boolean(),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((nodes) =>
    cluster(
      Object.fromEntries(
        nodes.map(({ hasCeph, storages, ...node }, i) => [
          `n${i}`,
          { ...node, storages: hasCeph ? [...storages, CEPH] : storages },
        ]),
      ),
    ),
  );

/** Books every step by itself, arrivals before departures, and lists the migrations that had no room or no storage. */
function findStorageFaults(snapshot: ClusterSnapshot, plan: MigrationPlan, targetStorage: string | null): string[] {
  const faults: string[] = [];
  const shared = new Set(
    snapshot.nodes.flatMap((node) => (node.storages ?? []).filter((s) => s.shared).map((s) => s.id)),
  );
  const free = new Map<string, number>(
    snapshot.nodes.flatMap(({ name, storages = [] }) =>
      storages.map((s) => [`${name} ${s.id}`, s.shared ? Infinity : s.totalBytes - s.usedBytes] as const),
    ),
  );
  const add = (key: string, bytes: number): number => {
    const left = (free.get(key) ?? NaN) + bytes;
    free.set(key, left);
    return left;
  };
  for (const step of new Set(plan.migrations.map((migration) => migration.step))) {
    const moves = plan.migrations.filter((migration) => migration.step === step);
    const disksOf = (vmid: number) => snapshot.guests.find((guest) => guest.vmid === vmid)?.disks ?? [];
    for (const { vmid, to } of moves) {
      for (const { storage, bytes } of disksOf(vmid)) {
        const left = add(`${to} ${shared.has(storage) ? storage : (targetStorage ?? storage)}`, -bytes);
        if (!(left >= 0)) faults.push(`guest ${vmid} to ${to}: ${left} bytes left on ${storage}`);
      }
    }
    for (const { vmid, from } of moves) {
      disksOf(vmid).forEach(({ storage, bytes }) => add(`${from} ${storage}`, bytes));
    }
  }
  return faults;
}

describe("plans for clusters with storages", () => {
  const quick = { iterations: 40 };

  it("never send a disk where its storage is missing or full, in no step, and find nothing more to do afterwards", () => {
    fc.assert(
      fc.property(anyStorageCluster, fc.constantFrom(null, "zfs"), (snapshot, target) => {
        const policy = policyOf({ target_storage: target, max_parallel_migrations: { per_node: 3, total: 9 } });
        const plan = planMigrations(snapshot, policy, quick);
        const direct = new Set(plan.migrations.map(({ vmid }) => vmid)).size === plan.migrations.length;
        expect(direct ? findStorageFaults(snapshot, plan, target) : []).toEqual([]);
        expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
        expect(planMigrations(after(snapshot, policy, plan), policy, quick).migrations).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
