import type { ClusterAccess } from "../inventory/cluster-access.js";
import { completeFor } from "../inventory/complete-inventory.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { MigrationPlan } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { planMigrations } from "../planning/search/rebalancing.js";
import { closeFindings } from "./close-findings.js";
import { explainFindings } from "./explain-findings.js";
import type { Finding } from "./finding.js";
import { forbidWhatIsBlocked } from "./forbid-what-is-blocked.js";
import { Prechecks } from "./prechecks.js";

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
): Promise<MigrationPlan> {
  const { client } = cluster;
  const { snapshot, warnings } = await completeFor(cluster, inventory, policy, signal);
  let plan = planMigrations(snapshot, policy);
  if (client === null) return plan;
  const prechecks = new Prechecks(client, { snapshot, policy, storages: inventory.storages });
  let byGuest: ReadonlyMap<number, Finding> = prechecks.findings;
  for (let round = 2; round <= MOST_ROUNDS; round += 1) {
    if (!(await prechecks.askAbout(plan.migrations, signal))) break;
    const onlyChecked = round === MOST_ROUNDS;
    if (onlyChecked) byGuest = closeFindings(prechecks.findings, prechecks.facts, snapshot);
    plan = planMigrations(forbidWhatIsBlocked(snapshot, { byGuest, onlyChecked }), policy);
  }
  const explained = explainFindings(plan, snapshot, byGuest);
  return { ...explained, warnings: [...warnings, ...explained.warnings] };
}
