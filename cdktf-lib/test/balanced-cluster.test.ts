import { describe, expect, it } from "vitest";
import { BalancedCluster, MaintenanceWindow, ProxlbProvider } from "../src/cdktf-proxlb.js";
import { FakeGuest } from "../src/testing.js";
import { synthesized } from "./support/synthesized.js";

describe("BalancedCluster", () => {
  it("executes what its plan has shown, under the policy of the plan", () => {
    const { stack } = synthesized((scope) => new BalancedCluster(scope, "lab").markdown);
    expect(stack).toMatchSnapshot();
  });

  it("passes on provider, policy, timeouts and what guests wait for", () => {
    const { stack } = synthesized((scope) => {
      const provider = new ProxlbProvider(scope, "east", { alias: "east", endpoint: "east.example.com" });
      const guest = new FakeGuest(scope, "vm", { vmId: 101, nodeName: "pve1" });
      return new BalancedCluster(scope, "lab", {
        provider,
        policy: {
          balanciness: 15,
          maxParallelMigrations: { perNode: 2 },
          pools: [{ poolId: "db", type: "anti-affinity" }],
        },
        applyTimeout: "90m",
        dependsOn: [guest],
      }).markdown;
    });
    expect(stack).toMatchSnapshot();
  });

  it("only plans when it is a dry run", () => {
    const { stack } = synthesized((scope) => {
      const cluster = new BalancedCluster(scope, "lab", { execute: false });
      expect(cluster.balance).toBeUndefined();
      return cluster.markdown;
    });
    expect(stack.resource).toBeUndefined();
  });

  it("plans no migrations outside of its window, and refuses to execute a plan once the window has closed", () => {
    const window = MaintenanceWindow.weekly({ days: ["sunday"], start: "02:00", durationMinutes: 180 });
    const { stack } = synthesized((scope) => new BalancedCluster(scope, "lab", { window }).markdown);
    expect(stack).toMatchSnapshot();
  });

  it("offers what its plan says", () => {
    const { value } = synthesized((scope) => {
      const { migrations, balanced, imbalanceBefore, imbalanceAfter } = new BalancedCluster(scope, "lab");
      return { migrations, balanced, before: imbalanceBefore, after: imbalanceAfter.lookup("memory") };
    });
    expect(value).toEqual({
      migrations: "${data.proxlb_migration_plan.lab_Plan_59B5015B.migrations}",
      balanced: "${data.proxlb_migration_plan.lab_Plan_59B5015B.balanced}",
      before: "${data.proxlb_migration_plan.lab_Plan_59B5015B.imbalance_before}",
      after: '${data.proxlb_migration_plan.lab_Plan_59B5015B.imbalance_after["memory"]}',
    });
  });

  it.each([
    ["window", { window: MaintenanceWindow.weekly({ start: "02:00", durationMinutes: 60 }) }],
    ["applyTimeout", { applyTimeout: "1h" }],
    ["dependsOn", { dependsOn: [] }],
  ])("refuses %s on a dry run", (name, props) => {
    expect(() =>
      synthesized((scope) => new BalancedCluster(scope, "lab", { ...props, execute: false }).markdown),
    ).toThrow(`test/lab: \`${name}\` has no effect with \`execute: false\`.`);
  });
});
