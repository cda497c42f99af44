import { describe, expect, it } from "vitest";
import type { Guest } from "../../../../provider/src/planning/model/cluster-snapshot.js";
import {
  estimateDowntime,
  estimateSeconds,
  needsDowntime,
  outrunsCopy,
} from "../../../../provider/src/planning/model/migration-cost.js";
import { cluster, type GuestSketch } from "../../../support/snapshot-builders.js";

/** Ten gigabits per second. */
const FAST = 1_250_000_000;

/** A megabyte, and a gigabyte, as links are measured. */
const MB = 1_000_000;
const GB = 1000 * MB;

function guest(sketch: Partial<GuestSketch> & { readonly bytes?: number }): Guest {
  const { bytes = 10 * GB, ...rest } = sketch;
  const [built] = cluster({ a: { guests: [{ used: 1, ...rest }] } }).guests;
  if (built === undefined) throw new Error("A guest was expected.");
  return { ...built, memoryUsedBytes: bytes };
}

describe("the migration of a guest", () => {
  it("takes as long as its memory and its local disks take over the link", () => {
    const idle = guest({});
    expect(estimateSeconds(idle)).toBe(101);
    expect(estimateSeconds(idle, FAST)).toBe(15);
    expect(estimateSeconds(guest({ localDiskBytes: 125 * GB }))).toBe(1101);
  });

  it("takes longer the faster the guest writes to its memory", () => {
    const times = [0, 10, 60, 100, 120].map((dirty) => estimateSeconds(guest({ dirtyBytesPerSecond: dirty * MB })));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBe(85);
    // r = 0.48: 80 s × (1 − r^11) / (1 − r), in the 10 rounds until a tenth of a second is left.
    expect(times[2]).toBe(Math.ceil((80 * (1 - 0.48 ** 11)) / 0.52 + 5));
  });

  it("does not end by itself when memory is written faster than it is copied", () => {
    const busy = guest({ dirtyBytesPerSecond: 200 * MB });
    expect(outrunsCopy(busy)).toBe(true);
    expect(outrunsCopy(busy, FAST)).toBe(false);
    expect(estimateSeconds(busy)).toBeGreaterThan(30 * estimateSeconds(guest({ bytes: 10 * GB })) * 0.7);
    expect(estimateDowntime(busy, 125 * MB, true)).toBeCloseTo(80.2, 9);
  });

  it("stops a guest for less than a second, unless it is restarted", () => {
    expect(estimateDowntime(guest({}), 125 * MB, true)).toBeCloseTo(0.3, 9);
    const calm = guest({ dirtyBytesPerSecond: 60 * MB });
    expect(estimateDowntime(calm, 125 * MB, true)).toBeLessThanOrEqual(0.3);
    const container = guest({ type: "ct", localDiskBytes: 125 * GB });
    expect(estimateDowntime(container, 125 * MB, true)).toBe(1015);
    expect(estimateDowntime(guest({}), 125 * MB, false)).toBe(15);
  });

  it("restarts running containers, and virtual machines where live is false", () => {
    expect(needsDowntime(guest({ type: "ct" }))).toBe(true);
    expect(needsDowntime(guest({ type: "ct", status: "stopped" }))).toBe(false);
    expect(needsDowntime(guest({}))).toBe(false);
    expect(needsDowntime(guest({}), false)).toBe(true);
  });
});
