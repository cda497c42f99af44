import { describe, expect, it } from "vitest";
import type { FaultInput } from "../../simulator/src/faults/fault.js";
import { GIB, setStage, SMALL_CLUSTER, vm } from "./stage.js";

const PLAN = [
  { vmid: 101, name: "vm101", from: "pve1", to: "pve2", step: 1 },
  { vmid: 103, name: "vm103", from: "pve3", to: "pve1", step: 2 },
];

interface Change {
  readonly what: string;
  readonly fault: FaultInput;
  readonly line: string;
}

const CHANGES: readonly Change[] = [
  {
    what: "somebody moved a guest",
    fault: { kind: "guest", vmid: 101, change: { kind: "move", to: "pve3" } },
    line: "- The plan moves guest 101 (vm101) from pve1 to pve2. It is on pve3 now.",
  },
  {
    what: "somebody deleted a guest",
    fault: { kind: "guest", vmid: 103, change: { kind: "delete" } },
    line: "- The plan moves guest 103 (vm103) from pve3 to pve1. It does not exist any more, or it is hidden from the user (VM.Audit).",
  },
  {
    what: "a backup locks a guest",
    fault: { kind: "guest", vmid: 101, change: { kind: "lock", lock: "backup" } },
    line: "- The plan moves guest 101 (vm101) from pve1 to pve2. It is locked (backup).",
  },
  {
    what: "a target went into maintenance",
    fault: { kind: "maintenance", node: "pve2" },
    line: "- The plan moves guest 101 (vm101) from pve1 to pve2. pve2 is in maintenance.",
  },
  {
    what: "a target is down",
    fault: { kind: "node-down", node: "pve2" },
    line: "- The plan moves guest 101 (vm101) from pve1 to pve2. pve2 is offline.",
  },
];

describe("a list that does not fit the cluster any more", () => {
  it.each(CHANGES)("starts nothing when $what", async ({ fault, line }) => {
    const stage = await setStage({}, { entryNodes: ["pve3"] });
    stage.simulator.addFault(fault);
    const report = await stage.run(PLAN);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["not started", "not started"]);
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]?.summary).toBe("Plan Is Stale");
    expect(report.problems[0]?.detail.split("\n")).toContain(line);
    expect(report.problems[0]?.detail).toContain("Nothing was moved");
    expect(report.problems[0]?.detail).toContain("Run plan again");
    expect(stage.startedVmids()).toEqual([]);
  });

  it("starts nothing when the target has become too full", async () => {
    const guests = [...SMALL_CLUSTER.guests, vm(110, "pve2", { memory: 60 * GIB, load: { memory: 57 * GIB } })];
    const stage = await setStage({ guests });
    const report = await stage.run(PLAN);
    expect(report.problems).toMatchObject([{ summary: "Plan Is Stale" }]);
    expect(report.problems[0]?.detail).toContain("of memory free");
    expect(stage.startedVmids()).toEqual([]);
  });

  it("does what a list asks for against a rule that is only a wish", async () => {
    const rules = [
      { name: "spread", type: "anti-affinity", strength: "should", vm_ids: [101, 102], names: [], tags: [], nodes: [] },
    ];
    const stage = await setStage();
    const report = await stage.run(PLAN.slice(0, 1), { rules });
    expect(report).toMatchObject({ problems: [], outcomes: [{ result: "moved" }] });
  });

  it("tells guests that are on their target from those that are not started", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "guest", vmid: 101, change: { kind: "move", to: "pve2" } });
    stage.simulator.addFault({ kind: "guest", vmid: 103, change: { kind: "delete" } });
    const report = await stage.run(PLAN);
    expect(report.outcomes).toMatchObject([
      { vmid: 101, from: "pve2", result: "already there" },
      { vmid: 103, from: null, result: "not started" },
    ]);
    expect(stage.startedVmids()).toEqual([]);
  });

  it("starts nothing without quorum", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "quorum-lost" });
    const report = await stage.run(PLAN);
    expect(report.problems).toMatchObject([{ summary: "Cluster Has No Quorum" }]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["not started", "not started"]);
    expect(stage.startedVmids()).toEqual([]);
  });

  it.each([
    { what: "stop a running VM", guest: vm(101, "pve1"), policy: { live: false }, words: "`live` is false" },
    {
      what: "restart a container",
      guest: vm(101, "pve1", { kind: "ct" }),
      policy: {},
      words: '`balance_types` does not list "ct"',
    },
  ])("does not $what that the policy wants left alone", async ({ guest, policy, words }) => {
    const stage = await setStage({ guests: [guest] });
    const report = await stage.run(PLAN.slice(0, 1), policy);
    expect(report.problems).toMatchObject([{ summary: "Migration Not Allowed" }]);
    expect(report.problems[0]?.detail).toContain(words);
    expect(report.outcomes).toMatchObject([{ result: "not started" }]);
    expect(stage.startedVmids()).toEqual([]);
  });
});

describe("a cluster that changes while the run goes on", () => {
  it.each([
    {
      what: "vanished",
      change: { kind: "delete" as const },
      words: "It does not exist any more, or it is hidden from the user (VM.Audit).",
    },
    { what: "was moved", change: { kind: "move" as const, to: "pve2" }, words: "It is on pve2 now." },
    { what: "was locked", change: { kind: "lock" as const, lock: "backup" }, words: "It is locked (backup)." },
  ])("starts nothing more when the next guest $what between two steps", async ({ change, words }) => {
    const stage = await setStage();
    stage.onLog = ({ message }) => {
      if (message === "Migrated guest") stage.simulator.addFault({ kind: "guest", vmid: 103, change });
    };
    const report = await stage.run([...PLAN, { vmid: 102, from: "pve2", to: "pve3", step: 3 }]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "not started", "not started"]);
    expect(report.problems).toMatchObject([{ summary: "Plan Is Stale" }]);
    expect(report.problems[0]?.detail).toContain("No further migration was started");
    expect(report.problems[0]?.detail).toContain(words);
    expect(stage.startedVmids()).toEqual([101]);
  });

  it("skips the next guest when somebody else has brought it to its target", async () => {
    const stage = await setStage();
    stage.onLog = ({ message }) => {
      if (message !== "Migrated guest") return;
      stage.simulator.addFault({ kind: "guest", vmid: 103, change: { kind: "move", to: "pve1" } });
    };
    const report = await stage.run(PLAN);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "already there"]);
  });

  it("follows what runs when a later check finds the cluster changed", async () => {
    const nodes = ["pve1", "pve2", "pve3", "pve4", "pve5"].map((name) => ({ name, memory: 64 * GIB }));
    const slow = vm(101, "pve1", { memory: 30 * GIB, load: { memory: 30 * GIB } });
    const stage = await setStage({ nodes, guests: [slow, vm(102, "pve3"), vm(103, "pve3")] });
    stage.onLog = ({ message, fields }) => {
      if (message !== "Migrated guest" || fields["vmid"] !== 102) return;
      stage.simulator.addFault({ kind: "guest", vmid: 103, change: { kind: "delete" } });
    };
    const report = await stage.run([
      { vmid: 101, to: "pve2", step: 1 },
      { vmid: 102, to: "pve4", step: 1 },
      { vmid: 103, to: "pve5", step: 1 },
    ]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved", "not started"]);
    expect(report.problems).toMatchObject([{ summary: "Plan Is Stale" }]);
    expect(stage.log.findLast(({ message }) => message === "Migrated guest")?.fields).toMatchObject({ vmid: 101 });
  });
});
