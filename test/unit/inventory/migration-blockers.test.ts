import { describe, expect, it } from "vitest";
import { migrationBlockers } from "../../../provider/src/inventory/migration-blockers.js";
import type { MigrationBlockers } from "../../../provider/src/inventory/migration-blockers.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { Refusal, startCannedCluster } from "../../support/http-cluster.js";
import { fixtureBody } from "../../support/http-fixtures.js";

const VM = { node: "hv1", type: "vm", vmid: 3110 } as const;
const CT = { node: "hv1", type: "ct", vmid: 3200 } as const;

const FREE = {
  running: 1,
  allowed_nodes: ["hv2"],
  not_allowed_nodes: { hv2: {} },
  local_disks: [] as unknown[],
  local_resources: [] as string[],
  "mapped-resource-info": {},
};

async function blockersOf(guest: typeof VM | typeof CT, answer: unknown): Promise<MigrationBlockers> {
  const path = `/nodes/hv1/${guest.type === "vm" ? "qemu" : "lxc"}/${guest.vmid}/migrate`;
  const server = await startCannedCluster(answer === undefined ? {} : { [path]: answer });
  return migrationBlockers(openTestClient({ endpoints: [server.origin] }), guest, noSignal());
}

describe("migrationBlockers", () => {
  it("finds every kind of obstacle", async () => {
    const answer = fixtureBody("qemu/migrate-preconditions.blocked.pve9.recreated.json").data;
    expect(await blockersOf(VM, answer)).toEqual({
      vmid: 3110,
      blocked: [
        "The guest uses devices of its node: hostpci1, usb0.",
        "The guest has a CD-ROM image on local storage: local:iso/installer.iso.",
        "The guest runs with mapped devices that cannot move live: hostpci0.",
      ],
      blockedNodes: [
        {
          node: "hv3",
          reasons: ["Storage local-zfs is not available on hv3."],
          onlyLacks: ["local-zfs"],
          onlyBecauseOf: [],
        },
        {
          node: "hv4",
          reasons: [
            "The resource mapping gpu-a does not exist on hv4.",
            "HA keeps the guest off hv4 because of vm:3111 (resource-affinity).",
          ],
          onlyLacks: [],
          onlyBecauseOf: [],
        },
      ],
      localDiskBytes: 34_359_738_368,
      disks: [{ storage: "local-zfs", bytes: 34_359_738_368 }],
      copiedStorages: ["local-zfs"],
      localSnapshots: [],
      movesAlong: [3112],
    });
  });

  it.each(["qemu/migrate-preconditions.pve9.recreated.json", "qemu/migrate-preconditions.pve8.recreated.json"])(
    "does not take the empty objects of allowed nodes for obstacles (%s)",
    async (name) => {
      const { blocked, blockedNodes } = await blockersOf(VM, fixtureBody(name).data);
      expect(blocked).toEqual([]);
      expect(blockedNodes.map(({ node }) => node)).not.toContain("hv2");
      expect(blockedNodes.map(({ node }) => node)).not.toContain("old2");
    },
  );

  it("takes an objection that it does not know for an obstacle", async () => {
    const { blockedNodes } = await blockersOf(VM, { ...FREE, not_allowed_nodes: { hv2: { "too-hot": 1 } } });
    expect(blockedNodes).toEqual([
      { node: "hv2", reasons: ["Proxmox VE rules hv2 out: too-hot."], onlyLacks: [], onlyBecauseOf: [] },
    ]);
  });

  it("names the snapshots of local disks while the VM runs", async () => {
    const disk = { volid: "local-zfs:vm-1-disk-0", size: 1024, referenced_in_snapshot: { b: 1, a: 1 } };
    const running = await blockersOf(VM, { ...FREE, local_disks: [disk] });
    expect(running.localSnapshots).toEqual(["a", "b"]);
    const stopped = await blockersOf(VM, { ...FREE, running: 0, local_disks: [disk] });
    expect(stopped.localSnapshots).toEqual([]);
  });

  it.each([
    ["local-lvm:base-900-disk-0/vm-101-disk-0", true],
    ["local:900/base-900-disk-0.qcow2/101/vm-101-disk-0.qcow2", true],
    ["local-lvm:vm-101-disk-0", false],
  ])("tells linked clones on local storage from other disks: %s", async (volid, isClone) => {
    const { blocked } = await blockersOf(VM, { ...FREE, local_disks: [{ volid, size: 1024 }] });
    expect(blocked.join()).toBe(
      isClone ? `The guest is a linked clone whose template is on storage that is not shared: ${volid}.` : "",
    );
  });

  it("tells the drive of a node from an image", async () => {
    const { blocked } = await blockersOf(VM, { ...FREE, local_disks: [{ volid: "cdrom", size: 0, cdrom: 1 }] });
    expect(blocked).toEqual(["The guest uses the CD-ROM drive of its node."]);
  });

  it("reads the hyphenated answer for containers", async () => {
    const answer = fixtureBody("lxc/migrate-preconditions.pve9.recreated.json").data;
    expect(await blockersOf(CT, answer)).toMatchObject({
      blocked: [],
      blockedNodes: [{ node: "hv4", reasons: [expect.stringContaining("ct:3201") as string] }],
      movesAlong: [3202],
    });
  });

  it("counts a container as free where the server cannot be asked", async () => {
    expect(await blockersOf(CT, undefined)).toMatchObject({ blocked: [], blockedNodes: [] });
  });

  it("does not count a VM as free where the server does not know the request", async () => {
    await expect(blockersOf(VM, undefined)).rejects.toMatchObject({ code: "not_implemented" });
  });

  it("adds up local disks, without cloud-init drives and shared ones", async () => {
    const answer = {
      ...FREE,
      local_disks: [
        { volid: "local-zfs:vm-3110-disk-0", size: 1000, cdrom: 0, is_unused: 0 },
        { volid: "local-zfs:vm-3110-disk-1", size: 500, cdrom: 0, is_unused: 1 },
        { volid: "san:vm-3110-disk-2", size: 9000, cdrom: 0, is_unused: 0, shared: 1 },
        { volid: "local-zfs:vm-3110-cloudinit", size: 4, cdrom: 1, is_unused: 0 },
      ],
    };
    expect(await blockersOf(VM, answer)).toMatchObject({ blocked: [], localDiskBytes: 1500 });
  });

  it("lets a stopped VM move with mapped devices", async () => {
    const mapped = { "mapped-resource-info": { hostpci0: { name: "gpu" } } };
    expect((await blockersOf(VM, { ...FREE, ...mapped, running: 0 })).blocked).toEqual([]);
    expect((await blockersOf(VM, { ...FREE, ...mapped })).blocked).toHaveLength(1);
  });

  it("says what a locked guest is busy with", async () => {
    const { blocked } = await blockersOf(VM, new Refusal(500, "VM is locked (backup)"));
    expect(blocked).toEqual(["The guest is busy: VM is locked (backup)."]);
  });

  it("passes on that a guest is gone", async () => {
    const gone = new Refusal(500, "Configuration file 'nodes/hv1/qemu-server/3110.conf' does not exist");
    await expect(blockersOf(VM, gone)).rejects.toThrow("does not exist");
  });
});
