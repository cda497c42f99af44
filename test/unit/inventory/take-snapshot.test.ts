import { describe, expect, it } from "vitest";
import { takeSnapshot } from "../../../provider/src/inventory/take-snapshot.js";
import {
  AUDITOR,
  CLUSTER,
  CLUSTER_8,
  QUIET_HA,
  inventoryOf,
  nodeRow,
  openCluster,
  vmRow,
} from "../../support/canned-inventory.js";
import { noSignal } from "../../support/http-client.js";
import { Refusal } from "../../support/http-cluster.js";
import { fixtureBody } from "../../support/http-fixtures.js";

describe("takeSnapshot on captured answers", () => {
  it("reads a cluster of four nodes on Proxmox VE 8", async () => {
    const resources = fixtureBody("cluster/resources.4node.pve8.json").data;
    const inventory = await inventoryOf({ ...CLUSTER_8, "/cluster/resources": resources });
    const { snapshot } = inventory;
    expect(snapshot.nodes.map((node) => [node.name, node.online, node.maintenance, node.cpuCores])).toEqual([
      ["node3", true, false, 4],
      ["node2", true, false, 12],
      ["node1", true, false, 8],
      ["node4", true, false, 4],
    ]);
    expect(snapshot.guests).toHaveLength(4);
    expect(snapshot.guests[0]).toEqual({
      vmid: 100,
      name: "server1",
      type: "vm",
      node: "node2",
      status: "running",
      template: false,
      lock: null,
      cpuCores: 1,
      cpuUsedCores: 0.0249060195469461,
      memoryBytes: 1_073_741_824,
      memoryUsedBytes: 842_551_296,
      diskBytes: 34_359_738_368,
      localDiskBytes: 0,
      tags: [],
      pool: null,
      haManaged: false,
    });
    expect(snapshot.guests.map(({ template, status }) => [template, status])).toEqual([
      [false, "running"],
      [true, "stopped"],
      [false, "stopped"],
      [false, "stopped"],
    ]);
    expect(snapshot.guests[2]?.tags).toEqual(["go-proxmox+cloud-init"]);
    expect(snapshot.takenAt).toBe("2026-01-01T00:00:00Z");
    expect(inventory).toMatchObject({ allGuestsVisible: true, quorate: true, warnings: [], version: { major: 8 } });
    expect(inventory.storages).toHaveLength(12);
    expect(inventory.publishedUptimes.get("node2")).toBe(874_373);
  });

  it("reads containers and guests without a name", async () => {
    const resources = fixtureBody("cluster/resources.1node-lxc.pve8.json").data;
    const { snapshot } = await inventoryOf({ ...CLUSTER_8, "/cluster/resources": resources });
    expect(snapshot.guests.map(({ vmid, type, name }) => [vmid, type, name])).toEqual([
      [100, "ct", "lxc-test-100"],
      [101, "vm", "vm-test-101"],
      [1000, "ct", ""],
      [1001, "vm", ""],
    ]);
    expect(snapshot.nodes).toMatchObject([{ name: "pve", cpuCores: 4, memoryBytes: 16_542_171_136 }]);
  });

  it("reads maintenance, locks, an offline node and a container that sees all threads on Proxmox VE 9", async () => {
    const resources = fixtureBody("cluster/resources.pve9.recreated.json").data;
    const permissions = fixtureBody("access/permissions.observer-plus-migrate.pve9.recreated.json").data;
    const inventory = await inventoryOf({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/access/permissions": permissions,
      "/nodes/hv1/rrddata": fixtureBody("nodes/rrddata.hour.pve9.recreated.json").data,
      "/nodes/hv2/rrddata": fixtureBody("nodes/rrddata.week.after-upgrade.pve9.recreated.json").data,
    });
    const { nodes, guests } = inventory.snapshot;
    expect(nodes).toMatchObject([
      { name: "hv1", online: true, maintenance: false },
      { name: "hv2", online: true, maintenance: true },
      { name: "hv3", online: false, maintenance: false, memoryBytes: 0 },
    ]);
    expect(guests).toMatchObject([
      { vmid: 3100, tags: ["prod", "smtp"], haManaged: true, lock: null },
      { vmid: 3101, tags: [], pool: "databases", lock: "migrate", cpuUsedCores: 1.00731707317073 * 8 },
      { vmid: 3199, template: true, status: "stopped" },
      { vmid: 3200, type: "ct", cpuCores: 72, pool: "infra", haManaged: false },
      { vmid: 3300, status: "unknown", node: "hv3", lock: "ha-fence", memoryBytes: 0 },
    ]);
    expect(inventory.allGuestsVisible).toBe(true);
    expect(inventory.warnings).toEqual([]);
    expect(inventory.storages).toContainEqual({
      storage: "ceph-vm",
      node: "hv3",
      available: false,
      shared: true,
      content: ["images", "rootdir"],
      sizeBytes: null,
      usedBytes: null,
    });
  });

  it("takes maintenance from the state of the HA manager", async () => {
    const names = ["rk1a", "rk1b", "rk2a", "rk2b", "rk3a", "rk3b"];
    const { snapshot } = await inventoryOf({
      ...CLUSTER,
      "/cluster/resources": names.map((name) => nodeRow(name)),
      "/cluster/ha/status/manager_status": fixtureBody("ha/manager-status.maintenance.pve9.recreated.json").data,
    });
    expect(snapshot.nodes.filter((node) => node.maintenance).map((node) => node.name)).toEqual(["rk3a", "rk3b"]);
  });

  it("asks six times on version 9, whatever the size of the cluster", async () => {
    const resources = [
      ...Array.from({ length: 20 }, (_, index) => nodeRow(`pve${index}`)),
      ...Array.from({ length: 1000 }, (_, index) => vmRow(100 + index, `pve${index % 20}`)),
    ];
    const { client, server } = await openCluster({ ...CLUSTER, "/cluster/resources": resources });
    const { snapshot } = await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(snapshot.guests).toHaveLength(1000);
    expect(server.requests.map(({ url }) => url.replace("/api2/json", "")).sort()).toEqual(Object.keys(CLUSTER).sort());
  });

  it("asks for groups on version 9 where there are HA guests but no rules that could have come of them", async () => {
    const resources = [nodeRow("pve1"), vmRow(101, "pve1", { hastate: "started" })];
    const migrated = new Refusal(500, "cannot index groups: ha groups have been migrated to rules");
    const paths = { ...CLUSTER, "/cluster/resources": resources, "/cluster/ha/groups": migrated };
    const { client, server } = await openCluster(paths);
    expect((await takeSnapshot(client, { takenAt: null }, noSignal())).snapshot.rules).toEqual([]);
    expect(server.requests).toHaveLength(7);
  });

  it("asks seven times on version 8 with HA groups", async () => {
    const { client, server } = await openCluster({
      ...CLUSTER_8,
      "/cluster/resources": ["old1", "old2", "old3"].map((name) => nodeRow(name)),
      "/cluster/ha/groups": fixtureBody("ha/groups.pve8.recreated.json").data,
      "/cluster/ha/resources": fixtureBody("ha/resources.pve8.recreated.json").data,
    });
    await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(server.requests).toHaveLength(7);
  });

  it("falls back to groups when the answering node does not know rules", async () => {
    const unknown = new Refusal(501, "Method 'GET /cluster/ha/rules' not implemented");
    const inventory = await inventoryOf({ ...CLUSTER, "/cluster/ha/rules": unknown, "/cluster/ha/groups": [] });
    expect(inventory.snapshot.rules).toEqual([]);
  });
});

