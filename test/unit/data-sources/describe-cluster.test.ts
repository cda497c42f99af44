import { describe, expect, it } from "vitest";
import { describeCluster } from "../../../provider/src/data-sources/cluster/cluster.js";
import type { Rule } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";

const spread: Rule = {
  kind: "anti-affinity",
  name: "spread-db",
  origin: "HA rule spread-db",
  strength: "must",
  vmids: [101, 100, 999],
};

const described = () =>
  describeCluster(
    cluster(
      {
        b: { cpuCores: 16, maintenance: true, guests: [{ used: 10, assigned: 20, cpuCores: 4, vmid: 200 }] },
        a: {
          memoryUsedBytes: 45 * 2 ** 30,
          guests: [
            { used: 10, vmid: 101, tags: ["plb_affinity_web", "other"] },
            { used: 20, vmid: 100, tags: ["plb_affinity_web", "plb_pin_a"], pool: "prod" },
            { used: 5, vmid: 102, tags: ["plb_ignore_me"] },
            { used: 0, assigned: 8, vmid: 103, template: true, status: "stopped" },
          ],
        },
        c: { online: false, guests: [] },
      },
      [spread],
    ),
    policyOf({ methods: ["memory", "cpu"], ignore_nodes: ["c"], pools: [{ pool_id: "prod", pin: ["a", "b"] }] }),
  );

describe("what proxlb_cluster shows", () => {
  it("lists the nodes by name with role, sizes and loads", () => {
    const { nodes } = described();
    expect(nodes?.map(({ node_name }) => node_name)).toEqual(["a", "b", "c"]);
    expect(nodes?.[0]).toMatchObject({
      status: "online",
      maintenance: false,
      ignored: false,
      memory_mib: 102_400,
      memory_used_mib: 46_080,
      memory_assigned_mib: 44_032,
      memory_percent: 45,
      guests: 4,
    });
    expect(nodes?.[1]).toMatchObject({ maintenance: true, cpu_cores: 16, cpu_assigned_cores: 4, guests: 1 });
    expect(nodes?.[2]).toMatchObject({ status: "offline", ignored: true, guests: 0 });
  });

  it("gives loads in the mode of the policy, of what the reserve leaves", () => {
    const assigned = describeCluster(
      cluster({ a: { guests: [{ used: 10, assigned: 40 }] }, b: { guests: [] } }),
      policyOf({ mode: "assigned", node_reserve: [{ memory_mib: 20 * 1024 }] }),
    );
    expect(assigned.nodes?.[0]).toMatchObject({ memory_percent: 50 });
    expect(assigned.imbalance).toEqual(new Map([["memory", 50]]));
  });

  it("lists the guests by id, each with its rules and with what keeps it where it is", () => {
    const guests = new Map(described().guests?.map((guest) => [guest.vm_id, guest]));
    expect([...guests.keys()]).toEqual([100, 101, 102, 103, 200]);
    expect(guests.get(100)).toMatchObject({
      node_name: "a",
      pool: "prod",
      movable: true,
      immovable_reason: null,
      rules: ["plb_affinity_web", "pin of guest 100", "prod", "spread-db"],
    });
    expect(guests.get(101)).toMatchObject({ tags: ["plb_affinity_web", "other"], pool: null });
    expect(guests.get(102)).toMatchObject({
      movable: false,
      immovable_reason: "Its tag plb_ignore_me keeps it where it is.",
    });
    expect(guests.get(103)).toMatchObject({ template: true, movable: false, immovable_reason: "It is a template." });
  });

  it("lists the rules of every source, without guests that are gone, and says which are broken", () => {
    const rules = new Map(described().rules?.map((rule) => [rule.origin, rule]));
    expect(rules.get("HA rule spread-db")).toEqual({
      name: "spread-db",
      type: "anti-affinity",
      strength: "must",
      origin: "HA rule spread-db",
      vm_ids: [100, 101],
      nodes: [],
      broken: true,
    });
    expect(rules.get("tag plb_affinity_web")).toMatchObject({ type: "affinity", vm_ids: [100, 101], broken: false });
    expect(rules.get("tag plb_pin_a")).toMatchObject({ type: "node-affinity", nodes: ["a"], broken: false });
    expect(rules.get("pool prod")).toMatchObject({ nodes: ["a", "b"], vm_ids: [100] });
    expect(described().violations).toBe(1);
  });

  it("leaves nodes that take no guests out of the imbalance", () => {
    expect(described().imbalance).toEqual(
      new Map([
        ["memory", 0],
        ["cpu", 0],
      ]),
    );
  });

  it("is empty for a cluster without anything", () => {
    expect(describeCluster(cluster({}), policyOf({}))).toEqual({
      nodes: [],
      guests: [],
      rules: [],
      imbalance: new Map([["memory", 0]]),
      violations: 0,
      conflicts: [],
    });
  });
});

describe("the conflicts that proxlb_cluster shows", () => {
  const conflictsOf = (tags: readonly (readonly string[])[], nodes: readonly string[] = ["a", "b", "c"]) => {
    const [first = "a", ...others] = nodes;
    const guests = tags.map((own) => ({ used: 1, tags: own }));
    const sketch = { [first]: { guests }, ...Object.fromEntries(others.map((name) => [name, { guests: [] }])) };
    return describeCluster(cluster(sketch), policyOf({})).conflicts;
  };

  it("names guests that are to be together and apart", () => {
    const both = ["plb_affinity_x", "plb_anti_affinity_y"];
    expect(conflictsOf([both, both, ["plb_affinity_x"]])).toEqual([
      "The tag plb_affinity_x wants guests 100, 101 on one node, but the tag plb_anti_affinity_y wants them on different " +
        "nodes. Remove one of the two.",
    ]);
  });

  it("names guests that are to share a node but are pinned to different ones", () => {
    expect(
      conflictsOf([
        ["plb_affinity_x", "plb_pin_a"],
        ["plb_affinity_x", "plb_pin_b"],
      ]),
    ).toEqual([
      "The tag plb_affinity_x wants guests 100, 101 on one node, but the tag plb_pin_a and the tag plb_pin_b have none in " +
        "common. Change one of them.",
    ]);
  });

  it("names a guest that two rules leave no node", () => {
    const snapshot = cluster({ a: { guests: [{ used: 1, tags: ["plb_pin_a"], pool: "p" }] }, b: { guests: [] } });
    expect(describeCluster(snapshot, policyOf({ pools: [{ pool_id: "p", pin: ["b"] }] })).conflicts).toEqual([
      "Guest 100 may be on no node: the tag plb_pin_a and the pool p have none in common. Change one of them.",
    ]);
  });

  it("names groups with more guests than nodes, and pins to nodes that do not exist", () => {
    expect(conflictsOf([["plb_anti_affinity_y"], ["plb_anti_affinity_y"]], ["a"])).toEqual([
      "The tag plb_anti_affinity_y wants 2 guests on different nodes, but only 1 node takes guests.",
    ]);
    expect(conflictsOf([["plb_pin_nowhere"]])?.[0]).toContain(
      'names the node "nowhere", which the cluster does not have',
    );
  });

  it("finds none where rules only touch each other", () => {
    expect(
      conflictsOf([
        ["plb_affinity_x", "plb_pin_a", "plb_anti_affinity_y"],
        ["plb_affinity_x", "plb_pin_a", "plb_pin_b"],
        ["plb_anti_affinity_y"],
      ]),
    ).toEqual([]);
  });
});
