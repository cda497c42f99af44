import { describe, expect, it } from "vitest";
import type { ClusterSnapshot, GuestHa, Rule } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { cluster, type GuestSketch, type NodeSketch, policyOf } from "../../../support/snapshot-builders.js";

const POLICY = policyOf({ balanciness: 5 });

function managed(used: number, ha: GuestHa = {}): GuestSketch {
  return { used, haManaged: true, ha };
}

const FAILBACK: GuestHa = { state: "started", failback: true };
const NO_FAILBACK: GuestHa = { state: "started", failback: false };

function haRule(strength: "must" | "should", priorities: Readonly<Record<string, number>>, vmids = [100]): Rule {
  return {
    kind: "node-affinity",
    name: "gpu",
    origin: "HA rule gpu",
    strength,
    vmids,
    nodes: Object.keys(priorities),
    priorities,
  };
}

function planned(nodes: Readonly<Record<string, NodeSketch>>, rule: Rule, policy = POLICY) {
  const snapshot: ClusterSnapshot = cluster(nodes, [rule]);
  const plan = planMigrations(snapshot, policy);
  return { plan, routes: plan.migrations.map(({ vmid, from, to }) => `${vmid} ${from}>${to}`) };
}

describe("a guest that the HA manager moves back", () => {
  it("stays on the nodes of the highest priority, however uneven the load", () => {
    const nodes = {
      a: { guests: [managed(30, FAILBACK), managed(30, FAILBACK)] },
      b: { guests: [] },
      c: { guests: [5] },
    };
    for (const strength of ["must", "should"] as const) {
      const { plan, routes } = planned(nodes, haRule(strength, { a: 2, b: 1 }, [100, 101]));
      expect(routes).toEqual([]);
      expect(plan.unresolved).toMatchObject([{ kind: "balance" }]);
    }
  });

  it("moves freely among the nodes of one priority", () => {
    const nodes = {
      a: { guests: [managed(30, FAILBACK), managed(30, FAILBACK)] },
      b: { guests: [] },
      c: { guests: [] },
    };
    expect(
      planned(nodes, haRule("should", { a: 2, b: 2, c: 1 }, [100, 101]), policyOf({ balanciness: 40 })).routes,
    ).toEqual(["100 a>b"]);
  });

  it("is held by rules without priorities as well", () => {
    const nodes = { a: { guests: [managed(30, FAILBACK), managed(30, FAILBACK)] }, b: { guests: [] } };
    const rule: Rule = {
      kind: "node-affinity",
      name: "r",
      origin: "HA rule r",
      strength: "should",
      vmids: [100, 101],
      nodes: ["a"],
    };
    expect(planned(nodes, rule).routes).toEqual([]);
  });

  it("goes to the next priority when all nodes of the highest are in maintenance or offline", () => {
    const nodes = {
      a: { maintenance: true, guests: [managed(10, FAILBACK)] },
      b: { guests: [] },
      c: { guests: [] },
      d: { online: false, guests: [] },
    };
    expect(planned(nodes, haRule("must", { d: 3, a: 2, c: 1 })).routes).toEqual(["100 a>c"]);
  });

  it("goes anywhere when no node of a rule that is not strict is available, and nowhere when it is strict", () => {
    const nodes = { a: { maintenance: true, guests: [managed(10, FAILBACK)] }, b: { guests: [] } };
    expect(planned(nodes, haRule("should", { a: 1 })).routes).toEqual(["100 a>b"]);
    const strict = planned(nodes, haRule("must", { a: 1 }));
    expect(strict.routes).toEqual([]);
    expect(strict.plan.unresolved[0]?.reason).toContain("The HA rule gpu allows only a.");
  });

  it("does not leave a node that only the policy empties, because the manager would bring it back", () => {
    const nodes = { a: { guests: [managed(10, FAILBACK)] }, b: { guests: [] } };
    const { plan, routes } = planned(nodes, haRule("should", { a: 2, b: 1 }), policyOf({ maintenance_nodes: ["a"] }));
    expect(routes).toEqual([]);
    expect(plan.unresolved[0]).toMatchObject({ kind: "evacuation" });
    expect(plan.unresolved[0]?.reason).toContain("The HA rule gpu, which failback enforces, allows only a.");
  });

  it("is brought to the nodes of the highest priority where it is not", () => {
    const nodes = { a: { guests: [] }, b: { guests: [managed(10, FAILBACK)] } };
    expect(planned(nodes, haRule("should", { a: 2, b: 1 })).routes).toEqual(["100 b>a"]);
  });
});

