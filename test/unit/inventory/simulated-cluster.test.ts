import { describe, expect, it, onTestFinished } from "vitest";
import { migrationBlockers } from "../../../provider/src/inventory/migration-blockers.js";
import { takeSnapshot } from "../../../provider/src/inventory/take-snapshot.js";
import { PveClient } from "../../../provider/src/pve/client.js";
import type { PveClientOptions } from "../../../provider/src/pve/client.js";
import { startVmMigration } from "../../../provider/src/pve/endpoints/guest.js";
import { readTaskLog, readTaskStatus, stopTask } from "../../../provider/src/pve/endpoints/task.js";
import { taskSucceeded } from "../../../provider/src/pve/schemas/task.js";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { noSignal } from "../../support/http-client.js";

const GIB = 1024 ** 3;

const CLUSTER = {
  clock: { mode: "manual" },
  nodes: [
    { name: "pve1", cpus: 16, memory: 64 * GIB },
    { name: "pve2", cpus: 16, memory: 64 * GIB },
    { name: "pve3", maintenance: true },
    { name: "pve4", online: false },
  ],
  storages: [
    { name: "ceph", type: "rbd", shared: true },
    { name: "local-zfs", type: "zfspool" },
  ],
  guests: [
    {
      id: 100,
      name: "web1",
      node: "pve1",
      cores: 4,
      memory: 8 * GIB,
      load: { cpu: 2, memory: 4 * GIB },
      tags: ["plb_affinity_web", "prod"],
      disks: [{ storage: "ceph", size: 32 * GIB }],
    },
    { id: 101, name: "db1", node: "pve1", memory: 4 * GIB, disks: [{ storage: "local-zfs", size: 10 * GIB }] },
    { id: 102, name: "ha1", node: "pve2", ha: {}, disks: [{ storage: "ceph", size: GIB }] },
    { id: 103, name: "ha2", node: "pve1", ha: {}, disks: [{ storage: "ceph", size: GIB }] },
    { id: 200, kind: "ct", name: "dns", node: "pve2", memory: GIB, status: "stopped" },
  ],
  ha: { rules: [{ rule: "apart", type: "resource-affinity", affinity: "negative", resources: "vm:102,vm:103" }] },
  users: [{ id: "balancer@pve", password: "walk-the-line", tokens: [{ id: "plan" }] }],
  acl: [
    { path: "/", subject: "balancer@pve", role: "PVEAuditor" },
    { path: "/vms", subject: "balancer@pve", privileges: ["VM.Migrate", "VM.Audit"] },
  ],
} satisfies ClusterInput;

async function simulate(change: Partial<ClusterInput> = {}, entryNodes?: readonly string[]): Promise<Simulator> {
  const cluster = { ...CLUSTER, ...change };
  const simulator = await startSimulator({ cluster, ...(entryNodes === undefined ? {} : { entryNodes }) });
  onTestFinished(() => simulator.stop());
  return simulator;
}

function connect(simulator: Simulator, change: Partial<PveClientOptions> = {}): PveClient {
  const client = new PveClient({
    endpoints: Object.values(simulator.urls),
    auth: { kind: "token", token: simulator.token("plan") },
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: simulator.ca, fingerprintSha256: null },
    requestTimeoutMs: 10_000,
    sleep: () => Promise.resolve(),
    ...change,
  });
  onTestFinished(() => client.close());
  return client;
}

