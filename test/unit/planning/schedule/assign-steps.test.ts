import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import { assignSteps } from "../../../../provider/src/planning/schedule/assign-steps.js";
import { cluster, type NodeSketch, policyOf } from "../../../support/snapshot-builders.js";

/** Schedules moves given as [guest index, from, to] and gives the step of each, in the order given. */
function stepsOf(
  nodes: Readonly<Record<string, NodeSketch>>,
  moves: readonly (readonly [number | readonly number[], number, number])[],
  limits: Readonly<Record<string, number>> = { per_node: 4, total: 8 },
): (number | undefined)[] {
  const index = buildIndex(cluster(nodes), policyOf({ max_parallel_migrations: limits }));
  const list = moves.map(([guests, from, to]) => ({
    guests: typeof guests === "number" ? [guests] : guests,
    from,
    to,
  }));
  const scheduled = assignSteps(index, list);
  return list.map((move) => scheduled.find((entry) => entry.move === move)?.step);
}

describe("steps", () => {
  it("hold as many independent moves as the limits allow", () => {
    const nodes = { a: { guests: [1, 1, 1, 1] }, b: { guests: [] }, c: { guests: [] } };
    const moves = [
      [0, 0, 1],
      [1, 0, 2],
      [2, 0, 1],
      [3, 0, 2],
    ] as const;
    expect(stepsOf(nodes, moves)).toEqual([1, 1, 1, 1]);
    expect(stepsOf(nodes, moves, { per_node: 4, total: 3 })).toEqual([1, 1, 1, 2]);
    expect(stepsOf(nodes, moves, { per_node: 1, total: 8 })).toEqual([1, 2, 3, 4]);
  });

  it("let a move overtake one that waits for a busy node", () => {
    const nodes = { a: { guests: [1, 1] }, b: { guests: [1] }, c: { guests: [] }, d: { guests: [] } };
    const moves = [
      [0, 0, 2],
      [1, 0, 2],
      [2, 1, 3],
    ] as const;
    expect(stepsOf(nodes, moves, { per_node: 1, total: 8 })).toEqual([1, 2, 1]);
  });

  it("wait until the room is really free, not only being freed", () => {
    const nodes = { a: { guests: [60] }, b: { guests: [60] }, c: { guests: [] } };
    const moves = [
      [1, 1, 2],
      [0, 0, 1],
    ] as const;
    expect(stepsOf(nodes, moves)).toEqual([1, 2]);
  });

  it("do not send two guests into a gap for one", () => {
    const nodes = { a: { guests: [40, 40] }, b: { guests: [30] }, c: { guests: [] } };
    const moves = [
      [0, 0, 1],
      [2, 1, 2],
      [1, 0, 1],
    ] as const;
    expect(stepsOf(nodes, moves)).toEqual([1, 1, 2]);
  });

  it("keep guests apart that must not meet, on both ends of a move", () => {
    const db = { used: 1, tags: ["plb_anti_affinity_db"] };
    const nodes = { a: { guests: [db] }, b: { guests: [db] }, c: { guests: [] } };
    const moves = [
      [1, 1, 2],
      [0, 0, 1],
    ] as const;
    expect(stepsOf(nodes, moves)).toEqual([1, 2]);
  });

  it("never divide a bundle, and give one that exceeds a limit the nodes to itself", () => {
    const app = { used: 1, tags: ["plb_affinity_app"] };
    const nodes = { a: { guests: [1, app, app] }, b: { guests: [] }, c: { guests: [] } };
    const moves = [
      [0, 0, 2],
      [[1, 2], 0, 1],
    ] as const;
    expect(stepsOf(nodes, moves, { per_node: 1, total: 1 })).toEqual([1, 2]);
  });
});
