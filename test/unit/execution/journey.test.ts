import { describe, expect, it } from "vitest";
import { foresee, isPublished, nodesBehind } from "../../../provider/src/execution/journey.js";
import type { Journey } from "../../../provider/src/execution/journey.js";
import { cluster, GIB } from "../../support/snapshot-builders.js";

const SNAPSHOT = cluster({ pve1: { guests: [{ used: 10, vmid: 101 }] }, pve2: { guests: [20] } });

const BEFORE = new Map([
  ["pve1", 500],
  ["pve2", 700],
]);

const LATER = new Map([
  ["pve1", 510],
  ["pve2", 710],
]);

function journey(uptimesAtEnd: Journey["uptimesAtEnd"]): Journey {
  const guest = SNAPSHOT.guests.find(({ vmid }) => vmid === 101);
  if (guest === undefined) throw new Error("The snapshot has no guest 101.");
  return { guest, to: "pve2", uptimesAtEnd };
}

/** What the nodes are foreseen to use, in GiB, and where guest 101 is. */
function foreseen(snapshot: typeof SNAPSHOT, one: Journey, uptimes: ReadonlyMap<string, number>) {
  const { nodes, guests } = foresee(snapshot, [one], uptimes);
  return [...nodes.map(({ memoryUsedBytes }) => memoryUsedBytes / GIB), guests.find(({ vmid }) => vmid === 101)?.node];
}

describe("a guest on its way", () => {
  it("counts on both ends while it travels, whatever the statistics say", () => {
    expect(foreseen(SNAPSHOT, journey(null), BEFORE)).toEqual([10, 30, "pve2"]);
    expect(foreseen(SNAPSHOT, journey(null), LATER)).toEqual([10, 30, "pve2"]);
  });

  it("counts on its target from the statistics alone as soon as these are newer than its arrival", () => {
    const arrived = {
      ...SNAPSHOT,
      guests: SNAPSHOT.guests.map((guest) => (guest.vmid === 101 ? { ...guest, node: "pve2" } : guest)),
    };
    expect(foreseen(arrived, journey(BEFORE), BEFORE)).toEqual([10, 30, "pve2"]);
    expect(foreseen(arrived, journey(BEFORE), LATER)).toEqual([10, 20, "pve2"]);
  });

  it("leaves the nodes behind until they publish again, a node that has restarted included", () => {
    expect(nodesBehind([journey(BEFORE)], BEFORE)).toEqual(["pve1", "pve2"]);
    expect(nodesBehind([journey(BEFORE)], new Map([...BEFORE, ["pve1", 3]]))).toEqual(["pve2"]);
    expect(nodesBehind([journey(BEFORE)], LATER)).toEqual([]);
    expect(nodesBehind([journey(null)], BEFORE)).toEqual([]);
  });

  it("does not wait for a node that publishes nothing any more", () => {
    expect(isPublished(journey(BEFORE), "pve1", new Map([["pve2", 700]]))).toBe(true);
  });
});
