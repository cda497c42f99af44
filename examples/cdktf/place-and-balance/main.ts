import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { AntiAffinityGroup, BalancedCluster, BestNode, Placement, ProxlbProvider } from "cdktf-proxlb";
import type { Construct } from "constructs";
import { StandInVm } from "../stand-in-vm.js";

/** Places three new guests, and keeps the cluster that they go to in balance. */
class PlaceAndBalance extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    // Endpoint and token come from PROXMOX_VE_ENDPOINT and PROXMOX_VE_API_TOKEN.
    const authority = new TerraformVariable(this, "ca_file", { type: "string" });
    new ProxlbProvider(this, "proxlb", { caCertificate: Fn.file(authority.stringValue) });

    // The databases exist; they are to be on different nodes.
    const db = new AntiAffinityGroup(this, "db", { guests: [{ vmId: 101 }, { vmId: 102 }] });
    const cluster = new BalancedCluster(this, "cluster", { policy: { balanciness: 10 }, groups: [db] });

    // Two web servers on different nodes: one question for both, so that each counts for the other.
    const web = new AntiAffinityGroup(this, "web");
    const placement = new Placement(this, "web-nodes", { cluster, groups: [web] });
    for (const [index, name] of ["web1", "web2"].entries()) {
      const { nodeName, tags } = placement.add(name, { name, cpuCores: 2, memoryMib: 2048 });
      new StandInVm(this, name, { vmId: 901 + index, name, nodeName, tags });
      new TerraformOutput(this, `${name}_node`, { value: nodeName });
    }

    // One more guest, on its own, where its storage is.
    const size = { cpuCores: 1, memoryMib: 1024, diskGib: 16, storage: "ceph" };
    const ci = new BestNode(this, "ci-node", { cluster, name: "ci", ...size }).requireScore(20);
    new StandInVm(this, "ci", { vmId: 903, name: "ci", nodeName: ci.nodeName });
    new TerraformOutput(this, "ci_node", { value: ci.nodeName });
  }
}

const app = new App();
new PlaceAndBalance(app, "place-and-balance");
app.synth();
