import { describe, expect, it } from "vitest";
import { takeSnapshot } from "../../../provider/src/inventory/take-snapshot.js";
import {
  AUDITOR,
  CLUSTER,
  CLUSTER_8,
  inventoryOf,
  nodeRow,
  openCluster,
  vmRow,
} from "../../support/canned-inventory.js";
import { noSignal } from "../../support/http-client.js";

describe("takeSnapshot on memory and processors", () => {
  it.each<[string, Readonly<Record<string, unknown>>, number]>([
    ["a VM whose kernel caches as its host counts it", { mem: 512, memhost: 900 }, 900],
    ["a VM whose balloon is inflated or whose pages are shared as it sees itself", { mem: 512, memhost: 300 }, 512],
    ["a VM on Proxmox VE 8 as the server says", { mem: 512 }, 512],
    ["a container, of which the host says 0", { type: "lxc", mem: 512, memhost: 0 }, 512],
    ["a stopped VM as nothing", { status: "stopped", mem: 0, memhost: 0 }, 0],
  ])("counts %s", async (_, change, memoryUsedBytes) => {
    const resources = [nodeRow("pve1"), vmRow(100, "pve1", change)];
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/cluster/resources": resources });
    expect(snapshot.guests).toMatchObject([{ memoryUsedBytes, memoryBytes: 1024 }]);
  });

  it("counts the cores that a container without a limit uses, of all that it sees", async () => {
    const unlimited = vmRow(200, "pve1", { type: "lxc", cpu: 0.01, maxcpu: 72 });
    const resources = [nodeRow("pve1", { maxcpu: 72 }), unlimited];
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/cluster/resources": resources });
    expect(snapshot.guests).toMatchObject([{ cpuCores: 72, cpuUsedCores: 0.72 }]);
  });
});

describe("takeSnapshot on storages", () => {
  const storage = (node: string, change: Readonly<Record<string, unknown>> = {}) => ({
    type: "storage",
    storage: "local-lvm",
    node,
    status: "available",
    disk: 10,
    maxdisk: 100,
    ...change,
  });
  const SEEING = { "/": { "Sys.Audit": 1, "VM.Audit": 1, "Datastore.Audit": 1 } };

  it("shows the storages that are available on each node", async () => {
    const resources = [nodeRow("pve1"), nodeRow("pve2"), storage("pve1"), storage("pve2", { status: "unknown" })];
    const { snapshot } = await inventoryOf({
      ...CLUSTER,
      "/access/permissions": SEEING,
      "/cluster/resources": resources,
    });
    expect(snapshot.nodes.map(({ storages }) => storages)).toEqual([
      [{ id: "local-lvm", totalBytes: 100, usedBytes: 10, shared: false }],
      [],
    ]);
  });

  it("knows nothing of storages where some may be hidden or do not tell their size", async () => {
    const resources = [nodeRow("pve1"), storage("pve1", { maxdisk: undefined })];
    const hidden = await inventoryOf({ ...CLUSTER, "/cluster/resources": [nodeRow("pve1"), storage("pve1")] });
    const silent = await inventoryOf({ ...CLUSTER, "/access/permissions": SEEING, "/cluster/resources": resources });
    for (const { snapshot } of [hidden, silent]) expect(snapshot.nodes[0]).not.toHaveProperty("storages");
  });
});

describe("takeSnapshot on HA guests", () => {
  const resources = [
    nodeRow("old1"),
    vmRow(410, "old1", { hastate: "started" }),
    vmRow(420, "old1", { hastate: "error" }),
    vmRow(430, "old1"),
  ];

  it("reads their state, and whether they return, where nodes are preferred", async () => {
    const { client, server } = await openCluster({
      ...CLUSTER,
      "/cluster/resources": resources,
      "/cluster/ha/rules": [{ rule: "r", type: "node-affinity", resources: "vm:410,vm:420", nodes: "old1:2" }],
      "/cluster/ha/resources": [
        { sid: "vm:410", state: "started" },
        { sid: "vm:420", state: "started", failback: 0 },
      ],
    });
    const { snapshot } = await takeSnapshot(client, { takenAt: null }, noSignal());
    expect(snapshot.guests.map(({ ha }) => ha)).toEqual([
      { state: "started", failback: true },
      { state: "error", failback: false },
      undefined,
    ]);
    expect(server.requests).toHaveLength(7);
  });

  it("reads from the groups of version 8 whether their members return", async () => {
    const { snapshot } = await inventoryOf({
      ...CLUSTER_8,
      "/cluster/resources": resources,
      "/cluster/ha/groups": [
        { group: "left", nodes: "old1:2", nofailback: 1 },
        { group: "right", nodes: "old1" },
      ],
      "/cluster/ha/resources": [
        { sid: "vm:410", group: "left" },
        { sid: "vm:420", group: "right" },
      ],
    });
    expect(snapshot.guests.map(({ ha }) => ha?.failback)).toEqual([false, true, undefined]);
  });
});

describe("takeSnapshot on what the credentials allow", () => {
  it.each<[string, unknown, { guestsMayBeHidden: boolean; mayMigrate: boolean }]>([
    ["an auditor", AUDITOR, { guestsMayBeHidden: false, mayMigrate: false }],
    [
      "an auditor who may migrate one pool",
      { ...AUDITOR, "/pool/lab": { "VM.Audit": 1, "VM.Migrate": 1 } },
      { guestsMayBeHidden: false, mayMigrate: true },
    ],
    [
      "a watcher of one guest",
      { "/": { "Sys.Audit": 1 }, "/vms/100": { "VM.Audit": 1 } },
      { guestsMayBeHidden: true, mayMigrate: false },
    ],
  ])("tells what %s may do", async (_, permissions, expected) => {
    const { snapshot } = await inventoryOf({ ...CLUSTER, "/access/permissions": permissions });
    expect(snapshot.permissions).toEqual(expected);
  });
});
