import type { ClusterSnapshot } from "../../provider/src/planning/model/cluster-snapshot.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";
import type { JudgedMigration } from "../support/planning-judge.js";
import { judgePlan } from "../support/planning-judge.js";

/** The parts of a plan that are checked before anything is measured on it. */
export interface CheckedPlan {
  readonly migrations: readonly JudgedMigration[];
  readonly movesLowerBound: number;
  readonly unresolved: readonly { readonly reason: string }[];
}

/**
 * Checks a plan with a judge of its own: every step is feasible, no rule is broken at the end, and the target is reached.
 *
 * @throws Error when the plan is not valid
 */
export const requireValid = (snapshot: ClusterSnapshot, policy: Policy, plan: CheckedPlan, what: string): void => {
  const { faults, spread, violations } = judgePlan(snapshot, policy, plan.migrations);
  const spreads = policy.methods.map((method) => spread[method]);
  const problem =
    faults[0] ??
    plan.unresolved[0]?.reason ??
    (violations > 0 ? `${violations} violations of rules are left` : undefined) ??
    // Sums of many floating-point numbers in another order.
    (spreads.some((points) => points > policy.balancinessTarget + 1e-6)
      ? `spreads of ${spreads.join(" and ")} points are left, above ${policy.balancinessTarget}`
      : undefined) ??
    (plan.migrations.length < plan.movesLowerBound ? "there are fewer moves than the lower bound says" : undefined);
  if (problem !== undefined) throw new Error(`The plan for ${what} is not valid: ${problem}.`);
};
