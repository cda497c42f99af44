import { describe, expect, it } from "vitest";
import { balanceInState, BARE, hasBalance, literal, REVIEWED, saveBalancePlan } from "../support/acceptance-balance.js";
import { applyAndSettle, expectNoChanges, expectSuccess } from "../support/acceptance-checks.js";
import { tiltedCluster } from "../support/acceptance-clusters.js";
import { applyReport, reportOf } from "../support/acceptance-json.js";
import { changesAskedOf, migrationsAskedOf, onStage, placesIn } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { prose } from "../support/cli-process.js";

describe.each(findClis())("the life of a balance on $label", (cli) => {
  it("moves nobody when it is replaced or destroyed, and says so", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(literal('[{ vm_id = 101, to_node = "pve2" }]'));
      await applyAndSettle(ws);
      cluster.clearRequests();
      const replacement = await saveBalancePlan(ws, "replacement", ["-replace=proxlb_balance.this"]);
      expect(replacement.action).toBe("delete/create");
      const replaced = await applyReport(ws, { plan: "replacement" });
      expect(replaced.exitCode, replaced.text).toBe(0);
      // The delete half does nothing, and the create half finds the guest where the list wants it.
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws).executed).toMatchObject([{ vm_id: 101, result: "already there" }]);
      await expectNoChanges(ws);

      const places = placesIn(cluster);
      const destroyed = expectSuccess(await ws.destroy());
      expect(prose(destroyed)).toContain("Warning: Destroy Moves Nothing");
      expect(prose(destroyed)).toContain("every guest stays on the node it is on");
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(placesIn(cluster)).toEqual(places);
      expect(hasBalance(ws)).toBe(false);
    });
  });

  it("executes, when it is replaced, what the data source plans at that time and the plan has shown", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      await applyAndSettle(ws);
      for (const vmid of [101, 102]) cluster.addFault({ kind: "guest", vmid, change: { kind: "move", to: "pve2" } });
      cluster.clearRequests();
      const replacement = await saveBalancePlan(ws, "replacement", ["-replace=proxlb_balance.this"]);
      expect(replacement).toMatchObject({ action: "delete/create", runs: true, migrations: [{ to_node: "pve1" }] });
      expectSuccess(await ws.apply({ plan: "replacement" }));
      expect(migrationsAskedOf(cluster)).toEqual(replacement.migrations.map(({ vm_id }) => vm_id));
      expect(balanceInState(ws)).toMatchObject({ balanced: true, executed: [{ to_node: "pve1", result: "moved" }] });
      await expectNoChanges(ws);
    });
  });

  it("only looks when it is replaced without a list, and leaves what is pending to the next plan", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(BARE);
      expectSuccess(await ws.apply());
      const replacement = await saveBalancePlan(ws, "replacement", ["-replace=proxlb_balance.this"]);
      expect(replacement).toMatchObject({ action: "delete/create", runs: false, migrations: [] });
      expectSuccess(await ws.apply({ plan: "replacement" }));
      expect(changesAskedOf(cluster)).toEqual([]);
      const { pending_migrations: pending, executed } = balanceInState(ws);
      expect([pending.length, executed]).toEqual([1, []]);
      expect(await saveBalancePlan(ws, "next")).toMatchObject({ action: "update", runs: true, migrations: pending });
    });
  });

  it("is imported as default, and the first update after that moves nothing", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(REVIEWED);
      const wrong = await ws.import("proxlb_balance.this", "cluster-1");
      expect(wrong.exitCode).toBe(1);
      expect(prose(wrong)).toContain("Invalid Import Id");
      expect(prose(wrong)).toContain('"default", but it is "cluster-1"');

      expectSuccess(await ws.import("proxlb_balance.this", "default"));
      expect(balanceInState(ws)).toMatchObject({ id: "default", migrations: null, executed: null });
      const first = await saveBalancePlan(ws, "first");
      expect(first).toMatchObject({ action: "update", runs: false });
      expect(first.migrations).toHaveLength(1);
      expectSuccess(await ws.apply({ plan: "first" }));
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws)).toMatchObject({ applied: false, executed: [], last_run: null });

      // The list that was taken over is not done yet, so the next run does it.
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toEqual(first.migrations.map(({ vm_id }) => vm_id));
    });
  });

  it("is imported without a list as well", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(BARE);
      expectSuccess(await ws.import("proxlb_balance.this", "default"));
      const first = await saveBalancePlan(ws, "first");
      expect(first).toMatchObject({ action: "update", runs: false, migrations: [] });
      expectSuccess(await ws.apply({ plan: "first" }));
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws).pending_migrations).toHaveLength(1);
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    });
  });

  it("is applied alone with -target, and plans without a refresh", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(`${REVIEWED}resource "terraform_data" "other" { input = "x" }\n`);
      const targeted = await applyReport(ws, { args: ["-target=proxlb_balance.this"] });
      expect(targeted.exitCode, targeted.text).toBe(0);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
      expect(await ws.stateList()).not.toContain("terraform_data.other");
      await expectNoChanges(ws, ["-target=proxlb_balance.this", "-refresh=false"]);
      await applyAndSettle(ws);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    });
  });

  it("takes new settings over without moving anybody, also such as are known only after apply", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      const limit = 'resource "terraform_data" "limit" { input = 40 }\n';
      const list = '[{ vm_id = 101, to_node = "pve2" }]';
      configure(limit + literal(list, "policy = { balanciness = terraform_data.limit.output }"));
      await applyAndSettle(ws);
      expect(balanceInState(ws)).toMatchObject({ applied: true, policy: { balanciness: 40 } });
      cluster.clearRequests();
      configure(limit + literal(list, 'policy = { balanciness = 50 }\n  timeouts = { update = "3h" }'));
      const plan = await saveBalancePlan(ws, "settings");
      expect(plan).toMatchObject({ action: "update", runs: false });
      await applyAndSettle(ws, { plan: "settings" });
      expect(changesAskedOf(cluster)).toEqual([]);
      expect(balanceInState(ws).executed).toMatchObject([{ vm_id: 101, result: "moved" }]);
    });
  });

  it("takes a configuration in JSON, which generators write", async () => {
    await onStage(cli, tiltedCluster(), async ({ ws, cluster }) => {
      ws.write(
        JSON.stringify({
          provider: { proxlb: { ca_certificate: '${file("ca.pem")}' } },
          data: { proxlb_migration_plan: { this: { policy: { balanciness: 5 } } } },
          resource: {
            proxlb_balance: {
              this: {
                migrations: "${data.proxlb_migration_plan.this.migrations}",
                policy: "${data.proxlb_migration_plan.this.effective_policy}",
              },
            },
          },
        }),
        "main.tf.json",
      );
      const report = reportOf(await ws.apply({ args: ["-json"] }));
      expect(report.exitCode, report.text).toBe(0);
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
      await expectNoChanges(ws);
    });
  });
});
