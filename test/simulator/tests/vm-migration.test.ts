import { describe, expect, it } from "vitest";
import { logOf, post, send, startTask } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";
import type { ClusterInput } from "../src/description/cluster-description.js";
import type { Simulator } from "../src/start-simulator.js";

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

function guestState(simulator: Simulator, vmid: number): ReturnType<Simulator["state"]>["guests"][number] | undefined {
  return simulator.state().guests.find((guest) => guest.vmid === vmid);
}

async function resource(simulator: Simulator, id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await send(simulator, "/cluster/resources")).rows.find((row) => row["id"] === id);
}

describe("a live migration", () => {
  it("locks the guest, reports a running task and refuses further moves", async () => {
    const simulator = await simulate(smallCluster());
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    expect(await resource(simulator, "qemu/100")).toMatchObject({ node: "pve1", lock: "migrate", status: "running" });
    expect((await send(simulator, "/nodes/pve1/qemu/100/config")).data).toMatchObject({ lock: "migrate" });
    const status = await send(simulator, `${path}/status`);
    expect(status.data).toMatchObject({
      status: "running",
      type: "qmigrate",
      id: "100",
      user: "root@pam",
      tokenid: "sim",
    });
    expect(status.data).not.toHaveProperty("exitstatus");
    for (const answer of [
      await post(simulator, "/nodes/pve1/qemu/100/migrate", { target: "old3", online: "1" }),
      await send(simulator, "/nodes/pve1/qemu/100/migrate"),
    ]) {
      expect([answer.status, answer.reason]).toEqual([500, "VM is locked (migrate)"]);
    }
  });

  it("writes its log as virtual time passes", async () => {
    const simulator = await simulate(smallCluster());
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(6_500);
    expect(await logOf(simulator, path)).toEqual([
      "2026-08-06 09:00:00 conntrack state migration not supported or disabled, active connections might get dropped",
      "2026-08-06 09:00:00 starting migration of VM 100 to node 'pve2' (10.99.0.2)",
      "2026-08-06 09:00:00 starting VM 100 on remote node 'pve2'",
      "2026-08-06 09:00:03 start remote tunnel",
      "2026-08-06 09:00:04 ssh tunnel ver 1",
      "2026-08-06 09:00:04 starting online/live migration on unix:/run/qemu-server/100.migrate",
      "2026-08-06 09:00:04 set migration capabilities",
      "2026-08-06 09:00:04 migration downtime limit: 100 ms",
      "2026-08-06 09:00:04 migration cachesize: 1.0 GiB",
      "2026-08-06 09:00:04 set migration parameters",
      "2026-08-06 09:00:04 start migrate command to unix:/run/qemu-server/100.migrate",
      "2026-08-06 09:00:05 migration active, transferred 800.0 MiB of 8.0 GiB VM-state, 800.0 MiB/s",
      "2026-08-06 09:00:06 migration active, transferred 1.6 GiB of 8.0 GiB VM-state, 800.0 MiB/s",
    ]);
    simulator.advance(60_000);
    const log = await logOf(simulator, path);
    expect(log.slice(-5)).toEqual([
      expect.stringMatching(/^2026-08-06 09:00:09 average migration speed: 1\.4 GiB\/s - downtime \d+ ms$/),
      "2026-08-06 09:00:09 migration completed, transferred 4.4 GiB VM-state",
      "2026-08-06 09:00:09 migration status: completed",
      "2026-08-06 09:00:11 migration finished successfully (duration 00:00:11)",
      "TASK OK",
    ]);
  });

  it("pages its log and counts all lines", async () => {
    const simulator = await simulate(smallCluster());
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(60_000);
    const page = await send(simulator, `${path}/log?start=3&limit=2`);
    expect(page.json).toEqual({
      data: [
        { n: 4, t: "2026-08-06 09:00:03 start remote tunnel" },
        { n: 5, t: "2026-08-06 09:00:04 ssh tunnel ver 1" },
      ],
      total: 21,
    });
  });

  it("moves the guest at the switch-over and unlocks it after the clean-up", async () => {
    const simulator = await simulate(smallCluster());
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(9_000);
    expect(guestState(simulator, 100)).toMatchObject({ node: "pve1", lock: "migrate", incomingOn: "pve2" });
    simulator.advance(1_000);
    expect(guestState(simulator, 100)).toMatchObject({ node: "pve2", lock: "migrate", incomingOn: undefined });
    simulator.advance(2_000);
    expect(guestState(simulator, 100)).toMatchObject({ node: "pve2", lock: undefined, status: "running" });
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ status: "stopped", exitstatus: "OK" });
    const old = await send(simulator, "/nodes/pve1/qemu/100/config");
    expect([old.status, old.reason]).toEqual([
      500,
      "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist",
    ]);
    expect((await send(simulator, "/nodes/pve2/qemu/100/config")).data).toMatchObject({ name: "web" });
  });

  it("is listed as active while it runs and in the archive afterwards, only on its source", async () => {
    const simulator = await simulate(smallCluster());
    const { upid } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    const list = async (query: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
      (await send(simulator, `/nodes/pve1/tasks?${query}`)).rows;
    expect(await list("source=active")).toMatchObject([{ upid, status: "RUNNING" }]);
    expect(await list("source=archive")).toEqual([]);
    simulator.advance(60_000);
    expect(await list("source=active")).toEqual([]);
    expect(await list("typefilter=qmigrate&vmid=100&statusfilter=ok")).toMatchObject([
      { upid, status: "OK", endtime: 1786006811 },
    ]);
    expect(await list("errors=1")).toEqual([]);
    expect((await send(simulator, "/nodes/pve2/tasks?source=all")).rows).toEqual([]);
    const elsewhere = await send(simulator, `/nodes/pve2/tasks/${encodeURIComponent(upid)}/status`);
    expect([elsewhere.status, elsewhere.json]).toMatchObject([400, { errors: { upid: "no such task" } }]);
    expect((await send(simulator, "/cluster/tasks")).rows).toMatchObject([{ upid, saved: "1", status: "OK" }]);
  });

  it("takes longer with more memory and shares the links with other moves", async () => {
    const duration = async (vmids: readonly number[]): Promise<number> => {
      const simulator = await simulate(smallCluster());
      for (const vmid of vmids)
        await startTask(simulator, `/nodes/pve1/qemu/${vmid}/migrate`, {
          target: "pve2",
          online: "1",
          "with-local-disks": "1",
        });
      let elapsedMs = 0;
      while (guestState(simulator, 100)?.lock !== undefined) {
        simulator.advance(100);
        elapsedMs += 100;
      }
      return elapsedMs;
    };
    const alone = await duration([100]);
    // 4 s set-up, 4.4 GiB at 800 MiB/s, 2 s clean-up.
    expect(alone).toBe(Math.ceil((4_000 + ((4.4 * GIB) / (800 * MIB)) * 1000 + 2_000) / 100) * 100);
    expect(await duration([100, 101])).toBeGreaterThan(alone + 4_000);
  });

  it("keeps to the limit that the caller sets", async () => {
    const simulator = await simulate(smallCluster());
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", {
      target: "pve2",
      online: "1",
      bwlimit: "102400",
    });
    simulator.advance(5_000);
    expect((await logOf(simulator, path)).at(-1)).toContain("transferred 100.0 MiB of 8.0 GiB VM-state, 100.0 MiB/s");
  });

  it("copies local disks first, and their bytes change the node", async () => {
    const simulator = await simulate(smallCluster());
    const used = async (node: string): Promise<unknown> =>
      (await resource(simulator, `storage/${node}/local-zfs`))?.["disk"];
    const before = [await used("pve1"), await used("pve2")].map(Number);
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/101/migrate", {
      target: "pve2",
      online: "1",
      "with-local-disks": "1",
    });
    simulator.advance(60_000);
    const log = await logOf(simulator, path);
    expect(log).toContain("2026-08-06 09:00:00 found local disk 'local-zfs:vm-101-disk-0' (attached)");
    expect(log).toContain("mirror-scsi0: transferred 800.0 MiB of 8.0 GiB (9.77%) in 1s");
    expect(log).toContain("mirror-scsi0: transferred 8.0 GiB of 8.0 GiB (100.00%) in 10s, ready");
    expect(log.indexOf("all 'mirror' jobs are ready")).toBeLessThan(
      log.findIndex((line) => line.includes("starting online/live migration")),
    );
    expect([await used("pve1"), await used("pve2")].map(Number)).toEqual([
      (before[0] ?? 0) - 8 * GIB,
      (before[1] ?? 0) + 8 * GIB,
    ]);
  });

  it("names disks in the words of version 8 there", async () => {
    const guests = [{ id: 105, node: "old3", disks: [{ storage: "local-zfs", size: "4GiB" }] }];
    const simulator = await simulate(smallCluster({ guests }));
    const { path } = await startTask(simulator, "/nodes/old3/qemu/105/migrate", {
      target: "pve1",
      online: "1",
      "with-local-disks": "1",
    });
    simulator.advance(6_000);
    const log = await logOf(simulator, path);
    expect(log.at(-1)).toContain("drive-scsi0: transferred 1.6 GiB");
    expect(log[0]).toContain("starting migration of VM 105");
  });

  it("puts disks on the target storage that the caller names", async () => {
    const simulator = await simulate(smallCluster());
    const body = { target: "pve2", online: "1", "with-local-disks": "1", targetstorage: "fast:local-zfs" };
    await startTask(simulator, "/nodes/pve1/qemu/104/migrate", body);
    simulator.advance(60_000);
    expect((await send(simulator, "/nodes/pve2/qemu/104/config")).data).toMatchObject({
      scsi0: "local-zfs:vm-104-disk-0,size=4G",
    });
  });
});

