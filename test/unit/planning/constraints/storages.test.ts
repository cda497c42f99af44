import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import type { ClusterSnapshot, NodeStorage } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../../../provider/src/planning/model/migration-plan.js";
import type { Policy } from "../../../../provider/src/planning/model/policy.js";
import { applyToSnapshot } from "../../../../provider/src/planning/search/apply-to-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
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

describe("storages that nobody has told about", () => {
  it("limit nothing", () => {
    const snapshot = cluster({
      a: { maintenance: true, storages: [local("lvm", 100, 90)], guests: [withDisk(10, "lvm", 90), 5] },
      b: { guests: [] },
    });
    expect(planMigrations(snapshot, POLICY).migrations).toHaveLength(2);
  });
});
