import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { ReplicationJobWire } from "../pve/schemas/replication.js";
import type { Finding } from "./finding.js";

/**
 * Adds to the finding of a VM with local disks what its replication jobs mean: it moves live only to nodes that hold a
 * copy, where nothing but the latest changes is left to be sent. Containers and VMs without jobs are returned as they are.
 */
export function withReplication(
  finding: Finding,
  type: PlannedMigration["type"],
  { jobs, nodes }: { readonly jobs: readonly ReplicationJobWire[]; readonly nodes: readonly string[] },
): Finding {
  const own = jobs.filter((job) => job.guest === finding.vmid);
  if (type !== "vm" || own.length === 0) return finding;
  if (own.some(({ remove_job: removal }) => (removal ?? "") !== "")) {
    return { ...finding, everywhere: [...finding.everywhere, "A replication job of the guest is just being removed."] };
  }
  const targets = new Set(own.map(({ target }) => target));
  const others = nodes.filter((node) => !targets.has(node));
  const isCurrent = own.every(({ disable }) => disable !== true);
  return {
    ...finding,
    atNodes: new Map([
      ...finding.atNodes,
      ...others.map((node) => {
        const reason = `The guest is replicated, but not to ${node}.`;
        return [node, [...(finding.atNodes.get(node) ?? []), reason]] as const;
      }),
    ]),
    localDiskBytes: isCurrent ? 0 : finding.localDiskBytes,
  };
}
