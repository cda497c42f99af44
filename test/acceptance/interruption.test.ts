import { describe, expect, it } from "vitest";
import { balanceInState, literal, saveBalancePlan } from "../support/acceptance-balance.js";
import { applyAndSettle } from "../support/acceptance-checks.js";
import { clusterOf, node, vm } from "../support/acceptance-clusters.js";
import { migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

/** Real time: a migration of 8 GiB takes about 16 s, so that the interruption meets it on the way. */
const slow = () =>
  clusterOf([node("pve1"), node("pve2"), node("pve3")], [vm(101, "pve1", 8), vm(102, "pve1", 8)], {
    clock: { mode: "real" },
  });

describe.each(findClis())("Ctrl-C during an apply on $label", (cli) => {
  it("ends it soon, starts nothing more, and keeps a state from which the next plan goes on", async () => {
    await onStage(cli, slow(), async ({ ws, cluster, configure }) => {
      const list = '[{ vm_id = 101, to_node = "pve2" }, { vm_id = 102, to_node = "pve3" }]';
      configure(literal("[]"));
      await applyAndSettle(ws);
      configure(literal(list));
      const apply = ws.start(["apply", "-auto-approve"], { env: { TF_LOG_PROVIDER: "INFO" } });
      await apply.waitFor(/Migrating guest/);
      const interruptedAt = performance.now();
      apply.signalGroup("SIGINT");
      const result = await apply.result;
      expect(result.exitCode, prose(result)).toBe(1);
      expect(performance.now() - interruptedAt).toBeLessThan(10_000);
      expect(prose(result)).toContain("Run Cancelled");
      expect(migrationsAskedOf(cluster)).toEqual([101]);
      const state = balanceInState(ws);
      expect(state.applied).toBe(false);
      expect(state.executed).toMatchObject([
        { vm_id: 101, result: "left running", error: expect.stringContaining("goes on") as string },
        { vm_id: 102, result: "not started" },
      ]);
      const next = await saveBalancePlan(ws, "next");
      expect(next).toMatchObject({ action: "update", runs: true });
      expect(placesIn(cluster)[102]).toBe("pve1");
    });
  });

  it("stops the migration under way where the policy says so, and the next apply begins it anew", async () => {
    await onStage(cli, slow(), async ({ ws, cluster, configure }) => {
      configure(literal('[{ vm_id = 101, to_node = "pve2" }]', 'policy = { on_interrupt = "stop" }'));
      const apply = ws.start(["apply", "-auto-approve"], { env: { TF_LOG_PROVIDER: "INFO" } });
      await apply.waitFor(/Migration progress/);
      apply.signalGroup("SIGINT");
      const result = await apply.result;
      expect(result.exitCode, prose(result)).toBe(1);
      expect(prose(result)).toMatch(/Run Cancelled.*were stopped \(`on_interrupt`\)/);
      expect(prose(result)).toMatch(/Migration Stopped.*guest 101.*interrupted by signal/);
      const state = balanceInState(ws);
      expect(state).toMatchObject({ applied: false, executed: [{ vm_id: 101, result: "stopped" }] });
      expect(state.executed[0]?.percent).toBeLessThan(100);
      expect(state.executed[0]?.transferred_mib).toBeGreaterThan(0);
      expect(placesIn(cluster)[101]).toBe("pve1");
      expect(cluster.state().guests.map(({ lock }) => lock)).toEqual([undefined, undefined]);
      expect(cluster.state().tasks.map(({ exitStatus }) => exitStatus)).toEqual(["interrupted by signal"]);
      expect(await saveBalancePlan(ws, "next")).toMatchObject({ runs: true });
    });
  });
});