describe("an inventory of the simulated cluster", () => {
  it("shows nodes, guests, rules and what may be seen, in seven requests and one for each node with ZFS", async () => {
    const simulator = await simulate();
    const { snapshot, allGuestsVisible, quorate } = await takeSnapshot(
      connect(simulator),
      { takenAt: null },
      noSignal(),
    );
    expect(snapshot.nodes).toMatchObject([
      { name: "pve1", online: true, maintenance: false, cpuCores: 16, memoryBytes: 64 * GIB },
      { name: "pve2", online: true, maintenance: false },
      { name: "pve3", online: true, maintenance: true },
      { name: "pve4", online: false },
    ]);
    expect(snapshot.guests.find(({ vmid }) => vmid === 100)).toMatchObject({
      name: "web1",
      type: "vm",
      node: "pve1",
      cpuCores: 4,
      cpuUsedCores: 2,
      memoryBytes: 8 * GIB,
      memoryUsedBytes: 4 * GIB,
      tags: ["plb_affinity_web", "prod"],
      haManaged: false,
    });
    expect(snapshot.guests.find(({ vmid }) => vmid === 102)).toMatchObject({ haManaged: true, lock: null });
    expect(snapshot.guests.find(({ vmid }) => vmid === 200)).toMatchObject({ type: "ct", status: "stopped" });
    expect(snapshot.rules).toMatchObject([{ kind: "anti-affinity", origin: "HA rule apart", vmids: [102, 103] }]);
    expect([allGuestsVisible, quorate]).toEqual([true, true]);
    expect(simulator.requests()).toHaveLength(7 + 3);
  });

  it("counts memory as another node would have to have it: without what ZFS caches, with what is shared or ballooned", async () => {
    const simulator = await simulate({
      storages: [{ name: "local-zfs", type: "zfspool" }],
      nodes: [
        { name: "pve1", cpus: 72, memory: 64 * GIB, arc: 18 * GIB, sharedPages: 2 * GIB, overhead: { memory: 0 } },
      ],
      guests: [
        { id: 100, node: "pve1", memory: 8 * GIB, load: { memory: 6 * GIB, memoryOnHost: 4 * GIB } },
        { id: 101, node: "pve1", memory: 8 * GIB, load: { memory: 3 * GIB, memoryOnHost: 5 * GIB } },
        { id: 200, kind: "ct", node: "pve1", memory: GIB, load: { cpu: 2, memory: GIB } },
      ],
    });
    const { snapshot } = await takeSnapshot(connect(simulator), { takenAt: null }, noSignal());
    const [ballooned, cached, unlimited] = snapshot.guests;
    expect([ballooned?.memoryUsedBytes, cached?.memoryUsedBytes]).toEqual([6 * GIB, 5 * GIB]);
    expect(unlimited).toMatchObject({ cpuCores: 72, memoryUsedBytes: GIB });
    expect(unlimited?.cpuUsedCores).toBeCloseTo(2);
    // Of 18 GiB of cache 2 GiB stay, which is one part in 32; pages that guests share are not there twice.
    expect(snapshot.nodes[0]?.memoryUsedBytes).toBe((4 + 5 + 1 - 2 + 2) * GIB);
  });

  it("works on version 8, with groups", async () => {
    const simulator = await simulate({
      version: "8.4.5",
      ha: { groups: [{ group: "left", nodes: "pve1:2,pve2:1", restricted: true }] },
      guests: [{ id: 102, node: "pve2", ha: { group: "left" } }],
    });
    const { snapshot, version } = await takeSnapshot(connect(simulator), { takenAt: null }, noSignal());
    expect(version).toMatchObject({ major: 8, minor: 4 });
    expect(snapshot.rules).toMatchObject([
      { origin: "HA group left", strength: "must", vmids: [102], priorities: { pve1: 2, pve2: 1 } },
    ]);
    expect(simulator.requests().length).toBeLessThanOrEqual(7);
  });

  it.each(["pve1", "pve2"])("works while the cluster is upgraded, asked through %s", async (entry) => {
    const [first, second, ...others] = CLUSTER.nodes;
    const nodes = [{ ...first, version: "8.4.5" }, { ...second, version: "9.2.3" }, ...others];
    const simulator = await simulate({ nodes: nodes as ClusterInput["nodes"] }, [entry]);
    const { snapshot, version } = await takeSnapshot(connect(simulator), { takenAt: null }, noSignal());
    expect(version?.major).toBe(entry === "pve1" ? 8 : 9);
    expect(snapshot.guests).toHaveLength(5);
    expect(snapshot.nodes.filter(({ online, memoryBytes }) => online && memoryBytes > 0)).toHaveLength(3);
  });

  it("works with user and password", async () => {
    const simulator = await simulate();
    const auth = { kind: "password", username: "balancer@pve", password: "walk-the-line" } as const;
    const { snapshot } = await takeSnapshot(connect(simulator, { auth }), { takenAt: null }, noSignal());
    expect(snapshot.guests).toHaveLength(5);
  });

  it("names the privilege when the role is missing", async () => {
    const simulator = await simulate({ acl: [] });
    const failure = takeSnapshot(connect(simulator), { takenAt: null }, noSignal());
    await expect(failure).rejects.toThrow("lacks the privilege Sys.Audit on /");
  });

  it("is not sure to see all guests when VM.Audit is held on one of them only", async () => {
    const simulator = await simulate({
      acl: [
        { path: "/", subject: "balancer@pve", privileges: ["Sys.Audit"] },
        { path: "/vms/100", subject: "balancer@pve", privileges: ["VM.Audit"] },
      ],
    });
    const inventory = await takeSnapshot(connect(simulator), { takenAt: null }, noSignal());
    expect(inventory.snapshot.guests.map(({ vmid }) => vmid)).toEqual([100]);
    expect(inventory.allGuestsVisible).toBe(false);
  });

  it("goes on through another entry node when the first goes down", async () => {
    const simulator = await simulate({}, ["pve1", "pve2"]);
    const client = connect(simulator);
    await takeSnapshot(client, { takenAt: null }, noSignal());
    simulator.addFault({ kind: "node-down", node: "pve1" });
    simulator.advance(600_000);
    const { snapshot } = await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(snapshot.nodes.find(({ name }) => name === "pve1")?.online).toBe(false);
    expect(snapshot.guests.find(({ vmid }) => vmid === 100)?.status).toBe("unknown");
  });

  it.each(["truncated", "not-json", "html", "reset"] as const)("reports an answer that is %s", async (kind) => {
    const simulator = await simulate();
    simulator.addFault({ kind: "answer", match: { path: "/cluster/resources" }, answer: { kind } });
    const failure = takeSnapshot(connect(simulator), { takenAt: null }, noSignal());
    await expect(failure).rejects.toThrow("GET /cluster/resources at https://");
  });
});

