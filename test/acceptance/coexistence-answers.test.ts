import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyAndSettle, expectNoChanges } from "../support/acceptance-checks.js";
import { clusterOf, node, tiltedCluster, vm } from "../support/acceptance-clusters.js";
import { readElsewhere } from "../support/acceptance-coexistence.js";
import { applyReport } from "../support/acceptance-json.js";
import type { Stage } from "../support/acceptance-stage.js";
import { migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { changeOf, planned, plannedActions } from "../support/cli-checks.js";
import { findClis } from "../support/cli-find.js";
import { repositoryRoot } from "../support/cli-paths.js";

const guide = readFileSync(join(repositoryRoot, "docs", "guides", "coexistence.md"), "utf8");

const [, together = ""] = /^## The configuration in which both live together\n+```hcl\n(.*?)^```$/ms.exec(guide) ?? [];

/** The guide's configuration with `terraform_data` in place of the virtual machines: a change of node replaces these as well. */
const protectedGuests = together
  .replaceAll("proxmox_virtual_environment_vm", "terraform_data")
  .replace(/^ {2}(name|vm_id) .*\n/gm, "")
  .replace(/^ {2}node_name = (\S+).*$/m, "  triggers_replace = { vm_id = each.value.vm_id, node_name = $1 }")
  .replace(/^ {2}clone \{.*?^ {2}\}\n/ms, "")
  .replace("[node_name]", "[triggers_replace]");

/** The same guests where somebody forgot to protect them. */
const carelessGuests = (/^resource "terraform_data" .*?^\}\n/ms.exec(protectedGuests)?.[0] ?? "")
  .replace('"app"', '"careless"')
  .replace(/^ {2}lifecycle \{.*?^ {2}\}\n/ms, "");

const vms = `
variable "vms" {
  default = {
    app1 = { vm_id = 101, cpu_cores = 2, memory_mib = 8192 }
    app2 = { vm_id = 102, cpu_cores = 2, memory_mib = 8192 }
  }
}
`;

const GUESTS = ["app1", "app2"].flatMap((key) => [`terraform_data.app["${key}"]`, `terraform_data.careless["${key}"]`]);

const allGuests = (action: string) => Object.fromEntries(GUESTS.map((address) => [address, action]));

/** Applies, lets the other provider read its guests, and expects that the plan after that is empty. */
const applyAndSettleElsewhere = async (stage: Stage): Promise<void> => {
  const { exitCode, text } = await applyReport(stage.ws);
  expect(exitCode, text).toBe(0);
  readElsewhere(stage);
  await expectNoChanges(stage.ws);
};

const keyOf = (vmid: number): string => `app${vmid - 100}`;

