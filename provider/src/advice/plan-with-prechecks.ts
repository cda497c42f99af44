import { mapBounded } from "../inventory/bounded.js";
import type { ClusterAccess } from "../inventory/cluster-access.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { MigrationPlan, PlannedMigration } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { planMigrations } from "../planning/search/rebalancing.js";
import { askAboutGuest } from "./ask-about-guest.js";
import { explainFindings } from "./explain-findings.js";
import { isTelling } from "./finding.js";
import type { Finding } from "./finding.js";
import { forbidWhatIsBlocked } from "./forbid-what-is-blocked.js";

/** Plans made for one answer at most; in the last only guests move that have been checked. */
const MOST_ROUNDS = 5;

/** Enough to ask about a hundred guests in a few round trips, and little for a node that answers for all. */
const REQUESTS_AT_ONCE = 16;

/**
 * Plans, asks Proxmox what stands against moving the guests of the plan, forbids that, and plans again, at most five
 * times. Each guest is asked about once. The result holds only migrations that were checked, with the disks that they
 * copy; a captured cluster is not asked anything.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function planWithPrechecks(
  cluster: Pick<ClusterAccess, "client">,
  { snapshot }: Pick<Inventory, "snapshot">,
  policy: Policy,
  signal: AbortSignal,
): Promise<MigrationPlan> {
  const { client } = cluster;
  const findings = new Map<number, Finding>();
  let plan = planMigrations(snapshot, policy);
  for (let round = 2; client !== null && round <= MOST_ROUNDS; round += 1) {
    const ask = (guest: PlannedMigration): Promise<Finding> =>
      askAboutGuest(client, { guest: { ...guest, node: guest.from }, policy, rules: snapshot.rules }, signal);
    const unchecked = plan.migrations.filter(({ vmid }) => !findings.has(vmid));
    const found = await mapBounded(unchecked, REQUESTS_AT_ONCE, ask);
    for (const finding of found) findings.set(finding.vmid, finding);
    if (!found.some(isTelling)) break;
    const onlyChecked = round === MOST_ROUNDS;
    plan = planMigrations(forbidWhatIsBlocked(snapshot, { byGuest: findings, onlyChecked }), policy);
  }
  return explainFindings(plan, snapshot, findings);
}
