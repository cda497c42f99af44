import type { ClusterAccess } from "../inventory/cluster-access.js";
import { completeFor } from "../inventory/complete-inventory.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { planMigrations } from "../planning/search/rebalancing.js";
import type { PveClient } from "../pve/client.js";
import { explainFindings } from "./explain-findings.js";
import type { CheckedPlan } from "./explain-findings.js";
import type { Finding } from "./finding.js";
import { forbidWhatIsBlocked } from "./forbid-what-is-blocked.js";
import { hiddenBridgesWarning } from "./hidden-bridges.js";
import type { PlanningInput } from "./prechecks.js";

/** Plans made for one answer at most; in the last, guests that have been checked move to nodes that have been checked. */
const MOST_ROUNDS = 5;

/**
 * Reads what the policy plans with beyond the load of the moment, plans, asks Proxmox what stands against moving the guests of
 * the plan, forbids that, and plans again, at most five times. Each guest is asked about once. The result holds only migrations
 * that were checked, with the disks that they copy; a captured cluster is not asked anything.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function planWithPrechecks(
  cluster: Pick<ClusterAccess, "client">,
  inventory: Pick<Inventory, "snapshot" | "version" | "background" | "storages">,
  policy: Policy,
  signal: AbortSignal,
): Promise<CheckedPlan> {
  const { client } = cluster;
  const { snapshot, warnings } = await completeFor(cluster, inventory, policy, signal);
  const planOn = (cluster: ClusterSnapshot): MigrationPlan => planMigrations(cluster, policy);
  const task = { snapshot, policy, storages: inventory.storages, planOn };
  const plan = await planUntilChecked(client, task, signal);
  return { ...plan, warnings: [...warnings, ...plan.warnings] };
}

/** What is planned with, and how. */
export interface PlanningTask<T> extends PlanningInput {
  /** Plans on a cluster in which what is blocked is forbidden. */
  readonly planOn: (cluster: ClusterSnapshot) => T;
}

/**
 * Plans, asks what stands against the plan, forbids that, and plans again, as `planWithPrechecks` does; without a client once.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function planUntilChecked(
  client: PveClient | null,
  task: PlanningTask<MigrationPlan>,
  signal: AbortSignal,
): Promise<CheckedPlan> {
  const { plan, findings } = await repeatUntilChecked(client, task, signal);
  if (client === null) return { ...plan, unchecked: [] };
  const explained = explainFindings(plan, task.snapshot, findings);
  const hidden = hiddenBridgesWarning(plan, findings, client.identity);
  if (hidden === null) return explained;
  return { ...explained, warnings: [...explained.warnings, hidden], unchecked: [...explained.unchecked, hidden] };
}

/**
 * Does the same for whatever plans migrations, and tells what was found.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function repeatUntilChecked<T extends Pick<MigrationPlan, "migrations">>(
  client: PveClient | null,
  { planOn, ...input }: PlanningTask<T>,
  signal: AbortSignal,
): Promise<{ readonly plan: T; readonly findings: ReadonlyMap<number, Finding> }> {
  const { snapshot } = input;
  let plan = planOn(snapshot);
  if (client === null) return { plan, findings: new Map() };
  // Not before there is a cluster to ask: what asks brings the schemas of all answers, and most processes never do.
  const [{ Prechecks }, { closeFindings }] = await Promise.all([
    import("./prechecks.js"),
    import("./close-findings.js"),
  ]);
  const prechecks = new Prechecks(client, input);
  let findings: ReadonlyMap<number, Finding> = prechecks.findings;
  for (let round = 2; round <= MOST_ROUNDS; round += 1) {
    if (!(await prechecks.askAbout(plan.migrations, signal))) break;
    const onlyChecked = round === MOST_ROUNDS;
    if (onlyChecked) findings = closeFindings(prechecks.findings, prechecks.facts, snapshot);
    plan = planOn(forbidWhatIsBlocked(snapshot, { byGuest: findings, onlyChecked }));
  }
  return { plan, findings };
}
