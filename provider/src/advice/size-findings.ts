import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import { withReason } from "./finding.js";
import type { Finding } from "./finding.js";

/** Adds the nodes that have fewer threads than a VM has virtual CPUs; Proxmox refuses to start it there. */
export function withSizes(finding: Finding, { guests, nodes }: ClusterSnapshot): Finding {
  const guest = guests.find(({ vmid }) => vmid === finding.vmid);
  if (guest?.type !== "vm") return finding;
  const small = nodes.filter(({ cpuCores, online }) => online && cpuCores < guest.cpuCores);
  return small.reduce(
    (so, { name, cpuCores }) =>
      withReason(
        so,
        name,
        `The guest has ${guest.cpuCores} virtual CPUs, more than the ${cpuCores} threads of ${name}.`,
      ),
    finding,
  );
}