describe("a migration that must fail", () => {
  const cases: readonly (readonly [
    string,
    NonNullable<ClusterInput["guests"]>[number],
    Readonly<Record<string, string>>,
    string,
  ])[] = [
    [
      "local disks without the option",
      { id: 300, node: "pve1", disks: [{ storage: "local-zfs", size: "1GiB" }] },
      {},
      "can't live migrate attached local disks without with-local-disks option",
    ],
    [
      "a passed-through device",
      { id: 300, node: "pve1", config: { hostpci0: "0000:01:00" } },
      {},
      "can't migrate VM which uses local devices: hostpci0",
    ],
    [
      "a CD-ROM image on local storage",
      { id: 300, node: "pve1", config: { ide2: "local-zfs:iso/debian.iso,media=cdrom,size=700M" } },
      { "with-local-disks": "1" },
      "can't migrate local cdrom 'local-zfs:iso/debian.iso': local cdrom image",
    ],
  ];

  it.each(cases)("ends at once for %s, with the cause in the log only", async (_, guest, options, cause) => {
    const simulator = await simulate(smallCluster({ guests: [guest] }));
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/300/migrate", {
      target: "pve2",
      online: "1",
      ...options,
    });
    simulator.advance(10_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({
      status: "stopped",
      exitstatus: "migration aborted",
    });
    expect((await logOf(simulator, path)).slice(-2)).toEqual([
      `2026-08-06 09:00:00 ERROR: migration aborted (duration 00:00:00): ${cause}`,
      "TASK ERROR: migration aborted",
    ]);
    expect(guestState(simulator, 300)).toMatchObject({ node: "pve1", lock: undefined, incomingOn: undefined });
  });

  it.each([
    ["a bridge that is missing there", { id: 300, node: "pve1", bridge: "vmbr7" }, "bridge 'vmbr7' does not exist"],
    ["more vCPUs than threads there", { id: 300, node: "pve1", cores: 24 }, "MAX 16 vcpus allowed per VM on this node"],
  ])("ends when the target cannot start it for %s", async (_, guest, cause) => {
    const simulator = await simulate(smallCluster({ guests: [guest] }));
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/300/migrate", { target: "old3", online: "1" });
    simulator.advance(10_000);
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus: "migration problems" });
    expect((await logOf(simulator, path)).slice(-6)).toEqual([
      `2026-08-06 09:00:03 [old3] ${cause}`,
      "2026-08-06 09:00:03 ERROR: online migrate failure - remote command failed with exit code 255",
      "2026-08-06 09:00:03 aborting phase 2 - cleanup resources",
      "2026-08-06 09:00:03 migrate_cancel",
      "2026-08-06 09:00:05 ERROR: migration finished with problems (duration 00:00:05)",
      "TASK ERROR: migration problems",
    ]);
    expect(guestState(simulator, 300)).toMatchObject({ node: "pve1", lock: undefined, incomingOn: undefined });
  });

  it("stops when its task is deleted, and leaves the guest on the source", async () => {
    const simulator = await simulate(smallCluster());
    const { path } = await startTask(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    simulator.advance(6_000);
    expect((await send(simulator, path, { method: "DELETE" })).json).toEqual({ data: null });
    expect((await send(simulator, `${path}/status`)).data).toMatchObject({
      status: "stopped",
      exitstatus: "interrupted by signal",
    });
    expect((await logOf(simulator, path)).slice(-4)).toEqual([
      "2026-08-06 09:00:06 ERROR: online migrate failure - interrupted by signal",
      "2026-08-06 09:00:06 aborting phase 2 - cleanup resources",
      "2026-08-06 09:00:06 migrate_cancel",
      "TASK ERROR: interrupted by signal",
    ]);
    expect(guestState(simulator, 100)).toMatchObject({ node: "pve1", lock: undefined, incomingOn: undefined });
    simulator.advance(60_000);
    expect(guestState(simulator, 100)?.node).toBe("pve1");
    expect((await send(simulator, path, { method: "DELETE" })).json).toEqual({ data: null });
  });
});

