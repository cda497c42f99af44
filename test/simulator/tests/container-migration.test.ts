import { expect, it } from "vitest";
import { logOf, send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

it("stops a container, moves it and starts it again on the target", async () => {
  const simulator = await simulate(smallCluster());
  const guest = (): unknown => simulator.state().guests.find((each) => each.vmid === 200);
  const { path, upid } = await startTask(simulator, "/nodes/pve2/lxc/200/migrate", { target: "pve1", restart: "1" });
  expect(upid).toContain(":vzmigrate:200:");
  simulator.advance(5_000);
  expect(guest()).toMatchObject({ node: "pve2", status: "running", lock: "migrate" });
  simulator.advance(2_000);
  expect(guest()).toMatchObject({ status: "stopped" });
  expect((await send(simulator, "/nodes/pve1/lxc/200/status/current")).data).toMatchObject({
    status: "stopped",
    lock: "migrate",
  });
  simulator.advance(60_000);
  expect(guest()).toMatchObject({ node: "pve1", status: "running", lock: undefined });
  expect(await logOf(simulator, path)).toEqual([
    "2026-08-06 09:00:00 shutdown CT 200",
    "2026-08-06 09:00:06 starting migration of CT 200 to node 'pve1' (10.99.0.1)",
    "2026-08-06 09:00:07 start final cleanup",
    "2026-08-06 09:00:08 start container on target node",
    "2026-08-06 09:00:11 migration finished successfully (duration 00:00:11)",
    "TASK OK",
  ]);
});

it("copies local volumes while the container is down", async () => {
  const guests = [{ id: 200, kind: "ct" as const, node: "pve2", disks: [{ storage: "local-zfs", size: "8GiB" }] }];
  const simulator = await simulate(smallCluster({ guests }));
  await startTask(simulator, "/nodes/pve2/lxc/200/migrate", { target: "pve1", restart: "1" });
  simulator.advance(15_000);
  expect(simulator.state().guests[0]).toMatchObject({ node: "pve2", status: "stopped" });
  simulator.advance(15_000);
  expect(simulator.state().guests[0]).toMatchObject({ node: "pve1", status: "running" });
});

it("refuses inside the task to move a bind mount, without having stopped the container", async () => {
  const guests = [{ id: 200, kind: "ct" as const, node: "pve2", config: { mp0: "/mnt/data,mp=/data" } }];
  const simulator = await simulate(smallCluster({ guests }));
  const { path } = await startTask(simulator, "/nodes/pve2/lxc/200/migrate", { target: "pve1", restart: "1" });
  expect((await logOf(simulator, path)).at(-2)).toContain(
    "ERROR: migration aborted (duration 00:00:00): cannot migrate local bind mount point 'mp0'",
  );
  expect(simulator.state().guests[0]).toMatchObject({ node: "pve2", status: "running", lock: undefined });
});

it("starts the container again on its source when the copy fails", async () => {
  const simulator = await simulate(smallCluster());
  simulator.addFault({ kind: "migration-fails", vmid: 200, cause: "no space left" });
  const { path } = await startTask(simulator, "/nodes/pve2/lxc/200/migrate", { target: "pve1", restart: "1" });
  simulator.advance(30_000);
  expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus: "migration aborted" });
  expect(simulator.state().guests.find((each) => each.vmid === 200)).toMatchObject({
    node: "pve2",
    status: "running",
    lock: undefined,
  });
});

it("tells beforehand, with hyphens in the keys, which nodes the HA manager forbids", async () => {
  const simulator = await simulate(smallCluster());
  const plain = (await send(simulator, "/nodes/pve2/lxc/200/migrate")).data;
  expect(plain).toEqual({ running: 1, "allowed-nodes": ["pve1", "old3"], "not-allowed-nodes": {} });
});
