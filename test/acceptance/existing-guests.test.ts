import { describe, expect, it } from "vitest";
import { applyAndSettle, expectDiagnostics, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

const WARNING = "Existing Guest on Unwanted Node";

/** pve1 is full and in maintenance, pve2 is empty; two guests are called twin. */
const cluster = () =>
  clusterOf(
    [node("pve1", { maintenance: true }), node("pve2"), node("pve3")],
    [
      vm(101, "pve1", 30, { name: "web1" }),
      vm(102, "pve1", 20, { name: "twin" }),
      vm(301, "pve3", 8, { name: "twin" }),
      vm(302, "pve3", 4, { kind: "ct", name: "dns" }),
      vm(303, "pve3", 4, { name: "halted", status: "stopped" }),
    ],
  );

describe.each(findClis())("guests that exist already, asked for on $label", (cli) => {
  it("are answered with the node they are on, whatever speaks against it, and with the new one after a move", async () => {
    await onStage(cli, cluster(), async ({ ws, cluster: simulated, configure }) => {
      configure(`
data "proxlb_best_node" "by_id" {
  vm_id = 101
}
data "proxlb_best_node" "by_name" {
  name           = "dns"
  cpu_cores      = 1
  memory_mib     = 512
  excluded_nodes = ["pve3"]
}
data "proxlb_best_node" "other_id" {
  vm_id      = 9000
  name       = "web1"
  cpu_cores  = 1
  memory_mib = 512
}
data "proxlb_best_node" "batch" {
  guests = {
    old    = { vm_id = 102, allowed_nodes = ["pve2"] }
    halted = { name = "halted" }
    new    = { cpu_cores = 1, memory_mib = 512 }
  }
}
output "nodes" {
  value = [for answer in [data.proxlb_best_node.by_id, data.proxlb_best_node.by_name, data.proxlb_best_node.other_id] :
    "\${answer.node_name} \${answer.existing} \${length(answer.candidates)}"]
}
output "batch" { value = data.proxlb_best_node.batch.assignments }
output "batch_existing" { value = data.proxlb_best_node.batch.existing }
`);
      const first = await applyReport(ws);
      expect(first.exitCode, first.text).toBe(0);
      // A guest of the same name but with another id than the one asked for is somebody else.
      expect(first.outputs["nodes"]).toEqual(["pve1 true 0", "pve3 true 0", "pve2 false 3"]);
      expect(first.outputs["batch"]).toEqual({ old: "pve1", halted: "pve3", new: "pve2" });
      expect(first.outputs["batch_existing"]).toBe(false);
      expectDiagnostics(first.warnings, [
        {
          summary: WARNING,
          address: "data.proxlb_best_node.by_id",
          detail: ["Guest 101 (web1)", "pve1, which is in maintenance", "proxlb_balance"],
        },
        { summary: WARNING, address: "data.proxlb_best_node.by_name", detail: ["302", 'is in "excluded_nodes"'] },
        {
          summary: WARNING,
          address: "data.proxlb_best_node.batch",
          detail: ['guests["old"]', "102", '"allowed_nodes"'],
        },
      ]);

      simulated.addFault({ kind: "guest", vmid: 101, change: { kind: "move", to: "pve2" } });
      const second = await applyAndSettle(ws);
      expect(second.outputs["nodes"]).toEqual(["pve2 true 0", "pve3 true 0", "pve3 false 3"]);
    });
  });

  it("are not guessed at when several bear the name, nor sized when they turn out to be new", async () => {
    await onStage(cli, cluster(), async ({ ws, configure }) => {
      configure(`
data "proxlb_best_node" "one" {
  name = "twin"
}
data "proxlb_best_node" "batch" {
  guests = { a = { name = "twin" }, b = { name = "new", cpu_cores = 1, memory_mib = 64 } }
}
data "proxlb_best_node" "unsized" {
  name = "nobody"
}
`);
      expectErrors(
        await planReport(ws),
        {
          summary: "Ambiguous Guest Name",
          address: "data.proxlb_best_node.one",
          code: 'name = "twin"',
          detail: ["102 on pve1", "301 on pve3", 'Set "vm_id"'],
        },
        { summary: "Ambiguous Guest Name", address: "data.proxlb_best_node.batch", detail: ['guests["a"].name: '] },
        { summary: "Missing Attribute", address: "data.proxlb_best_node.unsized", detail: ['"cpu_cores" is required'] },
        {
          summary: "Missing Attribute",
          address: "data.proxlb_best_node.unsized",
          detail: ['"memory_mib" is required'],
        },
      );
    });
  });
});
