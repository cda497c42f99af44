import { describe, expect, it, onTestFinished } from "vitest";
import { completeFor } from "../../../provider/src/inventory/complete-inventory.js";
import { takeSnapshot } from "../../../provider/src/inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { planMigrations } from "../../../provider/src/planning/search/rebalancing.js";
import { PveClient } from "../../../provider/src/pve/client.js";
import { startVmMigration } from "../../../provider/src/pve/endpoints/guest.js";
import type { ClusterInput } from "../../simulator/src/description/cluster-description.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import type { Simulator } from "../../simulator/src/start-simulator.js";
import { noSignal } from "../../support/http-client.js";
import { GIB, policyOf } from "../../support/snapshot-builders.js";

type GuestInput = NonNullable<ClusterInput["guests"]>[number];

const HOUR_MS = 3_600_000;

const NODES = ["pve1", "pve2"].map((name) => ({ name, cpus: 16, memory: 64 * GIB }));

/** Thresholds that some policy has to have; what they are does not matter to what is read. */
const PSI = {
  mode: "psi",
  psi: { nodes: { memory: { pressure_full: 1, pressure_some: 1, pressure_spikes: 5 } } },
};

interface Scene {
  readonly simulator: Simulator;
  readonly client: PveClient;
  /** Reads the cluster as a policy needs it, and what was asked beyond an ordinary inventory. */
  readonly read: (policy: Readonly<Record<string, unknown>>) => Promise<{
    readonly snapshot: ClusterSnapshot;
    readonly warnings: readonly string[];
    readonly asked: readonly string[];
  }>;
}

async function sceneOf(change: Partial<ClusterInput>): Promise<Scene> {
  const storages = [{ name: "ceph", type: "rbd", shared: true }];
  const simulator = await startSimulator({ cluster: { clock: { mode: "manual" }, nodes: NODES, storages, ...change } });
  onTestFinished(() => simulator.stop());
  const client = new PveClient({
    endpoints: Object.values(simulator.urls),
    auth: { kind: "token", token: simulator.token("sim") },
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: simulator.ca, fingerprintSha256: null },
    requestTimeoutMs: 10_000,
    sleep: () => Promise.resolve(),
  });
  onTestFinished(() => client.close());
  return {
    simulator,
    client,
    read: async (policy) => {
      const takenAt = new Date(simulator.state().nowMs).toISOString();
      const inventory = await takeSnapshot(client, { takenAt }, noSignal());
      const before = simulator.requests().length;
      const completed = await completeFor({ client }, inventory, policyOf(policy), noSignal());
      const asked = simulator
        .requests()
        .slice(before)
        .map(({ path }) => path);
      return { ...completed, asked };
    },
  };
}

function vm(id: number, node: string, change: Partial<GuestInput> = {}): GuestInput {
  return { id, node, cores: 4, memory: 8 * GIB, load: { cpu: 1, memory: 4 * GIB }, ...change };
}

function guestIn(snapshot: ClusterSnapshot, vmid: number) {
  return snapshot.guests.find((guest) => guest.vmid === vmid);
}

describe("what a policy needs beyond the load of the moment", () => {
  it("costs nothing where a policy needs nothing", async () => {
    const { read } = await sceneOf({ guests: [vm(100, "pve1")] });
    expect((await read({})).asked).toEqual([]);
    expect((await read({ mode: "assigned" })).asked).toEqual([]);
  });
});

