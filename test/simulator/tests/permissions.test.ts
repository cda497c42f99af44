import { describe, expect, it } from "vitest";
import { post, send } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

const observerOnVm100 = smallCluster({
  acl: [{ path: "/vms/100", subject: "balancer@pve", privileges: ["VM.Audit"] }],
});

describe("permissions", () => {
  it("hide guests, storages and pools that the caller may not audit, and the numbers of nodes", async () => {
    const simulator = await simulate(observerOnVm100);
    const { rows } = await send(simulator, "/cluster/resources", { token: "plan" });
    expect(rows.map((row) => row["id"])).toEqual(["qemu/100", "node/pve1", "node/pve2", "node/old3"]);
    expect(rows[1]).toEqual({ id: "node/pve1", type: "node", node: "pve1", status: "online", hastate: "online" });
    expect((await send(simulator, "/nodes", { token: "plan" })).rows[0]).not.toHaveProperty("maxmem");
    expect((await send(simulator, "/nodes/pve1/qemu", { token: "plan" })).rows.map((row) => row["vmid"])).toEqual([
      100,
    ]);
    for (const path of ["/nodes/pve2/lxc", "/storage", "/nodes/pve1/storage", "/pools"]) {
      expect((await send(simulator, path, { token: "plan" })).data).toEqual([]);
    }
  });

  it.each([
    ["/cluster/status", "Permission check failed (/, Sys.Audit)"],
    ["/cluster/ha/status/manager_status", "Permission check failed (/, Sys.Audit)"],
    ["/nodes/pve1/status", "Permission check failed (/nodes/pve1, Sys.Audit)"],
    ["/nodes/pve1/qemu/101/config", "Permission check failed (/vms/101, VM.Audit)"],
    ["/nodes/pve1/qemu/100/migrate", "Permission check failed (/vms/100, VM.Migrate)"],
    ["/pools/lab", "Permission check failed (/pool/lab, Pool.Audit)"],
    [
      "/nodes/pve1/storage/ceph-vm/status",
      "Permission check failed (/storage/ceph-vm, Datastore.Audit|Datastore.AllocateSpace)",
    ],
  ])("refuse %s with the words of the real server", async (path, reason) => {
    const simulator = await simulate(observerOnVm100);
    const answer = await send(simulator, path, { token: "plan" });
    expect([answer.status, answer.reason]).toEqual([403, reason]);
    expect(answer.json).toEqual({ data: null, message: `${reason}\n` });
  });

  it("show only the display options without Sys.Audit", async () => {
    const simulator = await simulate(observerOnVm100);
    expect((await send(simulator, "/cluster/options", { token: "plan" })).data).toEqual({
      "tag-style": { ordering: "alphabetical" },
    });
    expect((await send(simulator, "/cluster/options")).data).toMatchObject({ max_workers: 4 });
  });

  it.each([
    ["/", "Sys.Audit", ["eno1"]],
    ["/sdn", "SDN.Audit", ["eno1", "vmbr0", "vmbr1"]],
    ["/sdn/zones/localnetwork/vmbr1", "SDN.Use", ["eno1", "vmbr1"]],
  ])("show bridges by what the caller may do with each: on %s %s", async (path, privilege, seen) => {
    const cluster = smallCluster({ acl: [{ path, subject: "balancer@pve", privileges: [privilege] }] });
    const nodes = cluster.nodes.map((node) => ({ ...node, bridges: ["vmbr0", "vmbr1"] }));
    const simulator = await simulate({ ...cluster, nodes });
    const { rows } = await send(simulator, "/nodes/pve1/network", { token: "plan" });
    expect(rows.map(({ iface }) => iface)).toEqual(seen);
  });

  it("limit a separated token to what both it and its user may do", async () => {
    const simulator = await simulate(smallCluster());
    const { data } = await send(simulator, "/access/permissions", { token: "narrow" });
    expect(data).toEqual({ "/vms": { "VM.Audit": 1 }, "/vms/100": { "VM.Audit": 1 } });
    const refused = await send(simulator, "/cluster/status", { token: "narrow" });
    expect(refused.reason).toBe("Permission check failed (/, Sys.Audit)");
  });

  it("of a specific path replace what was inherited, and those of a pool count for its guests", async () => {
    const simulator = await simulate(smallCluster());
    const migrate = (vmid: number): Promise<{ status: number; reason: string }> =>
      post(
        simulator,
        `/nodes/pve1/qemu/${vmid}/migrate`,
        { target: "pve2", online: "1", "with-local-disks": "1" },
        { token: "plan" },
      );
    expect((await migrate(100)).status).toBe(200);
    expect((await migrate(101)).status).toBe(200);
    expect((await migrate(104)).reason).toBe("Permission check failed (/vms/104, VM.Migrate)");
    expect((await send(simulator, "/access/permissions?path=/vms/100", { token: "plan" })).data).toEqual({
      "/vms/100": { "VM.Audit": 1, "VM.Migrate": 1 },
    });
  });

  it("print 0 for a privilege that sub-paths do not inherit", async () => {
    const acl = [{ path: "/vms", subject: "balancer@pve", privileges: ["VM.Audit"], propagate: false }];
    const simulator = await simulate(smallCluster({ acl }));
    expect((await send(simulator, "/access/permissions", { token: "plan" })).data).toEqual({
      "/vms": { "VM.Audit": 0 },
    });
    expect((await send(simulator, "/nodes/pve1/qemu", { token: "plan" })).data).toEqual([]);
  });

  it("of others are only for auditors of access", async () => {
    const simulator = await simulate(observerOnVm100);
    const refused = await send(simulator, "/access/permissions?userid=root@pam", { token: "plan" });
    expect([refused.status, refused.reason]).toEqual([403, "Permission check failed (/access, Sys.Audit)"]);
    const allowed = await send(simulator, "/access/permissions?userid=balancer@pve!plan");
    expect(allowed.data).toEqual({ "/vms/100": { "VM.Audit": 1 } });
  });

  it("need two more privileges for a target storage, and the login of root for forced moves", async () => {
    const simulator = await simulate(smallCluster());
    const body = { target: "pve2", online: "1", targetstorage: "ceph-vm" };
    const storage = await post(simulator, "/nodes/pve1/qemu/100/migrate", body, { token: "plan" });
    expect(storage.reason).toBe("Permission check failed (/vms/100, VM.Config.Disk)");
    const forced = await post(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1", force: "1" });
    expect([forced.status, forced.json]).toMatchObject([400, { errors: { force: "Only root may use this option." } }]);
  });

  it("hide the tasks of others, and refuse their status", async () => {
    const simulator = await simulate(observerOnVm100);
    const { data: upid } = await post(simulator, "/nodes/pve1/qemu/100/migrate", { target: "pve2", online: "1" });
    expect((await send(simulator, "/nodes/pve1/tasks?source=all")).rows).toHaveLength(1);
    expect((await send(simulator, "/nodes/pve1/tasks?source=all", { token: "plan" })).data).toEqual([]);
    expect((await send(simulator, "/cluster/tasks", { token: "plan" })).data).toEqual([]);
    const status = await send(simulator, `/nodes/pve1/tasks/${String(upid)}/status`, { token: "plan" });
    expect(status.reason).toBe("Permission check failed (/nodes/pve1, Sys.Audit)");
    const stop = await send(simulator, `/nodes/pve1/tasks/${String(upid)}`, { method: "DELETE", token: "plan" });
    expect(stop.reason).toBe("Permission check failed (/nodes/pve1, Sys.Modify)");
  });
});
