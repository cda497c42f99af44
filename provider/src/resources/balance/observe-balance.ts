import { planWithPrechecks } from "../../advice/plan-with-prechecks.js";
import { imbalanceModel } from "../../attributes/imbalance-model.js";
import { plannedMigrationModel } from "../../attributes/migration-model.js";
import type { ListedMigration } from "../../attributes/migration-attributes.js";
import { divideIntoBatches } from "../../execution/batches.js";
import type { ClusterAccess } from "../../inventory/cluster-access.js";
import { completeFor } from "../../inventory/complete-inventory.js";
import type { Inventory } from "../../inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { Policy } from "../../planning/model/policy.js";
import { planMigrations } from "../../planning/search/rebalancing.js";
import type { BalanceModel } from "./balance-attributes.js";
import type { BalanceForm } from "./balance-form.js";
import { requestedMigrations } from "./requested-migrations.js";
import type { PlanWarning } from "./warnings-about.js";
import { warningsAbout } from "./warnings-about.js";

/** What a look at the cluster says about a balance. */
export type Observation = Pick<BalanceModel, "balanced" | "imbalance" | "applied" | "pending_migrations">;

/** An observation, and what is to be said of the migrations that are pending. */
export interface WarnedObservation {
  readonly observation: Observation;
  readonly warnings: readonly PlanWarning[];
}

/** Tells whether every guest of the list is where the last of its migrations to be executed takes it. */
const isApplied = ({ guests }: ClusterSnapshot, migrations: readonly ListedMigration[]): boolean => {
  const nodeOf = new Map(guests.map(({ vmid, node }) => [vmid, node]));
  const inOrder = divideIntoBatches(requestedMigrations(migrations)).flat();
  const targets = new Map(inOrder.map(({ request }) => [request.vmid, request.to]));
  // A guest that was deleted has nowhere to go; waiting for it would never end.
  return [...targets].every(([vmid, target]) => (nodeOf.get(vmid) ?? target) === target);
};

/** A cluster as it was seen, and the policy to judge it by. */
export interface Sighting {
  readonly cluster: ClusterAccess;
  readonly inventory: Inventory;
  readonly policy: Policy;
}

/**
 * Judges the cluster by the policy, and the list of migrations by where its guests are. Only where the plan is going to
 * be shown is Proxmox asked what stands against it.
 */
export const observeBalance = async (
  { cluster, inventory, policy }: Sighting,
  { form, migrations }: { readonly form: BalanceForm; readonly migrations: readonly ListedMigration[] },
  signal: AbortSignal,
): Promise<WarnedObservation> => {
  const { snapshot } = inventory;
  const isBare = form === "bare";
  const plan = isBare
    ? await planWithPrechecks(cluster, inventory, policy, signal)
    : planMigrations((await completeFor(cluster, inventory, policy, signal)).snapshot, policy);
  const observation = {
    balanced: plan.balanced,
    imbalance: imbalanceModel(plan.imbalanceBefore),
    applied: isApplied(snapshot, migrations),
    pending_migrations: isBare ? plan.migrations.map(plannedMigrationModel) : [],
  };
  return { observation, warnings: isBare ? warningsAbout(plan, policy) : [] };
};
