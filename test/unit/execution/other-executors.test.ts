import { describe, expect, it } from "vitest";
import { startVmMigration } from "../../../provider/src/pve/endpoints/guest.js";
import type { Upid } from "../../../provider/src/pve/upid.js";
import { noSignal } from "../../support/http-client.js";
import { setStage, SMALL_CLUSTER, vm } from "./stage.js";
import type { Stage } from "./stage.js";

const MIB = 1024 ** 2;

function migrateByHand({ client }: Stage, vmid: number, [from, to]: readonly [string, string]): Promise<Upid> {
  const migration = {
    target: to,
    online: true,
    withLocalDisks: false,
    targetStorage: null,
    withConntrackState: false,
    pveMajor: 9,
  };
  return startVmMigration(client, { node: from, type: "vm", vmid }, migration, noSignal());
}

const stopsAsked = ({ simulator }: Stage): number =>
  simulator.requests().filter(({ method }) => method === "DELETE").length;

const slowNodes = (rate: number) => SMALL_CLUSTER.nodes.map((node) => ({ ...node, linkBytesPerSecond: rate }));

describe("a run that finds migrations under way", () => {
  it("follows one that takes a listed guest to its listed target, and does not start it again", async () => {
    const stage = await setStage({ nodes: slowNodes(100 * MIB) });
    await migrateByHand(stage, 101, ["pve1", "pve2"]);
    stage.simulator.clearRequests();
    const report = await stage.run([
      { vmid: 101, from: "pve1", to: "pve2", step: 1 },
      { vmid: 103, from: "pve3", to: "pve1", step: 2 },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    expect(stage.startedVmids()).toEqual([103]);
    expect(stage.log.map(({ message }) => message)).toContain("Taking over a migration that is under way");
  });

  it("waits for one of a guest that is not listed, then goes on", async () => {
    const stage = await setStage({ nodes: slowNodes(100 * MIB) });
    const task = await migrateByHand(stage, 104, ["pve1", "pve3"]);
    const report = await stage.run([{ vmid: 102, from: "pve2", to: "pve1" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved" }]);
    const waits = stage.log.filter(({ message }) => message.startsWith("Waiting for migrations"));
    expect(waits[0]?.fields).toEqual({ migrations: `${task.text} of root@pam!sim` });
    expect(stage.nodeOf(104)).toBe("pve3");
  });

  it("refuses with task and user when it does not end", async () => {
    const stage = await setStage({ nodes: slowNodes(MIB / 8) });
    const task = await migrateByHand(stage, 104, ["pve1", "pve3"]);
    const report = await stage.run([{ vmid: 102, from: "pve2", to: "pve1" }]);
    expect(report.problems).toMatchObject([{ summary: "Other Migrations Are Running" }]);
    expect(report.problems[0]?.detail).toContain(`${task.text} of root@pam!sim`);
    expect(report.outcomes).toMatchObject([{ result: "not started" }]);
    expect(stage.startedVmids()).toEqual([104]);
  });

  it("says that the plan is stale when somebody else takes a listed guest to another node", async () => {
    const stage = await setStage({ nodes: slowNodes(100 * MIB) });
    await migrateByHand(stage, 101, ["pve1", "pve3"]);
    const report = await stage.run([{ vmid: 101, from: "pve1", to: "pve2" }]);
    expect(report.problems).toMatchObject([{ summary: "Plan Is Stale" }]);
    expect(report.problems[0]?.detail).toContain("It is on pve3 now.");
  });

  it("moves nothing twice when two runs of the same list go on at once", async () => {
    const stage = await setStage({ nodes: slowNodes(400 * MIB) });
    const list = [
      { vmid: 101, from: "pve1", to: "pve2", step: 1 },
      { vmid: 103, from: "pve3", to: "pve1", step: 2 },
    ];
    const [first, second] = await Promise.all([stage.run(list), stage.run(list)]);
    expect([stage.nodeOf(101), stage.nodeOf(103)]).toEqual(["pve2", "pve1"]);
    for (const { outcomes, problems } of [first, second]) {
      expect(problems).toEqual([]);
      for (const { result } of outcomes) expect(["moved", "already there"]).toContain(result);
    }
    const succeeded = stage.simulator.state().tasks.filter(({ exitStatus }) => exitStatus === "OK");
    expect(succeeded.map(({ id }) => id).sort()).toEqual(["101", "103"]);
  });

  it("refuses within a minute when a migration that broke off has left its lock, and says how to remove it", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", { lock: "migrate" }), vm(103, "pve3")] });
    const startedAtMs = stage.simulator.state().nowMs;
    const report = await stage.run([
      { vmid: 103, to: "pve2", step: 1 },
      { vmid: 101, from: "pve1", to: "pve2", step: 2 },
    ]);
    expect(report.problems[0]).toMatchObject({
      summary: "Lock Was Left Behind",
      detail: expect.stringMatching(
        /^Guest 101 \(vm101\) is locked \(migrate\).*nothing was moved.*`qm unlock 101` on pve1/s,
      ) as string,
    });
    expect(report.outcomes.map(({ result }) => result)).toEqual(["not started", "not started"]);
    expect(stage.startedVmids()).toEqual([]);
    expect(stage.simulator.state().nowMs - startedAtMs).toBeLessThan(60_000);
  });

  it("makes the second hop of a guest itself when the first was under way", async () => {
    const stage = await setStage({ nodes: slowNodes(100 * MIB) });
    await migrateByHand(stage, 101, ["pve1", "pve2"]);
    stage.simulator.clearRequests();
    const report = await stage.run([
      { vmid: 101, from: "pve1", to: "pve2", step: 1 },
      { vmid: 101, from: "pve2", to: "pve3", step: 2 },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    expect(stage.startedVmids()).toEqual([101]);
    expect(stage.nodeOf(101)).toBe("pve3");
  });

  it.each([
    { at: "pve2", to: "pve3", results: ["already there", "moved", "moved"], started: [101] },
    { at: "pve3", to: "pve4", results: ["not started", "already there", "moved"], started: [] },
  ])(
    "follows a later hop of a guest, from $at, that an earlier run left behind",
    async ({ at, to, results, started }) => {
      const nodes = ["pve1", "pve2", "pve3", "pve4"].map((name) => ({ name, linkBytesPerSecond: 50 * MIB }));
      const stage = await setStage({ nodes, guests: [vm(101, at)] });
      await migrateByHand(stage, 101, [at, to]);
      stage.simulator.clearRequests();
      const report = await stage.run([
        { vmid: 101, from: "pve1", to: "pve2", step: 1 },
        { vmid: 101, from: "pve2", to: "pve3", step: 2 },
        { vmid: 101, from: "pve3", to: "pve4", step: 3 },
      ]);
      expect(report.problems).toEqual([]);
      expect(report.outcomes.map(({ result }) => result)).toEqual(results);
      expect(stage.startedVmids()).toEqual(started);
      expect(stage.nodeOf(101)).toBe("pve4");
    },
  );

  it("does not stop one when it takes longer than its own migrations may", async () => {
    const stage = await setStage({ nodes: slowNodes(5 * MIB) });
    const task = await migrateByHand(stage, 101, ["pve1", "pve2"]);
    const report = await stage.run([{ vmid: 101, from: "pve1", to: "pve2" }], { migration_timeout: "2m" });
    expect(report.outcomes).toMatchObject([
      { result: "left running", error: expect.stringContaining(`goes on: ${task.text} of root@pam!sim`) as string },
    ]);
    expect(stopsAsked(stage)).toBe(0);
  });

  it("does not stop, when interrupted, the migration of somebody who was quicker to start it", async () => {
    const stage = await setStage({ nodes: slowNodes(50 * MIB) });
    const match = { method: "GET", path: "/nodes/pve1/qemu/101/migrate" };
    stage.simulator.addFault({ kind: "answer", match, answer: { kind: "delay", delayMs: 300 }, times: 1 });
    const stop = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") stop.abort();
    };
    const running = stage.run([{ vmid: 101, from: "pve1", to: "pve2" }], { on_interrupt: "stop" }, stop.signal);
    await stage.untilRequested(match.method, match.path);
    const task = await migrateByHand(stage, 101, ["pve1", "pve2"]);
    const { outcomes } = await running;
    expect(outcomes).toMatchObject([{ result: "left running", error: expect.stringContaining(task.text) as string }]);
    expect(stopsAsked(stage)).toBe(0);
  });
});

describe("a guest that is missing from the list of guests", () => {
  const WITHOUT_GUESTS = { kind: "status", status: 200, text: "OK", body: '{"data":[]}' } as const;

  it.each([
    { looks: 2, result: "moved", error: null },
    {
      looks: 3,
      result: "left running",
      error: "The task ended well, but the guest does not exist any more, or it is hidden from the user (VM.Audit).",
    },
  ])("counts as $result after $looks answers without it", async ({ looks, result, error }) => {
    const stage = await setStage();
    stage.simulator.addFault({
      kind: "answer",
      match: { path: "/cluster/resources" },
      answer: WITHOUT_GUESTS,
      times: looks,
      when: { beforeRequest: { method: "POST", path: "/nodes/*/qemu/101/migrate" } },
    });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result, error }]);
  });

  it("is looked for again before the list is called stale", async () => {
    const stage = await setStage();
    const answer = await hideOnce(stage, 101);
    stage.simulator.addFault({ kind: "answer", match: { path: "/cluster/resources" }, answer, times: 2 });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved" }]);
  });
});

/** What the cluster would answer if it had lost sight of one guest. */
async function hideOnce({ client }: Stage, vmid: number) {
  const rows = await client.get("/cluster/resources", (data) => data, noSignal());
  const left = Array.isArray(rows) ? rows.filter((row: { vmid?: number }) => row.vmid !== vmid) : [];
  return { kind: "status", status: 200, text: "OK", body: JSON.stringify({ data: left }) } as const;
}
