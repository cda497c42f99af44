import { describe, expect, it } from "vitest";
import { applyAndSettle, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { applyReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

/** 16 GiB are 25 points of a node. pve3 is empty. */
const stairs = () =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [vm(101, "pve1", 16), vm(102, "pve1", 16), vm(201, "pve2", 16)],
  );

const QUESTIONS = `
variable "memory_mib" { default = 4096 }
variable "balanciness" { default = 10 }
data "proxlb_best_node" "new" {
  cpu_cores  = 2
  memory_mib = var.memory_mib
}
data "proxlb_migration_plan" "this" {
  policy = { balanciness = var.balanciness }
}
data "proxlb_cluster" "this" {
  policy = { balanciness = var.balanciness }
}
output "node" { value = data.proxlb_best_node.new.node_name }
output "fits" { value = [for each in data.proxlb_best_node.new.candidates : each.node_name if each.fits] }
output "migrations" { value = length(data.proxlb_migration_plan.this.migrations) }
output "guests_of_pve1" { value = data.proxlb_cluster.this.nodes[0].guests }
`;

const ANSWERS = { node: "pve3", fits: ["pve3", "pve2", "pve1"], migrations: 1, guests_of_pve1: 2 };

describe.each(findClis())("the data sources on $label", (cli) => {
  it("are read once for a saved plan, whose apply asks nothing more and keeps the answers that were reviewed", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(QUESTIONS);
      expectSuccess(await ws.plan({ out: "saved" }));
      cluster.clearRequests();
      for (const vmid of [101, 102]) cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to: "pve3" } });
      const applied = await applyReport(ws, { plan: "saved" });
      expect(applied.exitCode, applied.text).toBe(0);
      expect(applied.outputs).toEqual(ANSWERS);
      expect(cluster.requests()).toEqual([]);

      // What has changed in between is drift, found by every kind of plan.
      for (const args of [[], ["-refresh-only"], ["-refresh=false"]]) {
        const drifted = await ws.plan({ args, detailedExitCode: true });
        expect(drifted.exitCode, prose(drifted)).toBe(2);
        expect(prose(drifted)).toContain('~ node = "pve3" -> "pve1"');
      }
      const now = { ...ANSWERS, node: "pve1", fits: ["pve1", "pve2", "pve3"], guests_of_pve1: 0 };
      expect((await applyReport(ws, { args: ["-refresh-only"] })).outputs).toEqual(now);
      await expectNoChanges(ws);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("answer a changed question, one alone with -target, and leave nothing behind when they are destroyed", async () => {
    await onStage(cli, stairs(), async ({ ws, cluster, configure }) => {
      configure(QUESTIONS);
      const alone = ["data.proxlb_cluster.this", "data.proxlb_migration_plan.this", "data.proxlb_best_node.new"];
      for (const [index, address] of alone.entries()) {
        expectSuccess(await ws.apply({ args: [`-target=${address}`] }));
        expect(await ws.stateList()).toEqual(alone.slice(0, index + 1).sort());
      }
      expect((await applyAndSettle(ws)).outputs).toEqual(ANSWERS);
      const vars = [`-var=memory_mib=${40 * 1024}`, "-var=balanciness=60"];
      expect((await applyReport(ws, { args: vars })).outputs).toEqual({
        ...ANSWERS,
        fits: ["pve3", "pve2"],
        migrations: 0,
      });
      await expectNoChanges(ws, vars);

      expectSuccess(await ws.plan({ destroy: true, out: "destruction" }));
      cluster.clearRequests();
      expectSuccess(await ws.apply({ plan: "destruction" }));
      expect(await ws.stateList()).toEqual([]);
      expect(await ws.outputs()).toEqual({});
      expect(cluster.requests()).toEqual([]);
    });
  });

  it("57 wait, each for itself, for inputs that are known only after apply", async () => {
    await onStage(cli, stairs(), async ({ ws, configure }) => {
      configure(`
resource "terraform_data" "limit" { input = 60 }
resource "terraform_data" "node" { input = "pve1" }
data "proxlb_migration_plan" "limited" {
  policy = { balanciness = terraform_data.limit.output }
}
data "proxlb_migration_plan" "drained" {
  assume_maintenance = [terraform_data.node.output]
}
data "proxlb_migration_plan" "now" {}
output "limited" { value = length(data.proxlb_migration_plan.limited.migrations) }
output "drained" { value = length(data.proxlb_migration_plan.drained.migrations) }
output "now" { value = length(data.proxlb_migration_plan.now.migrations) }
`);
      const text = prose(await ws.plan());
      expect(text).toContain("+ limited = (known after apply)");
      expect(text).toContain("+ drained = (known after apply)");
      expect(text).toContain("+ now = 1");
      expect((await applyAndSettle(ws)).outputs).toEqual({ limited: 0, drained: 2, now: 1 });
    });
  });
});
