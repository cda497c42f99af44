import { describe, expect, it } from "vitest";
import { readClusterResources } from "../../../provider/src/pve/endpoints/cluster.js";
import { PveAuthError } from "../../../provider/src/pve/errors.js";
import { precheckList } from "../../../provider/src/advice/precheck-list.js";
import { runMigrations } from "../../../provider/src/execution/run-migrations.js";
import { noSignal } from "../../support/http-client.js";
import { policyOf } from "../../support/snapshot-builders.js";
import { GIB, setStage, vm } from "./stage.js";
import type { Stage } from "./stage.js";

const SEVERAL = { max_parallel_migrations: { per_node: 4, total: 8 } };

/** The moment of each line with this message, by guest. */
function timesOf(stage: Stage, message: string): Readonly<Record<number, number>> {
  const lines = stage.log.filter((line) => line.message === message);
  return Object.fromEntries(lines.map(({ fields, atMs }) => [Number(fields["vmid"]), atMs]));
}

function parametersOf(stage: Stage, vmid: number): Readonly<Record<string, string>> | undefined {
  const { parameters } =
    stage.simulator.requests().find(({ method, path }) => method === "POST" && path.endsWith(`/${vmid}/migrate`)) ?? {};
  return parameters;
}

describe("a run of migrations", () => {
  it("moves a guest, tells how far it is, and reports where it came from and how long it took", async () => {
    const stage = await setStage();
    const report = await stage.run([{ vmid: 101, from: "pve1", to: "pve2", step: 1 }]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes).toMatchObject([
      { vmid: 101, name: "vm101", from: "pve1", to: "pve2", result: "moved", error: null },
    ]);
    expect(report.outcomes[0]?.durationSeconds).toBeGreaterThan(5);
    expect(report.outcomes[0]).toMatchObject({ percent: 100 });
    expect(report.outcomes[0]?.transferredBytes).toBeGreaterThan(3 * GIB);
    expect(stage.nodeOf(101)).toBe("pve2");
    const messages = stage.log.filter(({ level }) => level === "info").map(({ message }) => message);
    expect(messages[0]).toBe("Migrating guest");
    expect(messages.at(-1)).toBe("Migrated guest");
    const progress = stage.log.filter(({ message }) => message === "Migration progress");
    expect(progress.length).toBeGreaterThanOrEqual(2);
    expect(progress[0]?.fields).toMatchObject({ vmid: 101, from: "pve1", to: "pve2", part: "memory" });
  });

  it("asks for nothing when the list is empty", async () => {
    const stage = await setStage();
    expect(await stage.run([])).toEqual({ begun: false, outcomes: [], finals: [], problems: [] });
    expect(stage.simulator.requests()).toEqual([]);
  });

  it("runs the migrations of one step side by side, and the next step when all have ended", async () => {
    const stage = await setStage();
    const report = await stage.run(
      [
        { vmid: 101, to: "pve3", step: 1 },
        { vmid: 102, to: "pve1", step: 1 },
        { vmid: 103, to: "pve2", step: 2 },
      ],
      SEVERAL,
    );
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved", "moved"]);
    const [started, ended] = [timesOf(stage, "Migrating guest"), timesOf(stage, "Migrated guest")];
    expect(started[102]).toBeLessThan(ended[101] ?? 0);
    expect(started[103]).toBeGreaterThanOrEqual(Math.max(ended[101] ?? Infinity, ended[102] ?? Infinity));
  });

  it("runs migrations without a step one after the other", async () => {
    const stage = await setStage();
    await stage.run(
      [
        { vmid: 101, to: "pve2" },
        { vmid: 103, to: "pve2" },
      ],
      SEVERAL,
    );
    const [started, ended] = [timesOf(stage, "Migrating guest"), timesOf(stage, "Migrated guest")];
    expect(started[103]).toBeGreaterThanOrEqual(ended[101] ?? Infinity);
  });

  it.each([
    { limits: { per_node: 1, total: 8 }, most: 1 },
    { limits: { per_node: 2, total: 8 }, most: 2 },
    { limits: { per_node: 8, total: 3 }, most: 3 },
  ])("keeps within $limits, however many a step holds", async ({ limits, most }) => {
    const ids = [201, 202, 203, 204, 205];
    const stage = await setStage({ guests: ids.map((id) => vm(id, "pve1", { memory: GIB, load: { memory: GIB } })) });
    const list = ids.map((vmid) => ({ vmid, to: vmid % 2 === 0 ? "pve2" : "pve3", step: 1 }));
    const report = await stage.run(list, { max_parallel_migrations: limits });
    expect(report.outcomes.map(({ result }) => result)).toEqual(ids.map(() => "moved"));
    let running = 0;
    const counts = stage.log.flatMap(({ message }) => {
      running += message === "Migrating guest" ? 1 : message === "Migrated guest" ? -1 : 0;
      return [running];
    });
    expect(Math.max(...counts)).toBe(most);
  });

  it("skips guests that are on their target already", async () => {
    const stage = await setStage();
    const report = await stage.run([
      { vmid: 102, from: "pve1", to: "pve2", step: 1 },
      { vmid: 101, from: "pve1", to: "pve2", step: 1 },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["already there", "moved"]);
    expect(stage.startedVmids()).toEqual([101]);
  });

  it("moves a stopped guest offline", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", { status: "stopped" })] });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "moved" }]);
    expect(parametersOf(stage, 101)).not.toHaveProperty("online");
    expect(parametersOf(stage, 101)).not.toHaveProperty("with-conntrack-state");
  });

  it("restarts a running container when containers may move", async () => {
    const stage = await setStage({ guests: [vm(301, "pve1", { kind: "ct" })] });
    const report = await stage.run([{ vmid: 301, to: "pve2" }], { balance_types: ["vm", "ct"] });
    expect(report.outcomes).toMatchObject([{ result: "moved" }]);
    expect(parametersOf(stage, 301)).toMatchObject({ restart: "1" });
  });

  it("copies local disks only where a guest has some, and to the storage that the policy names", async () => {
    const local = vm(101, "pve1", { disks: [{ storage: "local-zfs", size: 2 * GIB }] });
    const stage = await setStage({ guests: [local, vm(102, "pve1")] });
    const list = [101, 102].map((vmid) => ({ vmid, to: "pve2" }));
    const report = await stage.run(list, { target_storage: "ceph" });
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    expect(parametersOf(stage, 101)).toMatchObject({ "with-local-disks": "1", targetstorage: "ceph" });
    expect(parametersOf(stage, 102)).not.toHaveProperty("with-local-disks");
    expect(parametersOf(stage, 102)).not.toHaveProperty("targetstorage");
    expect(stage.log.some(({ fields }) => fields["part"] === "scsi0")).toBe(true);
  });

  it("carries connections over only from nodes that can", async () => {
    const nodes = [
      { name: "pve1", version: "8.4.1" },
      { name: "pve2", version: "9.2.3" },
      { name: "pve3", version: "9.2.3" },
    ];
    const stage = await setStage({ nodes });
    const report = await stage.run([
      { vmid: 101, to: "pve3" },
      { vmid: 102, to: "pve3" },
    ]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    expect(parametersOf(stage, 101)).not.toHaveProperty("with-conntrack-state");
    expect(parametersOf(stage, 102)).toMatchObject({ "with-conntrack-state": "1" });
  });

  it("returns only when the published statistics show the move", async () => {
    const stage = await setStage();
    await stage.run([
      { vmid: 101, to: "pve2" },
      { vmid: 103, to: "pve1" },
    ]);
    const { nodes } = await readClusterResources(stage.client, "node", noSignal());
    const published = nodes.map(({ node, figures }) => [node, figures?.mem]);
    const real = stage.simulator.state().nodes.map(({ name, memoryBytes }) => [name, memoryBytes]);
    expect(published).toEqual(real);
  });

  it("warns and goes on when the nodes publish no statistics within half a minute", async () => {
    const stage = await setStage();
    stage.onLog = ({ message }) => {
      if (message !== "Migrated guest") return;
      stage.simulator.addFault({
        kind: "answer",
        match: { method: "GET", path: "/cluster/resources" },
        answer: { kind: "status", status: 500, text: "got timeout" },
      });
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report).toMatchObject({ problems: [], outcomes: [{ result: "moved" }] });
    const waitedMs = stage.simulator.state().nowMs - (timesOf(stage, "Migrated guest")[101] ?? 0);
    expect(waitedMs).toBeGreaterThanOrEqual(30_000);
    expect(waitedMs).toBeLessThan(35_000);
    expect(stage.log.at(-1)).toMatchObject({ level: "warn", fields: { nodes: "pve1, pve2" } });
  });

  it("lets a guest into room that an earlier step frees, although the statistics lag behind", async () => {
    const big = (id: number, node: string) => vm(id, node, { memory: 40 * GIB, load: { memory: 40 * GIB } });
    const stage = await setStage({ guests: [big(101, "pve1"), big(102, "pve2")] });
    const report = await stage.run([
      { vmid: 101, to: "pve3", step: 1 },
      { vmid: 102, to: "pve1", step: 2 },
    ]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    for (const { memoryTotalBytes, peakMemoryBytes } of stage.simulator.state().nodes) {
      expect(peakMemoryBytes).toBeLessThanOrEqual(memoryTotalBytes);
    }
  });

  it("never lets more arrive at once than there is room for, whatever a step holds", async () => {
    const sized = (id: number, node: string, gib: number) =>
      vm(id, node, { memory: gib * GIB, load: { memory: gib * GIB } });
    const stage = await setStage({ guests: [sized(101, "pve2", 40), sized(102, "pve1", 20), sized(103, "pve1", 20)] });
    const list = [
      { vmid: 101, to: "pve3", step: 1 },
      { vmid: 102, to: "pve2", step: 1 },
      { vmid: 103, to: "pve2", step: 1 },
    ];
    const report = await stage.run(list, SEVERAL);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved", "moved"]);
    const [, pve2] = stage.simulator.state().nodes;
    expect(pve2?.peakMemoryBytes).toBeLessThanOrEqual(pve2?.memoryTotalBytes ?? 0);
  });

  it("lets a guest come only when the one that it must not meet has really left", async () => {
    const tags = ["plb_anti_affinity_db"];
    const stage = await setStage({ guests: [vm(101, "pve2", { tags }), vm(102, "pve1", { tags })] });
    const list = [
      { vmid: 101, to: "pve3", step: 1 },
      { vmid: 102, to: "pve2", step: 1 },
    ];
    const report = await stage.run(list, SEVERAL);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    expect(timesOf(stage, "Migrating guest")[102]).toBeGreaterThanOrEqual(
      timesOf(stage, "Migrated guest")[101] ?? Infinity,
    );
  });

  it("keeps guests together that an affinity rule ties, although they move one after the other", async () => {
    const tags = ["plb_affinity_web"];
    const stage = await setStage({ guests: [vm(101, "pve1", { tags }), vm(102, "pve1", { tags })] });
    const list = [101, 102].map((vmid) => ({ vmid, to: "pve2" }));
    const report = await stage.run(list);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
  });

  it("moves nothing in a captured snapshot and says so", async () => {
    const stage = await setStage();
    const captured = {
      client: null,
      inventory: () => Promise.reject(new Error("not asked")),
      freshInventory: () =>
        Promise.resolve({
          snapshot: { takenAt: null, nodes: [], guests: [], rules: [] },
          version: null,
          quorate: true,
          allGuestsVisible: true,
          auditCommand: "",
          storages: [],
          publishedUptimes: new Map(),
          warnings: [],
        }),
    };
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const migrations = [{ vmid: 101, name: "web", from: null, to: "pve2", step: null }];
    const request = { cluster: captured, policy: policyOf(), migrations, precheck: precheckList, log };
    const report = await runMigrations(request, new AbortController().signal);
    expect(report.outcomes).toMatchObject([{ name: "web", result: "not started" }]);
    expect(report.problems).toMatchObject([{ summary: "Nothing Can Be Executed" }]);
    expect(stage.startedVmids()).toEqual([]);
  });

  it("throws what is wrong with the connection while nothing was started", async () => {
    const stage = await setStage();
    stage.simulator.addFault({ kind: "token-revoked", token: "root@pam!sim" });
    await expect(stage.run([{ vmid: 101, to: "pve2" }])).rejects.toBeInstanceOf(PveAuthError);
  });
});
