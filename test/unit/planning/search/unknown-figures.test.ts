import { describe, expect, it } from "vitest";
import { placeGuests } from "../../../../provider/src/planning/search/placement.js";
import { planMigrations } from "../../../../provider/src/planning/search/rebalancing.js";
import { cluster, GIB, policyOf } from "../../../support/snapshot-builders.js";

/** Proxmox VE publishes no figures of a node that is down, so its size is not known and counts as nothing. */
const downNode = { gib: 0, cpuCores: 0, online: false, guests: [] };

describe("a node whose size is not known", () => {
  it("is refused to new guests and counts as full, in numbers that can be written down", () => {
    const snapshot = cluster({ down: downNode, up: { guests: [20] } });
    const guest = {
      key: "new",
      type: "vm" as const,
      name: null,
      vmid: null,
      cpuCores: 2,
      memoryBytes: 4 * GIB,
      diskBytes: 0,
      tags: [],
      pool: null,
      allowedNodes: null,
      excludedNodes: [],
    };
    const [placement] = placeGuests(snapshot, policyOf(), [guest]).placements;
    expect(placement?.node).toBe("up");
    expect(placement?.candidates[1]).toMatchObject({
      node: "down",
      fits: false,
      score: 0,
      memoryPercentAfter: 100,
      cpuPercentAfter: 100,
    });
  });

  it("is no reason to warn of reserves that nobody has set", () => {
    const snapshot = cluster({ down: downNode, a: { guests: [20] }, b: { guests: [20] } });
    expect(planMigrations(snapshot, policyOf()).warnings).toEqual([]);
    const reserved = policyOf({ node_reserve: [{ node_name: "a", memory_mib: 200 * 1024 }, { memory_mib: 1024 }] });
    expect(planMigrations(snapshot, reserved).warnings).toEqual([
      "The node_reserve for a leaves nothing for guests, so the node takes none and is not balanced; make it smaller than the node.",
    ]);
  });
});