it("moves a stopped VM without asking for a live migration", async () => {
  const simulator = await simulate(smallCluster());
  const { path } = await startTask(simulator, "/nodes/pve2/qemu/103/migrate", { target: "pve1" });
  simulator.advance(2_000);
  expect((await send(simulator, `${path}/status`)).data).toMatchObject({ exitstatus: "OK" });
  expect(guestState(simulator, 103)).toMatchObject({ node: "pve1", status: "stopped", lock: undefined });
});

it("tells beforehand what keeps a VM from a node, with empty objects for nodes that are fine", async () => {
  const simulator = await simulate(smallCluster());
  expect((await send(simulator, "/nodes/pve1/qemu/104/migrate")).data).toMatchObject({
    running: 1,
    allowed_nodes: [],
    not_allowed_nodes: { pve2: { unavailable_storages: ["fast"] }, old3: { unavailable_storages: ["fast"] } },
    local_disks: [{ volid: "fast:vm-104-disk-0", size: 4 * GIB, cdrom: 0, is_unused: 0 }],
  });
  const free = (await send(simulator, "/nodes/pve1/qemu/100/migrate?target=pve2")).data;
  expect(free).toMatchObject({
    allowed_nodes: ["pve2"],
    not_allowed_nodes: { pve2: {} },
    local_disks: [],
    "has-dbus-vmstate": 1,
  });
  expect(free).not.toHaveProperty("dependent-ha-resources");
  expect((await send(simulator, "/nodes/old3/qemu/105/migrate")).data).not.toHaveProperty("has-dbus-vmstate");
});
