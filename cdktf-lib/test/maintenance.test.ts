import { describe, expect, it } from "vitest";
import { BalancedCluster, Maintenance } from "../src/cdktf-proxlb.js";
import { synthesized } from "./support/synthesized.js";

describe("Maintenance", () => {
  it("lets the balance of the cluster empty the nodes, and fails the plan when that cannot be", () => {
    const { stack } = synthesized((scope) => {
      const cluster = new BalancedCluster(scope, "lab", { policy: { maintenanceNodes: ["pve9"] } });
      return new Maintenance(scope, "kernel", { cluster, nodeNames: ["pve3", "pve9"] }).plan.markdown;
    });
    expect(stack).toMatchSnapshot();
  });

  it("previews with a plan of its own, which moves nobody", () => {
    const { stack } = synthesized((scope) => {
      const cluster = new BalancedCluster(scope, "lab", { policy: { balanciness: 5 } });
      const props = { cluster, nodeNames: ["pve3"], mode: "preview", required: false } as const;
      return new Maintenance(scope, "kernel", props).plan.markdown;
    });
    expect(stack).toMatchSnapshot();
  });

  it.each([
    ["no nodes", [], "`nodeNames` is empty"],
    ["a blank name", ["pve1", " "], "`nodeNames` has an empty name"],
  ])("refuses %s", (_what, nodeNames, message) => {
    const build = () =>
      synthesized((scope) => {
        const cluster = new BalancedCluster(scope, "lab");
        return new Maintenance(scope, "kernel", { cluster, nodeNames }).plan.markdown;
      });
    expect(build).toThrow(`test/kernel: ${message}`);
  });
});
