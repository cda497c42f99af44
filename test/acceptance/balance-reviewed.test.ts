import { describe, expect, it } from "vitest";
import {
  balanceInState,
  expectQuietRefresh,
  literal,
  REVIEWED,
  routes,
  saveBalancePlan,
} from "../support/acceptance-balance.js";
import { applyAndSettle, expectErrors, expectNoChanges } from "../support/acceptance-checks.js";
import { clusterOf, evenCluster, lopsidedCluster, node, tiltedCluster, vm } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

describe.each(findClis())("a reviewed balance on $label", (cli) => {
  it("moves what the plan showed, settles, and follows later drift", async () => {
    await onStage(cli, lopsidedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      const first = await saveBalancePlan(ws, "first");
      expect(first).toMatchObject({ action: "create", runs: true });
      expect(first.migrations).toHaveLength(2);
      expect(changesAskedOf(cluster)).toEqual([]);

      const applied = await applyAndSettle(ws, { plan: "first" });
      expect(applied.warnings).toEqual([]);
      expect(migrationsAskedOf(cluster)).toEqual(first.migrations.map(({ vm_id }) => vm_id));
      for (const { vm_id, to_node } of first.migrations) expect(placesIn(cluster)[vm_id]).toBe(to_node);
      const state = balanceInState(ws);
      expect(state).toMatchObject({ id: "default", balanced: true, applied: true, imbalance: { memory: 0 } });
      expect(state.migrations).toEqual(first.migrations);
      expect(routes(state.executed)).toEqual(routes(first.migrations));
      expect(state.executed.map(({ result, error }) => [result, error])).toEqual([
        ["moved", null],
        ["moved", null],
      ]);
      expect(state.last_run).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      await expectQuietRefresh(ws);
      await expectNoChanges(ws, ["-refresh=false"]);

      // Somebody brings one guest back by hand: the same list as before comes up again and has to run again.
      for (const { vm_id: vmid } of first.migrations.slice(0, 1))
        cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to: "pve1" } });
      cluster.clearRequests();
      const second = await saveBalancePlan(ws, "second");
      expect(second).toMatchObject({ action: "update", runs: true });
      expect(second.migrations).toHaveLength(1);
      await applyAndSettle(ws, { plan: "second" });
      expect(migrationsAskedOf(cluster)).toEqual(second.migrations.map(({ vm_id }) => vm_id));
      expect(routes(balanceInState(ws).executed)).toEqual(routes(second.migrations));
    });
  });

  it("takes a list that is written down, settles, and repairs it when a guest is moved away", async () => {
    await onStage(cli, evenCluster(), async ({ ws, cluster, configure }) => {
      configure(literal("[]"));
      await applyAndSettle(ws);
      expect(balanceInState(ws)).toMatchObject({ migrations: [], executed: [], last_run: null, applied: true });

      configure(literal('[{ vm_id = 101, to_node = "pve2" }]'));
      await applyAndSettle(ws);
      expect(placesIn(cluster)[101]).toBe("pve2");
      await expectQuietRefresh(ws);

      cluster.addFault({ kind: "guest", vmid: 101, change: { kind: "move", to: "pve3" } });
      const repair = await saveBalancePlan(ws, "repair");
      expect(repair).toMatchObject({ action: "update", runs: true });
      await applyAndSettle(ws, { plan: "repair" });
      expect(placesIn(cluster)[101]).toBe("pve2");

      // Taking the list away asks for nothing; the guest stays where it is.
      cluster.clearRequests();
      configure(literal("[]"));
      await expectNoChanges(ws);
      expect(changesAskedOf(cluster)).toEqual([]);
    });
  });

  it("does what a saved plan says even where a new plan would differ", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      const saved = await saveBalancePlan(ws, "saved");
      expect(saved.migrations).toHaveLength(1);
      // Both guests become small: the cluster is balanced as it is, and a plan made now would move nobody.
      for (const vmid of [101, 102])
        cluster.addFault({ kind: "guest", vmid, change: { kind: "load", memoryBytes: 2 ** 28 } });
      const other = await saveBalancePlan(ws, "other");
      expect(other.migrations).toEqual([]);
      await applyAndSettle(ws, { plan: "saved" });
      expect(migrationsAskedOf(cluster)).toEqual(saved.migrations.map(({ vm_id }) => vm_id));
    });
  });

  it("refuses a list that is unknown when it should be reviewed, unless the user allows that", async () => {
    const cluster = clusterOf([node("pve1"), node("pve2")], [vm(101, "pve1", 8)]);
    await onStage(cli, cluster, async ({ ws, cluster: simulated, configure }) => {
      const target = 'resource "terraform_data" "target" { input = "pve2" }\n';
      const list = "[{ vm_id = 101, to_node = terraform_data.target.output }]";
      configure(target + literal(list));
      expectErrors(await planReport(ws), {
        summary: "Migrations Unknown at Plan Time",
        address: "proxlb_balance.this",
        code: "migrations = [",
        detail: ["known only after apply", "allow_unreviewed = true"],
      });
      configure(target + literal(list, "allow_unreviewed = true"));
      await applyAndSettle(ws);
      expect(placesIn(simulated)[101]).toBe("pve2");
    });
  });

  it("moves running and stopped VMs, guests with local disks and under HA, and containers where the policy says so", async () => {
    const mixed = clusterOf(
      [node("pve1"), node("pve2")],
      [
        vm(101, "pve1", 4, { disks: [{ storage: "local-zfs", size: "8GiB" }] }),
        vm(102, "pve1", 4, { ha: {} }),
        vm(103, "pve1", 2, { kind: "ct" }),
        vm(104, "pve1", 2, { status: "stopped" }),
      ],
      {
        storages: [
          { name: "ceph", type: "rbd", size: "20TiB" },
          { name: "local-zfs", type: "zfspool", size: "1TiB" },
        ],
      },
    );
    await onStage(cli, mixed, async ({ ws, cluster, configure }) => {
      const list = '[for id in [101, 102, 103, 104] : { vm_id = id, to_node = "pve2" }]';
      configure(literal(list));
      expectErrors(await applyReport(ws), {
        summary: "Migration Not Allowed",
        address: "proxlb_balance.this",
        detail: ["guest 103", "balance_types", "restart", "Nothing was moved"],
      });
      expect(changesAskedOf(cluster)).toEqual([]);
      configure(literal(list, 'policy = { balance_types = ["vm", "ct"] }'));
      await applyAndSettle(ws);
      expect(placesIn(cluster)).toEqual({ 101: "pve2", 102: "pve2", 103: "pve2", 104: "pve2" });
      expect(cluster.state().tasks.map(({ type, id, exitStatus }) => `${type} ${id} ${exitStatus ?? ""}`)).toEqual([
        "qmigrate 101 OK",
        "hamigrate 102 OK",
        "qmigrate 102 OK",
        "vzmigrate 103 OK",
        "qmigrate 104 OK",
      ]);
    });
  });
});
