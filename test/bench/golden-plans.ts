import { decodePolicy } from "../../provider/src/planning/model/decode-policy.js";
import { planMigrations } from "../../provider/src/planning/search/rebalancing.js";
import type { GoldenInstance } from "../support/planning-golden.js";
import { goldenNames, readGolden } from "../support/planning-golden.js";
import type { Figure } from "./figure.js";

const TARGETS = [10, 5] as const;

const policyFor = (target: number) => {
  const decoded = decodePolicy({
    balanciness: target,
    balanciness_target: target,
    memory_overcommit: 1,
    cpu_overcommit: 1,
  });
  if (!("policy" in decoded)) throw new Error("The policy of the golden instances is not valid.");
  return decoded.policy;
};

const movesOf = ({ name, snapshot }: GoldenInstance, target: number): number => {
  const plan = planMigrations(snapshot, policyFor(target));
  const spread = plan.imbalanceAfter.memory ?? Infinity;
  if (spread > target) throw new Error(`${name}: the plan leaves a spread of ${spread} points, above ${target}.`);
  return plan.migrations.length;
};

/** Counts the moves of our plans against the proven minimum, over all golden instances. */
export const measureGoldenPlans = (): readonly Figure[] => {
  const instances = goldenNames().map(readGolden);
  return TARGETS.map((target) => {
    const ours = instances.map((instance) => movesOf(instance, target));
    const optimal = instances.map(({ minMoves }) => minMoves[target]);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const exact = ours.filter((moves, index) => moves === optimal[index]).length;
    return {
      what: `moves to a memory spread of ${target} points`,
      baseline: "proven minimum (HiGHS)",
      ratio: sum(ours) / sum(optimal),
      note: `sum over ${instances.length} instances; ${exact} of them exactly minimal`,
    };
  });
};
