import { App, Aspects, Fn, Op, TerraformStack, TerraformVariable } from "cdktf";
import {
  BalancedCluster,
  Check,
  ImbalanceGate,
  Maintenance,
  MaintenanceWindow,
  ProxlbProvider,
  RequirePlacement,
} from "cdktf-proxlb";
import type { Construct } from "constructs";

/**
 * A cluster that a pipeline keeps in balance: the plan is made for review, and fails when a node cannot be emptied or the limit
 * cannot be kept. Apply executes the plan that was reviewed, inside the window only. The table for the pull request is in the
 * saved plan, and not in an output, which would change with each plan:
 *
 *   tofu show -json plan | jq -r '.prior_state.values.root_module.resources[].values.markdown // empty'
 */
class GatedPipeline extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const authority = new TerraformVariable(this, "ca_file", { type: "string" });
    new ProxlbProvider(this, "proxlb", { caCertificate: Fn.file(authority.stringValue) });

    // A real pipeline would write `days: ["saturday"], start: "22:00"`, and the offset of its time zone.
    const window = MaintenanceWindow.weekly({ start: "00:00", durationMinutes: 1440 });
    const cluster = new BalancedCluster(this, "cluster", { policy: { balanciness: 10 }, window, applyTimeout: "2h" });
    new Maintenance(this, "kernel-update", { cluster, nodeNames: ["pve3"] });

    // Could pve1 be emptied too? Nobody is moved for the answer.
    const preview = new Maintenance(this, "next", { cluster, nodeNames: ["pve1"], mode: "preview", required: false });

    new Check(this, "next-fits", {
      assertions: [{ condition: Op.lt(preview.plan.violationsAfter, 1), errorMessage: "pve1 cannot be emptied yet." }],
    });
  }
}

const app = new App();
const stack = new GatedPipeline(app, "gated-pipeline");
Aspects.of(stack).add(new ImbalanceGate({ maxPoints: 30 }));
Aspects.of(stack).add(new RequirePlacement({ mode: "fail" }));
app.synth();
