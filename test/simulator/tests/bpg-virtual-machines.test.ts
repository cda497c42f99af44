import { describe, expect, it } from "vitest";
import { BpgClient } from "./bpg-client.js";
import { bpgCluster, NEW_VM } from "./bpg-cluster.js";
import { simulate } from "./clusters.js";
import { STRICT } from "./strict-types.js";

async function readVm(client: BpgClient, vmid: number): Promise<Readonly<Record<string, unknown>>> {
  const rows = await client.ask("GET cluster/resources?type=vm", STRICT.guestRows);
  const node = rows.find((row) => row.vmid === vmid)?.node ?? "";
  const config = await client.ask(`GET nodes/${node}/qemu/${vmid}/config`, STRICT.vmConfig);
  await client.ask(`GET nodes/${node}/qemu/${vmid}/status/current`, STRICT.vmStatus);
  for (const pool of await client.ask("GET pools", STRICT.pools))
    await client.ask(`GET pools?poolid=${pool.poolid}`, STRICT.onePool);
  return { node, ...config };
}

describe("a virtual machine", () => {
  it("is created, started, read, updated and deleted", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    expect(await client.ask("GET cluster/nextid", STRICT.nextId)).toBe("100");
    expect(await client.refused("GET cluster/nextid?vmid=900")).toMatchObject({
      status: 400,
      errors: { vmid: "VM 900 already exists" },
    });
    expect(await client.run("POST nodes/pve1/qemu", { ...NEW_VM, pool: "web" })).toBe("OK");
    const stopped = await client.ask("GET nodes/pve1/qemu/100/status/current", STRICT.vmStatus);
    expect(stopped).toMatchObject({ status: "stopped", vmid: 100, name: "web-1" });
    expect(stopped).not.toHaveProperty("lock");
    expect(await client.run("POST nodes/pve1/qemu/100/status/start", { timeout: "1800" })).toBe("OK");
    await client.until("GET nodes/pve1/qemu/100/status/current", ({ status }) => status === "running");

    const read = await readVm(client, 100);
    expect(read).toMatchObject({
      node: "pve1",
      boot: "order=scsi0;net0",
      memory: "512",
      balloon: 0,
      tags: "blue;prod",
      scsi0: "local-lvm:vm-100-disk-0,aio=io_uring,discard=on,size=8G",
    });
    expect(read["net0"]).toMatch(/^virtio=BC:24:11(?::[0-9A-F]{2}){3},bridge=vmbr0,firewall=0$/);
    expect(await client.ask("GET nodes/pve1/storage/local-lvm/content/local-lvm:vm-100-disk-0", STRICT.volume)).toEqual(
      { format: "raw", path: "/mnt/local-lvm/vm-100-disk-0", size: 8 * 1024 ** 3, used: 8 * 1024 ** 3 },
    );

    await client.ask("PUT pools?poolid=web", STRICT.nothing, { vms: "100", delete: "1" });
    await client.ask("PUT pools?poolid=db", STRICT.nothing, { vms: "100" });
    await client.ask("PUT nodes/pve1/qemu/100/config", STRICT.nothing, {
      name: "web-2",
      cores: "4",
      description: "changed",
      delete: "tags,keyboard",
      net0: String(read["net0"]).replace("vmbr0", "vmbr1"),
    });
    expect(await client.run("PUT nodes/pve1/qemu/100/resize", { disk: "scsi0", size: "12G" })).toBe("OK");
    expect(await client.run("POST nodes/pve1/qemu/100/status/reboot", { timeout: "1800" })).toBe("OK");
    const updated = await readVm(client, 100);
    expect(updated).toMatchObject({ name: "web-2", cores: 4, scsi0: expect.stringContaining("size=12G") as unknown });
    expect(updated["net0"]).toBe(String(read["net0"]).replace("vmbr0", "vmbr1"));
    expect(updated).not.toHaveProperty("tags");
    expect(updated).not.toHaveProperty("keyboard");

    expect(await client.run("POST nodes/pve1/qemu/100/status/shutdown", { forceStop: "1", timeout: "1800" })).toBe(
      "OK",
    );
    await client.until("GET nodes/pve1/qemu/100/status/current", ({ status }) => status === "stopped");
    expect(await client.run("DELETE nodes/pve1/qemu/100/?destroy-unreferenced-disks=1&purge=1")).toBe("OK");
    expect(await client.refused("GET nodes/pve1/qemu/100/status/current")).toMatchObject({
      status: 500,
      reason: "Configuration file 'nodes/pve1/qemu-server/100.conf' does not exist",
    });
    expect(await client.ask("GET nodes/pve1/storage/local-lvm/status", STRICT.storageStatus)).toMatchObject({
      used: 0,
    });
  });

  it("is known while it is being created, and refuses everything until then", async () => {
    const simulator = await simulate(bpgCluster());
    const client = new BpgClient(simulator);
    await client.ask("POST nodes/pve1/qemu", STRICT.upid, NEW_VM);
    const rows = await client.ask("GET cluster/resources?type=vm", STRICT.guestRows);
    expect(rows.find((row) => row.vmid === 100)).toMatchObject({ status: "unknown", lock: "create", node: "pve1" });
    expect(await client.refused("POST nodes/pve1/qemu/100/status/start")).toMatchObject({
      status: 500,
      reason: "VM is locked (create)",
    });
    expect(await client.refused("POST nodes/pve2/qemu", NEW_VM)).toMatchObject({
      status: 500,
      reason: "unable to create VM 100 - VM 100 already exists on node 'pve1'",
    });
    simulator.advance(60_000);
    expect(simulator.state().guests.find((guest) => guest.vmid === 100)).toMatchObject({ lock: undefined });
  });

  it("vanishes again when its creation is interrupted or finds no space", async () => {
    const small = bpgCluster();
    const simulator = await simulate({ ...small, storages: [{ name: "local-lvm", type: "lvmthin", size: "4GiB" }] });
    const client = new BpgClient(simulator);
    expect(await client.run("POST nodes/pve1/qemu", NEW_VM)).toContain("not enough free space");
    const upid = await client.ask("POST nodes/pve1/qemu", STRICT.upid, NEW_VM);
    await client.ask(`DELETE nodes/pve1/tasks/${encodeURIComponent(upid)}`, STRICT.nothing);
    expect(await client.ask("GET cluster/nextid?vmid=100", STRICT.nextId)).toBe("100");
    expect(simulator.state().tasks.map((task) => task.exitStatus)).toEqual([
      "unable to create image: storage 'local-lvm' is full: not enough free space",
      "interrupted by signal",
    ]);
  });

  it("is cloned from a template, moved to another node when its storage is local, and changed", async () => {
    const simulator = await simulate(bpgCluster());
    const client = new BpgClient(simulator);
    await client.ask("GET nodes/pve1/qemu/900/config", STRICT.vmConfig);
    expect(await client.ask("GET nodes/pve1/storage/local-lvm/status", STRICT.storageStatus)).toMatchObject({
      shared: 0,
    });
    expect(await client.refused("POST nodes/pve1/qemu/900/clone", { newid: "101", target: "pve2" })).toMatchObject({
      status: 500,
      reason: "can't clone to node 'pve2': Volume 'local-lvm:vm-900-disk-0' is not shared",
    });
    const clone = { newid: "101", name: "copy", full: "1", storage: "local-lvm", pool: "web", description: "a copy" };
    expect(await client.run("POST nodes/pve1/qemu/900/clone", clone)).toBe("OK");
    await client.until("GET nodes/pve1/qemu/101/config", (config) => config["lock"] === undefined);
    expect(
      await client.run("POST nodes/pve1/qemu/101/migrate", { target: "pve2", online: "1", "with-local-disks": "1" }),
    ).toBe("OK");
    await client.ask("PUT nodes/pve2/qemu/101/config", STRICT.nothing, { name: "copy", memory: "4096" });
    expect(await client.run("PUT nodes/pve2/qemu/101/resize", { disk: "scsi0", size: "+2G" })).toBe("OK");
    const template = await client.ask("GET nodes/pve1/qemu/900/config", STRICT.vmConfig);
    const copy = await readVm(client, 101);
    expect(copy).toMatchObject({ node: "pve2", memory: "4096", scsi0: "local-lvm:vm-101-disk-0,size=10G" });
    expect(copy).not.toHaveProperty("template");
    expect(copy["net0"]).not.toBe(template["net0"]);
    expect(copy["smbios1"]).not.toBe(template["smbios1"]);
    expect(await client.ask("GET nodes/pve2/storage/local-lvm/status", STRICT.storageStatus)).toMatchObject({
      used: 10 * 1024 ** 3,
    });
  });

  it("moves a disk to another storage and becomes a template", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    await client.run("POST nodes/pve1/qemu", NEW_VM);
    expect(
      await client.run("POST nodes/pve1/qemu/100/move_disk", { disk: "scsi0", storage: "ceph", delete: "1" }),
    ).toBe("OK");
    expect(await client.ask("GET nodes/pve1/qemu/100/config", STRICT.vmConfig)).toMatchObject({
      scsi0: "ceph:vm-100-disk-0,aio=io_uring,discard=on,size=8G",
    });
    await client.ask("PUT nodes/pve1/qemu/100/cloudinit", STRICT.nothing);
    expect(await client.run("POST nodes/pve1/qemu/100/template")).toBe("OK");
    const rows = await client.ask("GET nodes/pve1/qemu", STRICT.vmList);
    expect(rows.map((row) => [row.vmid, row.template])).toEqual([
      [900, 1],
      [100, 1],
    ]);
    expect((await client.refused("POST nodes/pve1/qemu/100/status/start")).reason).toBe(
      "you can't start a vm if it's a template",
    );
  });

  it("keeps the volume of a removed disk until that is removed, too", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    await client.run("POST nodes/pve1/qemu", {
      ...NEW_VM,
      scsi1: "file=local-lvm:4",
      ide2: "file=local-lvm:cloudinit",
    });
    expect(await client.ask("GET nodes/pve1/qemu/100/config", STRICT.vmConfig)).toMatchObject({
      scsi1: "local-lvm:vm-100-disk-1,size=4G",
      ide2: "local-lvm:vm-100-cloudinit,media=cdrom,size=4M",
    });
    await client.ask("PUT nodes/pve1/qemu/100/config", STRICT.nothing, { delete: "scsi1" });
    expect(await client.ask("GET nodes/pve1/qemu/100/config", STRICT.vmConfig)).toMatchObject({
      unused0: "local-lvm:vm-100-disk-1",
    });
    await client.ask("PUT nodes/pve1/qemu/100/config", STRICT.nothing, {
      scsi0: "file=ceph:2",
      ide2: "none,media=cdrom",
    });
    expect(await client.ask("GET nodes/pve1/qemu/100/config", STRICT.vmConfig)).toMatchObject({
      scsi0: "ceph:vm-100-disk-0,size=2G",
      unused1: "local-lvm:vm-100-disk-0",
      ide2: "none,media=cdrom",
    });
  });

  it("is not destroyed while it runs, is protected or is under HA", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    await client.run("POST nodes/pve1/qemu", { ...NEW_VM, protection: "1" });
    expect((await client.refused("DELETE nodes/pve1/qemu/100")).reason).toBe(
      "can't remove VM 100 - protection mode enabled",
    );
    await client.ask("PUT nodes/pve1/qemu/100/config", STRICT.nothing, { protection: "0" });
    await client.run("POST nodes/pve1/qemu/100/status/start");
    expect((await client.refused("DELETE nodes/pve1/qemu/100")).reason).toBe("VM 100 is running - destroy failed");
    await client.run("POST nodes/pve1/qemu/100/status/stop");
    await client.ask("POST cluster/ha/resources/", STRICT.nothing, { sid: "vm:100", state: "stopped" });
    expect((await client.refused("DELETE nodes/pve1/qemu/100")).reason).toBe(
      "unable to remove VM 100 - used in HA resources and purge parameter not set.",
    );
    const rule = { rule: "near", type: "node-affinity", resources: "vm:100,vm:900", nodes: "pve1" };
    await client.ask("POST cluster/ha/rules/", STRICT.nothing, rule);
    expect(await client.run("DELETE nodes/pve1/qemu/100/?purge=1")).toBe("OK");
    expect(await client.ask("GET cluster/ha/rules/near", STRICT.haRule)).toMatchObject({ resources: "vm:900" });
    expect((await client.refused("GET cluster/ha/resources/vm:100")).reason).toBe("no such resource 'vm:100'");
  });

  it("under HA moves by the manager's own call, and the client follows its node", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    await client.run("POST nodes/pve1/qemu", { ...NEW_VM, scsi0: "file=ceph:8", start: "1" });
    await client.ask("POST cluster/ha/resources/", STRICT.nothing, { sid: "vm:100", type: "vm", state: "started" });
    await client.ask("GET cluster/ha/resources/vm:100", STRICT.haResource);
    await client.until("GET nodes/pve1/qemu/100/status/current", ({ status }) => status === "running");
    expect(await client.ask("POST cluster/ha/resources/vm:100/migrate", STRICT.haMove, { node: "pve2" })).toEqual({
      sid: "vm:100",
      "requested-node": "pve2",
    });
    await client.until(
      "GET nodes/pve2/qemu/100/status/current",
      ({ lock, vmid }) => vmid === 100 && lock === undefined,
    );
    expect(await readVm(client, 100)).toMatchObject({ node: "pve2" });
  });

  it("without an answering guest agent says so at once", async () => {
    const client = new BpgClient(await simulate(bpgCluster()));
    await client.run("POST nodes/pve1/qemu", { ...NEW_VM, agent: "enabled=1", start: "1" });
    await client.until("GET nodes/pve1/qemu/100/status/current", ({ status }) => status === "running");
    expect((await client.refused("GET nodes/pve1/qemu/100/agent/network-get-interfaces")).reason).toBe(
      "QEMU guest agent is not running",
    );
    expect((await client.refused("POST nodes/pve1/qemu/100/agent/ping")).status).toBe(500);
  });

  it("keeps the address that it was given, and uses half of its memory when it runs", async () => {
    const simulator = await simulate(bpgCluster());
    const client = new BpgClient(simulator);
    const net0 = "model=virtio,bridge=vmbr0,macaddr=bc:24:11:00:00:01";
    await client.run("POST nodes/pve1/qemu", { ...NEW_VM, memory: "4096", net0, start: "1" });
    simulator.advance(60_000);
    expect(await client.ask("GET nodes/pve1/qemu/100/config", STRICT.vmConfig)).toMatchObject({
      net0: "virtio=BC:24:11:00:00:01,bridge=vmbr0",
    });
    expect(await client.ask("GET nodes/pve1/qemu/100/status/current", STRICT.vmStatus)).toMatchObject({
      maxmem: 4 * 1024 ** 3,
      mem: 2 * 1024 ** 3,
    });
  });
});
