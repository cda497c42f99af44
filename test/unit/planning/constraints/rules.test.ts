import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import { compileGlob } from "../../../../provider/src/planning/constraints/glob.js";
import { rulesFromPolicy } from "../../../../provider/src/planning/constraints/policy-rules.js";
import { rulesFromPools } from "../../../../provider/src/planning/constraints/pool-rules.js";
import { rulesFromTags } from "../../../../provider/src/planning/constraints/tag-rules.js";
import type { ClusterSnapshot } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { cluster, type GuestSketch, policyOf } from "../../../support/snapshot-builders.js";

const guest = (...tags: string[]): GuestSketch => ({ used: 1, tags });

describe("tags", () => {
  it("group guests that bear the same tag", () => {
    const { guests } = cluster({ a: { guests: [guest("plb_affinity_web"), guest("plb_affinity_web", "prod")] } });
    expect(rulesFromTags(guests, ["proxlb"])).toEqual([
      {
        kind: "affinity",
        name: "plb_affinity_web",
        origin: "tag plb_affinity_web",
        strength: "must",
        vmids: [100, 101],
      },
    ]);
  });

  it("of ProxBalance count only where that dialect is read", () => {
    const { guests } = cluster({ a: { guests: [guest("exclude_db", "ignore"), guest("exclude_db")] } });
    expect(rulesFromTags(guests, ["proxlb"])).toEqual([]);
    expect(rulesFromTags(guests, ["proxbalance"])).toMatchObject([{ kind: "anti-affinity", vmids: [100, 101] }]);
    const snapshot = cluster({
      a: { guests: [guest("exclude_db", "ignore"), guest("exclude_db")] },
      b: { guests: [] },
    });
    const plan = planMigrations(snapshot, policyOf({ tag_dialects: ["proxlb", "proxbalance"] }));
    expect(plan.migrations).toMatchObject([{ vmid: 101, to: "b" }]);
  });

  it("tell affinity from anti-affinity, and groups of different names apart", () => {
    const { guests } = cluster({
      a: { guests: [guest("plb_anti_affinity_a"), guest("plb_anti_affinity_b", "plb_affinity_a")] },
    });
    expect(rulesFromTags(guests, ["proxlb"]).map(({ kind, vmids }) => ({ kind, vmids }))).toEqual([
      { kind: "anti-affinity", vmids: [100] },
      { kind: "anti-affinity", vmids: [101] },
      { kind: "affinity", vmids: [101] },
    ]);
  });

  it("read several pins of a guest as one set of nodes", () => {
    const { guests } = cluster({ a: { guests: [guest("plb_pin_a", "plb_pin_b")] } });
    expect(rulesFromTags(guests, ["proxlb"])).toMatchObject([
      { kind: "node-affinity", vmids: [100], nodes: ["a", "b"] },
    ]);
  });

  it("of templates mean nothing, because clones inherit them", () => {
    const { guests } = cluster({ a: { guests: [{ ...guest("plb_anti_affinity_web"), template: true }] } });
    expect(rulesFromTags(guests, ["proxlb"])).toEqual([]);
  });

  it("that pin to an unknown node are left out with a warning that names the guest", () => {
    const snapshot = cluster({ a: { guests: [guest("plb_pin_gone")] }, b: { guests: [] } });
    const index = buildIndex(snapshot, policyOf());
    expect(index.nodeRules).toEqual([]);
    expect(index.warnings).toEqual([
      'The tag plb_pin_gone of guest 100 names the node "gone", which the cluster does not have; the rule is ignored.',
    ]);
    expect(planMigrations(snapshot, policyOf()).warnings).toEqual(index.warnings);
  });

  it("that pin to a known and an unknown node pin to the known one", () => {
    const index = buildIndex(cluster({ a: { guests: [guest("plb_pin_gone", "plb_pin_a")] } }), policyOf());
    expect(index.nodeRules).toHaveLength(1);
    expect(index.warnings[0]).toContain("its other nodes count");
  });

  it("find a node whatever the case of its name, because Proxmox lowers the case of tags", () => {
    const index = buildIndex(cluster({ PVE1: { guests: [guest("plb_pin_pve1")] } }), policyOf());
    expect([...(index.nodeRules[0]?.allowed ?? [])]).toEqual([1]);
    expect(index.warnings).toEqual([]);
  });
});

