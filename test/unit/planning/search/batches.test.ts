import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClusterSnapshot } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { PlacedBatch, PlacementRequest } from "../../../../provider/src/planning/model/placement.js";
import { placeGuests } from "../../../../provider/src/planning/search/placement.js";
import { anyCluster } from "../../../support/planning-arbitraries.js";
import { afterMigrations, findFaults, targetableNodes } from "../../../support/planning-replay.js";
import { cluster, GIB, type GuestSketch, policyOf } from "../../../support/snapshot-builders.js";

const RUNS = { numRuns: process.env["PROXLB_SOAK"] === "1" ? 2000 : 200 };

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

function request(key: string, gib: number, rest: Partial<PlacementRequest> = {}): PlacementRequest {
  return {
    ...{ key, type: "vm", name: null, vmid: null, cpuCores: 1, memoryBytes: gib * GIB, diskBytes: 0 },
    ...{ tags: [], pool: null, allowedNodes: null, excludedNodes: [], ...rest },
  };
}

const nodesOf = ({ placements }: PlacedBatch): (string | null)[] => placements.map(({ node }) => node);

/** Tries every node for every guest. */
function fitsAtAll(snapshot: ClusterSnapshot, requests: readonly PlacementRequest[]): boolean {
  const free = new Map(snapshot.nodes.map((node) => [node.name, node.memoryBytes - node.memoryUsedBytes]));
  const groups = new Map(snapshot.nodes.map(({ name }) => [name, new Set<string>()]));
  const tryFrom = (at: number): boolean => {
    const asked = requests[at];
    if (asked === undefined) return true;
    return targetableNodes(snapshot, policyOf()).some((node) => {
      const left = (free.get(node) ?? 0) - asked.memoryBytes;
      const here = groups.get(node) ?? new Set();
      const [tag] = asked.tags;
      if (left < 0 || (tag !== undefined && here.has(tag)) || asked.excludedNodes.includes(node)) return false;
      free.set(node, left + 0);
      if (tag !== undefined) here.add(tag);
      const fits = tryFrom(at + 1);
      free.set(node, left + asked.memoryBytes);
      if (tag !== undefined) here.delete(tag);
      return fits;
    });
  };
  return tryFrom(0);
}

describe("room that existing guests are to make", () => {
  it("is not made by moving two guests onto each other that are to keep apart, however large the group gets", () => {
    const apart = (used: number): GuestSketch => tagged(used, "plb_anti_affinity_x");
    const snapshot = cluster({ a: { guests: [apart(35), apart(30), 15] }, b: { guests: [apart(45)] } });
    const asked = [request("new", 60, { tags: ["plb_anti_affinity_x"] })];
    const { migrations } = placeGuests(snapshot, policyOf(), asked, { makeRoom: true });
    const moved = new Map(migrations.map(({ vmid, to }) => [vmid, to]));
    expect([moved.get(100) ?? "a", moved.get(101) ?? "a"]).not.toContain("b");
  });
});

describe("a batch that is a close fit", () => {
  it("is packed where placing one after the other leaves a guest over", () => {
    const snapshot = cluster({ a: { guests: [10] }, b: { guests: [20] } });
    const sizes = [50, 40, 45, 35];
    const batch = placeGuests(
      snapshot,
      policyOf(),
      sizes.map((gib, i) => request(`k${i}`, gib)),
    );
    expect(nodesOf(batch)).toEqual(["a", "a", "b", "b"]);
    for (const { node, candidates } of batch.placements) {
      expect(candidates[0]).toMatchObject({ node, rank: 1, fits: true });
    }
  });

  it("finds its nodes whenever it fits at all", () => {
    const sizes = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 6 });
    const nodes = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 3 });
    const tags = fc.array(fc.constantFrom(null, null, "plb_anti_affinity_x"), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(nodes, sizes, tags, (used, gibs, marks) => {
        const snapshot = cluster(Object.fromEntries(used.map((gib, i) => [`n${i}`, { guests: [gib] }])));
        const requests = gibs.map((gib, i) => {
          const tag = marks[i] ?? null;
          return request(`k${i}`, gib, { tags: tag === null ? [] : [tag], excludedNodes: i % 3 === 2 ? ["n0"] : [] });
        });
        // A group larger than the cluster does not have to keep apart.
        fc.pre(requests.filter(({ tags: own }) => own.length > 0).length <= used.length);
        const placed = nodesOf(placeGuests(snapshot, policyOf(), requests));
        expect(placed.every((node) => node !== null)).toBe(fitsAtAll(snapshot, requests));
      }),
      RUNS,
    );
  });

  it("gives up in time where nothing fits, and says why", () => {
    const snapshot = cluster(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, { guests: [40 + i] }])));
    const requests = Array.from({ length: 26 }, (_, i) => request(`k${i}`, 25 + (i % 7)));
    const { placements } = placeGuests(snapshot, policyOf(), requests);
    const left = placements.filter(({ node }) => node === null);
    expect(left.length).toBeGreaterThan(0);
    expect(left[0]?.candidates[0]?.reasons[0]).toContain("of memory free");
  });
});

