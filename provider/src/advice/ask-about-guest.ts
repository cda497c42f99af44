import { migrationBlockers } from "../inventory/migration-blockers.js";
import { objectionsUnder } from "../inventory/migration-objections.js";
import type { MigrationBlockers } from "../inventory/migration-blockers.js";
import type { Rule } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { GuestAddress } from "../pve/endpoints/guest.js";
import { isGone, isNodeSilent, PvePermissionError } from "../pve/errors.js";
import { nothingFound } from "./finding.js";
import type { Finding } from "./finding.js";

/**
 * Asks what stands against moving one guest; one request. A guest on a node that does not answer can go nowhere. Credentials
 * that may read but not migrate are no failure: the guest then counts as unchecked.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function askAboutGuest(
  client: PveClient,
  { guest, policy, rules }: { readonly guest: GuestAddress; readonly policy: Policy; readonly rules: readonly Rule[] },
  signal: AbortSignal,
): Promise<Finding> {
  const { vmid, node } = guest;
  try {
    const blockers = await migrationBlockers(client, guest, signal);
    const { localDiskBytes, disks, localSnapshots, movesAlong } = blockers;
    const objections = objectionsUnder(policy, withoutKnownRules(blockers, rules));
    return { ...nothingFound(vmid), ...objections, localDiskBytes, disks, localSnapshots, movesAlong };
  } catch (failure) {
    signal.throwIfAborted();
    if (failure instanceof PvePermissionError) return { ...nothingFound(vmid), unchecked: failure.message };
    if (isGone(failure)) return { ...nothingFound(vmid), everywhere: [`The guest is not on ${node} any more.`] };
    if (isNodeSilent(failure)) return { ...nothingFound(vmid), everywhere: [`Node ${node} does not answer.`] };
    throw failure;
  }
}

/** The planner keeps these rules itself, and knows which guests move out of the way in time. */
function withoutKnownRules(blockers: MigrationBlockers, rules: readonly Rule[]): MigrationBlockers {
  const isKnown = (other: number): boolean =>
    rules.some(({ kind, vmids }) => kind === "anti-affinity" && vmids.includes(other) && vmids.includes(blockers.vmid));
  const blockedNodes = blockers.blockedNodes.filter(
    ({ onlyBecauseOf }) => onlyBecauseOf.length === 0 || !onlyBecauseOf.every(isKnown),
  );
  return { ...blockers, blockedNodes };
}