describe("a guest without failback", () => {
  it("prefers the highest priority, and leaves it for a node in maintenance or for room", () => {
    const calm = { a: { guests: [managed(10, NO_FAILBACK)] }, b: { guests: [] } };
    expect(planned(calm, haRule("should", { a: 2, b: 1 })).routes).toEqual([]);
    const drained = { a: { guests: [managed(10, NO_FAILBACK)] }, b: { guests: [] } };
    const policy = policyOf({ maintenance_nodes: ["a"] });
    expect(planned(drained, haRule("must", { a: 2, b: 1 }), policy).routes).toEqual(["100 a>b"]);
  });

  it("keeps to all nodes of a strict rule whatever their priority", () => {
    const nodes = {
      a: { maintenance: true, guests: [managed(10, NO_FAILBACK)] },
      b: { guests: [40] },
      c: { guests: [] },
    };
    expect(planned(nodes, haRule("must", { a: 2, b: 1 }), policyOf({ balanciness: 100 })).routes).toEqual(["100 a>b"]);
  });

  it("breaks a strict rule once where it is on none of its nodes", () => {
    const nodes = { a: { guests: [] }, b: { guests: [] }, c: { guests: [{ used: 5, lock: "backup" }] } };
    const { plan } = planned(nodes, haRule("must", { a: 2, b: 1 }));
    expect(plan.violationsAfter).toBe(1);
    expect(plan.unresolved).toHaveLength(1);
    expect(plan.unresolved[0]?.reason).toContain("The HA rule gpu is broken on c.");
  });

  it("is said to be preferred elsewhere, not to break a strict rule, on a node of lower priority", () => {
    const nodes = { a: { guests: [] }, b: { guests: [{ used: 5, lock: "backup" }] }, c: { guests: [] } };
    const { plan } = planned(nodes, haRule("must", { a: 2, b: 1 }));
    expect(plan.violationsAfter).toBe(1);
    expect(plan.unresolved).toHaveLength(1);
    expect(plan.unresolved[0]?.reason).toContain("The HA rule gpu prefers other nodes than b.");
  });

  it("is told apart from others of the same rule that have it", () => {
    const nodes = {
      a: { guests: [managed(30, FAILBACK), managed(30, NO_FAILBACK)] },
      b: { guests: [] },
    };
    const { routes } = planned(
      nodes,
      haRule("should", { a: 2, b: 1 }, [100, 101]),
      policyOf({ maintenance_nodes: ["a"] }),
    );
    expect(routes).toEqual(["101 a>b"]);
  });
});

describe("rules that pull in different directions", () => {
  const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

  it("affinity against anti-affinity: what can be kept is kept, the rest is reported", () => {
    const both = ["plb_affinity_x", "plb_anti_affinity_x"];
    const snapshot = cluster({
      a: { guests: [tagged(5, ...both), tagged(5, ...both)] },
      b: { guests: [tagged(5, "plb_pin_a")] },
    });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 100 }));
    expect(plan.migrations).toMatchObject([{ vmid: 102, to: "a" }]);
    expect(plan.unresolved).toMatchObject([{ kind: "rule", subject: "tag plb_anti_affinity_x" }]);
    expect(plan.unresolved[0]?.reason).toContain("The tag plb_affinity_x wants the opposite");
  });

  it("pins without a common node: the guests of a group stay apart, and the others are served", () => {
    const snapshot = cluster({
      a: { guests: [tagged(5, "plb_affinity_x", "plb_pin_a"), tagged(5, "plb_pin_b")] },
      b: { guests: [tagged(5, "plb_affinity_x", "plb_pin_b")] },
    });
    const plan = planMigrations(snapshot, POLICY);
    expect(plan.migrations).toMatchObject([{ vmid: 101, to: "b" }]);
    expect(plan.unresolved).toMatchObject([{ kind: "rule", subject: "tag plb_affinity_x" }]);
  });

  it("a pin against a rule of the policy: no node is left, and both are named", () => {
    const snapshot = cluster({ a: { guests: [tagged(5, "plb_pin_b")] }, b: { guests: [] }, c: { guests: [] } });
    const rules = [{ name: "c-only", type: "node-affinity", vm_ids: [100], nodes: ["c"] }];
    const plan = planMigrations(snapshot, policyOf({ rules }));
    expect(plan.violationsAfter).toBeGreaterThan(0);
    const reasons = plan.unresolved.map(({ reason }) => reason).join(" ");
    expect(reasons).toContain("policy rule c-only");
  });

  it("anti-affinity of a bundle: the whole bundle keeps away from the others", () => {
    const snapshot = cluster({
      a: {
        maintenance: true,
        guests: [tagged(5, "plb_affinity_p", "plb_anti_affinity_q"), tagged(5, "plb_affinity_p")],
      },
      b: { guests: [tagged(5, "plb_anti_affinity_q")] },
      c: { guests: [60] },
    });
    const plan = planMigrations(snapshot, policyOf({ balanciness: 100 }));
    expect(plan.migrations.map(({ vmid, to }) => [vmid, to])).toEqual([
      [100, "c"],
      [101, "c"],
    ]);
  });

  it("a should rule yields to a must rule", () => {
    const snapshot = cluster({ a: { guests: [tagged(5, "plb_pin_b")] }, b: { guests: [] } });
    const rules = [{ name: "stay", type: "node-affinity", strength: "should", vm_ids: [100], nodes: ["a"] }];
    const plan = planMigrations(snapshot, policyOf({ rules }));
    expect(plan.migrations).toMatchObject([{ vmid: 100, to: "b" }]);
    expect(plan.unresolved[0]?.reason).toContain("policy rule stay");
  });
});

describe("a node too small for anything", () => {
  it("is not blamed on a reserve that nobody has set", () => {
    const { warnings } = planMigrations(cluster({ a: { cpuCores: 1e-7, guests: [] }, b: { guests: [5] } }), POLICY);
    expect(warnings.join(" ")).toContain("The node a has 1e-7 CPU cores");
    expect(warnings.join(" ")).not.toContain("node_reserve");
  });
});
