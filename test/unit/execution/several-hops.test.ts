import { describe, expect, it } from "vitest";
import { setStage, vm } from "./stage.js";

const NODES = ["pve1", "pve2", "pve3", "pve4"].map((name) => ({ name }));

const HOPS = [
  { vmid: 101, from: "pve1", to: "pve2", step: 1 },
  { vmid: 101, from: "pve2", to: "pve3", step: 2 },
  { vmid: 101, from: "pve3", to: "pve4", step: 3 },
];

describe("a guest that makes several hops", () => {
  it.each([
    { node: "pve1", results: ["moved", "moved", "moved"], started: [101, 101, 101] },
    { node: "pve2", results: ["already there", "moved", "moved"], started: [101, 101] },
    { node: "pve3", results: ["not started", "already there", "moved"], started: [101] },
    { node: "pve4", results: ["not started", "not started", "already there"], started: [] },
  ])("makes those that are left from $node, and ends where it is to go", async ({ node, results, started }) => {
    const stage = await setStage({ nodes: NODES, guests: [vm(101, node)] });
    const report = await stage.run(HOPS);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(results);
    expect(report.finals).toEqual(report.outcomes.slice(2));
    expect(stage.startedVmids()).toEqual(started);
    expect(stage.nodeOf(101)).toBe("pve4");
  });

  it("is judged by the hop that comes last, wherever the list names it", async () => {
    const stage = await setStage({ nodes: NODES, guests: [vm(101, "pve1")] });
    stage.simulator.addFault({ kind: "migration-fails", vmid: 101, target: "pve3", cause: "no such luck" });
    const report = await stage.run([...HOPS].reverse());
    expect(report.outcomes.map(({ result }) => result)).toEqual(["not started", "failed", "moved"]);
    expect(report.finals).toMatchObject([{ to: "pve4", result: "not started" }]);
  });
});
