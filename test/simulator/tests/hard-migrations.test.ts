import { describe, expect, it } from "vitest";
import type { ClusterInput } from "../src/description/cluster-description.js";
import { logOf, send, startTask } from "./client.js";
import { simulate } from "./clusters.js";

const MIB = 1024 ** 2;
type Load = NonNullable<ClusterInput["guests"]>[number]["load"];

function clusterWith(load: Load, changes: Partial<ClusterInput> = {}): ClusterInput {
  return {
    clock: { mode: "manual" },
    nodes: [
      { name: "n1", linkBytesPerSecond: 100 * MIB },
      { name: "n2", linkBytesPerSecond: 100 * MIB, memory: "16GiB" },
    ],
    storages: [{ name: "ceph", type: "rbd" }],
    guests: [{ id: 100, node: "n1", memory: "4GiB", load: { memory: "1GiB", ...load } }],
    ...changes,
  };
}

const MOVE = { target: "n2", online: "1" };

describe("a guest that writes while it is sent", () => {
  it("needs a few more passes when it writes slower than it is sent", async () => {
    const simulator = await simulate(clusterWith({ dirtyBytesPerSecond: 50 * MIB }));
    const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(60_000);
    const log = (await logOf(simulator, path)).join("\n");
    expect(log).not.toContain("auto-increased downtime");
    expect(log).toMatch(/migration completed, transferred 2\.0 GiB VM-state/);
    expect(log).toContain("TASK OK");
  });

  it("does not converge when it writes as fast, until the permitted downtime is long enough", async () => {
    const simulator = await simulate(clusterWith({ dirtyBytesPerSecond: 120 * MIB }));
    const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(60_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ status: "running" });
    simulator.advance(600_000);
    const log = await logOf(simulator, path);
    const limits = log.flatMap(
      (line) => /auto-increased downtime to continue migration: (\d+) ms/.exec(line)?.[1] ?? [],
    );
    expect(limits.slice(0, 3)).toEqual(["200", "400", "800"]);
    const downtimeMs = Number(
      /downtime (\d+) ms$/.exec(log.find((line) => line.includes("average migration")) ?? "")?.[1],
    );
    expect(downtimeMs).toBeGreaterThan(5000);
    expect(log.at(-1)).toBe("TASK OK");
    expect(simulator.state().guests[0]?.node).toBe("n2");
  });
});

describe("a migration that hangs", () => {
  it("keeps its lock and sends nothing more, until somebody stops it", async () => {
    const simulator = await simulate(clusterWith({}));
    simulator.addFault({ kind: "migration-hangs", vmid: 100, fraction: 0.3 });
    const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(3_600_000);
    const before = await logOf(simulator, path);
    simulator.advance(3_600_000);
    expect(await logOf(simulator, path)).toEqual(before);
    expect(simulator.state().guests[0]).toMatchObject({ node: "n1", lock: "migrate", incomingOn: "n2" });
    await send(simulator, path, { method: "DELETE" });
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus: "interrupted by signal" });
    expect(simulator.state().guests[0]).toMatchObject({ node: "n1", lock: undefined, incomingOn: undefined });
  });
});

describe("a migration that ends otherwise than its task says", () => {
  it.each([
    ["moved-but-failed", "n2", "running", "migration problems"],
    ["stayed-but-ok", "n1", "running", "OK"],
    ["crashed", "n2", "stopped", "OK"],
  ] as const)("is possible: %s", async (how, node, status, exitstatus) => {
    const simulator = await simulate(clusterWith({}));
    simulator.addFault({ kind: "migration-ends", vmid: 100, how });
    const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(60_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus });
    expect(simulator.state().guests[0]).toMatchObject({ node, status, lock: undefined });
  });
});

describe("a node without memory for a guest", () => {
  const guests: ClusterInput["guests"] = [
    { id: 100, node: "n1", memory: "8GiB", load: { memory: "1GiB" } },
    { id: 101, node: "n2", memory: "12GiB", load: { memory: "12GiB" } },
    { id: 102, node: "n2", memory: "8GiB", status: "stopped" },
  ];
  const strict: ClusterInput["nodes"] = [{ name: "n1" }, { name: "n2", memory: "16GiB", overcommit: false }];

  it("refuses to take it in where memory is not promised twice", async () => {
    const simulator = await simulate(clusterWith({}, { nodes: strict, guests }));
    const { path } = await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(60_000);
    expect((await logOf(simulator, path)).join("\n")).toContain(
      "[n2] kvm: cannot set up guest memory 'pc.ram': Cannot allocate memory",
    );
    expect(simulator.state().guests[0]).toMatchObject({ node: "n1", status: "running", lock: undefined });
    const start = await startTask(simulator, "/nodes/n2/qemu/102/status/start", {});
    simulator.advance(10_000);
    expect((await send(simulator, `${start.path}/status`)).data).toMatchObject({
      exitstatus: "start failed: QEMU exited with code 1",
    });
  });

  it("takes it all the same where it is, as by default", async () => {
    const simulator = await simulate(clusterWith({}, { guests }));
    await startTask(simulator, "/nodes/n1/qemu/100/migrate", MOVE);
    simulator.advance(60_000);
    expect(simulator.state().guests[0]).toMatchObject({ node: "n2" });
  });
});
