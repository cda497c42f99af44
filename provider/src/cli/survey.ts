import { coexistenceWarning } from "../advice/coexistence-warning.js";
import { planWithPrechecks } from "../advice/plan-with-prechecks.js";
import { timeoutWarning } from "../advice/timeout-warning.js";
import { completeFor } from "../inventory/complete-inventory.js";
import { requireAllGuests } from "../inventory/hidden-guests.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import type { ClusterSession } from "./cluster-session.js";

/** A cluster as a command sees it. */
export interface Survey {
  /** With everything that the policy plans with beyond the load of the moment. */
  readonly snapshot: ClusterSnapshot;
  readonly inventory: Inventory;
  /** Full sentences. */
  readonly warnings: readonly string[];
}

/** A plan, and the cluster that it was made for. */
export interface SurveyedPlan {
  readonly plan: MigrationPlan;
  readonly survey: Survey;
}

/**
 * Looks at the cluster of a session.
 *
 * @throws PveError or InventoryError when it cannot be read, or not as a whole; the signal's reason
 */
export async function surveyCluster({ cluster, policy }: ClusterSession, signal: AbortSignal): Promise<Survey> {
  const inventory = await cluster.inventory(signal);
  requireAllGuests(inventory);
  const { snapshot, warnings } = await completeFor(cluster, inventory, policy, signal);
  return { snapshot, inventory, warnings: [...inventory.warnings, ...warnings] };
}

/**
 * Plans as the data source `proxlb_migration_plan` does, prechecks included; the warnings of the cluster and of the plan are
 * those of the plan.
 *
 * @throws PveError or InventoryError when the cluster cannot be read; the signal's reason
 */
export async function planCluster(session: ClusterSession, signal: AbortSignal): Promise<SurveyedPlan> {
  const survey = await surveyCluster(session, signal);
  // Without a version nothing is completed a second time.
  const known = { ...survey.inventory, snapshot: survey.snapshot, version: null };
  const plan = await planWithPrechecks(session.cluster, known, session.policy, signal);
  return { plan: withAdvice(session, survey, plan), survey };
}

/** Adds to the warnings of a plan those of the cluster, and what is known beforehand of its migrations. */
export function withAdvice({ cluster, policy }: ClusterSession, survey: Survey, plan: MigrationPlan): MigrationPlan {
  const coexistence = cluster.client === null ? null : coexistenceWarning(plan);
  const sentences = [coexistence, timeoutWarning(plan.migrations, policy)].filter((each) => each !== null);
  return { ...plan, warnings: [...survey.warnings, ...plan.warnings, ...sentences] };
}