describe("the pressure of nodes and guests", () => {
  const waiting = vm(100, "pve1", { load: { cpu: 1, memory: 4 * GIB, io: 30 } });

  it("is read in at most two requests for each node and one for its history", async () => {
    const guests = [waiting, { ...vm(101, "pve1"), kind: "ct" as const }, vm(102, "pve2")];
    const { read } = await sceneOf({ guests });
    const { asked, warnings } = await read(PSI);
    expect([...asked].sort()).toEqual([
      "/cluster/tasks",
      "/nodes/pve1/lxc",
      "/nodes/pve1/qemu",
      "/nodes/pve1/rrddata",
      "/nodes/pve2/qemu",
      "/nodes/pve2/rrddata",
    ]);
    expect(warnings).toEqual([]);
  });

  it("does not ask again for histories that were read because of ZFS", async () => {
    const { read } = await sceneOf({ guests: [waiting], storages: [{ name: "local-zfs", type: "zfspool" }] });
    expect((await read(PSI)).asked).toEqual(["/cluster/tasks", "/nodes/pve1/qemu"]);
  });

  it("comes in percent, disks from what Proxmox calls I/O, and the CPU of nodes without full", async () => {
    const container = { ...waiting, id: 101, kind: "ct" as const };
    const { read } = await sceneOf({ guests: [waiting, container] });
    const { snapshot } = await read(PSI);
    expect(snapshot.nodes[0]?.pressure).toEqual({
      cpu: { some: 0, someSpike: 0 },
      memory: { some: 0, full: 0, someSpike: 0, fullSpike: 0 },
      disk: { some: 30, full: 15, someSpike: 30, fullSpike: 15 },
    });
    for (const vmid of [100, 101])
      expect(guestIn(snapshot, vmid)?.pressure?.disk).toEqual({ some: 30, full: 15, someSpike: 30, fullSpike: 15 });
  });

  it("is not known of nodes with Proxmox VE 8, of which only a plan that needs it warns", async () => {
    const nodes = [{ name: "new1" }, { name: "old1", version: "8.4.5" }, { name: "old2", version: "8.4.5" }];
    const { read } = await sceneOf({ nodes, guests: [vm(100, "new1"), vm(101, "old1")] });
    const { snapshot, warnings, asked } = await read(PSI);
    expect(snapshot.nodes.map(({ pressure }) => pressure !== undefined)).toEqual([true, false, false]);
    expect(guestIn(snapshot, 101)).not.toHaveProperty("pressure");
    expect(planMigrations(snapshot, policyOf(PSI)).warnings.join()).toContain("pressure of old1, old2 is not known");
    expect(warnings).toEqual([]);
    expect(asked).not.toContain("/nodes/old1/qemu");
  });

  it("is asked of no node where the entry node has Proxmox VE 8", async () => {
    const { read } = await sceneOf({ version: "8.4.5", guests: [vm(100, "pve1")] });
    const { snapshot, warnings, asked } = await read(PSI);
    expect(asked).toEqual(["/cluster/tasks"]);
    expect(planMigrations(snapshot, policyOf(PSI)).warnings.join()).toContain("pressure of pve1, pve2 is not known");
    expect(warnings).toEqual([]);
  });

  it("says nothing about nodes whose guests have just changed, and is known again a while later", async () => {
    const { simulator, client, read } = await sceneOf({ guests: [waiting, vm(101, "pve2")] });
    const migration = { target: "pve2", online: true, withLocalDisks: false, targetStorage: null };
    const guest = { node: "pve1", type: "vm", vmid: 100 } as const;
    await startVmMigration(client, guest, { ...migration, withConntrackState: false, pveMajor: 9 }, noSignal());
    simulator.advance(50_000);
    const fresh = await read(PSI);
    expect(fresh.snapshot.nodes.map(({ pressure }) => pressure)).toEqual([undefined, undefined]);
    expect(fresh.warnings).toEqual([]);
    simulator.advance(600_000);
    const later = await read(PSI);
    expect(later.snapshot.nodes.map(({ pressure }) => pressure?.disk?.some)).toEqual([0, 30]);
  });

  it("leaves out the guests of a node that does not answer any more", async () => {
    const { simulator, read } = await sceneOf({ guests: [vm(100, "pve1"), vm(101, "pve2")] });
    const unreachable = { kind: "status", status: 595, text: "No route to host" } as const;
    simulator.addFault({ kind: "answer", match: { path: "/nodes/pve2/qemu" }, answer: unreachable });
    const { snapshot } = await read(PSI);
    expect(snapshot.guests.map(({ pressure }) => pressure !== undefined)).toEqual([true, false]);
  });
});

