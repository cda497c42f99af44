import { describe, expect, it } from "vitest";
import {
  balanceInState,
  expectQuietRefresh,
  hasBalance,
  isTainted,
  literal,
  REVIEWED,
  saveBalancePlan,
} from "../support/acceptance-balance.js";
import {
  applyAndSettle,
  expectDiagnostics,
  expectErrors,
  expectNoChanges,
  expectSuccess,
} from "../support/acceptance-checks.js";
import { clusterOf, evenCluster, node, tiltedCluster, vm } from "../support/acceptance-clusters.js";
import { applyReport } from "../support/acceptance-json.js";
import { changesAskedOf, migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

const CAUSE = "migration aborted: the link to the target node broke";

/** Four guests of 8 GiB on pve1 and three empty nodes: three of them have to move, one after the other. */
const crowded = () =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3"), node("pve4")],
    [101, 102, 103, 104].map((id) => vm(id, "pve1", 8)),
  );

describe.each(findClis())("a balance that fails on $label", (cli) => {
  it("keeps the truth when a migration fails midway, and the next plan shows the rest", async () => {
    await onStage(cli, crowded(), async ({ ws, cluster, configure }) => {
      configure(literal("[]"));
      await applyAndSettle(ws);
      configure(REVIEWED);
      const first = await saveBalancePlan(ws, "first");
      expect(first).toMatchObject({ action: "update", runs: true });
      const ids = first.migrations.map(({ vm_id }) => vm_id);
      expect(ids).toHaveLength(3);
      cluster.addFault({ kind: "migration-fails", vmid: ids[1], cause: CAUSE });
      expectErrors(await applyReport(ws, { plan: "first" }), {
        summary: "Migration Failed",
        address: "proxlb_balance.this",
        detail: [`guest ${ids[1] ?? 0}`, CAUSE, "1 of 3", "run plan again"],
      });
      expect(migrationsAskedOf(cluster)).toEqual(ids.slice(0, 2));
      const state = balanceInState(ws);
      expect(state).toMatchObject({ applied: false, balanced: false });
      expect(state.executed.map(({ vm_id, result }) => [vm_id, result])).toEqual([
        [ids[0], "moved"],
        [ids[1], "failed"],
        [ids[2], "not started"],
      ]);
      expect(state.executed[1]?.error).toContain(CAUSE);
      expect(isTainted(ws)).toBe(false);
      await expectQuietRefresh(ws);

      const second = await saveBalancePlan(ws, "second");
      expect(second).toMatchObject({ action: "update", runs: true });
      expect(second.migrations).toHaveLength(2);
      await applyAndSettle(ws, { plan: "second" });
      expect(balanceInState(ws)).toMatchObject({ applied: true, balanced: true });
      expect(new Set(Object.values(placesIn(cluster)))).toEqual(new Set(["pve1", "pve2", "pve3", "pve4"]));
    });
  });

  it("is replaced by the next apply when its creation failed midway, which moves only the rest", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      cluster.addFault({ kind: "migration-fails", cause: CAUSE });
      expectErrors(await applyReport(ws), { summary: "Migration Failed", detail: [CAUSE] });
      expect(balanceInState(ws).executed).toMatchObject([{ result: "failed" }]);
      expect(isTainted(ws)).toBe(true);
      cluster.clearRequests();
      const next = await saveBalancePlan(ws, "next");
      expect(next).toMatchObject({ action: "delete/create", runs: true });
      await applyAndSettle(ws, { plan: "next" });
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
      expect(balanceInState(ws)).toMatchObject({ applied: true, executed: [{ result: "moved" }] });
    });
  });

  it("leaves no state and no taint when its creation could not begin", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      // The plan still reads the cluster, and the run does not any more.
      const broken = cluster.addFault({
        kind: "answer",
        match: { path: "/cluster/resources" },
        answer: { kind: "not-json" },
        when: { beforeRequest: { path: "/cluster/resources" }, nth: 2 },
      });
      expectErrors(await applyReport(ws), {
        summary: "Unexpected Answer from Proxmox VE",
        detail: ["/cluster/resources"],
      });
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(hasBalance(ws)).toBe(false);
      broken.remove();
      await applyAndSettle(ws);
    });
  });

  it("says which privilege an apply lacks that the plan did not need", async () => {
    const auditor = tiltedCluster({
      users: [{ id: "auditor@pve", tokens: [{ id: "plan" }] }],
      acl: [{ path: "/", subject: "auditor@pve", role: "PVEAuditor" }],
    });
    await onStage(cli, auditor, async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      const env = { PROXMOX_VE_ENDPOINT: cluster.url, PROXMOX_VE_API_TOKEN: cluster.token("plan") };
      expectSuccess(await ws.plan({ env }));
      expectErrors(await applyReport(ws, { env }), {
        summary: "Migration Is Blocked",
        detail: [/guest 10[12]/, "lacks the privilege VM.Migrate", "pveum acl modify"],
      });
      expect(hasBalance(ws)).toBe(false);
      expect(Object.values(placesIn(cluster))).toEqual(["pve1", "pve1"]);
    });
  });

  it("keeps its state when the cluster cannot be read, and goes on afterwards", async () => {
    await onStage(cli, evenCluster(), async ({ ws, cluster, configure }) => {
      configure(literal('[{ vm_id = 101, to_node = "pve2" }]'));
      await applyAndSettle(ws);
      const before = balanceInState(ws);
      const down = cluster.addFault({
        kind: "answer",
        match: {},
        answer: { kind: "status", status: 595, text: "No route to host" },
      });
      expectErrors(await applyReport(ws), { summary: "Proxmox VE Node Unreachable", detail: ["No route to host"] });
      expect(balanceInState(ws)).toEqual(before);
      down.remove();
      await expectNoChanges(ws);
    });
  });

  it("ends at its timeout with an error that names it, and keeps what it knows of a cluster that fell silent", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(literal('[{ vm_id = 101, to_node = "pve2" }]', 'timeouts = { create = "2s" }'));
      const silence = cluster.addFault({
        kind: "answer",
        match: { path: "/cluster/resources" },
        answer: { kind: "not-json" },
        when: { beforeRequest: { path: "/nodes/*/tasks/*/status" } },
      });
      const report = await applyReport(ws);
      expectErrors(
        report,
        { summary: "Run Cancelled", detail: ["within 2s", "timeouts.create", "go on in Proxmox VE"] },
        { summary: "Migration Left Running", detail: ["guest 101", "pve1 to pve2", "UPID:pve1:"] },
      );
      expectDiagnostics(report.warnings, [
        { summary: "Guests Managed Elsewhere", detail: ["ignore_changes", "A container of"] },
        { summary: "Cluster Not Read After the Run", detail: ["GET /cluster/resources", "next refresh"] },
      ]);
      expect(balanceInState(ws)).toMatchObject({ applied: false, executed: [{ vm_id: 101, result: "left running" }] });
      silence.remove();
      cluster.clearRequests();
      // Proxmox VE went on meanwhile, so there is nothing left to move.
      await applyAndSettle(ws);
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws)).toMatchObject({ applied: true, executed: [{ result: "already there" }] });
    });
  });
});
