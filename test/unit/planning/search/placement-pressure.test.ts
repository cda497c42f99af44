import { describe, expect, it } from "vitest";
import type { Pressures } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import type { PlacementRequest } from "../../../../provider/src/planning/model/placement.js";
import { placeGuests } from "../../../../provider/src/planning/search/placement.js";
import { cluster, GIB, policyOf } from "../../../support/snapshot-builders.js";

const POLICY = policyOf({ mode: "psi", psi: { nodes: { memory: { pressure_full: 20 } } } });

const waits = (full: number, rest: Pressures = {}): { readonly pressure: Pressures } => ({
  pressure: { memory: { full, some: full }, ...rest },
});

const request = (key: string, gib: number, rest: Partial<PlacementRequest> = {}): PlacementRequest => ({
  key,
  type: "vm",
  name: null,
  vmid: null,
  cpuCores: 1,
  memoryBytes: gib * GIB,
  diskBytes: 0,
  tags: [],
  pool: null,
  allowedNodes: null,
  excludedNodes: [],
  ...rest,
});

const ranking = (snapshot: Parameters<typeof placeGuests>[0], policy = POLICY): string[] | undefined =>
  placeGuests(snapshot, policy, [request("x", 5)]).placements[0]?.candidates.map(({ node }) => node);

describe("a new guest in mode psi", () => {
  it("goes where the pressure is lowest although another node is used less", () => {
    const snapshot = cluster({
      a: { ...waits(8), guests: [10] },
      b: { ...waits(1), guests: [60] },
      c: { ...waits(3), guests: [30] },
    });
    expect(ranking(snapshot)).toEqual(["b", "c", "a"]);
    expect(ranking(snapshot, policyOf())).toEqual(["a", "c", "b"]);
  });

  it.each([0, 5])("goes to the less used of nodes with the same pressure, such as %d %%", (pressure) => {
    const snapshot = cluster({ a: { ...waits(pressure), guests: [50] }, b: { ...waits(pressure), guests: [30] } });
    expect(ranking(snapshot)).toEqual(["b", "a"]);
  });

  it("goes by the highest pressure of the methods", () => {
    const snapshot = cluster({
      a: { ...waits(1, { cpu: { some: 15 } }), guests: [10] },
      b: { ...waits(4, { cpu: { some: 2 } }), guests: [10] },
    });
    const both = policyOf({
      mode: "psi",
      methods: ["memory", "cpu"],
      psi: { nodes: { memory: { pressure_full: 20 } } },
    });
    expect(ranking(snapshot, both)).toEqual(["b", "a"]);
  });

  it("comes to nodes nobody knows the pressure of, to hot ones and to nearly full ones only in the end", () => {
    const snapshot = cluster({
      hot: { ...waits(21), guests: [10] },
      full: { ...waits(0), guests: [88] },
      silent: { guests: [10] },
      busy: { ...waits(15), guests: [60] },
    });
    const [placement] = placeGuests(snapshot, POLICY, [request("x", 5)]).placements;
    expect(placement?.node).toBe("busy");
    const told = new Map(placement?.candidates.map(({ node, reasons }) => [node, reasons]));
    expect([...told.keys()]).toEqual(["busy", "silent", "hot", "full"]);
    expect(told.get("silent")).toEqual(["The memory pressure of silent is not known."]);
    expect(told.get("hot")?.[0]).toMatch(/^hot is hot: memory pressure 25.2 %\.$/);
    expect(placement?.candidates.every(({ fits }) => fits)).toBe(true);
  });

  it("is placed by use where no node tells its pressure", () => {
    expect(ranking(cluster({ a: { guests: [50] }, b: { guests: [30] } }))).toEqual(["b", "a"]);
  });

  it("keeps to rules and capacity whatever the pressure", () => {
    const snapshot = cluster({
      a: { ...waits(0), guests: [98] },
      b: { ...waits(0), guests: [{ used: 1, tags: ["plb_anti_affinity_x"] }] },
      c: { ...waits(19), guests: [] },
    });
    const { placements } = placeGuests(snapshot, POLICY, [request("x", 5, { tags: ["plb_anti_affinity_x"] })]);
    expect(placements[0]?.node).toBe("c");
  });

  it("makes the next one of a batch look at what its coming does to the pressure", () => {
    const snapshot = cluster({ a: { ...waits(4), guests: [20] }, b: { ...waits(5), guests: [20] } });
    const batch = ["x", "y"].map((key) => request(key, 20));
    expect(new Set(placeGuests(snapshot, POLICY, batch).placements.map(({ node }) => node)).size).toBe(2);
  });

  it("is packed by use, as ever", () => {
    const snapshot = cluster({ a: { ...waits(8), guests: [50] }, b: { ...waits(1), guests: [10] } });
    const packing = policyOf({ mode: "psi", placement: "pack", psi: { nodes: { memory: { pressure_full: 20 } } } });
    expect(ranking(snapshot, packing)).toEqual(["a", "b"]);
  });
});
