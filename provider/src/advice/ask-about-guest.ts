import { withContainerVolumes } from "../inventory/container-volumes.js";
import { migrationBlockers } from "../inventory/migration-blockers.js";
import { objectionsUnder } from "../inventory/migration-objections.js";
import type { MigrationBlockers } from "../inventory/migration-blockers.js";
import type { NodeStorage } from "../inventory/take-snapshot.js";
import type { Rule } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { GuestAddress } from "../pve/endpoints/guest.js";
import { isGone, isNodeSilent, PvePermissionError } from "../pve/errors.js";
import { nothingFound } from "./finding.js";
import type { Finding } from "./finding.js";
import { learnConfigs } from "./learn-facts.js";
import type { TargetFacts } from "./target-facts.js";

/** One guest, and what answers about it are judged by. */
export interface GuestQuery {
  readonly guest: GuestAddress;
  readonly policy: Policy;
  readonly rules: readonly Rule[];
  readonly storages: readonly NodeStorage[];
  readonly facts: TargetFacts;
}

/**
 * Asks what stands against moving one guest; one request, and one more for the volumes of a container. A guest on a node that does not answer can go nowhere. Credentials
 * that may read but not migrate are no failure: the guest then counts as unchecked.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function askAboutGuest(client: PveClient, query: GuestQuery, signal: AbortSignal): Promise<Finding> {
  const { guest, policy, rules } = query;
  const { vmid, node } = guest;
  try {
    const blockers = await blockersOf(client, query, signal);
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

/** Of a container Proxmox says nothing about its volumes, so they are taken from its configuration. */
async function blockersOf(
  client: PveClient,
  { guest, facts, storages }: GuestQuery,
  signal: AbortSignal,
): Promise<MigrationBlockers> {
  if (guest.type === "vm") return migrationBlockers(client, guest, signal);
  const [blockers] = await Promise.all([
    migrationBlockers(client, guest, signal),
    learnConfigs(client, { facts, guests: [guest] }, signal),
  ]);
  return withContainerVolumes(blockers, { config: facts.configs.get(guest.vmid) ?? {}, storages });
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
