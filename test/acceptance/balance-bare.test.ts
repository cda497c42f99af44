import { describe, expect, it } from "vitest";
import {
  balanceInState,
  BARE,
  expectQuietRefresh,
  literal,
  routes,
  saveBalancePlan,
} from "../support/acceptance-balance.js";
import { applyAndSettle, expectDiagnostics, expectErrors, expectSuccess } from "../support/acceptance-checks.js";
import { lopsidedCluster, tiltedCluster } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { changesAskedOf, migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

describe.each(findClis())("a bare balance on $label", (cli) => {
  it("only records what is pending when it is created; the next plan shows it and its apply does it", async () => {
    await onStage(cli, lopsidedCluster(), async ({ ws, cluster, configure }) => {
      configure(BARE);
      expectSuccess(await ws.apply());
      expect(changesAskedOf(cluster)).toEqual([]);
      const created = balanceInState(ws);
      expect(created).toMatchObject({ migrations: [], executed: [], last_run: null, balanced: false });
      expect(created.imbalance["memory"]).toBeGreaterThan(10);
      const pending = created.pending_migrations;
      expect(pending).toHaveLength(2);

      expectDiagnostics((await planReport(ws)).warnings, [
        {
          summary: "Guests Managed Elsewhere",
          address: "proxlb_balance.this",
          detail: ["ignore_changes = [node_name]"],
        },
      ]);
      const next = await saveBalancePlan(ws, "next");
      expect(next).toMatchObject({ action: "update", runs: true });
      expect(routes(next.migrations)).toEqual(routes(pending));
      expect(changesAskedOf(cluster)).toEqual([]);
      await applyAndSettle(ws, { plan: "next" });
      expect(migrationsAskedOf(cluster)).toEqual(pending.map(({ vm_id }) => vm_id));
      expect(balanceInState(ws)).toMatchObject({ balanced: true, applied: true, pending_migrations: [] });
      expect(balanceInState(ws).executed.map(({ result }) => result)).toEqual(["moved", "moved"]);
      await expectQuietRefresh(ws);

      // Later drift is found by the refresh, shown, and done.
      for (const { vm_id: vmid } of pending)
        cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to: "pve1" } });
      cluster.clearRequests();
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toHaveLength(2);
    });
  });

  it("executes at once on create where the user allows it", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure('resource "proxlb_balance" "this" {\n  allow_unreviewed = true\n}\n');
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
      expect(Object.values(placesIn(cluster)).sort()).toEqual(["pve1", "pve2"]);
      expect(balanceInState(ws)).toMatchObject({ balanced: true, executed: [{ result: "moved" }] });
    });
  });

  it("refuses what the last refresh found when the cluster has changed since, and moves nothing", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(BARE);
      expectSuccess(await ws.apply());
      const { migrations } = await saveBalancePlan(ws, "saved");
      for (const { vm_id: vmid } of migrations)
        cluster.addFault({ kind: "guest", vmid, change: { kind: "lock", lock: "snapshot" } });
      const before = balanceInState(ws);
      expectErrors(await applyReport(ws, { plan: "saved" }), { summary: "Plan Is Stale", detail: ["snapshot"] });
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws)).toEqual(before);
    });
  });

  it("becomes a reviewed one, and the other way round, without moving anybody by itself", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(BARE);
      expectSuccess(await ws.apply());
      expect(balanceInState(ws).pending_migrations).toHaveLength(1);
      configure(literal("[]"));
      await applyAndSettle(ws);
      expect(balanceInState(ws)).toMatchObject({ pending_migrations: [], executed: [] });
      configure(BARE);
      expectSuccess(await ws.apply());
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws).pending_migrations).toHaveLength(1);
    });
  });
});