describe("takeSnapshot on guests", () => {
  it.each([
    ["running", "running", 2, 512],
    ["paused", "paused", 2, 512],
    ["suspended", "paused", 2, 512],
    ["prelaunch", "paused", 2, 512],
    ["stopped", "stopped", 0, 0],
    ["hibernating", "unknown", 0, 0],
  ])("reads status %s as %s", async (wire, status, cpuUsedCores, memoryUsedBytes) => {
    const resources = [nodeRow("pve1"), vmRow(100, "pve1", { status: wire })];
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/cluster/resources": resources });
    expect(snapshot.guests).toMatchObject([{ status, cpuUsedCores, memoryUsedBytes, cpuCores: 4, memoryBytes: 1024 }]);
  });

  it("splits tags at semicolons, commas and blanks", async () => {
    const resources = [nodeRow("pve1"), vmRow(100, "pve1", { tags: " a;b,c d;;plb_pin_pve1 " })];
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/cluster/resources": resources });
    expect(snapshot.guests[0]?.tags).toEqual(["a", "b", "c", "d", "plb_pin_pve1"]);
  });

  it.each([
    ["started", true, null],
    ["stopped", true, null],
    ["ignored", false, null],
    ["error", true, "ha-error"],
    ["migrate", true, "ha-migrate"],
    ["", false, null],
  ])("judges the HA state %j", async (hastate, haManaged, lock) => {
    const resources = [nodeRow("pve1"), vmRow(100, "pve1", { hastate })];
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/cluster/resources": resources });
    expect(snapshot.guests).toMatchObject([{ haManaged, lock }]);
  });

  it("accepts that two guests bear the same name", async () => {
    const rows = [100, 101].map((vmid) => vmRow(vmid, "pve1", { name: "twin" }));
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/cluster/resources": [nodeRow("pve1"), ...rows] });
    expect(snapshot.guests.map(({ vmid, name }) => [vmid, name])).toEqual([
      [100, "twin"],
      [101, "twin"],
    ]);
  });

  it("warns of a guest whose online node publishes nothing about it", async () => {
    const silent = { id: "qemu/100", type: "qemu", vmid: 100, node: "pve1", status: "unknown" };
    const { warnings } = await inventoryOf({ ...CLUSTER, "/cluster/resources": [nodeRow("pve1"), silent] });
    expect(warnings).toEqual([expect.stringContaining("no figures of guest 100") as string]);
  });

  it("refuses a guest without figures that is not reported as unknown", async () => {
    const rows = [nodeRow("pve1"), vmRow(100, "pve1", { maxmem: undefined })];
    const failure = inventoryOf({ ...CLUSTER, "/cluster/resources": rows });
    await expect(failure).rejects.toThrow("data[1].maxmem: is missing");
  });

  it("refuses a guest on a node that is not listed", async () => {
    const failure = inventoryOf({ ...CLUSTER, "/cluster/resources": [nodeRow("pve1"), vmRow(100, "pve7")] });
    await expect(failure).rejects.toThrow("Guest 100 is listed on node pve7, but the cluster lists no such node.");
  });
});

