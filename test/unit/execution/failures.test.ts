import { describe, expect, it } from "vitest";
import { stopTask } from "../../../provider/src/pve/endpoints/task.js";
import { parseUpid } from "../../../provider/src/pve/upid.js";
import { noSignal } from "../../support/http-client.js";
import { setStage, SMALL_CLUSTER, vm } from "./stage.js";

const SEVERAL = { max_parallel_migrations: { per_node: 4, total: 8 } };

const STOPPING = { on_interrupt: "stop", migration_timeout: "6h" };

const slowNodes = (mebibytesPerSecond: number) =>
  SMALL_CLUSTER.nodes.map((node) => ({ ...node, linkBytesPerSecond: mebibytesPerSecond * 1024 ** 2 }));

/** Takes hours to move: its node has next to no bandwidth. */
const SLOW_NODES = slowNodes(1);

describe("a migration that fails", () => {
  it("is reported with the cause from the task's log, and starts nothing more", async () => {
    const stage = await setStage();
    stage.simulator.addFault({
      kind: "migration-fails",
      vmid: 101,
      stage: "target-start",
      cause: "bridge 'vmbr7' does not exist",
    });
    const report = await stage.run([
      { vmid: 101, to: "pve2", step: 1 },
      { vmid: 103, to: "pve2", step: 2 },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes).toMatchObject([
      {
        result: "failed",
        error:
          "[pve2] bridge 'vmbr7' does not exist; online migrate failure - remote command failed with exit code 255",
      },
      { result: "not started", error: null },
    ]);
    expect(stage.nodeOf(101)).toBe("pve1");
    expect(stage.startedVmids()).toEqual([101]);
  });

  it("does not end the others that run beside it", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "migration-fails", vmid: 101, stage: "before-data", cause: "no such luck" });
    const report = await stage.run(
      [
        { vmid: 101, to: "pve2", step: 1 },
        { vmid: 103, to: "pve2", step: 1 },
        { vmid: 102, to: "pve1", step: 2 },
      ],
      SEVERAL,
    );
    expect(report.outcomes.map(({ result }) => result)).toEqual(["failed", "moved", "not started"]);
  });

  it("succeeds when the task ends with warnings", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "migration-warns", vmid: 101, warning: "conntrack state was lost" });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved", error: null }]);
  });

  it("is reported with the words of its task when somebody stops that", async () => {
    const stage = await setStage({ nodes: SLOW_NODES });
    const stops: Promise<unknown>[] = [];
    stage.onLog = ({ message, fields }) => {
      const task = parseUpid(String(fields["task"]));
      if (message === "Migrating guest" && task !== null) stops.push(stopTask(stage.client, task, noSignal()));
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    await Promise.all(stops);
    expect(report.outcomes).toMatchObject([
      { result: "failed", error: "online migrate failure - interrupted by signal" },
    ]);
    expect(stage.nodeOf(101)).toBe("pve1");
  });

  it("is stopped when its time is up, and the guest stays where it was", async () => {
    const stage = await setStage({ nodes: SLOW_NODES });
    const report = await stage.run([{ vmid: 101, to: "pve2" }], { migration_timeout: "2m" });
    expect(report.outcomes).toMatchObject([
      {
        result: "failed",
        error:
          "It did not end within 120 s (`migration_timeout`). It was stopped: online migrate failure - interrupted by signal",
      },
    ]);
    expect(report.outcomes[0]?.durationSeconds).toBeGreaterThanOrEqual(120);
    expect(report.outcomes[0]?.durationSeconds).toBeLessThan(130);
    expect(stage.simulator.requests().filter(({ method }) => method === "DELETE")).toHaveLength(1);
    expect(stage.nodeOf(101)).toBe("pve1");
  });

  it("names the privilege that is missing", async () => {
    const stage = await setStage();
    stage.simulator.addFault({
      kind: "answer",
      match: { method: "POST", path: "/nodes/*/qemu/*/migrate" },
      answer: { kind: "status", status: 403, text: "Permission check failed (/vms/101, VM.Migrate)" },
    });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "failed" }]);
    expect(report.outcomes[0]?.error).toContain("VM.Migrate on /vms/101");
  });
});

