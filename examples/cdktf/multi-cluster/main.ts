import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import { BalancedCluster, Placement, ProxlbProvider } from "cdktf-proxlb";
import type { Policy } from "cdktf-proxlb";
import type { Construct } from "constructs";
import { StandInVm } from "../stand-in-vm.js";

/** What differs between the clusters. */
interface Site {
  readonly name: string;
  readonly policy: Policy;
  readonly guests: Readonly<Record<string, number>>;
}

const SITES: readonly Site[] = [
  { name: "east", policy: { balanciness: 10 }, guests: { proxy: 901, cache: 902 } },
  { name: "west", policy: { balanciness: 20, methods: ["memory", "cpu"] }, guests: { proxy: 901 } },
];

/** One cluster: a stack with a provider of its own, so that each is planned and applied on its own. */
class ClusterStack extends TerraformStack {
  public constructor(scope: Construct, { name, policy, guests }: Site) {
    super(scope, name);
    const variable = (id: string, sensitive = false): string =>
      new TerraformVariable(this, id, { type: "string", sensitive }).stringValue;
    const provider = new ProxlbProvider(this, "proxlb", {
      alias: name,
      endpoint: variable(`${name}_endpoint`),
      apiToken: variable(`${name}_api_token`, true),
      caCertificate: Fn.file(variable(`${name}_ca_file`)),
    });

    const cluster = new BalancedCluster(this, "cluster", { provider, policy });
    const placement = new Placement(this, "guests", { cluster });
    for (const [guest, vmId] of Object.entries(guests)) {
      const { nodeName } = placement.add(guest, { name: guest, cpuCores: 2, memoryMib: 4096 });
      new StandInVm(this, guest, { vmId, name: guest, nodeName });
      new TerraformOutput(this, `${guest}_node`, { value: nodeName });
    }
  }
}

const app = new App();
for (const site of SITES) new ClusterStack(app, site);
app.synth();
