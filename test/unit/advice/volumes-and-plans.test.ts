import { describe, expect, it } from "vitest";
import { GIB } from "../../support/snapshot-builders.js";
import { moved, planOn, reasonsOf, STORAGES, vm } from "./stage.js";

const ct = (id: number, change: Parameters<typeof vm>[3] = {}) => vm(id, "pve1", 10, { kind: "ct", ...change });

const DRAIN = { maintenance_nodes: ["pve1"], balanciness: 90, balance_types: ["vm", "ct"] };

describe("a plan for containers", () => {
  it("leaves those alone that mount a directory of their node", async () => {
    const answer = await planOn({ guests: [ct(301, { config: { mp0: "/srv/data,mp=/data" } })] }, DRAIN);
    expect(moved(answer)).toEqual([]);
    expect(reasonsOf(answer)).toContain("The container mounts /srv/data of its node (mp0)");
  });

  it("moves those whose directory is said to be the same on every node", async () => {
    const config = { mp0: "/srv/data,mp=/data,shared=1" };
    expect(moved(await planOn({ guests: [ct(301, { config })] }, DRAIN))).toEqual([301]);
  });

  it("copies no volumes that must not be copied", async () => {
    const guests = [ct(301, { disks: [{ storage: "local-zfs", size: 500 * GIB }] })];
    const answer = await planOn({ guests }, { ...DRAIN, with_local_disks: false });
    expect(moved(answer)).toEqual([]);
    expect(reasonsOf(answer)).toContain("`with_local_disks` is false");
  });

  it("tells how many bytes are copied while a container is down", async () => {
    const disks = [
      { storage: "local-zfs", size: 100 * GIB },
      { storage: "ceph", size: 7 * GIB },
    ];
    const { plan } = await planOn({ guests: [ct(301, { disks })] }, DRAIN);
    expect(plan.migrations).toMatchObject([{ vmid: 301, localDiskBytes: 100 * GIB }]);
    expect(plan.migrations[0]?.estimatedSeconds).toBeGreaterThan((100 * GIB) / 125_000_000);
  });

  it("sends them only to nodes that may use their storage", async () => {
    const storages = [...STORAGES, { name: "nfs", type: "nfs", shared: true, nodes: ["pve1", "pve3"] }];
    const answer = await planOn({ storages, guests: [ct(301, { disks: [{ storage: "nfs", size: GIB }] })] }, DRAIN);
    expect(answer.plan.migrations).toMatchObject([{ vmid: 301, to: "pve3" }]);
  });
});

describe("a plan with a target storage", () => {
  const onNfs = [vm(101, "pve1", 10, { disks: [{ storage: "nfs", size: GIB }] })];
  const toZfs = { maintenance_nodes: ["pve1"], balanciness: 90, target_storage: "local-zfs", with_local_disks: true };

  it.each(["vm", "ct"] as const)("needs the shared storage of a %s on the target all the same", async (kind) => {
    const storages = [...STORAGES, { name: "nfs", type: "nfs", shared: true, nodes: ["pve1"] }];
    const guests = onNfs.map((guest) => ({ ...guest, kind }));
    const answer = await planOn({ storages, guests }, { ...toZfs, balance_types: ["vm", "ct"] });
    expect(moved(answer)).toEqual([]);
    expect(reasonsOf(answer)).toContain("Storage nfs is not available on pve2.");
  });

  it.each(["vm", "ct"] as const)("does not need the local storage of a %s there", async (kind) => {
    const storages = [...STORAGES, { name: "fast", type: "lvmthin", nodes: ["pve1"] }];
    const guests = [vm(101, "pve1", 10, { kind, disks: [{ storage: "fast", size: GIB }] })];
    const answer = await planOn({ storages, guests }, { ...toZfs, balance_types: ["vm", "ct"] });
    expect(moved(answer)).toEqual([101]);
  });
});
