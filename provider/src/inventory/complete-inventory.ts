import type { Policy } from "../planning/model/policy.js";
import type { ClusterAccess } from "./cluster-access.js";
import type { Completed } from "./completed.js";
import type { Inventory } from "./take-snapshot.js";

/**
 * Adds to an inventory what a policy plans with beyond the load of the moment: the use over `usage_window`, pressure in mode
 * `psi`, and when guests last moved, for `cooldown`. Policies that need none of it cost no request. A captured cluster is what
 * it is. The warnings are only those of what was added.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function completeFor(
  { client }: Pick<ClusterAccess, "client">,
  { snapshot, version, background }: Pick<Inventory, "snapshot" | "version" | "background">,
  policy: Policy,
  signal: AbortSignal,
): Promise<Completed> {
  if (client === null || version === null || background === undefined) return { snapshot, warnings: [] };
  // Not before there is a cluster to ask: what asks brings the schemas of all answers, and most processes never do.
  const { completeFromCluster } = await import("./complete-from-cluster.js");
  return completeFromCluster(client, { snapshot, version, background, policy }, signal);
}
