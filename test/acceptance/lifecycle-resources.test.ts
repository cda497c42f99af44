import { describe, expect, it } from "vitest";
import { balanceInState, BARE, literal, REVIEWED } from "../support/acceptance-balance.js";
import { applyAndSettle, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import { evenCluster, tiltedCluster } from "../support/acceptance-clusters.js";
import { applyReport } from "../support/acceptance-json.js";
import { changesAskedOf, migrationsAskedOf, onStage } from "../support/acceptance-stage.js";
import { changeOf, planned, plannedActions } from "../support/cli-checks.js";
import type { TerraformCli } from "../support/cli-find.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

const placement = (guests: string, more = ""): string => `
resource "proxlb_placement" "this" {
  guests = { ${guests} }
  ${more}
}
`;

const SETTLED_BALANCE = '[{ vm_id = 101, to_node = "pve2" }]';

const BALANCE = "proxlb_balance.this";

const PLACEMENT = "proxlb_placement.this";

const IMPORTS = `
import {
  to = ${BALANCE}
  id = "default"
}
import {
  to = ${PLACEMENT}
  id = "db=101,web=201"
}
`;

/** OpenTofu crashes over nested attributes that are only computed, which a balance has (opentofu/opentofu#3555). */
const writesBalances = ({ name }: TerraformCli): boolean => name === "Terraform";

describe.each(findClis())("the resources together on $label", (cli) => {
  it("51 and 54 are taken over by import blocks, with a configuration that the CLI writes itself where it can", async () => {
    await onStage(cli, evenCluster(), async ({ ws, cluster, configure }) => {
      configure(writesBalances(cli) ? IMPORTS : IMPORTS + BARE);
      expectSuccess(await ws.plan({ args: ["-generate-config-out=generated.tf"] }));
      expect([...ws.read("generated.tf").matchAll(/^resource "(\w+)"/gm)].map(([, type]) => type)).toEqual(
        writesBalances(cli) ? ["proxlb_balance", "proxlb_placement"] : ["proxlb_placement"],
      );
      expectSuccess(await ws.apply());
      await expectNoChanges(ws);
      expect(balanceInState(ws)).toMatchObject({ balanced: true, executed: [], pending_migrations: [] });
      expect(changeOf(await planned(ws), PLACEMENT).change.after).toMatchObject({
        assignments: { db: "pve1", web: "pve2" },
        current: { db: "pve1", web: "pve2" },
      });
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("stay themselves under a new address and when the state forgets and finds them again", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED + placement("db = { vm_id = 101 }"));
      await applyAndSettle(ws);
      const run = balanceInState(ws);
      const asked = migrationsAskedOf(cluster);
      const renamed = REVIEWED.replace('"proxlb_balance" "this"', '"proxlb_balance" "cluster"');
      configure(`
${renamed}${placement("db = { vm_id = 101 }").replace('"this"', '"guests"')}
moved {
  from = ${BALANCE}
  to   = proxlb_balance.cluster
}
moved {
  from = ${PLACEMENT}
  to   = proxlb_placement.guests
}
`);
      await applyAndSettle(ws);
      expect(balanceInState(ws)).toEqual(run);

      expectSuccess(await ws.run(["state", "rm", "proxlb_balance.cluster", "proxlb_placement.guests"]));
      expectSuccess(await ws.import("proxlb_balance.cluster", "default"));
      expectSuccess(await ws.import("proxlb_placement.guests", "db=101"));
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toEqual(asked);
    });
  });

  it("record drift with apply -refresh-only and move nobody; only a plan after that moves", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(BARE + placement("db = { vm_id = 101 }"));
      expectSuccess(await ws.apply());
      await applyAndSettle(ws);
      for (const vmid of [101, 102]) cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to: "pve2" } });
      cluster.clearRequests();
      // What was not refreshed is not known.
      await expectNoChanges(ws, ["-refresh=false"]);
      expectSuccess(await ws.apply({ args: ["-refresh-only"] }));
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws)).toMatchObject({ balanced: false, pending_migrations: [{ to_node: "pve1" }] });
      const plan = await planned(ws, { args: ["-refresh=false"] });
      expect(changeOf(plan, BALANCE).change.after).toMatchObject({ migrations: [{ to_node: "pve1" }] });
      expect(changeOf(plan, PLACEMENT).change.after).toMatchObject({ current: { db: "pve2" } });
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    });
  });

  it("are replaced the other way round where they are created before they are destroyed", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      const lifecycle = `lifecycle {
    create_before_destroy = true
    replace_triggered_by  = [terraform_data.generation]
  }`;
      const both = (generation: number): string =>
        `resource "terraform_data" "generation" { input = ${generation} }\n` +
        literal(SETTLED_BALANCE, lifecycle) +
        placement("new = { cpu_cores = 2, memory_mib = 2048 }", lifecycle);
      configure(both(1));
      await applyAndSettle(ws);
      cluster.clearRequests();
      configure(both(2));
      expect(await plannedActions(ws)).toMatchObject({ [BALANCE]: "create/delete", [PLACEMENT]: "create/delete" });
      await applyAndSettle(ws);
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws).executed).toMatchObject([{ vm_id: 101, result: "already there" }]);
    });
  });

  it("are destroyed by a saved plan that moves nobody, whatever happens in between", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED + placement("db = { vm_id = 101 }"));
      await applyAndSettle(ws);
      const plan = expectSuccess(await ws.plan({ destroy: true, out: "destruction" }));
      expect(prose(plan)).toContain("Warning: Destroy Moves Nothing");
      cluster.addFault({ kind: "guest", vmid: 102, change: { kind: "delete" } });
      cluster.clearRequests();
      expectSuccess(await ws.apply({ plan: "destruction" }));
      expect(await ws.stateList()).toEqual([]);
      expect(cluster.requests()).toEqual([]);
    });
  });

  it("keep what is known while the size of a guest is known only after apply", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, configure }) => {
      const sized = (size: number): string => `
resource "terraform_data" "size" { input = ${size} }
resource "proxlb_placement" "this" {
  guests = { a = { cpu_cores = 2, memory_mib = terraform_data.size.output } }
}
resource "terraform_data" "vm" { triggers_replace = proxlb_placement.this.assignments["a"] }
`;
      configure(sized(2048));
      await applyAndSettle(ws);
      configure(sized(4096));
      const actions = await plannedActions(ws);
      expect(actions).toMatchObject({ "terraform_data.size": "update", "terraform_data.vm": "no-op" });
      await applyAndSettle(ws);
      expect(await applyReport(ws)).toMatchObject({ exitCode: 0, warnings: [] });
    });
  });
});
