import { Aspects, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  BalancedCluster,
  BestNode,
  Check,
  ImbalanceGate,
  MaintenanceWindow,
  RequirePlacement,
} from "../src/cdktf-proxlb.js";
import { FakeGuest } from "../src/testing.js";
import { synthesized, warningsOf } from "./support/synthesized.js";

describe("ImbalanceGate", () => {
  it("fails plans that do not reach the limit, and applies that have not reached it", () => {
    const once = synthesized((scope) => {
      Aspects.of(scope).add(new ImbalanceGate({ maxPoints: 12 }));
      const window = MaintenanceWindow.weekly({ start: "02:00", durationMinutes: 60 });
      return new BalancedCluster(scope, "lab", { window }).markdown;
    });
    expect(once.stack).toMatchSnapshot();
    expect(once.again()).toEqual(once.stack);
  });

  it("only warns when asked to, however often the stack is synthesized", () => {
    const once = synthesized((scope) => {
      Aspects.of(scope).add(new ImbalanceGate({ maxPoints: 12, mode: "warn" }));
      return new BalancedCluster(scope, "lab").markdown;
    });
    expect(once.stack).toMatchSnapshot();
    expect(once.again()).toEqual(once.stack);
  });

  it("leaves everything else alone", () => {
    const build = (gated: boolean) =>
      synthesized((scope) => {
        if (gated) Aspects.of(scope).add(new ImbalanceGate({ maxPoints: 12 }));
        new FakeGuest(scope, "vm", { vmId: 101, nodeName: "pve1" });
        return new BestNode(scope, "ci", { cpuCores: 1, memoryMib: 512 }).nodeName;
      });
    expect(build(true).stack).toEqual(build(false).stack);
  });

  it.each([0, -1, Number.NaN])("refuses a limit of %s", (maxPoints) => {
    expect(() => new ImbalanceGate({ maxPoints })).toThrow(`ImbalanceGate: \`maxPoints\` is ${maxPoints}`);
  });
});

describe("RequirePlacement", () => {
  const ignoring = { lifecycle: { ignoreChanges: ["node_name"] } };

  it("warns about a node that is written down, and about guests that would be replaced when they have moved", () => {
    const warnings = warningsOf((scope) => {
      Aspects.of(scope).add(new RequirePlacement());
      const { nodeName } = new BestNode(scope, "answer", { cpuCores: 1, memoryMib: 512 });
      new FakeGuest(scope, "placed", { vmId: 101, nodeName, ...ignoring });
      new FakeGuest(scope, "all", { vmId: 104, nodeName, lifecycle: { ignoreChanges: "all" } });
      new FakeGuest(scope, "literal", { vmId: 102, nodeName: "pve1", ...ignoring });
      new FakeGuest(scope, "fragile", { vmId: 103, nodeName });
    });
    expect(warnings).toEqual([
      'test/literal: node_name is "pve1". Take the node from a BestNode or Placement instead.',
      'test/fragile: Once it has moved, this guest would be replaced or brought back. Set lifecycle: { ignoreChanges: ["node_name"] }.',
    ]);
  });

  it("stops the synthesis when asked to", () => {
    expect(() =>
      synthesized((scope) => {
        Aspects.of(scope).add(new RequirePlacement({ mode: "fail" }));
        return new FakeGuest(scope, "vm", { vmId: 101, nodeName: "pve1", ...ignoring }).nodeName;
      }),
    ).toThrow('test/vm: node_name is "pve1".');
  });

  it("looks at the types that it is told", () => {
    const warnings = warningsOf((scope) => {
      Aspects.of(scope).add(new RequirePlacement({ nodeAttributes: { other_vm: "host" } }));
      new FakeGuest(scope, "vm", { vmId: 101, nodeName: "pve1" });
    });
    expect(warnings).toEqual([]);
  });
});

describe("Check", () => {
  it("renders a check block with all its assertions", () => {
    const { stack } = synthesized((scope) => {
      const cluster = new BalancedCluster(scope, "lab", { execute: false });
      return new Check(scope, "balanced", {
        assertions: [{ condition: cluster.balanced, errorMessage: "The cluster is not balanced." }],
      }).assert({ condition: "${1 == 1}", errorMessage: "Numbers are broken." }).friendlyUniqueId;
    });
    expect(stack).toMatchSnapshot();
  });

  it("refuses to check nothing", () => {
    expect(() => synthesized((scope) => new Check(scope, "empty", { assertions: [] }).node.id)).toThrow(
      "test/empty: `assertions` is empty",
    );
  });

  it("refuses HCL output, which would lose it", () => {
    const assertions = [{ condition: "${true}", errorMessage: "Never." }];
    const { scope } = synthesized((stack) => new Check(stack, "c", { assertions }).node.id);
    expect(() => {
      Testing.synthHcl(scope);
    }).toThrow("test/c: A check cannot be written as HCL");
  });
});
