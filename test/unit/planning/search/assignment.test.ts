import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../../../provider/src/planning/constraints/build-index.js";
import type { Assignment } from "../../../../provider/src/planning/search/assignment.js";
import { createAssignment, setBand } from "../../../../provider/src/planning/search/create-assignment.js";
import { type Annealing, propose } from "../../../../provider/src/planning/search/proposals.js";
import { createRandom } from "../../../../provider/src/planning/search/random.js";
import { createSearch } from "../../../../provider/src/planning/search/search-state.js";
import { formUnits } from "../../../../provider/src/planning/search/units.js";
import { anyCluster, anyPolicyJson } from "../../../support/planning-arbitraries.js";
import { policyOf } from "../../../support/snapshot-builders.js";

const SOAK = process.env["PROXLB_SOAK"] === "1";
const RUNS = { numRuns: SOAK ? 1000 : 100 };
const PROPOSALS = 300;

function recount(assignment: Assignment, startLoad: Float64Array, startNodes: Int32Array): Float64Array {
  const load = startLoad.slice();
  for (const [unit, node] of assignment.nodeOf.entries()) {
    for (let d = 0; d < assignment.dimensions; d += 1) {
      const size = assignment.size[unit * assignment.dimensions + d] ?? 0;
      const [from, to] = [(startNodes[unit] ?? 0) * assignment.dimensions + d, node * assignment.dimensions + d];
      load[from] = (load[from] ?? 0) - size;
      load[to] = (load[to] ?? 0) + size;
    }
  }
  return load;
}

describe("an assignment that is changed over and over", () => {
  it("books what a recount finds, and keeps to its budget", { timeout: SOAK ? 600_000 : 60_000 }, () => {
    fc.assert(
      fc.property(anyCluster, anyPolicyJson, fc.nat({ max: 5 }), (snapshot, json, spare) => {
        const search = createSearch(buildIndex(snapshot, policyOf(json)), createRandom(7), true);
        const assignment = createAssignment(search, formUnits(search.layout).free);
        setBand(
          assignment,
          search,
          search.goals.map(() => 0.5),
        );
        const [startLoad, startNodes] = [assignment.load.slice(), assignment.nodeOf.slice()];
        const annealing: Annealing = {
          assignment,
          random: search.random,
          targets: search.layout.index.activeNodes,
          budget: assignment.cost + spare,
          temperature: 5,
        };
        for (let i = 0; i < PROPOSALS && assignment.nodeOf.length > 0; i += 1) {
          propose(annealing);
          expect(assignment.cost).toBeLessThanOrEqual(annealing.budget);
        }
        const counted = recount(assignment, startLoad, startNodes);
        counted.forEach((load, i) => {
          expect(assignment.load[i]).toBeCloseTo(load, 3);
        });
        const outside = search.layout.index.activeNodes.reduce((sum, node) => sum + (assignment.outside[node] ?? 0), 0);
        expect(assignment.totalOutside).toBeCloseTo(outside, 6);
        expect(assignment.unitsOn.flat().sort((a, b) => a - b)).toEqual([...assignment.nodeOf.keys()]);
        expect(assignment.away.every((unit, i) => assignment.awayPosition[unit] === i)).toBe(true);
      }),
      RUNS,
    );
  });
});
