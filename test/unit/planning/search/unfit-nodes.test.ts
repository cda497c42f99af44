import { describe, expect, it } from "vitest";
import { placeGuests } from "../../../../provider/src/planning/search/placement.js";
import { cluster, GIB, policyOf } from "../../../support/snapshot-builders.js";

describe("nodes that cannot take a guest for a reason that the planner does not know", () => {
  it("are not chosen, and the reason given is repeated", () => {
    const request = {
      key: "x",
      type: "vm" as const,
      name: null,
      vmid: null,
      cpuCores: 1,
      memoryBytes: GIB,
      diskBytes: 0,
      tags: [],
      pool: null,
      allowedNodes: null,
      excludedNodes: ["b"],
      unfitNodes: new Map([
        ["c", "c has no room."],
        ["nowhere", "nowhere is unknown."],
      ]),
    };
    const { placements, warnings } = placeGuests(
      cluster({ a: { guests: [40] }, b: { guests: [20] }, c: { guests: [] } }),
      policyOf(),
      [request],
    );
    expect(placements[0]?.node).toBe("a");
    expect(placements[0]?.candidates.map(({ node, reasons }) => [node, reasons])).toEqual([
      ["a", []],
      ["c", ["c has no room."]],
      ["b", ["b is listed in excluded_nodes."]],
    ]);
    expect(warnings).toEqual([]);
  });
});
