import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { anyCluster, anyPolicyJson } from "../../support/planning-arbitraries.js";
import { afterMigrations, memorySpread } from "../../support/planning-replay.js";
import { renamed, renamedPolicy } from "../../support/planning-variations.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const OPTIONS = { iterations: 40 };
const SOAK = process.env["PROXLB_SOAK"] === "1";
const RUNS = { numRuns: SOAK ? 1000 : 100 };
const TIMEOUT_MS = SOAK ? 600_000 : 60_000;

/** Makes every node a little busier or idler than it was, by at most so many points. */
function withNoise(snapshot: ClusterSnapshot, points: number, shares: readonly number[]): ClusterSnapshot {
  const nodes = snapshot.nodes.map((node, i) => ({
    ...node,
    memoryUsedBytes: Math.max(
      0,
      node.memoryUsedBytes + ((shares[i % shares.length] ?? 0) * points * node.memoryBytes) / 100,
    ),
  }));
  return { ...snapshot, nodes };
}

/** Other names and ids, in the same order or in the opposite one. */
const SAME_ORDER = { node: (name: string) => `rack7-${name}`, vmid: (vmid: number) => vmid * 3 + 5000 };
const TURNED = {
  node: (name: string) => (/^n\d$/.test(name) ? `z${9 - Number(name.slice(1))}` : name),
  vmid: (vmid: number) => 10_000 - vmid,
};

describe("a plan", () => {
  const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), { minLength: 2, maxLength: 5 });

  it("is not followed by another because of noise below the dead band", { timeout: TIMEOUT_MS }, () => {
    const shares = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyCluster, fc.constantFrom(10, 20), shares, (snapshot, balanciness, noise) => {
        const policy = policyOf({ balanciness });
        const plan = planMigrations(snapshot, policy, OPTIONS);
        const after = afterMigrations(snapshot, plan.migrations);
        fc.pre(plan.unresolved.length === 0 && memorySpread(after, policy) <= policy.balancinessTarget);
        // Two nodes that drift apart by half of the dead band each.
        const points = (policy.balanciness - policy.balancinessTarget) / 2 - 1e-6;
        expect(planMigrations(withNoise(after, points, noise), policy, OPTIONS).migrations).toEqual([]);
      }),
      RUNS,
    );
  });

  it("does not depend on what nodes and guests are called", { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(anyCluster, anyPolicyJson, (snapshot, json) => {
        const policy = policyOf(json);
        const plan = planMigrations(snapshot, policy, OPTIONS);
        const same = planMigrations(renamed(snapshot, SAME_ORDER), renamedPolicy(policy, SAME_ORDER), OPTIONS);
        expect(same.migrations.map(({ vmid, from, to, step }) => ({ vmid, from, to, step }))).toEqual(
          plan.migrations.map(({ vmid, from, to, step }) => ({
            vmid: SAME_ORDER.vmid(vmid),
            from: SAME_ORDER.node(from),
            to: SAME_ORDER.node(to),
            step,
          })),
        );
      }),
      RUNS,
    );
  });

  it(
    "reaches the target or does not, in whatever order the names of nodes and guests are",
    { timeout: TIMEOUT_MS },
    () => {
      fc.assert(
        fc.property(sizes, (nodes) => {
          const snapshot = cluster(Object.fromEntries(nodes.map((guests, i) => [`n${i}`, { guests }])));
          const policy = policyOf({ balanciness: 10 });
          const plan = planMigrations(snapshot, policy, { iterations: 400 });
          const turned = planMigrations(renamed(snapshot, TURNED), renamedPolicy(policy, TURNED), { iterations: 400 });
          expect(turned.unresolved.length).toBe(plan.unresolved.length);
          expect(Math.abs(turned.migrations.length - plan.migrations.length)).toBeLessThanOrEqual(1);
        }),
        RUNS,
      );
    },
  );

  it("never needs more migrations for a wider target", { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(sizes, (nodes) => {
        const snapshot = cluster(Object.fromEntries(nodes.map((guests, i) => [`n${i}`, { guests }])));
        const plans = [20, 10, 5].map((target) =>
          planMigrations(snapshot, policyOf({ balanciness: target, balanciness_target: target }), { iterations: 400 }),
        );
        const moves = plans.filter((plan) => plan.unresolved.length === 0).map((plan) => plan.migrations.length);
        expect(moves).toEqual([...moves].sort((a, b) => a - b));
      }),
      RUNS,
    );
  });

  it(
    "can use a new empty node: what it reaches gets worse by no more than one guest weighs",
    () => {
      fc.assert(
        fc.property(sizes, (nodes) => {
          const named = Object.fromEntries(nodes.map((guests, i) => [`n${i}`, { guests }]));
          const policy = policyOf({ balanciness: 1, balanciness_target: 1 });
          const reached = (sketch: Parameters<typeof cluster>[0]): number =>
            planMigrations(cluster(sketch), policy, { iterations: 100 }).imbalanceAfter.memory ?? 0;
          const [without, withNew] = [reached(named), reached({ ...named, new: { guests: [] } })];
          // Nodes have 100 GiB, so the largest guest weighs as many points as it has GiB.
          expect(withNew).toBeLessThanOrEqual(without + Math.max(0, ...nodes.flat()) + 1e-6);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