describe("takeSnapshot on nodes and privileges", () => {
  const WITHHELD = {
    cpu: undefined,
    maxcpu: undefined,
    mem: undefined,
    maxmem: undefined,
    disk: undefined,
    maxdisk: undefined,
  };

  it("names privilege, path and command when the token may not audit the cluster", async () => {
    const { client, server } = await openCluster({ ...CLUSTER, "/access/permissions": { "/vms": { "VM.Audit": 1 } } });
    const failure = takeSnapshot(client, { takenAt: null }, noSignal());
    await expect(failure).rejects.toMatchObject({ name: "InventoryError", code: "missing_privilege" });
    await expect(failure).rejects.toThrow("balancer@pve!plan lacks the privilege Sys.Audit on /,");
    await expect(failure).rejects.toThrow("pveum acl modify / --roles PVEAuditor --tokens 'balancer@pve!plan'");
    expect(server.requests).toHaveLength(1);
  });

  it("names the node whose load is withheld", async () => {
    const failure = inventoryOf({
      ...CLUSTER,
      "/access/permissions": { ...AUDITOR, "/nodes/pve2": { "VM.Audit": 1 } },
      "/cluster/resources": [nodeRow("pve1"), nodeRow("pve2", WITHHELD)],
    });
    await expect(failure).rejects.toThrow("withholds the load of node pve2");
    await expect(failure).rejects.toThrow("pveum acl modify /nodes/pve2 --roles PVEAuditor");
  });

  it("leaves out a node that may be read but publishes nothing, with a warning", async () => {
    const resources = [nodeRow("pve1"), nodeRow("pve2", WITHHELD)];
    const { snapshot, warnings } = await inventoryOf({ ...CLUSTER, "/cluster/resources": resources });
    expect(snapshot.nodes).toMatchObject([{ online: true }, { name: "pve2", online: false }]);
    expect(warnings).toEqual([expect.stringContaining("Node pve2 is online but publishes no figures") as string]);
  });

  it("computes used cores from the fraction, and takes sizes in bytes", async () => {
    const { snapshot } = await inventoryOf(CLUSTER);
    expect(snapshot.nodes).toEqual([
      {
        name: "pve1",
        online: true,
        maintenance: false,
        cpuCores: 8,
        cpuUsedCores: 2,
        memoryBytes: 16384,
        memoryUsedBytes: 4096,
        diskBytes: 100,
        diskUsedBytes: 10,
      },
    ]);
  });

  it.each<[string, unknown, boolean]>([
    ["it is inherited from /", { "/": { "Sys.Audit": 1, "VM.Audit": 1 } }, true],
    ["it is held on /vms", { "/": { "Sys.Audit": 1 }, "/vms": { "VM.Audit": 1 } }, true],
    ["it is held on /vms without inheritance", { "/": { "Sys.Audit": 1 }, "/vms": { "VM.Audit": 0 } }, false],
    ["/vms has an entry without it", { "/": { "Sys.Audit": 1, "VM.Audit": 1 }, "/vms": { "VM.Migrate": 1 } }, false],
    ["it is held on a pool only", { "/": { "Sys.Audit": 1 }, "/pool/lab": { "VM.Audit": 1 } }, false],
    ["one guest is excepted", { ...AUDITOR, "/vms/666": { "VM.Console": 1 } }, false],
    ["one guest has more", { ...AUDITOR, "/vms/666": { "VM.Audit": 1, "VM.Migrate": 1 } }, true],
  ])("judges the visibility of guests by VM.Audit when %s", async (_, permissions, visible) => {
    const inventory = await inventoryOf({ ...CLUSTER, "/access/permissions": permissions });
    expect(inventory.allGuestsVisible).toBe(visible);
  });

  it("warns of a cluster without quorum", async () => {
    const status = { ...QUIET_HA, quorum: { node: "pve1", quorate: 0 } };
    const inventory = await inventoryOf({ ...CLUSTER, "/cluster/ha/status/manager_status": status });
    expect(inventory.quorate).toBe(false);
    expect(inventory.warnings).toEqual([expect.stringContaining("no quorum") as string]);
  });

  it("passes on the refusal of a part instead of planning without it", async () => {
    const refusal = new Refusal(500, "unable to read rules config");
    const failure = inventoryOf({ ...CLUSTER, "/cluster/ha/rules": refusal });
    await expect(failure).rejects.toThrow("unable to read rules config");
  });
});

