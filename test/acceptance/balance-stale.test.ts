import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  balanceInState,
  hasBalance,
  isTainted,
  literal,
  REVIEWED,
  saveBalancePlan,
} from "../support/acceptance-balance.js";
import { applyAndSettle, expectErrors } from "../support/acceptance-checks.js";
import { clusterOf, evenCluster, node, tiltedCluster, vm } from "../support/acceptance-clusters.js";
import { applyReport } from "../support/acceptance-json.js";
import { changesAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import type { FaultInput } from "../simulator/src/faults/fault.js";

type GuestChange = Extract<FaultInput, { readonly kind: "guest" }>["change"];

const GIB = 2 ** 30;

describe.each(findClis())("a stale list on $label", (cli) => {
  it("is refused with what changed: nothing moves, and nothing is left in the state", async () => {
    const cluster = clusterOf(
      [node("pve1"), node("pve2"), node("pve3", { memory: "16GiB" })],
      [vm(101, "pve1", 8), vm(201, "pve2", 4, { memory: "60GiB" })],
    );
    await onStage(cli, cluster, async ({ ws, cluster: simulated, configure }) => {
      configure(literal('[{ vm_id = 101, from_node = "pve1", to_node = "pve2" }]'));
      expect(await saveBalancePlan(ws, "saved")).toMatchObject({ action: "create", runs: true });
      const change = (vmid: number, what: GuestChange): void => {
        simulated.addFault({ kind: "guest", vmid, change: what });
      };
      const expectRefused = async (...detail: readonly (string | RegExp)[]): Promise<void> => {
        const before = placesIn(simulated);
        simulated.clearRequests();
        expectErrors(await applyReport(ws, { plan: "saved" }), {
          summary: "Plan Is Stale",
          address: "proxlb_balance.this",
          detail: ["101", ...detail, /run plan again/i],
        });
        expect(changesAskedOf(simulated)).toEqual([]);
        expect(placesIn(simulated)).toEqual(before);
        expect(hasBalance(ws)).toBe(false);
        // The CLI wrote an empty state, beside which it would not take the same plan a second time.
        rmSync(ws.path("terraform.tfstate"));
      };

      change(101, { kind: "move", to: "pve3" });
      await expectRefused("from pve1 to pve2", "pve3");
      change(101, { kind: "move", to: "pve1" });

      change(101, { kind: "lock", lock: "backup" });
      await expectRefused("backup");
      change(101, { kind: "lock", lock: null });

      change(201, { kind: "load", memoryBytes: 60 * GIB });
      await expectRefused("pve2", /memory/i);
      change(201, { kind: "load", memoryBytes: 4 * GIB });

      const maintenance = simulated.addFault({ kind: "maintenance", node: "pve2" });
      await expectRefused("pve2", "maintenance");
      maintenance.remove();

      change(101, { kind: "delete" });
      await expectRefused(/no longer|does not exist|gone|vanished/);
    });
  });

  it("leaves an existing state as it was", async () => {
    await onStage(cli, evenCluster(), async ({ ws, cluster, configure }) => {
      configure(literal("[]"));
      await applyAndSettle(ws);
      configure(literal('[{ vm_id = 101, from_node = "pve1", to_node = "pve2" }]'));
      expect(await saveBalancePlan(ws, "saved")).toMatchObject({ action: "update", runs: true });
      cluster.addFault({ kind: "guest", vmid: 101, change: { kind: "move", to: "pve3" } });
      const before = balanceInState(ws);
      expectErrors(await applyReport(ws, { plan: "saved" }), { summary: "Plan Is Stale", detail: ["101", "pve3"] });
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws)).toEqual(before);
      expect(isTainted(ws)).toBe(false);
    });
  });

  it("stops where a guest vanishes while the run is under way, and tells the truth about the rest", async () => {
    const cluster = clusterOf(
      [node("pve1"), node("pve2"), node("pve3")],
      [101, 102].map((id) => vm(id, "pve1", 8)),
    );
    await onStage(cli, cluster, async ({ ws, cluster: simulated, configure }) => {
      configure(literal('[{ vm_id = 101, to_node = "pve2" }, { vm_id = 102, to_node = "pve3" }]'));
      simulated.addFault({
        kind: "guest",
        vmid: 102,
        change: { kind: "delete" },
        when: { beforeRequest: { method: "POST", path: "/nodes/*/qemu/101/migrate" } },
      });
      const report = await applyReport(ws);
      expectErrors(report, { summary: "Plan Is Stale", detail: ["102"] });
      expect(changesAskedOf(simulated)).toEqual(["POST /nodes/pve1/qemu/101/migrate"]);
      expect(balanceInState(ws).executed.map(({ vm_id, result }) => [vm_id, result])).toEqual([
        [101, "moved"],
        [102, "not started"],
      ]);
    });
  });

  it("does not stop at guests that somebody else has already moved to where they should be", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      const { migrations } = await saveBalancePlan(ws, "saved");
      for (const { vm_id: vmid, to_node: to } of migrations)
        cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to } });
      await applyAndSettle(ws, { plan: "saved" });
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws)).toMatchObject({ applied: true, executed: [{ result: "already there" }] });
    });
  });
});
