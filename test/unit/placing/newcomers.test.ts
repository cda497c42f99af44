import { describe, expect, it } from "vitest";
import type { GuestModel } from "../../../provider/src/placing/guest-attributes.js";
import { withNewcomers } from "../../../provider/src/placing/newcomers.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { cluster, GIB, policyOf } from "../../support/snapshot-builders.js";

const aModel = (changes: Partial<GuestModel> = {}): GuestModel => ({
  type: null,
  name: null,
  vm_id: null,
  cpu_cores: 2,
  memory_mib: 20 * 1024,
  disk_gib: null,
  storage: null,
  tags: null,
  pool: null,
  allowed_nodes: null,
  excluded_nodes: null,
  ...changes,
});

const newcomer = (key: string, node: string, changes: Partial<GuestModel> = {}) => ({
  asked: { key, path: [], model: aModel(changes) },
  node,
});

describe("guests that do not exist yet", () => {
  const snapshot = cluster({ a: { guests: [20] }, b: { guests: [10, 10] } });

  it("count as load of the node where they will be", () => {
    const { nodes, guests } = withNewcomers(snapshot, [newcomer("x", "b"), newcomer("y", "b", { type: "ct" })]);
    expect(nodes.map(({ memoryUsedBytes }) => memoryUsedBytes / GIB)).toEqual([20, 60]);
    expect(guests.slice(3)).toMatchObject([
      { name: "x", node: "b", type: "vm", memoryBytes: 20 * GIB, cpuCores: 2, immovable: "It does not exist yet." },
      { name: "y", node: "b", type: "ct" },
    ]);
    expect(new Set(guests.map(({ vmid }) => vmid)).size).toBe(5);
  });

  it("make others move, and never move themselves", () => {
    const plan = planMigrations(withNewcomers(snapshot, [newcomer("x", "b")]), policyOf());
    expect(plan.migrations.map(({ from, to }) => `${from} -> ${to}`)).toEqual(["b -> a"]);
    expect(plan.migrations.every(({ vmid }) => vmid < 1000)).toBe(true);
  });

  it("take part in rules under the id and the tags that they will have", () => {
    const apart = cluster({ a: { guests: [{ used: 5, tags: ["plb_anti_affinity_x"] }] }, b: { guests: [5] } });
    const plan = planMigrations(
      withNewcomers(apart, [newcomer("x", "a", { vm_id: 700, memory_mib: 1024, tags: ["prod;PLB_anti_affinity_X"] })]),
      policyOf({ balanciness: 50 }),
    );
    expect(plan.violationsBefore).toBe(1);
    expect(plan.migrations.map(({ vmid, to }) => [vmid, to])).toEqual([[100, "b"]]);
  });

  it("leave the snapshot as it is when there are none", () => {
    expect(withNewcomers(snapshot, [])).toBe(snapshot);
  });
});
