import { describe, expect, it } from "vitest";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { goldenNames, readGolden } from "../../support/planning-golden.js";
import { afterMigrations, findFaults, memorySpread } from "../../support/planning-replay.js";
import { policyOf } from "../../support/snapshot-builders.js";

describe("clusters whose fewest migrations are proven", () => {
  const cases = goldenNames().flatMap((name) => ([10, 5] as const).map((target) => ({ name, target })));

  /** Moves beyond the minimum, per case. */
  const excesses: number[] = [];

  it.each(cases)("reaches $target points on $name with at most one migration too many", ({ name, target }) => {
    const { snapshot, minMoves, lowerBound } = readGolden(name);
    const policy = policyOf({
      balanciness: target,
      balanciness_target: target,
      memory_overcommit: 1,
      cpu_overcommit: 1,
    });
    const plan = planMigrations(snapshot, policy);
    const after = afterMigrations(snapshot, plan.migrations);
    expect(memorySpread(after, policy)).toBeLessThanOrEqual(target + 1e-9);
    expect(findFaults(snapshot, policy, plan.migrations)).toEqual([]);
    expect(plan.migrations.length).toBeGreaterThanOrEqual(minMoves[target]);
    expect(plan.migrations.length).toBeLessThanOrEqual(minMoves[target] + 1);
    excesses.push(plan.migrations.length - minMoves[target]);
    expect(plan.movesLowerBound).toBe(lowerBound[target]);
    expect(plan.unresolved).toEqual([]);
    expect(planMigrations(after, policy).migrations).toEqual([]);
  });

  it("get plans with exactly that many, 19 times of 20", () => {
    expect(excesses).toHaveLength(cases.length);
    expect(excesses.filter((excess) => excess === 0).length / excesses.length).toBeGreaterThanOrEqual(0.95);
  });

  it("finds the exchange without which gen_5x40_s5 has no plan", () => {
    const { snapshot } = readGolden("gen_5x40_s5.json");
    const limits = { memory_overcommit: 1, cpu_overcommit: 1 };
    const plan = planMigrations(snapshot, policyOf({ balanciness: 10, balanciness_target: 10, ...limits }));
    expect(plan.migrations).toHaveLength(3);
    expect(plan.migrations.some((migration) => migration.from === "n04")).toBe(true);
    expect(plan.migrations.some((migration) => migration.to === "n04")).toBe(true);
  });
});
