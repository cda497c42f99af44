import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { Placement, PlacementRequest } from "../../../../provider/src/planning/model/placement.js";
import type { Policy } from "../../../../provider/src/planning/model/policy.js";
import { placeGuests } from "../../../../provider/src/planning/search/placement.js";
import { anyCluster } from "../../../support/planning-arbitraries.js";
import { tagViolations, targetableNodes } from "../../../support/planning-replay.js";
import { cluster, GIB, type GuestSketch, policyOf } from "../../../support/snapshot-builders.js";

function request(key: string, gib: number, rest: Partial<PlacementRequest> = {}): PlacementRequest {
  return {
    key,
    type: "vm",
    name: null,
    vmid: null,
    cpuCores: 2,
    memoryBytes: gib * GIB,
    diskBytes: 0,
    tags: [],
    pool: null,
    allowedNodes: null,
    excludedNodes: [],
    ...rest,
  };
}

function place(snapshot: ClusterSnapshot, policy: Policy, requests: readonly PlacementRequest[]): readonly Placement[] {
  return placeGuests(snapshot, policy, requests).placements;
}

function placeOne(snapshot: ClusterSnapshot, asked: PlacementRequest, policy = policyOf()): Placement {
  const [placement] = place(snapshot, policy, [asked]);
  if (placement === undefined) {
    throw new Error("One placement was expected.");
  }
  return placement;
}

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

