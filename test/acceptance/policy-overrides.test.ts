import { describe, expect, it } from "vitest";
import { applyAndSettle, expectErrors, expectSuccess } from "../support/acceptance-checks.js";
import { evenCluster, tiltedCluster } from "../support/acceptance-clusters.js";
import { planReport } from "../support/acceptance-json.js";
import { migrationsAskedOf, onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";

const provider = `provider "proxlb" {
  ca_certificate = file("ca.pem")
  policy         = { usage_window = "1h", usage_statistic = "p95", balanciness = 20 }
}\n`;

describe.each(findClis())("single keys of a policy on $label", (cli) => {
  it("override those of the provider, beside which alone they are valid", async () => {
    await onStage(
      cli,
      evenCluster(),
      async ({ ws, configure }) => {
        configure(`
data "proxlb_migration_plan" "statistic" {
  policy = { usage_statistic = "p90" }
}
data "proxlb_migration_plan" "now" {
  policy = { usage_statistic = "current", mode = "assigned" }
}
resource "proxlb_balance" "this" {
  policy = { balanciness_target = 15 }
}
output "statistic" { value = data.proxlb_migration_plan.statistic.effective_policy }
output "now" { value = data.proxlb_migration_plan.now.effective_policy }
`);
        const { outputs } = await applyAndSettle(ws);
        expect(outputs["statistic"]).toMatchObject({ usage_window: "1h", usage_statistic: "p90", balanciness: 20 });
        expect(outputs["now"]).toMatchObject({ usage_window: null, usage_statistic: "current", mode: "assigned" });
        configure(`
data "proxlb_migration_plan" "target" {
  policy = { balanciness_target = 25 }
}
resource "proxlb_balance" "other" {
  policy = { balanciness_target = 30 }
}
`);
        const refused = (address: string, target: string) => ({
          summary: "Invalid Policy",
          address,
          detail: ["policy.balanciness_target: ", target, "(20)", "set by the provider"],
        });
        expectErrors(
          await planReport(ws),
          refused("data.proxlb_migration_plan.target", "(25)"),
          refused("proxlb_balance.other", "(30)"),
        );
      },
      { provider },
    );
  });

  it("say the same in another order, so that what is pending is not postponed", async () => {
    const balance = (tags: string): string =>
      `resource "proxlb_balance" "this" {\n  policy = { ignore_tags = ${tags}, balance_types = ["vm"] }\n}\n`;
    await onStage(cli, tiltedCluster(), async ({ ws, cluster, configure }) => {
      configure(balance('["stay", "keep"]'));
      expectSuccess(await ws.apply());
      expect(migrationsAskedOf(cluster)).toEqual([]);
      configure(balance('["keep", "stay"]'));
      expectSuccess(await ws.apply());
      expect(migrationsAskedOf(cluster)).toHaveLength(1);
    });
  });
});
