import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import { assignSteps } from "../../../../provider/src/planning/schedule/assign-steps.js";
import { createMigrationClock } from "../../../../provider/src/planning/schedule/migration-seconds.js";
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
  return list.map((move) => scheduled.moves.find((entry) => entry.move === move)?.step);
}

/** How long the steps of moves take when they are filled strictly in the order given. */
function naiveSeconds(
  moves: readonly { readonly from: number; readonly to: number; readonly seconds: number }[],
): number {
  let total = 0;
  let step: { readonly from: number; readonly to: number; readonly seconds: number }[] = [];
  for (const move of moves) {
    const ends = new Set(step.flatMap(({ from, to }) => [from, to]));
    if (step.length === 4 || ends.has(move.from) || ends.has(move.to)) {
      total += Math.max(...step.map(({ seconds }) => seconds));
      step = [];
    }
    step.push(move);
  }
  return total + Math.max(0, ...step.map(({ seconds }) => seconds));
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

  it("let long migrations share a step, so that the whole ends sooner", () => {
    const nodes = { a: { guests: [5, 50] }, b: { guests: [5, 50] }, c: { guests: [] }, d: { guests: [] } };
    const moves = [
      [0, 0, 2],
      [3, 1, 3],
      [1, 0, 2],
      [2, 1, 3],
    ] as const;
    expect(stepsOf(nodes, moves, { per_node: 1, total: 2 })).toEqual([2, 1, 1, 2]);
  });

  it("begin with what most others wait for", () => {
    const nodes = {
      a: { guests: [30] },
      b: { guests: [95] },
      c: { guests: [] },
      d: { guests: [40] },
      e: { guests: [] },
    };
    const moves = [
      [2, 3, 4],
      [1, 1, 2],
      [0, 0, 1],
    ] as const;
    expect(stepsOf(nodes, moves, { per_node: 1, total: 1 })).toEqual([1, 2, 3]);
    expect(stepsOf(nodes, moves, { per_node: 1, total: 2 })).toEqual([1, 1, 2]);
  });

  it("overtake moves to the same node only where there is room for all", () => {
    const nodes = { a: { guests: [10, 45] }, b: { guests: [60] }, c: { guests: [] }, d: { guests: [] } };
    const moves = [
      [2, 1, 2],
      [1, 0, 1],
      [0, 0, 1],
    ] as const;
    expect(stepsOf(nodes, moves)).toEqual([1, 2, 2]);
    expect(stepsOf({ ...nodes, b: { guests: [40] } }, moves)).toEqual([1, 1, 1]);
  });

  it("never take longer together than in the order of the sequence, and leave no node with too much", () => {
    const anyMove = fc.record({
      from: fc.nat({ max: 5 }),
      gib: fc.integer({ min: 1, max: 30 }),
      by: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 12 }), (sketches) => {
        const names = ["n0", "n1", "n2", "n3", "n4", "n5"];
        const snapshot = cluster(
          Object.fromEntries(
            names.map((name, node) => [
              name,
              { gib: 400, guests: sketches.filter(({ from }) => from === node).map(({ gib }) => gib) },
            ]),
          ),
        );
        const index = buildIndex(snapshot, policyOf());
        const moves = snapshot.guests.map((guest, i) => {
          const from = names.indexOf(guest.node);
          return { guests: [i], from, to: (from + 1 + (sketches[i]?.by ?? 0)) % 6 };
        });
        const { moves: scheduled, seconds } = assignSteps(index, moves);
        const clock = createMigrationClock(index);
        expect(new Set(scheduled.map(({ move }) => move))).toEqual(new Set(moves));
        expect(seconds).toBeLessThanOrEqual(
          naiveSeconds(moves.map((move) => ({ ...move, seconds: clock.secondsOfMove(move) }))),
        );
      }),
    );
  });
});