describe("takeSnapshot where the cluster balances itself", () => {
  const guests = [
    vmRow(100, "pve1", { hastate: "started" }),
    vmRow(101, "pve1", { hastate: "started" }),
    vmRow(102, "pve1"),
  ];
  const resources = [nodeRow("pve1"), ...guests];
  const haResources = [
    { sid: "vm:100", state: "started" },
    { sid: "vm:101", state: "started", "auto-rebalance": 0 },
  ];

  it.each([
    ["taken apart", { "ha-auto-rebalance": 1, ha: "dynamic" }],
    ["as a text", "ha=dynamic,ha-auto-rebalance=1"],
  ])("leaves HA guests alone that have not opted out, with a warning, when the option comes %s", async (_, crs) => {
    const { client, server } = await openCluster({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/cluster/options": { crs },
      "/cluster/ha/resources": haResources,
    });
    const { snapshot, warnings } = await takeSnapshot(client, { takenAt: null }, noSignal());
    const left = snapshot.guests.filter(({ immovable }) => immovable !== undefined).map(({ vmid }) => vmid);
    expect(left).toEqual([100]);
    expect(warnings.join()).toContain("leaves 1 HA guest alone");
    expect(server.requests).toHaveLength(8);
  });

  it("asks for the HA resources once, although rules need them too", async () => {
    const rule = { rule: "r", type: "node-affinity", resources: "vm:100", nodes: "pve1:2" };
    const { client, server } = await openCluster({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/cluster/options": { crs: { "ha-auto-rebalance": 1 } },
      "/cluster/ha/rules": [rule],
      "/cluster/ha/resources": haResources,
    });
    const { snapshot } = await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(snapshot.guests.map(({ ha }) => ha?.failback)).toEqual([true, true, undefined]);
    expect(server.requests.filter(({ url }) => url.endsWith("/cluster/ha/resources"))).toHaveLength(1);
  });

  it("plans HA guests as all others when the option is off", async () => {
    const inventory = await inventoryOf({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/cluster/options": { crs: { ha: "static", "ha-auto-rebalance": 0 } },
    });
    expect(inventory.snapshot.guests.some(({ immovable }) => immovable !== undefined)).toBe(false);
    expect(inventory.warnings).toEqual([]);
  });
});

describe("takeSnapshot on nodes with ZFS", () => {
  const zfs = (node: string) => ({
    type: "storage",
    storage: "local-zfs",
    node,
    status: "available",
    plugintype: "zfspool",
  });
  const resources = [nodeRow("pve1", { mem: 12_000, maxmem: 32_000 }), nodeRow("pve2"), zfs("pve1")];
  const history = (...sizes: readonly (number | undefined)[]) =>
    sizes.map((arcsize, at) => ({ time: 60 * at, ...(arcsize === undefined ? {} : { arcsize }) }));

  it("does not count the cache that makes room for guests, and asks only nodes that have one", async () => {
    const { client, server } = await openCluster({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/nodes/pve1/rrddata": history(9_000, 6_000, undefined),
    });
    const { snapshot } = await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(snapshot.nodes.map(({ memoryUsedBytes }) => memoryUsedBytes)).toEqual([12_000 - (6_000 - 1_000), 4096]);
    expect(server.requests).toHaveLength(7);
  });

  it("takes the memory as Proxmox VE 8 counts it, which does not tell the size of the cache", async () => {
    const inventory = await inventoryOf({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/nodes/pve1/rrddata": history(undefined, undefined),
    });
    expect(inventory.snapshot.nodes[0]?.memoryUsedBytes).toBe(12_000);
  });
});