describe("a migration in the simulated cluster", () => {
  const guest = { node: "pve1", type: "vm", vmid: 100 } as const;
  const migration = {
    target: "pve2",
    online: true,
    withLocalDisks: false,
    targetStorage: null,
    withConntrackState: true,
    pveMajor: 9,
  };

  it("is asked about, started, followed and found done", async () => {
    const simulator = await simulate();
    const client = connect(simulator);
    expect(await migrationBlockers(client, guest, noSignal())).toMatchObject({ blocked: [], localDiskBytes: 0 });
    const upid = await startVmMigration(client, guest, migration, noSignal());
    expect((await readTaskStatus(client, upid, noSignal())).status).toBe("running");
    expect((await migrationBlockers(client, guest, noSignal())).blocked).toEqual([
      "The guest is busy: VM is locked (migrate).",
    ]);
    simulator.advance(600_000);
    expect(taskSucceeded(await readTaskStatus(client, upid, noSignal()))).toBe(true);
    const log = await readTaskLog(client, upid, 0, noSignal());
    expect(log.at(-1)?.t).toBe("TASK OK");
    const { snapshot } = await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(snapshot.guests.find(({ vmid }) => vmid === 100)?.node).toBe("pve2");
  });

  it("stays on its node when it is stopped", async () => {
    const simulator = await simulate();
    const client = connect(simulator);
    const upid = await startVmMigration(client, guest, migration, noSignal());
    simulator.advance(5_000);
    await stopTask(client, upid, noSignal());
    simulator.advance(60_000);
    const status = await readTaskStatus(client, upid, noSignal());
    expect([status.status, taskSucceeded(status)]).toEqual(["stopped", false]);
  });

  it("has to copy the bytes of local disks", async () => {
    const client = connect(await simulate());
    const { localDiskBytes } = await migrationBlockers(client, { ...guest, vmid: 101 }, noSignal());
    expect(localDiskBytes).toBe(10 * GIB);
  });
});
