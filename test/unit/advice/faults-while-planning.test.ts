import { describe, expect, it, onTestFinished } from "vitest";
import { planWithPrechecks } from "../../../provider/src/advice/plan-with-prechecks.js";
import { liveCluster } from "../../../provider/src/inventory/live-cluster.js";
import type { MigrationPlan } from "../../../provider/src/planning/model/migration-plan.js";
import { PveClient } from "../../../provider/src/pve/client.js";
import type { FaultInput } from "../../simulator/src/faults/fault.js";
import { startSimulator } from "../../simulator/src/start-simulator.js";
import { noSignal } from "../../support/http-client.js";
import { GIB, policyOf } from "../../support/snapshot-builders.js";

const CLUSTER = {
  clock: { mode: "manual" as const },
  nodes: ["pve1", "pve2", "pve3"].map((name) => ({ name, cpus: 16, memory: 64 * GIB })),
  storages: [{ name: "ceph", type: "rbd", shared: true }],
  guests: [101, 102, 103].map((id) => ({
    id,
    node: "pve1",
    memory: 10 * GIB,
    load: { memory: 10 * GIB },
    disks: [{ storage: "ceph", size: GIB }],
  })),
};

async function planThrough(entryNodes: readonly string[], fault: FaultInput): Promise<MigrationPlan> {
  const simulator = await startSimulator({ cluster: CLUSTER, entryNodes });
  onTestFinished(() => simulator.stop());
  simulator.addFault(fault);
  const client = new PveClient({
    endpoints: Object.values(simulator.urls),
    auth: { kind: "token", token: simulator.token("sim") },
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: simulator.ca, fingerprintSha256: null },
    requestTimeoutMs: 5_000,
    sleep: () => Promise.resolve(),
  });
  onTestFinished(() => client.close());
  const access = liveCluster(client, () => new Date(simulator.state().nowMs));
  return planWithPrechecks(access, await access.freshInventory(noSignal()), policyOf(), noSignal());
}

describe("planning while the cluster has trouble", () => {
  it.each([
    { moment: "before the planning", when: undefined },
    { moment: "while the inventory is taken", when: { beforeRequest: { path: "/cluster/resources" } } },
    { moment: "during the prechecks", when: { beforeRequest: { path: "/nodes/*/qemu/*/migrate" } } },
  ])("goes on through another node when the entry node dies $moment", async ({ when }) => {
    const fault = { kind: "node-down", node: "pve3", ...(when === undefined ? {} : { when }) } as const;
    const { migrations } = await planThrough(["pve3", "pve2"], fault);
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.every(({ from }) => from === "pve1")).toBe(true);
  });

  it("sends nobody to a node that has just died", async () => {
    const when = { beforeRequest: { path: "/nodes/*/qemu/*/migrate" } } as const;
    const { migrations } = await planThrough(["pve2"], { kind: "node-down", node: "pve3", when });
    expect(new Set(migrations.map(({ to }) => to))).toEqual(new Set(["pve2"]));
  });

  it("leaves guests alone whose node has just died", async () => {
    const when = { beforeRequest: { path: "/nodes/*/qemu/*/migrate" } } as const;
    const { migrations, unresolved } = await planThrough(["pve2"], { kind: "node-down", node: "pve1", when });
    expect(migrations).toEqual([]);
    expect(unresolved.map(({ reason }) => reason)).toContain("Node pve1 does not answer.");
  });

  it("waits out errors that pass", async () => {
    const answer = { kind: "status", status: 500, text: "got timeout" } as const;
    const fault = { kind: "answer", match: { path: "/nodes/*/qemu/*/migrate" }, answer, times: 2 } as const;
    expect((await planThrough(["pve2"], fault)).migrations.length).toBeGreaterThan(0);
  });

  it("says which request failed when they do not pass", async () => {
    const answer = { kind: "status", status: 500, text: "got timeout" } as const;
    const fault = { kind: "answer", match: { path: "/nodes/*/qemu/*/migrate" }, answer } as const;
    await expect(planThrough(["pve2"], fault)).rejects.toThrow(/GET \/nodes\/pve1\/qemu\/\d+\/migrate.*got timeout/);
  });

  it("leaves a guest alone that vanishes before it is asked about", async () => {
    const gone = { kind: "guest", vmid: 101, change: { kind: "delete" } } as const;
    const when = { beforeRequest: { path: "/nodes/*/qemu/*/migrate" } } as const;
    const { migrations } = await planThrough(["pve2"], { ...gone, when });
    expect(migrations.map(({ vmid }) => vmid)).not.toContain(101);
  });

  it("leaves a guest alone that a backup locks before it is asked about", async () => {
    const locked = { kind: "guest", vmid: 101, change: { kind: "lock", lock: "backup" } } as const;
    const when = { beforeRequest: { path: "/nodes/*/qemu/*/migrate" } } as const;
    const { migrations } = await planThrough(["pve2"], { ...locked, when });
    expect(migrations.map(({ vmid }) => vmid)).not.toContain(101);
  });
});
