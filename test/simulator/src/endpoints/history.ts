import type { ClusterNode } from "../cluster/cluster.js";
import { isVersion9 } from "../cluster/cluster.js";
import { counterRates, demandByNode, guestStatistics, maxCpuOf, nodeStatistics } from "../cluster/load.js";
import { failure, parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { numberOf, requiredText } from "../http/call.js";
import type { JsonObject } from "../json.js";

interface Window {
  readonly points: number;
  readonly stepSeconds: number;
}

const WINDOWS_9: Readonly<Record<string, Window>> = {
  hour: { points: 60, stepSeconds: 60 },
  day: { points: 1440, stepSeconds: 60 },
  week: { points: 336, stepSeconds: 1800 },
  month: { points: 1440, stepSeconds: 1800 },
  year: { points: 1440, stepSeconds: 21_600 },
  decade: { points: 570, stepSeconds: 604_800 },
};

const WINDOWS_8: Readonly<Record<string, Window>> = {
  hour: { points: 70, stepSeconds: 60 },
  day: { points: 70, stepSeconds: 1800 },
  week: { points: 70, stepSeconds: 10_800 },
  month: { points: 70, stepSeconds: 43_200 },
  year: { points: 70, stepSeconds: 604_800 },
};

const NO_PRESSURE = {
  pressurecpusome: 0,
  pressureiosome: 0,
  pressureiofull: 0,
  pressurememorysome: 0,
  pressurememoryfull: 0,
};

/** Histories of nodes and guests: today's demand, drawn back into the past. Any node answers for all. */
export const historyEndpoints: Endpoints = {
  "GET /nodes/{node}/rrddata": nodeHistory,
  "GET /nodes/{node}/qemu/{vmid}/rrddata": guestHistory,
  "GET /nodes/{node}/lxc/{vmid}/rrddata": guestHistory,
};

function nodeHistory(call: Call): Answer {
  const { cluster } = call;
  const name = requiredText(call, "node");
  const node = cluster.nodes.get(name);
  const demand = demandByNode(cluster).get(name);
  if (node === undefined || demand === undefined) throw failure(`no such cluster node '${name}'`);
  const now = nodeStatistics(node, demand, cluster.clock.nowMs);
  const constant = { maxcpu: node.cpus, memtotal: node.memoryBytes, roottotal: node.rootSizeBytes };
  const values = {
    ...constant,
    cpu: now.cpuFraction,
    iowait: 0.0007,
    loadavg: demand.cpuCores,
    memused: now.memoryBytes,
    swaptotal: 0,
    swapused: 0,
    rootused: node.rootUsedBytes,
    netin: 100_000,
    netout: 40_000,
    ...(isVersion9(node) ? { memavailable: node.memoryBytes - now.memoryBytes, arcsize: 0, ...NO_PRESSURE } : {}),
  };
  return { data: rows(call, node, values) };
}

function guestHistory(call: Call): Answer {
  const { cluster } = call;
  const guest = cluster.guests.get(numberOf(call, "vmid", 0));
  const node = guest === undefined ? undefined : cluster.nodes.get(guest.node);
  const demand = node === undefined ? undefined : demandByNode(cluster).get(node.name);
  if (guest === undefined || node === undefined || demand === undefined) return { data: [] };
  const constant = { maxcpu: maxCpuOf(cluster, guest), maxmem: guest.memoryBytes, maxdisk: guest.maxDiskBytes };
  if (guest.status === "stopped") return { data: rows(call, node, constant) };
  const now = guestStatistics(cluster, guest, demand, cluster.clock.nowMs);
  const values = {
    ...constant,
    cpu: now.cpuFraction,
    mem: now.memoryBytes,
    disk: guest.kind === "qemu" ? 0 : guest.diskUsedBytes,
    ...counterRates(guest),
    ...(isVersion9(node)
      ? { memhost: now.memoryOnHostBytes, ...NO_PRESSURE, pressurecpusome: now.pressureCpuPercent, pressurecpufull: 0 }
      : {}),
  };
  return { data: rows(call, node, values) };
}

function rows(call: Call, node: ClusterNode, values: JsonObject): readonly JsonObject[] {
  const timeframe = requiredText(call, "timeframe");
  const window = (isVersion9(node) ? WINDOWS_9 : WINDOWS_8)[timeframe];
  if (window === undefined)
    throw parameterError({ timeframe: `value '${timeframe}' does not have a value in the enumeration` });
  const last = Math.floor(call.cluster.clock.nowSeconds / window.stepSeconds) * window.stepSeconds;
  return Array.from({ length: window.points }, (_, index) => ({
    time: last - (window.points - 1 - index) * window.stepSeconds,
    ...values,
  }));
}
