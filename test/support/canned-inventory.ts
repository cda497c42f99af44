import { takeSnapshot } from "../../provider/src/inventory/take-snapshot.js";
import type { Inventory } from "../../provider/src/inventory/take-snapshot.js";
import type { PveClient } from "../../provider/src/pve/client.js";
import { noSignal, openTestClient } from "./http-client.js";
import { startCannedCluster } from "./http-cluster.js";
import type { CannedCluster } from "./http-cluster.js";
import { fixtureBody } from "./http-fixtures.js";
import type { TestServer } from "./http-server.js";

/** Privileges that show everything but storages. */
export const AUDITOR = { "/": { "Sys.Audit": 1, "VM.Audit": 1 } };

/** The HA manager where nothing was ever managed. */
export const QUIET_HA = { manager_status: {}, lrm_status: {}, quorum: { node: "pve1", quorate: "1" } };

/** A cluster of version 9 with one node and nothing on it. */
export const CLUSTER: CannedCluster = {
  "/version": { version: "9.2.3", release: "9.2", repoid: "0" },
  "/access/permissions": AUDITOR,
  "/cluster/resources": [nodeRow("pve1")],
  "/cluster/ha/status/manager_status": QUIET_HA,
  "/cluster/ha/rules": [],
  "/cluster/options": { keyboard: "en-us" },
};

/** The same of version 8, without the answer about resources. */
export const CLUSTER_8: CannedCluster = {
  "/version": { version: "8.4.5", release: "8.4", repoid: "0" },
  "/access/permissions": fixtureBody("access/permissions.root.pve8.json").data,
  "/cluster/ha/status/manager_status": QUIET_HA,
  "/cluster/ha/groups": [],
  "/cluster/options": {},
};

/** A row of a node with a quarter of eight cores and of 16 KiB in use. */
export function nodeRow(node: string, change: Readonly<Record<string, unknown>> = {}): unknown {
  const figures = { cpu: 0.25, maxcpu: 8, mem: 4096, maxmem: 16384, disk: 10, maxdisk: 100, uptime: 5000 };
  return { id: `node/${node}`, type: "node", node, status: "online", ...figures, ...change };
}

/** A row of a running VM with two of four cores and half of 1 KiB in use. */
export function vmRow(vmid: number, node: string, change: Readonly<Record<string, unknown>> = {}): unknown {
  const figures = { cpu: 0.5, maxcpu: 4, mem: 512, maxmem: 1024, maxdisk: 2048, disk: 0 };
  return { id: `qemu/${vmid}`, type: "qemu", vmid, node, name: `vm${vmid}`, status: "running", ...figures, ...change };
}

/** A cluster of canned answers, and a client that asks it. */
export interface Cluster {
  readonly server: TestServer;
  readonly client: PveClient;
}

/** Serves canned answers. */
export async function openCluster(paths: CannedCluster): Promise<Cluster> {
  const server = await startCannedCluster(paths);
  return { server, client: openTestClient({ endpoints: [server.origin] }) };
}

/** Takes the inventory of a cluster of canned answers. */
export async function inventoryOf(paths: CannedCluster): Promise<Inventory> {
  const { client } = await openCluster(paths);
  return takeSnapshot(client, { takenAt: "2026-01-01T00:00:00Z" }, noSignal());
}
