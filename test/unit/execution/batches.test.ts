import { describe, expect, it } from "vitest";
import { divideIntoBatches } from "../../../provider/src/execution/batches.js";

/** The vmids per batch, for a list of vmids 1, 2, 3, … with these steps. */
function batchesOf(...steps: readonly (number | null)[]): readonly (readonly number[])[] {
  const list = steps.map((step, index) => ({ vmid: index + 1, name: null, from: null, to: "pve2", step }));
  return divideIntoBatches(list).map((batch) => batch.map(({ request }) => request.vmid));
}

describe("divideIntoBatches", () => {
  it("runs migrations of one step together, in ascending order of steps", () => {
    expect(batchesOf(2, 1, 2, 10)).toEqual([[2], [1, 3], [4]]);
  });

  it("runs migrations without a step one after the other", () => {
    expect(batchesOf(null, null, null)).toEqual([[1], [2], [3]]);
  });

  it("lets a migration without a step wait for all before it, and all after it wait for it", () => {
    expect(batchesOf(2, 1, null, 1, 1)).toEqual([[2], [1], [3], [4, 5]]);
  });
});
