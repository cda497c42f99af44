import { haTime } from "../clock/time-text.js";
import { seededHex } from "../clock/random.js";
import type { Cluster, ClusterNode, HaResource } from "../cluster/cluster.js";
import { isVersion9, masterOf } from "../cluster/cluster.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { haStateOf, haStateOfNode } from "./rows.js";

const DEFAULT_RESTARTS = 1;

/** What the HA manager does. */
export const haStatusEndpoints: Endpoints = {
  "GET /cluster/ha/status/current": currentStatus,
  "GET /cluster/ha/status/manager_status": managerStatus,
};

function currentStatus({ cluster, entry }: Call): Answer {
  const quorum = {
    id: "quorum",
    node: entry.name,
    type: "quorum",
    quorate: cluster.quorate ? 1 : 0,
    status: cluster.quorate ? "OK" : "No quorum!",
  };
  const master = masterOf(cluster);
  if (cluster.ha.resources.size === 0 || master === undefined) return { data: [quorum] };
  return {
    data: [
      quorum,
      masterRow(cluster, master),
      ...(isRelease92(entry) ? [fencingRow(master)] : []),
      ...[...cluster.nodes.values()].map((node) => lrmRow(cluster, node)),
      ...[...cluster.ha.resources.values()].map((resource) => serviceRow(cluster, resource, isVersion9(entry))),
    ],
  };
}

function masterRow(cluster: Cluster, master: ClusterNode): JsonObject {
  const suffix = isDynamic(cluster) ? " - dynamic load CRS" : "";
  return {
    id: "master",
    node: master.name,
    type: "master",
    timestamp: cluster.clock.nowSeconds,
    status: `${master.name} (active, ${haTime(cluster.clock.nowMs)})${suffix}`,
  };
}

function fencingRow(master: ClusterNode): JsonObject {
  return {
    id: "fencing",
    node: master.name,
    type: "fencing",
    "armed-state": "armed",
    status: "armed (CRM watchdog active)",
  };
}

function lrmRow(cluster: Cluster, node: ClusterNode): JsonObject {
  const time = haTime(cluster.clock.nowMs);
  return {
    id: `lrm:${node.name}`,
    node: node.name,
    type: "lrm",
    timestamp: cluster.clock.nowSeconds,
    status: `${node.name} (${lrmText(cluster, node)}, ${time})`,
  };
}

function lrmText(cluster: Cluster, node: ClusterNode): string {
  if (!node.online) return "old timestamp - dead?";
  if (node.maintenance) return "maintenance mode, watchdog standby";
  return isBusy(cluster, node) ? "active, watchdog active" : "idle, watchdog standby";
}

function serviceRow(cluster: Cluster, resource: HaResource, isNew: boolean): JsonObject {
  const { description, sid } = resource;
  const guest = cluster.guests.get(resource.vmid);
  const state = guest === undefined ? "error" : (haStateOf(cluster, guest) ?? "started");
  const node = guest?.node ?? "";
  return {
    id: `service:${sid}`,
    type: "service",
    sid,
    node,
    state,
    crm_state: state,
    request_state: description.state,
    status: `${sid} (${node}, ${state})`,
    max_restart: description.maxRestart ?? DEFAULT_RESTARTS,
    max_relocate: description.maxRelocate ?? DEFAULT_RESTARTS,
    ...(isNew
      ? { failback: Number(description.failback ?? true), "auto-rebalance": Number(description.autoRebalance ?? true) }
      : {}),
    comment: description.comment,
  };
}

function managerStatus({ cluster, entry }: Call): Answer {
  const nodes = [...cluster.nodes.values()];
  const timestamp = cluster.clock.nowSeconds;
  const services = [...cluster.ha.resources.values()].map(
    (resource) => [resource.sid, service(cluster, resource)] as const,
  );
  return {
    data: {
      manager_status: {
        master_node: masterOf(cluster)?.name,
        node_status: Object.fromEntries(nodes.map((node) => [node.name, haStateOfNode(cluster, node)])),
        node_request: Object.fromEntries(nodes.map((node) => [node.name, node.maintenance ? { maintenance: 1 } : {}])),
        // Absent as long as nothing was ever managed.
        service_status: services.length === 0 ? undefined : Object.fromEntries(services),
        timestamp,
      },
      lrm_status: Object.fromEntries(nodes.map((node) => [node.name, lrm(cluster, node)])),
      quorum: { node: entry.name, quorate: cluster.quorate ? "1" : "0" },
    },
  };
}

function service(cluster: Cluster, resource: HaResource): JsonObject {
  const guest = cluster.guests.get(resource.vmid);
  return {
    state: guest === undefined ? "error" : haStateOf(cluster, guest),
    node: guest?.node,
    running: guest !== undefined && guest.status !== "stopped" ? 1 : undefined,
    target: resource.migratingTo,
    maintenance_node: resource.maintenanceNode,
    uid: Buffer.from(seededHex(cluster.seed, 32, "uid", resource.sid), "hex").toString("base64url"),
  };
}

function lrm(cluster: Cluster, node: ClusterNode): JsonObject {
  return {
    mode: node.maintenance ? "maintenance" : "active",
    state: isBusy(cluster, node) ? "active" : "wait_for_agent_lock",
    results: {},
    timestamp: cluster.clock.nowSeconds,
  };
}

function isBusy(cluster: Cluster, node: ClusterNode): boolean {
  return [...cluster.ha.resources.values()].some((resource) => cluster.guests.get(resource.vmid)?.node === node.name);
}

function isDynamic(cluster: Cluster): boolean {
  const crs = cluster.options["crs"];
  return (
    typeof crs === "object" &&
    crs !== null &&
    !Array.isArray(crs) &&
    Object.entries(crs).some(([key, value]) => key === "ha" && value === "dynamic")
  );
}

function isRelease92(node: ClusterNode): boolean {
  const [major = 0, minor = 0] = node.version.split(".").map(Number);
  return major > 9 || (major === 9 && minor >= 2);
}
