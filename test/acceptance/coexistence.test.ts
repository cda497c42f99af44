import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { REVIEWED } from "../support/acceptance-balance.js";
import { applyAndSettle, expectDiagnostics, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import { clusterOf, node, tiltedCluster, vm } from "../support/acceptance-clusters.js";
import { readElsewhere } from "../support/acceptance-coexistence.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { plannedActions } from "../support/cli-checks.js";
import { findClis } from "../support/cli-find.js";
import { repositoryRoot } from "../support/cli-paths.js";
import { prose } from "../support/cli-process.js";

/** One row of the guide's table, and what stands for such a guest. */
interface Row {
  readonly managedBy: string;
  readonly name: string;
  readonly vmId: number;
  readonly kind?: "ct";
  readonly tags?: string[];
  /** The attribute of `terraform_data` that behaves like the node attribute: a change replaces, or updates in place. */
  readonly node: "triggers_replace" | "input";
  readonly protectedAtFirst?: true;
  /** What the next plan does to it after it was moved without heeding the guide. */
  readonly action: string;
  /** What the guide says does not move stays on pve1. */
  readonly stays?: true;
}

const ROWS: readonly Row[] = [
  {
    managedBy: "bpg `proxmox_virtual_environment_vm` with default settings",
    name: "by_default",
    vmId: 101,
    node: "triggers_replace",
    action: "delete/create",
  },
  {
    managedBy: "bpg `proxmox_virtual_environment_vm` with `migrate = true`",
    name: "migrating",
    vmId: 102,
    node: "input",
    action: "update",
  },
  {
    managedBy: "bpg `proxmox_virtual_environment_vm` that ignores `node_name`",
    name: "ignoring",
    vmId: 103,
    node: "triggers_replace",
    protectedAtFirst: true,
    action: "no-op",
  },
  {
    managedBy: "bpg `proxmox_virtual_environment_container`",
    name: "container",
    vmId: 104,
    kind: "ct",
    node: "triggers_replace",
    action: "create",
    stays: true,
  },
  {
    managedBy: "bpg `proxmox_vm`, `proxmox_cloned_vm`",
    name: "cloned",
    vmId: 105,
    tags: ["stays"],
    node: "triggers_replace",
    action: "create",
    stays: true,
  },
  {
    managedBy: "Telmate `proxmox_vm_qemu` with `target_node`",
    name: "target_node",
    vmId: 106,
    node: "input",
    action: "update",
  },
];

/** Needs no stand-in that follows the guest: what is configured is a set of nodes, and that does not change. */
const TARGET_NODES = "Telmate `proxmox_vm_qemu` with `target_nodes`";

const ignoring = (attribute: string): string => `lifecycle { ignore_changes = [${attribute}] }`;

const standIn = ({ name, vmId, node: attribute, protectedAtFirst }: Row, heeded: boolean): string => `
resource "terraform_data" "${name}" {
  ${attribute} = { vm_id = ${vmId}, node_name = "pve1" }
  ${heeded || protectedAtFirst === true ? ignoring(attribute) : ""}
}
`;

const targetNodes = 'resource "terraform_data" "target_nodes" { input = ["pve1", "pve2"] }\n';

/** All guests leave pve1, but for those that the policy keeps there. */
const evacuation = (policy: string): string => `
data "proxlb_migration_plan" "this" {
  policy = { maintenance_nodes = ["pve1"], ${policy} }
}
resource "proxlb_balance" "this" {
  migrations = data.proxlb_migration_plan.this.migrations
  policy     = data.proxlb_migration_plan.this.effective_policy
}
`;

const guests = ROWS.map(({ vmId, kind, tags }) =>
  vm(vmId, "pve1", 2, { ...(kind === undefined ? {} : { kind }), ...(tags === undefined ? {} : { tags }) }),
);

const crowded = () => clusterOf([node("pve1"), node("pve2")], [...guests, vm(107, "pve1", 2)]);

const standIns = (heeded: boolean): string => ROWS.map((row) => standIn(row, heeded)).join("") + targetNodes;

/** These providers look for a guest only on the node where they last saw it. */
const BLIND = { blind: ["container", "cloned"] };

const addresses = (actionOf: (row: Row) => string) =>
  Object.fromEntries(ROWS.map((row) => [`terraform_data.${row.name}`, actionOf(row)]));

it("the table of the guide has just the rows that are proven here", () => {
  const guide = readFileSync(join(repositoryRoot, "docs", "guides", "coexistence.md"), "utf8");
  const [table = ""] = /^\| guests are managed by .*\n(?:\|.*\n)*/m.exec(guide) ?? [];
  const [, , ...rows] = [...table.matchAll(/^\| (.*?) +\|/gm)].map(([, cell = ""]) => cell);
  expect(rows).toEqual([...ROWS.map(({ managedBy }) => managedBy), TARGET_NODES]);
});

describe.each(findClis())("guests of other providers on $label", (cli) => {
  it("are replaced, moved back or lost after a move where the guide says so, and a warning comes before", async () => {
    await onStage(cli, crowded(), async (stage) => {
      const { ws, cluster, configure } = stage;
      configure(standIns(false) + evacuation('balance_types = ["vm", "ct"]'));
      const warned = await planReport(ws);
      expectDiagnostics(warned.warnings, [
        {
          summary: "Guests Managed Elsewhere",
          address: "data.proxlb_migration_plan.this",
          detail: [
            "ignore_changes = [node_name]",
            "destroys and recreates",
            "moves it back",
            "container",
            "ignore_guests",
          ],
        },
      ]);
      await applyAndSettle(ws);
      expect(new Set(Object.values(placesIn(cluster)))).toEqual(new Set(["pve2"]));
      readElsewhere(stage, BLIND);
      const actions = await plannedActions(ws);
      expect(actions).toMatchObject({
        ...addresses(({ action }) => action),
        "terraform_data.target_nodes": "no-op",
        "proxlb_balance.this": "no-op",
      });

      // What the guide recommends against forgetting makes an error of it.
      configure(
        standIn(ROWS[0]!, false).replace(/\}\n$/, "  lifecycle { prevent_destroy = true }\n}\n") +
          evacuation('balance_types = ["vm", "ct"]'),
      );
      expect(prose(await ws.plan())).toContain("Instance cannot be destroyed");
    });
  });

  it("are left alone, and the second plan is empty, where the guide is heeded", async () => {
    await onStage(cli, crowded(), async (stage) => {
      const { ws, cluster, configure } = stage;
      configure(standIns(true) + evacuation('ignore_tags = ["stays"]'));
      await applyAndSettle(ws);
      for (const { vmId, stays } of ROWS) expect(placesIn(cluster)[vmId], `${vmId}`).toBe(stays ? "pve1" : "pve2");
      // Tags and descriptions above all are left to whoever manages the guests.
      for (const request of changesAskedOf(cluster)) expect(request).toMatch(/^POST .*\/migrate$/);
      readElsewhere(stage, BLIND);
      await expectNoChanges(ws);
      await expectNoChanges(ws, ["-refresh=false"]);
    });
  });

  it("go back and forth where they are migrated back, until their node is ignored", async () => {
    await onStage(cli, tiltedCluster(), async (stage) => {
      const { ws, cluster, configure } = stage;
      const guest = (id: number, more: string): string => `
resource "terraform_data" "vm${id}" {
  input = { vm_id = ${id}, node_name = "pve1" }
  ${more}
}
`;
      const both = (more: string): string => guest(101, more) + guest(102, more) + REVIEWED;
      configure(both(""));
      await applyAndSettle(ws);
      const [moved = 0] = migrationsAskedOf(cluster);
      readElsewhere(stage);
      const backAgain = { [`terraform_data.vm${moved}`]: "update", "proxlb_balance.this": "no-op" };
      expect(await plannedActions(ws)).toMatchObject(backAgain);
      // The update, as a provider makes it that migrates by itself.
      expectSuccess(await ws.apply());
      cluster.addFault({ kind: "guest", vmid: moved, change: { kind: "move", to: "pve1" } });
      const outbound = await applyReport(ws);
      expect(outbound.exitCode, outbound.text).toBe(0);
      expect(migrationsAskedOf(cluster)).toEqual([moved, moved]);
      readElsewhere(stage);
      expect(await plannedActions(ws)).toMatchObject(backAgain);

      cluster.clearRequests();
      configure(both(ignoring("input")));
      await applyAndSettle(ws);
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(Object.values(placesIn(cluster)).sort()).toEqual(["pve1", "pve2"]);
    });
  });
});