describe("a batch that fits easily", () => {
  it("leaves the hottest node no hotter than an exchange among the new guests could", () => {
    const snapshot = cluster({ a: { guests: [] }, b: { guests: [] } });
    const sizes = [30, 30, 20, 20, 20];
    const batch = placeGuests(
      snapshot,
      policyOf(),
      sizes.map((gib, i) => request(`k${i}`, gib)),
    );
    const onA = sizes.filter((_, i) => batch.placements[i]?.node === "a").reduce((sum, gib) => sum + gib, 0);
    expect([onA, 120 - onA].sort((x, y) => x - y)).toEqual([60, 60]);
  });

  it("evens out a group larger than the cluster together with its members that exist", () => {
    const web = tagged(1, "plb_anti_affinity_web");
    const snapshot = cluster({ a: { guests: [web, web] }, b: { guests: [60] }, c: { guests: [50] } });
    const keys = ["1", "2", "3", "4"];
    const batch = placeGuests(
      snapshot,
      policyOf(),
      keys.map((key) => request(key, 1, { tags: ["plb_anti_affinity_web"] })),
    );
    expect(nodesOf(batch).sort()).toEqual(["b", "b", "c", "c"]);
  });
});

describe("existing guests", () => {
  const full = cluster({ a: { guests: [50, 30] }, b: { guests: [60] }, c: { guests: [65] } });

  it("stay where they are unless they are asked to make room", () => {
    const batch = placeGuests(full, policyOf(), [request("new", 45)]);
    expect(nodesOf(batch)).toEqual([null]);
    expect(batch.migrations).toEqual([]);
    expect(placeGuests(full, policyOf(), [request("new", 10)], { makeRoom: true }).migrations).toEqual([]);
  });

  it("make room with as few migrations as possible, and say for whom", () => {
    const batch = placeGuests(full, policyOf(), [request("new", 45, { name: "db9" })], { makeRoom: true });
    expect(nodesOf(batch)).toEqual(["a"]);
    expect(batch.migrations).toMatchObject([
      { step: 1, vmid: 101, from: "a", to: "b", reason: "Makes room on a for the new guest db9 by going to b." },
    ]);
    expect(batch.placements[0]?.candidates[0]).toMatchObject({ node: "a", rank: 1, fits: true });
    expect(batch.placements[0]?.candidates[0]?.memoryPercentAfter).toBeCloseTo(95, 9);
  });

  it("make way for a guest that must keep apart from them", () => {
    const db = tagged(5, "plb_anti_affinity_db");
    const snapshot = cluster({ a: { guests: [db] }, b: { guests: [] } });
    const asked = request("new", 5, { tags: ["plb_anti_affinity_db"], allowedNodes: ["a"] });
    expect(nodesOf(placeGuests(snapshot, policyOf(), [asked]))).toEqual([null]);
    const batch = placeGuests(snapshot, policyOf(), [asked], { makeRoom: true });
    expect(batch.migrations).toMatchObject([{ vmid: 100, from: "a", to: "b" }]);
  });

  it("do not move when that takes more migrations than the policy allows, or places not all", () => {
    expect(
      nodesOf(placeGuests(full, policyOf({ max_migrations: 0 }), [request("new", 45)], { makeRoom: true })),
    ).toEqual([null]);
    const batch = placeGuests(full, policyOf(), [request("new", 45), request("huge", 99)], { makeRoom: true });
    expect(batch.migrations).toEqual([]);
    expect(batch.placements[1]).toMatchObject({ node: null });
  });

  it("move validly in any cluster, and leave the room that they make", () => {
    fc.assert(
      fc.property(
        anyCluster,
        fc.array(fc.integer({ min: 5, max: 70 }), { minLength: 1, maxLength: 4 }),
        (snapshot, gibs) => {
          const requests = gibs.map((gib, i) =>
            request(`k${i}`, gib, { tags: i === 0 ? ["plb_anti_affinity_x"] : [] }),
          );
          const batch = placeGuests(snapshot, policyOf(), requests, { makeRoom: true });
          expect(findFaults(snapshot, policyOf(), batch.migrations)).toEqual([]);
          if (batch.migrations.length > 0) {
            const after = afterMigrations(snapshot, batch.migrations);
            for (const node of after.nodes) {
              const arriving = requests.filter((_, i) => batch.placements[i]?.node === node.name);
              const added = arriving.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0);
              expect(arriving.length > 0 && node.memoryUsedBytes + added > node.memoryBytes).toBe(false);
            }
          }
        },
      ),
      RUNS,
    );
  });
});
