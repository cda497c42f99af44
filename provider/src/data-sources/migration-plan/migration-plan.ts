import { effectivePolicy, policyModel, validatePolicy } from "../../attributes/effective-policy.js";
import { imbalanceModel } from "../../attributes/imbalance-model.js";
import { plannedMigrationModel } from "../../attributes/migration-model.js";
import { coexistenceWarning } from "../../advice/coexistence-warning.js";
import { titleOfWarning } from "../../advice/explain-findings.js";
import { planWithPrechecks } from "../../advice/plan-with-prechecks.js";
import { timeoutWarning } from "../../advice/timeout-warning.js";
import type { OperationContext } from "../../framework/context.js";
import { defineDataSource } from "../../framework/data-source.js";
import type { Diagnostics } from "../../framework/diagnostics.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import { completeFor } from "../../inventory/complete-inventory.js";
import { requireAllGuests } from "../../inventory/hidden-guests.js";
import type { Inventory } from "../../inventory/take-snapshot.js";
import { LEFT_OUT } from "../../placing/place-new-guests.js";
import { validateGuests } from "../../placing/validate-guests.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../../planning/model/migration-plan.js";
import type { Policy } from "../../planning/model/policy.js";
import { assumeGuests } from "./assume-guests.js";
import type { MigrationPlanModel } from "./migration-plan-attributes.js";
import { DEFAULT_TIMEOUTS, migrationPlanAttributes } from "./migration-plan-attributes.js";
import { planDigest } from "./plan-digest.js";
import { planMarkdown } from "./plan-markdown.js";

const withAssumptions = (policy: Policy, { assume_maintenance: nodes }: MigrationPlanModel): Policy => ({
  ...policy,
  maintenanceNodes: [...new Set([...policy.maintenanceNodes, ...(nodes ?? [])])],
});

const refuseUnknownNodes = (snapshot: ClusterSnapshot, nodes: readonly string[], diagnostics: Diagnostics): void => {
  const known = new Set(snapshot.nodes.map(({ name }) => name));
  for (const name of nodes) {
    if (known.has(name)) continue;
    diagnostics.error(
      "Unknown Node",
      `The cluster has no node "${name}". Its nodes are ${[...known].sort().join(", ")}.`,
      [{ attribute: "assume_maintenance" }],
    );
  }
};

const answer = (
  config: MigrationPlanModel,
  plan: MigrationPlan,
  { policy, assignments }: { readonly policy: Policy; readonly assignments: ReadonlyMap<string, string> },
): MigrationPlanModel => ({
  ...config,
  assumed_assignments: assignments,
  migrations: plan.migrations.map(plannedMigrationModel),
  balanced: plan.balanced,
  imbalance_before: imbalanceModel(plan.imbalanceBefore),
  imbalance_after: imbalanceModel(plan.imbalanceAfter),
  violations_before: plan.violationsBefore,
  violations_after: plan.violationsAfter,
  unresolved: plan.unresolved,
  moves_lower_bound: plan.movesLowerBound,
  makespan_seconds: Math.round(plan.estimatedSeconds),
  effective_policy: policyModel(policy),
  digest: planDigest(plan.migrations),
  markdown: planMarkdown(plan),
});

/** Completes an inventory before new guests come in, as no measurement knows them; nothing completes it again. */
const completed = async (
  { cluster }: ClusterServices,
  inventory: Inventory,
  policy: Policy,
  signal: AbortSignal,
): Promise<Inventory> => {
  const { snapshot, warnings } = await completeFor(cluster, inventory, policy, signal);
  return { ...inventory, snapshot, version: null, warnings: [...inventory.warnings, ...warnings] };
};

const read = async (
  config: MigrationPlanModel,
  { diagnostics, services, signal, log }: OperationContext<ClusterServices>,
): Promise<MigrationPlanModel | null> => {
  const policy = effectivePolicy(services.policy, config.policy, diagnostics);
  if (policy === undefined) return null;
  const inventory = await services.cluster.inventory(signal);
  requireAllGuests(inventory);
  refuseUnknownNodes(inventory.snapshot, config.assume_maintenance ?? [], diagnostics);
  if (diagnostics.hasErrors) return null;
  const assumed = withAssumptions(policy, config);
  const seen = config.assume_guests === null ? inventory : await completed(services, inventory, assumed, signal);
  for (const warning of seen.warnings) diagnostics.warning("Incomplete View of the Cluster", warning);
  const assumption = assumeGuests({ inventory: seen, policy: assumed }, config.assume_guests ?? new Map(), diagnostics);
  if (assumption === undefined) return null;
  const { snapshot, assignments } = assumption;
  const found = await planWithPrechecks(services.cluster, { ...seen, snapshot }, assumed, signal);
  const plan = { ...found, unresolved: [...assumption.unresolved, ...found.unresolved] };
  const leftOut = assumption.warnings.filter((warning) => !plan.warnings.includes(warning));
  for (const warning of leftOut) diagnostics.warning(LEFT_OUT, warning);
  for (const warning of plan.warnings) diagnostics.warning(titleOfWarning(plan, warning), warning);
  const coexistence = coexistenceWarning(plan);
  if (coexistence !== null) diagnostics.warning("Guests Managed Elsewhere", coexistence);
  const late = timeoutWarning(plan.migrations, policy);
  if (late !== null) diagnostics.warning("Migration May Be Cut Short", late);
  log.info("Planned migrations", { migrations: plan.migrations.length, unresolved: plan.unresolved.length });
  return answer(config, plan, { policy, assignments });
};

/** `proxlb_migration_plan`: the dry run, what would be moved and why. */
export const migrationPlan = defineDataSource<typeof migrationPlanAttributes, ClusterServices>({
  typeName: "proxlb_migration_plan",
  description:
    "Plans as few and cheap migrations as it finds that repair every rule, evacuate nodes in maintenance and bring the spread of the " +
    "load under the limit of the policy. It moves nothing; hand `migrations` and `effective_policy` to `proxlb_balance` to " +
    "execute exactly what was shown.",
  attributes: migrationPlanAttributes,
  defaultTimeouts: DEFAULT_TIMEOUTS,
  validate: (config, { diagnostics }) => {
    validatePolicy(config.policy, diagnostics);
    if (config.assume_guests instanceof Map) validateGuests(config.assume_guests, "assume_guests", diagnostics);
  },
  read,
});
