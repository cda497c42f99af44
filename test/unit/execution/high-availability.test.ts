import { describe, expect, it } from "vitest";
import { prepareMigration } from "../../../provider/src/execution/prepare-migration.js";
import { systemClock } from "../../../provider/src/execution/run-clock.js";
import { startCannedCluster } from "../../support/http-cluster.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { cluster, policyOf } from "../../support/snapshot-builders.js";
import { GIB, setStage, vm } from "./stage.js";

const MANAGED = { ha: {} };

const BIG = 16 * GIB;

/** The second takes longer. */
const PAIR = [vm(101, "pve1", MANAGED), vm(102, "pve1", { ...MANAGED, memory: BIG, load: { memory: BIG } })];

const TOGETHER = {
  rule: "pair",
  type: "resource-affinity",
  affinity: "positive",
  resources: "vm:101,vm:102",
} as const;

describe("guests of the HA manager", () => {
  it("are followed to their target, although the task only queues the move", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", MANAGED)] });
    const report = await stage.run([{ vmid: 101, from: "pve1", to: "pve2" }]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes).toMatchObject([{ result: "moved", error: null }]);
    expect(report.outcomes[0]?.durationSeconds).toBeGreaterThan(10);
    expect(stage.nodeOf(101)).toBe("pve2");
    expect(stage.startedVmids()).toEqual([101]);
    expect(stage.log.some(({ message }) => message === "Migration progress")).toBe(true);
  });

  it("fail with the cause of the real migration's task", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", MANAGED)] });
    stage.simulator.addFault({ kind: "migration-fails", vmid: 101, cause: "lost the tunnel" });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([
      { result: "failed", error: expect.stringContaining("lost the tunnel") as string },
    ]);
  });

  it("fail when the HA manager gives the move up", async () => {
    const stage = await setStage({ guests: [vm(101, "pve1", MANAGED)] });
    stage.onLog = ({ message }) => {
      if (message !== "Migrating guest") return;
      // The manager drops what it queued when the guest is busy at its turn.
      stage.simulator.addFault({ kind: "guest", vmid: 101, change: { kind: "lock", lock: "backup" } });
    };
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([{ result: "failed" }]);
    expect(report.outcomes[0]?.error).toMatch(/gave the migration up|did not move the guest/);
    expect(stage.startedVmids()).toEqual([101]);
  });

  it("fail when the HA manager of version 8 drops the request without a word", async () => {
    const stage = await setStage({
      version: "8.4.1",
      guests: [vm(101, "pve1", MANAGED), vm(102, "pve2", MANAGED)],
      ha: { rules: [{ rule: "apart", type: "resource-affinity", affinity: "negative", resources: "vm:101,vm:102" }] },
    });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.outcomes).toMatchObject([
      { result: "failed", error: expect.stringContaining("did not move the guest") as string },
    ]);
  });

  it("do not take guests along that are not on the list", async () => {
    const stage = await setStage({ guests: PAIR, ha: { rules: [TOGETHER] } });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(stage.startedVmids()).toEqual([]);
    expect(report.outcomes).toMatchObject([{ result: "not started" }]);
    expect(report.problems[0]?.detail).toContain("keeps it together with guest 102 on pve1");
  });

  it("follow one to where it is already, and take along nobody that need not move", async () => {
    const guests = [vm(101, "pve1", MANAGED), vm(102, "pve2", MANAGED)];
    const stage = await setStage({ guests, ha: { rules: [TOGETHER] } });
    const report = await stage.run([{ vmid: 101, to: "pve2" }]);
    expect(report.problems).toEqual([]);
    expect(report.outcomes).toMatchObject([{ result: "moved" }]);
    expect(stage.startedVmids()).toEqual([101]);
  });

  it.each([1, 4])("are asked for once when the HA manager takes them along (%i per node)", async (perNode) => {
    const stage = await setStage({ guests: PAIR, ha: { rules: [TOGETHER] } });
    const list = [101, 102].map((vmid) => ({ vmid, to: "pve2", step: 1 }));
    const report = await stage.run(list, { max_parallel_migrations: { per_node: perNode, total: 4 } });
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(["moved", "moved"]);
    expect(stage.startedVmids()).toEqual([101]);
    expect([stage.nodeOf(101), stage.nodeOf(102)]).toEqual(["pve2", "pve2"]);
  });
});

