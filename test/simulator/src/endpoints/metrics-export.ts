import type { Cluster, ClusterNode, Guest } from "../cluster/cluster.js";
import { stayAt } from "../cluster/guest-demand.js";
import { demandByNode, guestStatistics, maxCpuOf, nodeStatistics } from "../cluster/load.js";
import type { NodeDemand } from "../cluster/load.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { flagOf, numberOf, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { storagesOn } from "./rows.js";

const STEP_SECONDS = 10;
const COUNTERS = new Set(["net_in", "net_out", "disk_read", "disk_write"]);

/** Samples of everything that the cluster measures: the newest, or those of the last half hour. */
export const metricsEndpoints: Endpoints = { "GET /cluster/metrics/export": exportMetrics };

interface Scope {
  readonly cluster: Cluster;
  readonly nodes: ReadonlySet<string>;
  readonly timeSeconds: number;
}

function exportMetrics(call: Call): Answer {
  const { cluster } = call;
  const nodes = new Set(
    nodesOf(call)
      .filter((node) => node.online)
      .map((node) => node.name),
  );
  const last = Math.floor(cluster.clock.nowSeconds / STEP_SECONDS) * STEP_SECONDS;
  const count = flagOf(call, "history") ? Math.floor(cluster.metricsHistorySeconds / STEP_SECONDS) : 1;
  const since = numberOf(call, "start-time", 0);
  const times = Array.from({ length: count }, (_, index) => last - (count - 1 - index) * STEP_SECONDS);
  const rows = times.filter((time) => time > since).flatMap((timeSeconds) => sample({ cluster, nodes, timeSeconds }));
  return { data: { data: rows } };
}

function nodesOf(call: Call): readonly ClusterNode[] {
  const all = [...call.cluster.nodes.values()];
  if (flagOf(call, "local-only")) return [call.entry];
  const wanted = textOf(call, "node-list")?.split(/[,; ]+/);
  return wanted === undefined ? all : all.filter((node) => wanted.includes(node.name));
}

function sample(scope: Scope): readonly JsonObject[] {
  const { cluster, nodes, timeSeconds } = scope;
  const demands = demandByNode(cluster, timeSeconds * 1000);
  const ofNodes = [...cluster.nodes.values()].flatMap((node) => {
    const demand = demands.get(node.name);
    if (demand === undefined || !nodes.has(node.name)) return [];
    return [
      ...metrics(timeSeconds, `node/${node.name}`, nodeValues(node, demand, timeSeconds)),
      ...storages(scope, node),
    ];
  });
  const ofGuests = [...cluster.guests.values()].flatMap((guest) => {
    const { node } = stayAt(guest, timeSeconds * 1000);
    const demand = demands.get(node);
    if (demand === undefined || !nodes.has(node)) return [];
    return metrics(timeSeconds, `${guest.kind}/${guest.vmid}`, guestValues(cluster, guest, demand, timeSeconds));
  });
  return [...ofNodes, ...ofGuests];
}

function nodeValues(node: ClusterNode, demand: NodeDemand, timeSeconds: number): JsonObject {
  const then = nodeStatistics(node, demand, timeSeconds * 1000);
  return {
    uptime: then.uptimeSeconds,
    net_in: 100_000 * then.uptimeSeconds,
    net_out: 40_000 * then.uptimeSeconds,
    cpu_avg1: demand.cpuCores,
    cpu_avg5: demand.cpuCores,
    cpu_avg15: demand.cpuCores,
    cpu_max: node.cpus,
    cpu_current: then.cpuFraction,
    cpu_iowait: demand.ioPercent / 100,
    mem_total: node.memoryBytes,
    mem_used: then.memoryBytes,
    swap_total: 0,
    swap_used: 0,
    disk_total: node.rootSizeBytes,
    disk_used: node.rootUsedBytes,
  };
}

function guestValues(cluster: Cluster, guest: Guest, demand: NodeDemand, timeSeconds: number): JsonObject {
  const then = guestStatistics(cluster, guest, demand, timeSeconds * 1000);
  return {
    cpu_current: then.cpuFraction,
    mem_used: then.memoryBytes,
    disk_read: then.diskread,
    disk_write: then.diskwrite,
    net_in: then.netin,
    net_out: then.netout,
    ...(guest.kind === "lxc" ? { disk_used: guest.diskUsedBytes } : {}),
    uptime: then.uptimeSeconds,
    cpu_max: maxCpuOf(cluster, guest),
    mem_total: guest.memoryBytes,
    disk_total: guest.maxDiskBytes,
  };
}

function storages({ cluster, timeSeconds }: Scope, node: ClusterNode): readonly JsonObject[] {
  return storagesOn(cluster, node).flatMap((storage) => {
    const usage = storage.usage.get(node.name);
    if (usage === undefined) return [];
    const values = { disk_total: usage.sizeBytes, disk_used: usage.usedBytes };
    return metrics(timeSeconds, `storage/${node.name}/${storage.name}`, values);
  });
}

function metrics(timestamp: number, id: string, values: JsonObject): readonly JsonObject[] {
  return Object.entries(values).map(([metric, value]) => ({
    type: COUNTERS.has(metric) ? "derive" : "gauge",
    timestamp,
    value,
    id,
    metric,
  }));
}