describe("a new guest", () => {
  it("goes to the node that is least loaded after it came", () => {
    const snapshot = cluster({ a: { guests: [50] }, b: { guests: [20] }, c: { guests: [30] } });
    const { node, candidates } = placeOne(snapshot, request("x", 10));
    expect(node).toBe("b");
    expect(candidates.map((candidate) => [candidate.node, candidate.rank, candidate.fits])).toEqual([
      ["b", 1, true],
      ["c", 2, true],
      ["a", 3, true],
    ]);
    expect(candidates[0]?.memoryPercentAfter).toBeCloseTo(30, 9);
    expect(candidates[0]?.score).toBe(70);
  });

  it("goes to a larger node although a smaller one is emptier in percent", () => {
    const snapshot = cluster({ small: { gib: 32, guests: [3] }, large: { gib: 256, guests: [60] } });
    expect(placeOne(snapshot, request("x", 16)).node).toBe("large");
  });

  it("goes to the first node by name where all are equal", () => {
    const snapshot = cluster({ c: { guests: [] }, a: { guests: [] }, b: { guests: [] } });
    expect(placeOne(snapshot, request("x", 10)).node).toBe("a");
  });

  it("counts with its whole assigned memory", () => {
    const snapshot = cluster({ a: { guests: [70] }, b: { guests: [75] } });
    const { node, candidates } = placeOne(snapshot, request("x", 31));
    expect(node).toBeNull();
    expect(candidates.map((candidate) => candidate.reasons)).toEqual([
      ["a has 30.0 GiB of memory free, 31.0 GiB are needed."],
      ["b has 25.0 GiB of memory free, 31.0 GiB are needed."],
    ]);
    expect(candidates.every((candidate) => !candidate.fits && candidate.score === 0)).toBe(true);
  });

  it("follows the guests that its affinity tag names and keeps off those of its anti-affinity tag", () => {
    const snapshot = cluster({
      a: { guests: [tagged(50, "plb_affinity_web")] },
      b: { guests: [tagged(1, "plb_anti_affinity_db")] },
      c: { guests: [10] },
    });
    const together = placeOne(snapshot, request("x", 5, { tags: ["plb_affinity_web"] }));
    expect(together.node).toBe("a");
    expect(together.candidates[1]?.reasons[0]).toBe("The tag plb_affinity_web keeps it together with guest 100 on a.");
    const apart = placeOne(snapshot, request("x", 5, { tags: ["plb_anti_affinity_db"] }));
    expect(apart.node).toBe("c");
    expect(apart.candidates.find((candidate) => candidate.node === "b")?.reasons[0]).toBe(
      "b already runs guest 101 of the tag plb_anti_affinity_db, which keeps its guests apart.",
    );
  });

  it("stays on the nodes that its pins, its pool, the policy and the caller allow", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [10] }, c: { guests: [20] }, d: { guests: [30] } });
    const policy = policyOf({ pools: [{ pool_id: "prod", pin: ["b", "c", "d"] }], maintenance_nodes: ["d"] });
    const asked = request("x", 5, {
      pool: "prod",
      tags: ["plb_pin_a", "plb_pin_b", "plb_pin_c"],
      excludedNodes: ["b"],
    });
    const { node, candidates } = placeOne(snapshot, asked, policy);
    expect(node).toBe("c");
    expect(Object.fromEntries(candidates.map((candidate) => [candidate.node, candidate.reasons]))).toEqual({
      a: ["The pool prod allows only b, c, d."],
      b: ["b is listed in excluded_nodes."],
      c: [],
      d: ["d is in maintenance."],
    });
    expect(placeOne(snapshot, request("x", 5, { allowedNodes: ["d", "c"] }), policy).node).toBe("c");
  });

  it("prefers nodes that its wishes name, and says which wish the others break", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [50] } });
    const policy = policyOf({ pools: [{ pool_id: "prod", pin: ["b"], strict: false }] });
    const { node, candidates } = placeOne(snapshot, request("x", 5, { pool: "prod" }), policy);
    expect(node).toBe("b");
    expect(candidates[1]).toMatchObject({ node: "a", fits: true });
    expect(candidates[1]?.reasons).toEqual(["The pool prod would rather have it on another node."]);
  });

  it("is told of nodes that it, its pins or the policy name but the cluster does not have, and of nothing else", () => {
    const snapshot = cluster({ a: { guests: [tagged(1, "plb_pin_gone")] }, b: { guests: [] } });
    const asked = request("x", 1, { tags: ["plb_pin_lost"], allowedNodes: ["a", "y"], excludedNodes: ["z"] });
    const policy = policyOf({
      maintenance_nodes: ["m"],
      node_reserve: [{ node_name: "b", memory_mib: 100 * 1024 }],
    });
    expect(placeGuests(snapshot, policy, [asked]).warnings).toEqual([
      "The node_reserve for b leaves nothing for guests, so the node takes none and is not balanced; make it smaller than the node.",
      'maintenance_nodes names the node "m", which the cluster does not have, so that nothing leaves a node for it. Its nodes are a, b.',
      expect.stringMatching(/^The tag plb_pin_lost .* names the node "lost".*; the rule is ignored\.$/) as string,
      'allowed_nodes names the node "y", which the cluster does not have.',
      'excluded_nodes names the node "z", which the cluster does not have.',
    ]);
  });

  it("finds no room on a node of which everything is reserved", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [90] } });
    const policy = policyOf({ node_reserve: [{ node_name: "a", memory_mib: 200 * 1024 }] });
    const { node, candidates } = placeOne(snapshot, request("x", 1), policy);
    expect(node).toBe("b");
    expect(candidates[1]).toMatchObject({ node: "a", fits: false });
    expect(candidates[1]?.reasons[0]).toContain("a has 0.0 GiB of memory free");
  });

  it("goes to the fullest node that has room where guests are packed", () => {
    const snapshot = cluster({ a: { guests: [10] }, b: { guests: [60] }, c: { guests: [95] } });
    const policy = policyOf({ placement: "pack" });
    expect(placeOne(snapshot, request("x", 10), policy).node).toBe("b");
    expect(placeOne(snapshot, request("x", 10), policy).candidates.map(({ score }) => score)).toEqual([70, 20, 0]);
  });

  it("respects the overcommit limits", () => {
    const snapshot = cluster({ a: { cpuCores: 8, guests: [{ used: 1, cpuCores: 7 }] }, b: { guests: [90] } });
    expect(placeOne(snapshot, request("x", 1), policyOf({ cpu_overcommit: 1 })).node).toBe("b");
  });

  it("is ranked by the busier of memory and CPU where both are balanced", () => {
    const snapshot = cluster({
      a: { guests: [{ used: 1, cpuUsedCores: 28 }] },
      b: { guests: [{ used: 60, cpuUsedCores: 1 }] },
    });
    expect(placeOne(snapshot, request("x", 1)).node).toBe("a");
    expect(placeOne(snapshot, request("x", 1), policyOf({ methods: ["memory", "cpu"] })).node).toBe("b");
  });

  it("does not hide an existing guest that has the vmid asked for", () => {
    const snapshot = cluster({ a: { guests: [tagged(1, "plb_anti_affinity_x")] }, b: { guests: [50] } });
    const asked = request("x", 1, { vmid: 100, tags: ["plb_anti_affinity_x"] });
    expect(placeOne(snapshot, asked).node).toBe("b");
  });
});

