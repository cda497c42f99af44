import type { ClusterAccess } from "../inventory/cluster-access.js";
import { completeFor } from "../inventory/complete-inventory.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { planMigrations } from "../planning/search/rebalancing.js";
import { explainFindings } from "./explain-findings.js";
import { forbidWhatIsBlocked } from "./forbid-what-is-blocked.js";
import { Prechecks } from "./prechecks.js";

/** Plans made for one answer at most; in the last only guests move that have been checked. */
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
): Promise<MigrationPlan> {
  const { client } = cluster;
  const { snapshot, warnings } = await completeFor(cluster, inventory, policy, signal);
  let plan = planMigrations(snapshot, policy);
  if (client === null) return plan;
  const prechecks = new Prechecks(client, { snapshot, policy, storages: inventory.storages });
  for (let round = 2; round <= MOST_ROUNDS; round += 1) {
    if (!(await prechecks.askAbout(plan.migrations, signal))) break;
    const findings = { byGuest: prechecks.findings, onlyChecked: round === MOST_ROUNDS };
    plan = planMigrations(forbidWhatIsBlocked(snapshot, findings), policy);
  }
  const explained = explainFindings(plan, snapshot, prechecks.findings);
  return { ...explained, warnings: [...warnings, ...explained.warnings] };
}
