import { describe, expect, it } from "vitest";
import { BalancedCluster, BestNode, Placement } from "../src/cdktf-proxlb.js";
import { extendExpect, FakeGuest, parseStack, synthStack } from "../src/testing.js";

extendExpect(expect);

const SIZE = { cpuCores: 2, memoryMib: 4096 };

describe("the help for tests", () => {
  it("synthesizes a stack with a provider, the same each time", () => {
    const build = () =>
      synthStack((stack) => {
        const { nodeName } = new BestNode(stack, "ci", SIZE);
        new FakeGuest(stack, "vm", { vmId: 101, nodeName, name: "ci", tags: ["prod"] });
      });
    expect(parseStack(build())).toMatchSnapshot();
    expect(build()).toBe(build());
  });

  it("knows the guests that are asked about", () => {
    const json = synthStack((stack) => {
      new BestNode(stack, "ci", { ...SIZE, name: "ci" });
      new Placement(stack, "web").add("web1", { ...SIZE, tags: ["a", "b"] });
    });
    expect(json).toAskForGuest();
    expect(json).toAskForGuest({ name: "ci", memory_mib: 4096 });
    expect(json).toAskForGuest({ key: "web1", tags: ["a", "b"] });
    expect(json).not.toAskForGuest({ key: "web1", tags: ["a"] });
    expect(json).not.toAskForGuest({ name: "ci", memory_mib: 8192 });
    expect(() => {
      expect(json).toAskForGuest({ key: "web2" });
    }).toThrow(/A question for the node of a guest with[^]*"web2"[^]*was expected\. Found:[^]*"web1"/);
    expect(() => {
      expect(json).not.toAskForGuest({ key: "web1" });
    }).toThrow(/^No question for the node of a guest/);
  });

  it("knows plans and their policies", () => {
    const json = synthStack(
      (stack) => new BalancedCluster(stack, "lab", { policy: { balanciness: 5, methods: ["cpu"] } }),
    );
    expect(json).toPlanMigrations();
    expect(json).toPlanMigrations({ balanciness: 5, methods: ["cpu"] });
    expect(json).not.toPlanMigrations({ balanciness: 6 });
    expect(synthStack((stack) => new BestNode(stack, "ci", SIZE))).not.toPlanMigrations();
  });

  it("knows whether what is executed has been shown", () => {
    const reviewed = synthStack((stack) => new BalancedCluster(stack, "lab"));
    expect(reviewed).toExecuteReviewedMigrations();
    const dryRun = synthStack((stack) => new BalancedCluster(stack, "lab", { execute: false }));
    expect(dryRun).not.toExecuteReviewedMigrations();
    expect(() => {
      expect(dryRun).toExecuteReviewedMigrations();
    }).toThrow("A balance that executes a migration plan was expected. Found: []");
  });
});