describe("a start whose answer is lost", () => {
  const LOST = { method: "POST", path: "/nodes/*/qemu/*/migrate" };

  it("is followed by the guest when it took effect, and never sent again", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "answer", match: LOST, answer: { kind: "truncated" }, times: 1 });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes).toMatchObject([{ result: "moved", error: null }]);
    expect(stage.startedVmids()).toEqual([101]);
    expect(stage.log.some(({ message }) => message === "Migration progress")).toBe(true);
  });

  it("gives the cause of its task when it took effect and failed", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "answer", match: LOST, answer: { kind: "truncated" }, times: 1 });
    stage.simulator.addFault({ kind: "migration-fails", vmid: 101, cause: "lost the tunnel" });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([
      { result: "failed", error: expect.stringContaining("lost the tunnel") as string },
    ]);
    expect(stage.startedVmids()).toEqual([101]);
  });

  it("fails when nothing comes of it, and is not sent again", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "answer", match: LOST, answer: { kind: "reset" }, times: 1 });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([
      {
        result: "failed",
        error: expect.stringContaining("The guest has not moved since. No task tells why.") as string,
      },
    ]);
    expect(stage.startedVmids()).toEqual([101]);
    expect(stage.nodeOf(101)).toBe("pve1");
  });

  it("does not take an older failure for its own", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "migration-fails", vmid: 101, cause: "lost the tunnel" });
    await stage.run([{ vmid: 101, to: "pve2" }]);
    stage.simulator.addFault({ kind: "answer", match: LOST, answer: { kind: "reset" }, times: 1 });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes[0]?.error).toMatch(
      /It is not known whether .* The guest has not moved since\. Its latest migration task says: .*lost the tunnel/,
    );
    expect(stage.startedVmids()).toEqual([101, 101]);
  });
});

