import { describe, expect, it } from "vitest";
import { balanceInState, routes, saveBalancePlan } from "../support/acceptance-balance.js";
import { applyAndSettle } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

/** Three guests of two busy cores each on a node of four: a third of their work has to wait, and memory is next to unused. */
const hotCluster = () =>
  clusterOf(
    [node("pve1", { cpus: 4 }), node("pve2", { cpus: 16 }), node("pve3", { cpus: 16 })],
    [101, 102, 103].map((id) => vm(id, "pve1", 1, { cores: 4, load: { cpu: 2, memory: "1GiB" } })),
  );

const BY_PRESSURE = `
data "proxlb_migration_plan" "this" {
  policy = {
    mode    = "psi"
    methods = ["cpu"]
    psi     = { nodes = { cpu = { pressure_some = 20 } } }
  }
}
resource "proxlb_balance" "this" {
  migrations = data.proxlb_migration_plan.this.migrations
  policy     = data.proxlb_migration_plan.this.effective_policy
}
`;

describe.each(findClis())("a balance by pressure on $label", (cli) => {
  it("relieves a node whose guests wait for the CPU, as the plan showed, and then leaves it alone", async () => {
    await onStage(cli, hotCluster(), async ({ ws, cluster, configure }) => {
      configure(BY_PRESSURE);
      const first = await saveBalancePlan(ws, "first");
      expect(first).toMatchObject({ action: "create", runs: true });
      expect(routes(first.migrations)).toEqual(["101: pve1 -> pve2"]);
      expect(first.migrations[0]?.reason).toContain("Relieves pve1, which is hot: cpu pressure of pve1 from ");
      await applyAndSettle(ws, { plan: "first" });
      expect(migrationsAskedOf(cluster)).toEqual([101]);
      expect(placesIn(cluster)).toEqual({ 101: "pve2", 102: "pve1", 103: "pve1" });
      expect(balanceInState(ws)).toMatchObject({ balanced: true, applied: true });
    });
  });
});