describe.each(findClis())("the answer for a guest that another provider creates, on $label", (cli) => {
  it("follows the guest in the configuration of the guide, so that nothing is replaced and nobody is moved back", async () => {
    expect(protectedGuests).toContain("ignore_changes  = [triggers_replace]");
    await onStage(cli, tiltedCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      configure(vms + protectedGuests + carelessGuests);
      await applyAndSettleElsewhere(stage);
      const [moved = 0] = migrationsAskedOf(cluster);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
      expect(placesIn(cluster)[moved]).toBe("pve2");
      await expectNoChanges(ws, ["-refresh=false"]);

      // Somebody moves the other guest too; the balance answers with a migration, and the guests stay as they are.
      const other = moved === 101 ? 102 : 101;
      cluster.addFault({ kind: "guest", vmid: other, change: { kind: "move", to: "pve2" } });
      readElsewhere(stage);
      expect(await plannedActions(ws)).toMatchObject({ ...allGuests("no-op"), "proxlb_balance.this": "update" });
      await applyAndSettleElsewhere(stage);

      // A guest that is replaced for another reason exists while the plan is made: it stays where it is.
      const address = `terraform_data.careless["${keyOf(other)}"]`;
      const { change } = changeOf(await planned(ws, { args: [`-replace=${address}`] }), address);
      expect(change.actions).toEqual(["delete", "create"]);
      expect(change.after?.["triggers_replace"]).toEqual({ vm_id: other, node_name: placesIn(cluster)[other] });
    });
  });

  it("replaces unprotected guests where it waits for the balance, and protected ones not even there", async () => {
    await onStage(cli, tiltedCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      const waiting = protectedGuests
        .replace(/^ {2}depends_on .*\n/m, "")
        .replace(/^\}\n/m, "  depends_on = [proxlb_balance.this]\n}\n");
      configure(vms + waiting + carelessGuests);
      await applyAndSettleElsewhere(stage);
      const [moved = 0] = migrationsAskedOf(cluster);
      cluster.addFault({ kind: "guest", vmid: moved, change: { kind: "move", to: "pve1" } });
      readElsewhere(stage);
      expect(await plannedActions(ws)).toMatchObject({
        "proxlb_balance.this": "update",
        'terraform_data.app["app1"]': "no-op",
        'terraform_data.app["app2"]': "no-op",
        'terraform_data.careless["app1"]': "delete/create",
        'terraform_data.careless["app2"]': "delete/create",
      });
    });
  });

  it("may change as long as the guest does not exist: ignored changes and a placement keep the first one", async () => {
    const stairs = clusterOf([node("pve1"), node("pve2"), node("pve3")], [vm(101, "pve1", 16), vm(201, "pve2", 8)]);
    await onStage(cli, stairs, async ({ ws, cluster, configure }) => {
      configure(`
data "proxlb_best_node" "new" {
  name       = "new"
  cpu_cores  = 2
  memory_mib = 4096
}
resource "proxlb_placement" "new" {
  guests = { new = { name = "new", cpu_cores = 2, memory_mib = 4096 } }
}
resource "terraform_data" "naive" {
  triggers_replace = data.proxlb_best_node.new.node_name
}
resource "terraform_data" "ignoring" {
  triggers_replace = data.proxlb_best_node.new.node_name
  lifecycle { ignore_changes = [triggers_replace] }
}
resource "terraform_data" "placed" {
  triggers_replace = proxlb_placement.new.assignments["new"]
}
`);
      await applyAndSettle(ws);
      for (const vmid of [101, 201]) cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to: "pve3" } });
      const plan = await planned(ws, { args: ["-replace=terraform_data.ignoring"] });
      const nodes = ["naive", "placed", "ignoring"].map((name) => {
        const { change } = changeOf(plan, `terraform_data.${name}`);
        return [
          name,
          change.actions.join("/"),
          change.before?.["triggers_replace"],
          change.after?.["triggers_replace"],
        ];
      });
      expect(nodes).toEqual([
        ["naive", "delete/create", "pve3", "pve1"],
        ["placed", "no-op", "pve3", "pve3"],
        // It is replaced for another reason, and takes the best node of the day.
        ["ignoring", "delete/create", "pve3", "pve1"],
      ]);
      expect(await plannedActions(ws)).toMatchObject({ "terraform_data.ignoring": "no-op" });
    });
  });
});

describe.each(findClis())("what refers to the node of a moved guest on $label", (cli) => {
  it("is replaced with it unless it ignores the change", async () => {
    await onStage(cli, tiltedCluster(), async (stage) => {
      const { ws, configure } = stage;
      const file = (name: string, more: string): string =>
        `resource "terraform_data" "${name}" {\n  triggers_replace = terraform_data.vm.input.node_name\n  ${more}\n}\n`;
      configure(`
resource "terraform_data" "vm" {
  input = { vm_id = 101, node_name = "pve1" }
  lifecycle { ignore_changes = [input] }
}
${file("file", "")}${file("kept", "lifecycle { ignore_changes = [triggers_replace] }")}
resource "proxlb_balance" "this" {
  migrations = [{ vm_id = 101, to_node = "pve2" }]
}
`);
      await applyAndSettle(ws);
      readElsewhere(stage);
      expect(await plannedActions(ws)).toEqual({
        "terraform_data.vm": "no-op",
        "terraform_data.file": "delete/create",
        "terraform_data.kept": "no-op",
        "proxlb_balance.this": "no-op",
      });
    });
  });
});