describe("an outage while guests move", () => {
  it("is waited out when it is short", async () => {
    const stage = await setStage();
    stage.simulator.addFault({
      kind: "answer",
      match: { method: "GET", path: "/nodes/*/tasks/*/status" },
      answer: { kind: "status", status: 595, text: "No route to host" },
      times: 8,
    });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved", error: null }]);
  });

  it("does not matter when another endpoint answers", async () => {
    const stage = await setStage({}, { entryNodes: ["pve3", "pve1"] });
    stage.onLog = ({ message }) => {
      if (message === "Migrating guest") stage.simulator.addFault({ kind: "node-down", node: "pve3" });
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved", error: null }]);
  });

  it("ends with the truth when the source node dies", async () => {
    const stage = await setStage({}, { entryNodes: ["pve3"] });
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") stage.simulator.addFault({ kind: "node-down", node: "pve1" });
    };
    const report = await stage.run([
      { vmid: 101, to: "pve2", step: 1 },
      { vmid: 103, to: "pve2", step: 2 },
    ]);
    expect(report.outcomes).toMatchObject([
      { result: "left running", error: expect.stringContaining("could not be followed any longer") as string },
      { result: "not started" },
    ]);
    expect(stage.startedVmids()).toEqual([101]);
  });

  it("leaves a migration to Proxmox VE when no node answers any more", async () => {
    const stage = await setStage({ nodes: slowNodes(50) }, { entryNodes: ["pve3"] });
    stage.onLog = ({ message }) => {
      if (message !== "Migration progress") return;
      stage.onLog = () => undefined;
      stage.simulator.addFault({ kind: "answer", match: {}, answer: { kind: "reset" } });
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([
      { result: "left running", error: expect.stringMatching(/may still carry it out \(task UPID:/) as string },
    ]);
    stage.simulator.advance(600_000);
    expect(stage.nodeOf(101)).toBe("pve2");
  });

  it("says that it could not check the next migration when the cluster falls silent between two", async () => {
    const stage = await setStage();
    stage.onLog = ({ message }) => {
      if (message !== "Migrated guest") return;
      const answer = { kind: "status" as const, status: 500, text: "got timeout" };
      stage.simulator.addFault({ kind: "answer", match: { path: "/access/permissions" }, answer });
    };
    const report = await stage.run([
      { vmid: 101, to: "pve2" },
      { vmid: 103, to: "pve2" },
    ]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "not started"]);
    expect(report.problems).toMatchObject([{ summary: "Cluster Cannot Be Checked" }]);
  });
});

describe("a run that is cancelled", () => {
  it("starts nothing when it is cancelled before it begins", async () => {
    const stage = await setStage();
    const reason = new Error("asked to stop");
    await expect(stage.run([{ vmid: 101, to: "pve2" }], {}, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(stage.startedVmids()).toEqual([]);
  });

  it("leaves running migrations to Proxmox VE and reports them with their task", async () => {
    const stage = await setStage();
    const stop = new AbortController();
    let task = "";
    stage.onLog = ({ message, fields }) => {
      if (message === "Migrating guest") task = String(fields["task"]);
      if (message === "Migration progress") stop.abort();
    };
    const report = await stage.run(
      [
        { vmid: 101, to: "pve2", step: 1 },
        { vmid: 103, to: "pve2", step: 2 },
      ],
      {},
      stop.signal,
    );
    expect(report.outcomes).toMatchObject([
      {
        result: "left running",
        error: `The run was cancelled while the migration was running; Proxmox VE goes on with it (task ${task}).`,
      },
      { result: "not started" },
    ]);
    expect(report.problems).toMatchObject([{ summary: "Run Cancelled" }]);
    expect(stage.startedVmids()).toEqual([101]);
    expect(stage.simulator.requests().some(({ method }) => method === "DELETE")).toBe(false);
    stage.simulator.advance(60_000);
    expect(stage.nodeOf(101)).toBe("pve2");
  });

  it("stops running migrations where the policy says so, and tells how far they were", async () => {
    const stage = await setStage({ nodes: SLOW_NODES });
    const stop = new AbortController();
    stage.onLog = ({ message, fields }) => {
      if (message === "Migration progress" && fields["percent"] === 1) stop.abort();
    };
    const report = await stage.run(
      [
        { vmid: 101, to: "pve2", step: 1 },
        { vmid: 103, to: "pve2", step: 2 },
      ],
      STOPPING,
      stop.signal,
    );
    expect(report.outcomes).toMatchObject([
      {
        result: "stopped",
        error:
          'The run was interrupted, and `on_interrupt` is "stop". It was stopped: online migrate failure - interrupted by signal',
        percent: 1,
      },
      { result: "not started", percent: null, transferredBytes: null },
    ]);
    expect(report.problems).toMatchObject([
      { summary: "Run Cancelled", detail: expect.stringContaining("were stopped (`on_interrupt`)") as string },
    ]);
    expect(stage.simulator.state().guests.map(({ lock }) => lock)).not.toContain("migrate");
    expect(stage.nodeOf(101)).toBe("pve1");
  });

  it("stops the migration that the HA manager has begun, which runs under another task", async () => {
    const stage = await setStage({ nodes: SLOW_NODES, guests: [vm(101, "pve1", { ha: {} })] });
    const stop = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") stop.abort();
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }], STOPPING, stop.signal);
    expect(report.outcomes).toMatchObject([{ result: "stopped" }]);
    expect(stage.nodeOf(101)).toBe("pve1");
  });

  it("says that a migration goes on which may not be stopped", async () => {
    const stage = await setStage({ nodes: SLOW_NODES });
    stage.simulator.addFault({
      kind: "answer",
      match: { method: "DELETE" },
      answer: { kind: "status", status: 403, text: "Permission check failed (/nodes/pve1, Sys.Modify)" },
    });
    const stop = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") stop.abort();
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }], STOPPING, stop.signal);
    expect(report.outcomes).toMatchObject([
      { result: "left running", error: expect.stringMatching(/could not be stopped.*still running: UPID/s) as string },
    ]);
  });

  it("does not stop what somebody else had started", async () => {
    const stage = await setStage({ nodes: SLOW_NODES });
    const by = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") by.abort();
    };
    await stage.run([{ vmid: 101, to: "pve2" }], {}, by.signal);
    const stop = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migration progress") stop.abort();
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }], STOPPING, stop.signal);
    expect(report.outcomes).toMatchObject([{ result: "left running" }]);
    expect(stage.simulator.requests().some(({ method }) => method === "DELETE")).toBe(false);
  });

  it("waits a moment for the answer when it is cancelled in the middle of a start", async () => {
    const stage = await setStage();
    const match = { method: "POST", path: "/nodes/*/qemu/*/migrate" };
    stage.simulator.addFault({ kind: "answer", match, answer: { kind: "delay", delayMs: 50 } });
    const stop = new AbortController();
    const running = stage.run([{ vmid: 101, to: "pve2" }], {}, stop.signal);
    await stage.untilRequested("POST");
    stop.abort();
    const { outcomes, problems } = await running;
    expect(outcomes).toMatchObject([
      { result: "left running", error: expect.stringContaining("(task UPID:pve1:") as string },
    ]);
    expect(problems).toMatchObject([{ summary: "Run Cancelled" }]);
  });

  it("says that a start is in doubt when no answer comes any more", async () => {
    const stage = await setStage();
    const match = { method: "POST", path: "/nodes/*/qemu/*/migrate" };
    stage.simulator.addFault({ kind: "answer", match, answer: { kind: "hang" } });
    const stop = new AbortController();
    const running = stage.run([{ vmid: 101, to: "pve2" }], {}, stop.signal);
    await stage.untilRequested("POST");
    stop.abort();
    const { outcomes } = await running;
    expect(outcomes).toMatchObject([
      { result: "left running", error: expect.stringContaining("before it was known whether") as string },
    ]);
  });

  it("fails with the reason when it is cancelled while the first guest is still being checked", async () => {
    const stage = await setStage();
    const match = { method: "GET", path: "/nodes/*/qemu/*/migrate" };
    stage.simulator.addFault({ kind: "answer", match, answer: { kind: "hang" } });
    const stop = new AbortController();
    const running = stage.run([{ vmid: 101, to: "pve2" }], {}, stop.signal);
    await stage.untilRequested("GET", "/nodes/pve1/qemu/101/migrate");
    const reason = new Error("asked to stop");
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(stage.startedVmids()).toEqual([]);
  });

  it("reports everything as done when only the statistics were still awaited", async () => {
    const stage = await setStage();
    const stop = new AbortController();
    stage.onLog = ({ message }) => {
      if (message === "Migrated guest") stop.abort();
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }], {}, stop.signal);
    expect(report).toMatchObject({ problems: [], outcomes: [{ result: "moved" }] });
  });
});