describe("the use over a window", () => {
  /** Two cores for 60 s in every 600, half a core else. */
  const spiky = vm(100, "pve1", {
    load: { cpu: 0.5, memory: GIB, spikes: [{ everySeconds: 600, forSeconds: 60, cpu: 1.5, memory: 2 * GIB }] },
  });

  it.each([
    ["mean", 0.65],
    ["max", 2],
    ["p50", 0.5],
    ["p95", 2],
  ])("of half an hour comes from one request for all guests: %s", async (usage_statistic, cores) => {
    const { simulator, read } = await sceneOf({ guests: [spiky, vm(101, "pve2")] });
    simulator.advance(HOUR_MS + 300_000);
    const { snapshot, asked, warnings } = await read({ usage_window: "30m", usage_statistic });
    expect(asked).toEqual(["/cluster/metrics/export"]);
    expect(guestIn(snapshot, 100)?.cpuUsedCores).toBeCloseTo(cores, 1);
    expect(warnings).toEqual([]);
  });

  it("changes what the node uses by as much as it changes its guests", async () => {
    const { simulator, read } = await sceneOf({ guests: [spiky] });
    simulator.advance(HOUR_MS + 300_000);
    const now = await read({});
    const most = await read({ usage_window: "30m", usage_statistic: "max" });
    const [before, after] = [now, most].map(({ snapshot }) => snapshot.nodes[0]);
    expect((after?.cpuUsedCores ?? 0) - (before?.cpuUsedCores ?? 0)).toBeCloseTo(1.5);
    expect((after?.memoryUsedBytes ?? 0) - (before?.memoryUsedBytes ?? 0)).toBe(2 * GIB);
    expect(most.snapshot.nodes[1]).toEqual(now.snapshot.nodes[1]);
  });

  it("adds what the host counts beyond the guest's own figure", async () => {
    const cached = vm(100, "pve1", { load: { cpu: 1, memory: GIB, memoryOnHost: 6 * GIB } });
    const { read } = await sceneOf({ guests: [cached] });
    for (const usage_window of ["10m", "1h"]) {
      const { snapshot } = await read({ usage_window, usage_statistic: "mean" });
      expect(guestIn(snapshot, 100)?.memoryUsedBytes).toBe(6 * GIB);
    }
  });

  it.each([
    ["1h", "hour", "AVERAGE", "p95"],
    ["24h", "day", "MAX", "max"],
    ["24h", "day", "AVERAGE", "p95"],
    ["168h", "week", "AVERAGE", "mean"],
  ])("of %s comes from the history of each running guest", async (usage_window, timeframe, cf, usage_statistic) => {
    const guests = [
      vm(100, "pve1"),
      { ...vm(101, "pve2"), kind: "ct" as const },
      vm(102, "pve2", { status: "stopped" }),
    ];
    const { simulator, read } = await sceneOf({ guests });
    const { snapshot, asked } = await read({ usage_window, usage_statistic });
    expect([...asked].sort()).toEqual(["/nodes/pve1/qemu/100/rrddata", "/nodes/pve2/lxc/101/rrddata"]);
    expect(simulator.requests().at(-1)?.parameters).toEqual({ timeframe, cf });
    expect(guestIn(snapshot, 100)?.cpuUsedCores).toBeCloseTo(1);
    expect(guestIn(snapshot, 102)?.cpuUsedCores).toBe(0);
  });

  it("comes from histories where one answer for all guests would be too large", async () => {
    const guests = Array.from({ length: 300 }, (_, at) => vm(100 + at, "pve1", { load: { cpu: 0.01, memory: 4096 } }));
    const { read } = await sceneOf({ guests });
    const { asked } = await read({ usage_window: "30m", usage_statistic: "mean" });
    expect(asked).toHaveLength(300);
  });

  it("leaves a guest of which nothing is known as it is, with a warning", async () => {
    const { simulator, read } = await sceneOf({ guests: [vm(100, "pve1")] });
    const nothing = { kind: "status", status: 200, text: "OK", body: '{"data":{"data":[]}}' } as const;
    simulator.addFault({ kind: "answer", match: { path: "/cluster/metrics/export" }, answer: nothing });
    const { snapshot, warnings } = await read({ usage_window: "10m", usage_statistic: "p90" });
    expect(guestIn(snapshot, 100)?.cpuUsedCores).toBeCloseTo(1);
    expect(warnings).toEqual([expect.stringContaining("one running guest used within usage_window") as string]);
  });
});

describe("when guests last moved", () => {
  it("is read in one request for a policy with a cooldown, from migrations that succeeded", async () => {
    const { simulator, client, read } = await sceneOf({ guests: [vm(100, "pve1"), vm(101, "pve1"), vm(102, "pve1")] });
    simulator.addFault({ kind: "migration-fails", vmid: 101, cause: "no space left" });
    const migration = { target: "pve2", online: true, withLocalDisks: false, targetStorage: null };
    for (const vmid of [100, 101]) {
      const guest = { node: "pve1", type: "vm", vmid } as const;
      await startVmMigration(client, guest, { ...migration, withConntrackState: false, pveMajor: 9 }, noSignal());
      simulator.advance(60_000);
    }
    const { snapshot, asked } = await read({ cooldown: "1h" });
    expect(asked).toEqual(["/cluster/tasks"]);
    const [moved, failed, other] = [100, 101, 102].map((vmid) => guestIn(snapshot, vmid)?.lastMovedAt);
    expect(Date.parse(snapshot.takenAt ?? "") - Date.parse(moved ?? "")).toBeLessThan(120_000);
    expect([failed, other]).toEqual([undefined, undefined]);
    simulator.advance(2 * HOUR_MS);
    expect(guestIn((await read({ cooldown: "1h" })).snapshot, 100)).not.toHaveProperty("lastMovedAt");
  });

  it("is asked of nodes whose published tasks do not reach back so far", async () => {
    const { simulator, client, read } = await sceneOf({ guests: [vm(100, "pve1")] });
    let [from, to] = ["pve1", "pve2"];
    for (let round = 0; round < 60; round += 1) {
      const guest = { node: from, type: "vm", vmid: 100 } as const;
      const migration = { target: to, online: true, withLocalDisks: false, targetStorage: null };
      await startVmMigration(client, guest, { ...migration, withConntrackState: false, pveMajor: 9 }, noSignal());
      simulator.advance(30_000);
      [from, to] = [to, from];
    }
    const { asked, snapshot } = await read({ cooldown: "1h" });
    expect([...asked].sort()).toEqual([
      "/cluster/tasks",
      ...["pve1", "pve1", "pve2", "pve2"].map((node) => `/nodes/${node}/tasks`),
    ]);
    expect(guestIn(snapshot, 100)?.lastMovedAt).toBeDefined();
  });
});
