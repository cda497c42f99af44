import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planTarget } from "../../../../provider/src/planning/search/plan-target.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { anyCluster, anyPolicyJson } from "../../../support/planning-arbitraries.js";
import { afterMigrations } from "../../../support/planning-replay.js";
import { cluster, GIB, policyOf } from "../../../support/snapshot-builders.js";

const LAX = policyOf({ balanciness: 100 });

const metricsOf = (...[snapshot, policy = LAX]: [Parameters<typeof cluster>[0], ReturnType<typeof policyOf>?]) =>
  planMigrations(cluster(snapshot), policy).metrics;

describe("the figures of a plan", () => {
  it("tell how even the load is before and after", () => {
    const { before, after } = metricsOf(
      { a: { guests: [30, 30] }, b: { guests: [20] } },
      policyOf({ balanciness: 20 }),
    );
    expect(before.load.memory).toEqual({
      spread: 40,
      standardDeviation: 20,
      coefficientOfVariation: 0.5,
      hottestNode: "a",
      hottestPercent: 60,
    });
    expect(after.load.memory).toMatchObject({
      spread: 20,
      standardDeviation: 10,
      hottestNode: "b",
      hottestPercent: 50,
    });
  });

  it("show the imbalance that the balancer of Proxmox VE would see", () => {
    const load = (percent: number) => ({ cpuUsedCores: (32 * percent) / 100, guests: [percent] });
    const crs = (...percents: number[]): number =>
      metricsOf(Object.fromEntries(percents.map((percent, i) => [`n${i}`, load(percent)]))).before.crsImbalancePercent;
    expect(crs(90, 90, 10)).toBeCloseTo(42.1, 1);
    expect(crs(80, 40, 40)).toBeCloseTo(25, 1);
    expect(crs(90, 50, 50, 50)).toBeCloseTo(16.7, 1);
    expect(crs(95, 45, 45)).toBeCloseTo(27, 0);
    expect(crs(50)).toBe(0);
  });

  it("count what is broken and who still has to leave", () => {
    const db = { used: 1, tags: ["plb_anti_affinity_db"] };
    const { before, after } = metricsOf({
      a: { guests: [db, db] },
      m: { maintenance: true, guests: [1] },
      c: { guests: [] },
    });
    expect(before).toMatchObject({ mustViolations: 1, shouldViolations: 0, evacuationsLeft: 1 });
    expect(after).toMatchObject({ mustViolations: 0, shouldViolations: 0, evacuationsLeft: 0 });
  });

  it("tell whether the cluster can lose its largest node", () => {
    const tight = { a: { gib: 200, guests: [30, 30] }, b: { guests: [50] }, c: { guests: [60] } };
    expect(metricsOf(tight).before.nodeLoss).toEqual({ node: "a", survivable: true, headroomGib: 30 });
    const fragmented = { ...tight, a: { gib: 200, guests: [60] } };
    expect(metricsOf(fragmented).before.nodeLoss).toEqual({ node: "a", survivable: false, headroomGib: 30 });
  });

  it("tell how many guests of the usual size still fit", () => {
    const { roomForMore } = metricsOf({ a: { guests: [30, 20, 20] }, b: { guests: [85] }, c: { guests: [] } }).before;
    expect(roomForMore).toEqual({ guestMemoryGib: 30, guestCpuCores: 1, guests: 4 });
    const { roomForMore: packed } = metricsOf({ a: { guests: [] } }).before;
    expect(packed.guests).toBe(0);
  });

  it("add up what the migrations cost, one after the other and side by side", () => {
    const snapshot = cluster({
      a: { guests: [{ used: 10, localDiskBytes: 125 * 10 ** 9 }] },
      b: { guests: [{ used: 20, type: "ct" }] },
      c: { guests: [] },
      d: { guests: [] },
    });
    const policy = policyOf({ balance_types: ["vm", "ct"] });
    const plan = planTarget(
      snapshot,
      policy,
      new Map([
        [100, "c"],
        [101, "d"],
      ]),
    );
    const [vm, ct] = plan.migrations.map(({ estimatedSeconds }) => estimatedSeconds);
    expect(plan.metrics.cost).toEqual({
      migrations: 2,
      parking: 0,
      memoryGib: 30,
      localDiskGib: (125 * 10 ** 9) / GIB,
      totalSeconds: (vm ?? 0) + (ct ?? 0),
      makespanSeconds: vm,
      downtimeSeconds: 15.3,
      maxConcurrentPerNode: 1,
    });
    expect(plan.estimatedSeconds).toBe(vm);
  });

  it("count a migration to a node that the guest leaves again", () => {
    const snapshot = cluster({ a: { guests: [70] }, b: { guests: [60] }, c: { guests: [30] } });
    const { metrics } = planTarget(
      snapshot,
      LAX,
      new Map([
        [100, "b"],
        [101, "a"],
      ]),
    );
    expect(metrics.cost).toMatchObject({ migrations: 3, parking: 1 });
    expect(metrics.proof).toMatchObject({ movesLowerBound: 2, gap: 1.5 });
  });

  it("tell the proven gap and what the search took", () => {
    const { proof } = metricsOf({ a: { guests: [30, 30] }, b: { guests: [] } }, policyOf({ balanciness: 20 }));
    expect(proof).toMatchObject({ movesLowerBound: 1, gap: 1, truncated: false });
    expect(proof.evaluations).toBeGreaterThan(0);
    expect(metricsOf({ a: { guests: [1] } }).proof).toMatchObject({ movesLowerBound: 0, gap: null });
  });

  it("are after a plan what they are before one on its result", () => {
    fc.assert(
      fc.property(anyCluster, anyPolicyJson, (snapshot, json) => {
        const policy = policyOf(json);
        const plan = planMigrations(snapshot, policy, { iterations: 40 });
        const again = planMigrations(afterMigrations(snapshot, plan.migrations), policy, { iterations: 40 });
        const { load, ...rest } = again.metrics.before;
        expect(rounded(plan.metrics.after)).toEqual(rounded({ load, ...rest }));
        expect(plan.metrics.cost.makespanSeconds).toBeLessThanOrEqual(plan.metrics.cost.totalSeconds);
      }),
    );
  });
});

/** Sums in another order differ in their last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, item: unknown) => (typeof item === "number" ? Math.round(item * 1e6) : item)));