describe("a batch of new guests", () => {
  it("reserves for each before the next, and answers in the order of the requests", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [5] } });
    const placements = place(snapshot, policyOf(), [request("s", 10), request("l", 60), request("m", 30)]);
    expect(placements.map(({ key, node }) => [key, node])).toEqual([
      ["s", "b"],
      ["l", "a"],
      ["m", "b"],
    ]);
  });

  it("keeps the rules inside the batch", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [50] }, c: { guests: [60] } });
    const web = { tags: ["plb_anti_affinity_web"] };
    const apart = place(
      snapshot,
      policyOf(),
      ["1", "2", "3", "4"].map((key) => request(key, 1, web)),
    );
    expect(apart.map(({ node }) => node)).toEqual(["a", "b", "c", "a"]);
    expect(apart[2]?.candidates.filter(({ fits }) => fits).map(({ node }) => node)).toEqual(["c", "a", "b"]);
    const app = { tags: ["plb_affinity_app"] };
    const together = place(snapshot, policyOf(), [request("1", 30, app), request("2", 30, app)]);
    expect(together.map(({ node }) => node)).toEqual(["a", "a"]);
  });

  it("spreads a group that is larger than the cluster as evenly as possible", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [50] }, c: { maintenance: true, guests: [] } });
    const web = { tags: ["plb_anti_affinity_web"] };
    const keys = ["1", "2", "3", "4", "5"];
    const placements = place(
      snapshot,
      policyOf(),
      keys.map((key) => request(key, 1, web)),
    );
    const nodes = placements.map(({ node }) => node);
    expect(placements.flatMap(({ candidates }) => candidates.flatMap(({ reasons }) => reasons))).toContain(
      "The tag plb_anti_affinity_web has 5 guests to keep apart on 2 nodes, so they share nodes as evenly as possible.",
    );
    expect(nodes.filter((node) => node === "a")).toHaveLength(3);
    expect(nodes.filter((node) => node === "b")).toHaveLength(2);
  });

  it("places tied guests only where all of them fit", () => {
    const snapshot = cluster({ a: { guests: [45] }, b: { guests: [50] } });
    const app = { tags: ["plb_affinity_app"] };
    const placements = place(snapshot, policyOf(), [request("1", 30, app), request("2", 30, app)]);
    expect(placements.map(({ node }) => node)).toEqual([null, null]);
    expect(placements[0]?.candidates[0]?.reasons[0]).toContain("60.0 GiB are needed");
  });

  it("places first what has the least choice", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [30] } });
    const placements = place(snapshot, policyOf(), [
      request("free", 60),
      request("bound", 50, { allowedNodes: ["a"] }),
    ]);
    expect(placements.map(({ node }) => node)).toEqual(["b", "a"]);
  });

  it("tries another order when a guest is left over", () => {
    const snapshot = cluster({
      a: { guests: [tagged(0, "plb_anti_affinity_x")] },
      b: { guests: [20] },
      c: { guests: [90] },
    });
    const placements = place(snapshot, policyOf(), [
      request("large", 70),
      request("small", 65, { tags: ["plb_anti_affinity_x"] }),
    ]);
    expect(placements.map(({ node }) => node)).toEqual(["a", "b"]);
  });

  it("does not depend on the order where a bundle is as large as a guest alone", () => {
    const requests = [
      request("k0", 10, { tags: ["plb_affinity_a"] }),
      request("k1", 39),
      request("k2", 29, { tags: ["plb_affinity_a"] }),
    ];
    const snapshot = cluster({ a: { gib: 64, guests: [] } });
    const turned = place(snapshot, policyOf(), requests.toReversed()).toReversed();
    expect(turned).toEqual(place(snapshot, policyOf(), requests));
  });

  it("fits, breaks no rule and does not depend on the order, whatever the cluster", () => {
    const anyRequest = fc.record({
      gib: fc.integer({ min: 1, max: 40 }),
      tags: fc.constantFrom<string[]>(
        [],
        [],
        ["plb_affinity_a"],
        ["plb_anti_affinity_x"],
        ["plb_pin_n0", "plb_pin_n1"],
      ),
    });
    fc.assert(
      fc.property(anyCluster, fc.array(anyRequest, { maxLength: 6 }), (snapshot, sketches) => {
        const requests = sketches.map(({ gib, tags }, i) => request(`k${i}`, gib, { tags, vmid: 900 + i }));
        const placements = place(snapshot, policyOf(), requests);
        const turned = place(snapshot, policyOf(), requests.toReversed()).toReversed();
        expect(turned).toEqual(placements);
        expectLegal(snapshot, requests, placements);
      }),
    );
  });
});

function expectLegal(
  snapshot: ClusterSnapshot,
  requests: readonly PlacementRequest[],
  placements: readonly Placement[],
): void {
  const placed = requests.flatMap((asked, i) => {
    const node = placements[i]?.node ?? null;
    return node === null ? [] : [{ asked, node }];
  });
  for (const { node } of placed) {
    expect(targetableNodes(snapshot, policyOf())).toContain(node);
    const arriving = placed
      .filter((other) => other.node === node)
      .reduce((sum, { asked }) => sum + asked.memoryBytes, 0);
    const host = snapshot.nodes.find((candidate) => candidate.name === node);
    expect((host?.memoryUsedBytes ?? 0) + arriving).toBeLessThanOrEqual(host?.memoryBytes ?? 0);
  }
  const template = snapshot.guests[0];
  if (template === undefined) {
    return;
  }
  const newGuests = placed.map(({ asked, node }) => ({
    ...template,
    vmid: asked.vmid ?? 0,
    node,
    tags: asked.tags,
    template: false,
  }));
  const before = tagViolations(snapshot);
  const after = tagViolations({ ...snapshot, guests: [...snapshot.guests, ...newGuests] });
  const nodeCount = targetableNodes(snapshot, policyOf()).length;
  const all = [...snapshot.guests.filter((guest) => !guest.template), ...requests];
  for (const [rule, count] of after) {
    const isTooLarge = all.filter((guest) => guest.tags.includes(rule)).length > nodeCount;
    expect(isTooLarge ? 0 : count).toBeLessThanOrEqual(before.get(rule) ?? 0);
  }
}
