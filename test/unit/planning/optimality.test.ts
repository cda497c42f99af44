import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { type ClusterShape, generateCluster } from "../../support/planning-cluster-generator.js";
import { fewestMoves } from "../../support/planning-oracle.js";
import { afterMigrations, findFaults, totalViolations } from "../../support/planning-replay.js";
import { policyOf } from "../../support/snapshot-builders.js";

const SOAK = process.env["PROXLB_SOAK"] === "1";

const TIMEOUT_MS = 600_000;

interface Verdict {
  readonly ours: number;
  readonly fewest: number;
}

async function judge(shape: Omit<ClusterShape, "rules">, methods: readonly string[]): Promise<Verdict[]> {
  const snapshot = generateCluster({ ...shape, rules: true, disks: methods.includes("disk") });
  const policy = policyOf({ methods, balanciness: 10 });
  const plan = planMigrations(snapshot, policy);
  expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
  expect(plan.unresolved).toEqual([]);
  const after = afterMigrations(snapshot, plan.migrations);
  expect(totalViolations(after)).toBe(0);
  expect(planMigrations(after, policy).migrations).toEqual([]);
  const { moves, proven } = await fewestMoves(snapshot, policy);
  if (moves === null || !proven) {
    return [];
  }
  expect(plan.movesLowerBound).toBeLessThanOrEqual(moves);
  return [{ ours: plan.migrations.length, fewest: moves }];
}

async function judgeAll(shapes: readonly (readonly [number, number])[], methods: string[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const [nodes, guests] of shapes) {
    for (let seed = 1; seed <= (SOAK ? 10 : 2); seed += 1) {
      verdicts.push(...(await judge({ nodes, guests, seed, legal: seed % 2 === 1 }, methods)));
    }
  }
  return verdicts;
}

describe("against the proven fewest migrations of random clusters with rules", () => {
  it("needs at most a tenth more in the median", { timeout: TIMEOUT_MS }, async () => {
    const sizes = [
      [5, 40],
      [8, 100],
      [10, 300],
    ] as const;
    const verdicts = await judgeAll(sizes, ["memory"]);
    const ratios = verdicts.map(({ ours, fewest }) => ours / Math.max(1, fewest)).sort((a, b) => a - b);
    expect(ratios.length).toBeGreaterThan(0);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThanOrEqual(1.1);
  });

  it("is within one migration nine times of ten when memory and CPU count", { timeout: TIMEOUT_MS }, async () => {
    const sizes = SOAK
      ? ([
          [5, 40],
          [8, 80],
          [10, 100],
        ] as const)
      : ([
          [5, 40],
          [6, 60],
        ] as const);
    const verdicts = await judgeAll(sizes, ["memory", "cpu"]);
    const close = verdicts.filter(({ ours, fewest }) => ours <= fewest + 1);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(close.length / verdicts.length).toBeGreaterThanOrEqual(0.9);
  });

  it("is within one migration nine times of ten when local disk counts too", { timeout: TIMEOUT_MS }, async () => {
    const sizes = SOAK
      ? ([
          [5, 40],
          [8, 80],
          [10, 100],
        ] as const)
      : ([[5, 40]] as const);
    const verdicts = await judgeAll(sizes, ["memory", "cpu", "disk"]);
    const close = verdicts.filter(({ ours, fewest }) => ours <= fewest + 1);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(close.length / verdicts.length).toBeGreaterThanOrEqual(0.9);
  });
});
