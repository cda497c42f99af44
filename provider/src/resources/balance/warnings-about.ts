import { coexistenceWarning } from "../../advice/coexistence-warning.js";
import { timeoutWarning } from "../../advice/timeout-warning.js";
import type { MigrationPlan } from "../../planning/model/migration-plan.js";
import type { Policy } from "../../planning/model/policy.js";

/** What is to be said of a plan before it is executed. */
export interface PlanWarning {
  readonly summary: string;
  readonly detail: string;
}

/** Returns what `proxlb_migration_plan` would say of a plan, for the form that has no data source. */
export const warningsAbout = (plan: MigrationPlan, policy: Policy): readonly PlanWarning[] => {
  const coexistence = coexistenceWarning(plan);
  const late = timeoutWarning(plan.migrations, policy);
  return [
    ...(coexistence === null ? [] : [{ summary: "Guests Managed Elsewhere", detail: coexistence }]),
    ...(late === null ? [] : [{ summary: "Migration May Be Cut Short", detail: late }]),
  ];
};
