import type { Cluster, Guest } from "../cluster/cluster.js";
import { failure } from "../http/api-error.js";
import type { JsonObject } from "../json.js";

/** Share of a replicated volume that still has to be sent: what was written since the last run. */
export const UNREPLICATED_SHARE = 0.01;

/**
 * Refuses a migration to a node to which the guest is not replicated, unless it is a VM that is off, and any while a job is being
 * removed.
 */
export function checkReplication(cluster: Cluster, guest: Guest, target: string): void {
  const jobs = jobsOf(cluster, guest);
  if (jobs.some((job) => job["remove_job"] !== undefined))
    throw failure(`can't migrate guest ${guest.vmid} - a replication job of it is marked for removal`);
  if (jobs.length === 0 || isReplicatedTo(cluster, guest, target)) return;
  if (guest.kind === "qemu" && guest.status === "stopped") return;
  const word = guest.kind === "qemu" ? "VM" : "CT";
  throw failure(
    `Cannot live-migrate replicated ${word} to node '${target}' - not a replication target. Use 'force' to override.`,
  );
}

/** Says whether a node has a copy of the guest's volumes. */
export function isReplicatedTo(cluster: Cluster, guest: Guest, node: string): boolean {
  return jobsOf(cluster, guest).some((job) => job["target"] === node);
}

/** Lets the job of a guest that has moved to its copy run the other way. */
export function reverseReplication(cluster: Cluster, guest: Guest, from: string): void {
  cluster.replication = cluster.replication.map((job) =>
    job["guest"] === guest.vmid && job["target"] === guest.node ? { ...job, source: guest.node, target: from } : job,
  );
}

function jobsOf(cluster: Cluster, guest: Guest): readonly JsonObject[] {
  return cluster.replication.filter((job) => job["guest"] === guest.vmid);
}
