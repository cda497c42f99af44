import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { type ClusterShape, generateCluster } from "../../support/planning-cluster-generator.js";
import { afterMigrations, findFaults, memorySpread, totalViolations } from "../../support/planning-replay.js";
import { policyOf } from "../../support/snapshot-builders.js";

const SOAK = process.env["PROXLB_SOAK"] === "1";
const SEEDS = SOAK ? 20 : 1;
const TIMEOUT_MS = 1_800_000;

const SIZES = (
  SOAK
    ? [
        [5, 40],
        [8, 80],
        [10, 300],
        [20, 500],
        [30, 900],
        [50, 1500],
      ]
    : [
        [5, 40],
        [12, 150],
      ]
).map(([nodes = 0, guests = 0]) => ({ nodes, guests }));

/** A witness obeys every rule and is within the target, so a planner that misses the target has missed a placement. */
function hasWitness(shape: ClusterShape, policy: ReturnType<typeof policyOf>): boolean {
  const witness = generateCluster({ ...shape, settled: true });
  return totalViolations(witness) === 0 && planMigrations(witness, policy).balanced;
}

function checkPlan(shape: ClusterShape, methods: readonly string[]): void {
  const policy = policyOf({ methods, balanciness: 10 });
  const snapshot = generateCluster(shape);
  const plan = planMigrations(snapshot, policy);
  const after = afterMigrations(snapshot, plan.migrations);
  const label = JSON.stringify(shape);
  expect(findFaults(snapshot, policy, plan.migrations), label).toEqual([]);
  expect(planMigrations(after, policy).migrations, label).toEqual([]);
  expect(plan.movesLowerBound, label).toBeLessThanOrEqual(plan.migrations.length);
  if (hasWitness(shape, policyOf({ methods, balanciness: policy.balancinessTarget }))) {
    expect(plan.unresolved, label).toEqual([]);
    expect(totalViolations(after), label).toBe(0);
    expect(memorySpread(after, policy), label).toBeLessThanOrEqual(10 + 1e-9);
  } else if (totalViolations(after) > 0 || memorySpread(after, policy) > 10 + 1e-9) {
    expect(plan.unresolved.length, label).toBeGreaterThan(0);
  }
}

describe("random clusters with rules of every kind", () => {
  const cases = SIZES.flatMap((size) => [true, false].map((legal) => ({ ...size, legal })));

  it.each(cases)(
    "reach the target and obey every rule: $nodes nodes, $guests guests, legal start: $legal",
    { timeout: TIMEOUT_MS },
    (shape) => {
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        checkPlan({ ...shape, seed, rules: true }, seed % 3 === 0 ? ["memory", "cpu"] : ["memory"]);
      }
    },
  );

  it("are repaired wholly where rules are so dense that guests make way for those that make way", () => {
    const snapshot = generateCluster({ nodes: 10, guests: 300, seed: 202, rules: true, density: 3, legal: false });
    const policy = policyOf({ balanciness: 100 });
    const plan = planMigrations(snapshot, policy, { iterations: 40 });
    expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
    expect(plan.violationsBefore).toBeGreaterThan(100);
    expect(plan.violationsAfter).toBe(0);
  });
});