describe("pools", () => {
  const { guests } = cluster({
    a: { guests: [{ used: 1, pool: "prod" }, { used: 1, pool: "prod" }, { used: 1, pool: "test" }, 1] },
  });

  it("relate their members by vmid", () => {
    const rules = rulesFromPools([{ pool: "prod", type: "anti-affinity", pin: [], strict: true }], guests);
    expect(rules).toMatchObject([{ kind: "anti-affinity", strength: "must", vmids: [100, 101], origin: "pool prod" }]);
  });

  it("pin their members, as a wish where they are not strict", () => {
    const rules = rulesFromPools([{ pool: "prod", type: null, pin: ["a"], strict: false }], guests);
    expect(rules).toMatchObject([{ kind: "node-affinity", strength: "should", vmids: [100, 101], nodes: ["a"] }]);
  });
});

describe("rules of the policy", () => {
  it("unite the guests named by vmid, by name and by tag", () => {
    const { guests } = cluster({ a: { guests: [1, { used: 1, name: "web1" }, guest("gpu"), 1] } });
    const rules = rulesFromPolicy(
      [{ name: "r", type: "affinity", strength: "should", vmids: [103], names: ["web*"], tags: ["GPU"], nodes: [] }],
      guests,
    );
    expect(rules).toMatchObject([{ origin: "policy rule r", strength: "should", vmids: [101, 102, 103] }]);
  });
});

describe("rules of several sources for one guest", () => {
  it("all apply: the nodes that it may be on are those that every rule allows", () => {
    const snapshot = cluster({
      a: { guests: [{ used: 1, tags: ["plb_pin_b", "plb_pin_c"], pool: "prod" }] },
      b: { guests: [] },
      c: { guests: [] },
    });
    const policy = policyOf({ pools: [{ pool_id: "prod", pin: ["a", "c"] }] });
    expect(planMigrations(snapshot, policy).migrations).toMatchObject([{ vmid: 100, to: "c" }]);
  });
});

describe("name patterns", () => {
  it.each([
    ["web*", "web1", true],
    ["web*", "my-web1", false],
    ["*web*", "my-web1", true],
    ["w?b", "web", true],
    ["w?b", "wb", false],
    ["a.b", "axb", false],
    ["*", "", true],
    ["a*b*c", "a-b-b-c", true],
    ["100", "100", true],
  ])("%s on %s: %s", (pattern, text, matches) => {
    expect(compileGlob(pattern)(text)).toBe(matches);
  });

  it("stay fast on patterns that make regular expressions explode", () => {
    expect(compileGlob("*a".repeat(30) + "b")("a".repeat(5000))).toBe(false);
  });
});

describe("guests that must not move", () => {
  const policy = policyOf({ ignore_guests: ["keep*", "107"], ignore_tags: ["No-Move*"], balanciness: 100 });

  it.each<[string, Partial<GuestSketch>]>([
    ["ignored by tag", { tags: ["plb_ignore_dev"] }],
    ["ignored by a tag of the policy, whose case does not matter", { tags: ["no-move-please"] }],
    ["ignored by a tag with capitals, which a cluster may allow", { tags: ["NO-MOVE-x"] }],
    ["ignored by name", { name: "keep-me" }],
    ["ignored by vmid", { vmid: 107 }],
    ["locked", { lock: "backup" }],
    ["stopped", { status: "stopped" }],
    ["paused", { status: "paused" }],
    ["of unknown state", { status: "unknown" }],
    ["templates", { template: true }],
    ["containers, unless balance_types lists them", { type: "ct" }],
  ])("%s stay even when their node is drained", (_, sketch) => {
    const drained: ClusterSnapshot = cluster({
      a: { maintenance: true, guests: [{ used: 5, ...sketch }] },
      b: { guests: [] },
    });
    expect(planMigrations(drained, policy).migrations).toEqual([]);
  });

  it("do not hinder the others: a running VM leaves the drained node", () => {
    const drained = cluster({ a: { maintenance: true, guests: [5] }, b: { guests: [] } });
    expect(planMigrations(drained, policy).migrations).toMatchObject([{ from: "a", to: "b" }]);
  });

  it("are containers only by default", () => {
    const drained = cluster({ a: { maintenance: true, guests: [{ used: 5, type: "ct" }] }, b: { guests: [] } });
    const plan = planMigrations(drained, policyOf({ balance_types: ["vm", "ct"] }));
    expect(plan.migrations).toMatchObject([{ type: "ct", downtime: true }]);
  });

  it("on a drained node are reported with the reason, unless they lose nothing", () => {
    const drained = cluster({
      a: {
        maintenance: true,
        guests: [
          { used: 5, lock: "backup" },
          { used: 5, status: "stopped" },
        ],
      },
      b: { guests: [] },
    });
    expect(planMigrations(drained, policy).unresolved).toEqual([
      {
        kind: "evacuation",
        subject: "guest 100 (guest100)",
        reason: "It stays on a, which is in maintenance. Guest 100 does not move: It is locked (backup).",
      },
    ]);
  });
});