describe("a pair of the HA manager that is parked to make way", () => {
  const PARKING = [
    ...[101, 102].map((vmid) => ({ vmid, from: "pve1", to: "pve3", step: 1 })),
    { vmid: 103, from: "pve2", to: "pve1", step: 2 },
    ...[101, 102].map((vmid) => ({ vmid, from: "pve3", to: "pve2", step: 3 })),
  ];

  it("goes to its stop and on to its place, asked for once each time", async () => {
    const stage = await setStage({ guests: [...PAIR, vm(103, "pve2")], ha: { rules: [TOGETHER] } });
    const report = await stage.run(PARKING);
    expect(report.problems).toEqual([]);
    expect(report.outcomes.map(({ result }) => result)).toEqual(PARKING.map(() => "moved"));
    expect(stage.startedVmids()).toEqual([101, 103, 101]);
    expect([101, 102, 103].map((vmid) => stage.nodeOf(vmid))).toEqual(["pve2", "pve2", "pve1"]);
  });

  it("is refused where one of the two is not listed for the stop", async () => {
    const stage = await setStage({ guests: [...PAIR, vm(103, "pve2")], ha: { rules: [TOGETHER] } });
    const report = await stage.run(PARKING.filter(({ vmid, step }) => vmid !== 102 || step !== 1));
    expect(report.problems).not.toEqual([]);
    expect(stage.startedVmids()).toEqual([]);
  });
});

describe("prepareMigration", () => {
  const preparing = async (answer: unknown, listed: readonly (readonly [number, readonly string[]])[]) => {
    const server = await startCannedCluster({ "/nodes/pve1/qemu/101/migrate": answer });
    const client = openTestClient({ endpoints: [server.origin] });
    const snapshot = cluster({ pve1: { guests: [{ used: 1, vmid: 101 }] } });
    const [guest] = snapshot.guests;
    if (guest === undefined) throw new Error("The snapshot has no guest.");
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined };
    const context = { client, policy: policyOf({ target_storage: "ceph" }), log, clock: systemClock };
    const destinations = new Map(listed.map(([vmid, nodes]) => [vmid, new Set(nodes)]));
    return prepareMigration(context, { guest, to: "pve2", listed: destinations }, noSignal());
  };

  const FREE = { running: 1, local_disks: [], local_resources: [] };

  it("refuses a guest with which the HA manager would move another that no list names", async () => {
    const answer = { ...FREE, "dependent-ha-resources": ["vm:102"] };
    expect(await preparing(answer, [[102, ["pve1", "pve3"]]])).toMatchObject({
      kind: "blocked",
      reason: expect.stringContaining("would move guest 102 along to pve2") as string,
    });
    expect(await preparing(answer, [[102, ["pve2", "pve3"]]])).toMatchObject({ kind: "ready", movesAlong: [102] });
  });

  it("does not mind a storage that the target lacks when the disks go to another", async () => {
    const objections = { not_allowed_nodes: { pve2: { unavailable_storages: ["local-zfs"] } } };
    const lacking = { ...FREE, ...objections, local_disks: [{ volid: "local-zfs:vm-101-disk-0", size: 1024 }] };
    expect(await preparing(lacking, [])).toMatchObject({ kind: "ready" });
    expect(await preparing({ ...FREE, ...objections }, [])).toMatchObject({ kind: "blocked" });
    const refused = { ...FREE, not_allowed_nodes: { pve2: { "unavailable-resources": ["gpu-a"] } } };
    expect(await preparing(refused, [])).toMatchObject({ kind: "blocked" });
  });
});
