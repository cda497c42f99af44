import type { ReplicationJobWire } from "../pve/schemas/replication.js";
import { withReason } from "./finding.js";
import type { Finding } from "./finding.js";
import type { Travel } from "./travel.js";

/**
 * Adds to the finding of a VM with local disks what its replication jobs mean: it moves live only to nodes that hold a
 * copy, where nothing but the latest changes is left to be sent. Without a job its snapshots on such disks stand in the way.
 * A VM that is off moves anywhere, and containers are returned as they are.
 */
export function withReplication(
  finding: Finding,
  { type, isOff }: { readonly type: Travel["type"]; readonly isOff: boolean },
  { jobs, nodes }: { readonly jobs: readonly ReplicationJobWire[]; readonly nodes: readonly string[] },
): Finding {
  const own = jobs.filter((job) => job.guest === finding.vmid);
  if (type !== "vm") return finding;
  if (own.length === 0) return withSnapshots(finding);
  if (own.some(({ remove_job: removal }) => (removal ?? "") !== "")) {
    return { ...finding, everywhere: [...finding.everywhere, "A replication job of the guest is just being removed."] };
  }
  if (isOff) return finding;
  const targets = new Set(own.map(({ target }) => target));
  const others = nodes.filter((node) => !targets.has(node));
  const isCurrent = own.every(({ disable }) => disable !== true);
  const blocked = others.reduce(
    (so, node) => withReason(so, node, `The guest is replicated, but not to ${node}.`),
    finding,
  );
  return isCurrent ? { ...blocked, localDiskBytes: 0, disks: [] } : blocked;
}

function withSnapshots(finding: Finding): Finding {
  if (finding.localSnapshots.length === 0) return finding;
  const reason =
    `The guest has snapshots of disks on storage that is not shared (${finding.localSnapshots.join(", ")}), which a live ` +
    "migration cannot copy.";
  return { ...finding, everywhere: [...finding.everywhere, reason] };
}