describe("nodes", () => {
  it("in maintenance by policy are drained like those that the cluster itself drains", () => {
    const snapshot = cluster({ a: { guests: [10, 10] }, b: { guests: [10] }, c: { guests: [10] } });
    const plan = planMigrations(snapshot, policyOf({ maintenance_nodes: ["a"] }));
    expect(plan.migrations.map(({ from }) => from)).toEqual(["a", "a"]);
    expect(plan.imbalanceAfter.memory).toBeCloseTo(0, 9);
  });

  it("that are ignored are neither source nor target, but their guests count in rules", () => {
    const web = guest("plb_anti_affinity_web");
    const snapshot = cluster({ a: { guests: [web, web] }, b: { guests: [web] }, c: { guests: [50] } });
    const plan = planMigrations(snapshot, policyOf({ ignore_nodes: ["b"], balanciness: 100 }));
    expect(plan.migrations).toMatchObject([{ from: "a", to: "c" }]);
    expect(plan.violationsAfter).toBe(0);
  });

  it("that are offline are left alone", () => {
    const snapshot = cluster({ a: { online: false, guests: [10] }, b: { guests: [] }, c: { guests: [60] } });
    expect(planMigrations(snapshot, policyOf({ balanciness: 70 })).migrations).toEqual([]);
  });

  it("keep their reserve free", () => {
    const snapshot = cluster({ a: { maintenance: true, guests: [30] }, b: { guests: [60] } });
    const plan = planMigrations(snapshot, policyOf({ node_reserve: [{ node_name: "b", memory_mib: 20 * 1024 }] }));
    expect(plan.migrations).toEqual([]);
    expect(plan.unresolved[0]?.reason).toContain("b has 20.0 GiB of memory free, 30.0 GiB are needed.");
  });

  it("whose reserve would leave nothing are planned without it, with a warning", () => {
    const snapshot = cluster({ a: { guests: [30] }, b: { guests: [] } });
    const plan = planMigrations(snapshot, policyOf({ node_reserve: [{ node_name: "b", memory_mib: 200 * 1024 }] }));
    expect(plan.warnings[0]).toContain("node_reserve for b");
  });

  it("that the policy names but the cluster does not have are warned about", () => {
    const { warnings } = planMigrations(cluster({ a: { guests: [] } }), policyOf({ maintenance_nodes: ["x"] }));
    expect(warnings).toEqual([
      'maintenance_nodes names the node "x", which the cluster does not have, so that nothing leaves a node for it. Its nodes are a.',
    ]);
  });

  it("take assigned memory and virtual CPUs only up to the overcommit limits", () => {
    const snapshot = cluster({
      a: { maintenance: true, guests: [{ used: 1, assigned: 60 }] },
      b: { guests: [{ used: 1, assigned: 60 }] },
    });
    expect(planMigrations(snapshot, policyOf({ memory_overcommit: 1.2 })).migrations).toHaveLength(1);
    const refused = planMigrations(snapshot, policyOf({ memory_overcommit: 1.1 }));
    expect(refused.migrations).toEqual([]);
    expect(refused.unresolved[0]?.reason).toContain("under memory_overcommit");
    const cpu = planMigrations(snapshot, policyOf({ cpu_overcommit: 0.05 }));
    expect(cpu.unresolved[0]?.reason).toContain("under cpu_overcommit");
  });
});
