import { describe, expect, it } from "vitest";
import { AffinityGroup, AntiAffinityGroup, BalancedCluster, ProxlbProvider } from "../src/cdktf-proxlb.js";
import { FakeGuest } from "../src/testing.js";
import { synthesized } from "./support/synthesized.js";

describe.each([
  ["AffinityGroup", AffinityGroup, "plb_affinity_db"],
  ["AntiAffinityGroup", AntiAffinityGroup, "plb_anti_affinity_db"],
] as const)("%s", (_name, Group, tag) => {
  it("binds anything with an id", () => {
    const { stack } = synthesized((scope) => {
      const vm = new FakeGuest(scope, "vm", { vmId: 101, nodeName: "pve1" });
      const group = new Group(scope, "db", { guests: [vm] }).add({ vmId: 102 });
      return new BalancedCluster(scope, "lab", { groups: [group] }).markdown;
    });
    expect(stack).toMatchSnapshot();
  });

  it("has a tag that ProxLB obeys, or for a wish its mere name", () => {
    synthesized((scope) => {
      const guests = [{ vmId: 101 }];
      expect(new Group(scope, "db", { guests }).tag).toBe(tag);
      expect(new Group(scope, "other", { name: "db", strength: "should", guests }).tag).toBe("db");
      return "";
    });
  });

  it("refuses a name that cannot be a tag", () => {
    expect(() => synthesized((scope) => new Group(scope, "My DBs").tag)).toThrow(
      'test/My DBs: "My DBs" is no name for a group',
    );
  });

  it.each([99, 100.5, 1e9])("refuses %s as the id of a member", (vmId) => {
    expect(() => synthesized((scope) => new Group(scope, "db", { guests: [{ vmId }] }).tag)).toThrow(
      `test/db: \`vmId\` is ${vmId}, but Proxmox ids are whole numbers`,
    );
  });

  it("refuses to stay without members", () => {
    expect(() => synthesized((scope) => new Group(scope, "db").tag)).toThrow("test/db: The group has no members.");
  });
});

describe("a cluster whose rules are a token", () => {
  it("refuses groups", () => {
    expect(() =>
      synthesized((scope) => {
        const provider = new ProxlbProvider(scope, "other", { alias: "other" });
        const other = new BalancedCluster(scope, "other-cluster", { provider });
        const cluster = new BalancedCluster(scope, "lab", { policy: { rules: other.plan.migrations } });
        return cluster.addGroup(new AffinityGroup(scope, "db", { guests: [{ vmId: 101 }] })).markdown;
      }),
    ).toThrow("test/lab: `policy.rules` is a token");
  });
});
