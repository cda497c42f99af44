import { Aspects, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { AntiAffinityGroup, BalancedCluster, BestNode, ImbalanceGate, Placement } from "../src/cdktf-proxlb.js";
import { synthesized } from "./support/synthesized.js";

describe("HCL output", () => {
  it("has nested attributes as arguments and conditions as blocks", () => {
    const { scope } = synthesized((stack) => {
      Aspects.of(stack).add(new ImbalanceGate({ maxPoints: 12 }));
      const db = new AntiAffinityGroup(stack, "db", { guests: [{ vmId: 101 }] });
      const cluster = new BalancedCluster(stack, "lab", { policy: { weights: { cpu: 2 } }, groups: [db] });
      new Placement(stack, "web", { cluster }).add("web1", { cpuCores: 2, memoryMib: 4096 });
      return new BestNode(stack, "ci", { cpuCores: 2, memoryMib: 4096 }).nodeName;
    });
    expect(Testing.synthHcl(scope)).toMatchSnapshot();
  });
});
