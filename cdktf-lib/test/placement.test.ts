import { describe, expect, it } from "vitest";
import { AffinityGroup, AntiAffinityGroup, BalancedCluster, Placement } from "../src/cdktf-proxlb.js";
import { synthesized } from "./support/synthesized.js";

const SIZE = { cpuCores: 2, memoryMib: 4096 };

describe("Placement", () => {
  it("asks once for all guests, and keeps every answer on its own", () => {
    const { stack, value } = synthesized((scope) => {
      const placement = new Placement(scope, "web", { generation: "blue" });
      const web1 = placement.add("web1", { ...SIZE, name: "web1" });
      placement.add("web2", { ...SIZE, generation: "green" });
      return web1.nodeName;
    });
    expect(stack).toMatchSnapshot();
    expect(value).toBe(
      '${contains(data.proxlb_best_node.web_08B6E5F3.candidates[*].guest, "web1") ? terraform_data.web_web1_Pin_A080193B.input : ' +
        'data.proxlb_best_node.web_08B6E5F3.assignments["web1"]}',
    );
  });

  it("tags guests with the groups of the placement and their own, and heeds groups that yield", () => {
    let tags: readonly string[] = [];
    const { stack } = synthesized((scope) => {
      const apart = new AntiAffinityGroup(scope, "web");
      const near = new AffinityGroup(scope, "near", { strength: "should" });
      const placement = new Placement(scope, "placement", { groups: [apart] });
      const guest = placement.add("web1", { ...SIZE, tags: ["prod"], groups: [near] });
      tags = guest.tags;
      return guest.nodeName;
    });
    expect(tags).toEqual(["prod", "plb_anti_affinity_web", "near"]);
    expect(Object.values(stack.data?.["proxlb_best_node"] ?? {})).toMatchObject([
      {
        guests: { web1: { tags } },
        policy: { rules: [{ name: "near", type: "affinity", strength: "should", tags: ["near"] }] },
      },
    ]);
  });

  it("repeats no rule that its cluster has", () => {
    const { stack } = synthesized((scope) => {
      const db = new AntiAffinityGroup(scope, "db", { guests: [{ vmId: 101 }] });
      const cluster = new BalancedCluster(scope, "lab", { groups: [db] });
      return new Placement(scope, "web", { cluster, groups: [db] }).add("db2", SIZE).nodeName;
    });
    const [asked] = Object.values(stack.data?.["proxlb_best_node"] ?? {}) as [{ policy: { rules: unknown[] } }];
    expect(asked.policy.rules).toHaveLength(1);
  });

  it("lists what has to move first where room may be made", () => {
    const { stack, value } = synthesized((scope) => {
      const placement = new Placement(scope, "web", { makeRoom: true });
      placement.add("web1", SIZE);
      return placement.moves;
    });
    expect(stack.data?.["proxlb_best_node"]).toMatchObject({ web_08B6E5F3: { make_room: true } });
    expect(value).toBe("${data.proxlb_best_node.web_08B6E5F3.moves}");
  });

  it("gives the answers of the moment when it is not sticky", () => {
    const { stack, value } = synthesized((scope) => {
      const placement = new Placement(scope, "web", { sticky: false });
      placement.add("web1", SIZE);
      return placement.assignments.lookup("web1");
    });
    expect(stack.resource).toBeUndefined();
    expect(value).toBe('${data.proxlb_best_node.web_08B6E5F3.assignments["web1"]}');
  });

  it.each([
    ["a key twice", ["a", "a"], SIZE, "The key is taken"],
    ["a key that is no path", ["a/b"], SIZE, "A key has letters"],
    ["a guest without a size", ["a"], {}, "A new guest needs"],
  ])("refuses %s, with its path and key", (_what, keys, props, message) => {
    const build = () =>
      synthesized((scope) => {
        const placement = new Placement(scope, "web");
        return keys.map((key) => placement.add(key, props).nodeName);
      });
    expect(build).toThrow(/^test\/web: Guest "a(\/b)?": /);
    expect(build).toThrow(message);
  });

  it("refuses a generation without stickiness", () => {
    expect(() =>
      synthesized((scope) => new Placement(scope, "web", { sticky: false, generation: "2" }).node.id),
    ).toThrow("test/web: `generation` has no effect");
    expect(() =>
      synthesized(
        (scope) => new Placement(scope, "web", { sticky: false }).add("a", { ...SIZE, generation: "2" }).nodeName,
      ),
    ).toThrow('test/web: Guest "a": `generation` has no effect');
  });

  it("refuses to stay empty", () => {
    expect(() => synthesized((scope) => new Placement(scope, "web").node.id)).toThrow(
      "test/web: The placement has no guests. Call add().",
    );
  });
});
