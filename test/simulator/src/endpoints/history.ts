import type { Cluster, ClusterNode, Guest, GuestStatistics } from "../cluster/cluster.js";
import { isVersion9 } from "../cluster/cluster.js";
import { isShaped, isSteady, stayAt } from "../cluster/guest-demand.js";
import {
  COUNTER_RATES,
  demandByTurn,
  guestStatistics,
  maxCpuOf,
  nodePressure,
  nodeStatistics,
  ownDemand,
} from "../cluster/load.js";
import type { NodeDemand } from "../cluster/load.js";
import { failure, parameterError } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { numberOf, requiredText, textOf } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { pressureFields } from "./pressure-fields.js";

interface Window {
  readonly points: number;
  readonly stepSeconds: number;
}

type Numbers = Readonly<Record<string, number>>;

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

// An interval of a history is summed up from so many moments in it when the load changes by itself.
const MOMENTS_PER_INTERVAL = 4;

/** Histories of nodes and guests, computed from the demand at each time in the past. Any node answers for all. */
export const historyEndpoints: Endpoints = {
  "GET /nodes/{node}/rrddata": nodeHistory,
  "GET /nodes/{node}/qemu/{vmid}/rrddata": guestHistory,
  "GET /nodes/{node}/lxc/{vmid}/rrddata": guestHistory,
};

function nodeHistory(call: Call): Answer {
  const { cluster } = call;
  const name = requiredText(call, "node");
  const node = cluster.nodes.get(name);
  if (node === undefined) throw failure(`no such cluster node '${name}'`);
  const demandOn = demandHistory(cluster);
  const shaped = [...cluster.guests.values()].some((guest) => isShaped(guest) && livedOn(guest, name));
  const constant = { maxcpu: node.cpus, memtotal: node.memoryBytes, roottotal: node.rootSizeBytes };
  let last: { readonly demand: NodeDemand; readonly values: Numbers } | undefined;
  return {
    data: rows(call, node, shaped ? MOMENTS_PER_INTERVAL : 1, (atMs) => {
      if (!wasOnline(node, atMs)) return undefined;
      const demand = demandOn(node, atMs);
      // Under the same demand a node says the same of itself, apart from its uptime, which histories do not have.
      if (last?.demand !== demand) last = { demand, values: { ...constant, ...nodeValues(node, demand, atMs) } };
      return last.values;
    }),
  };
}

function nodeValues(node: ClusterNode, demand: NodeDemand, atMs: number): Numbers {
  const then = nodeStatistics(node, demand, atMs);
  const pressures = pressureFields(nodePressure(node, demand)).filter(([name]) => name !== "pressurecpufull");
  return {
    cpu: then.cpuFraction,
    iowait: demand.ioPercent === 0 ? 0.0007 : demand.ioPercent / 100,
    loadavg: demand.cpuCores,
    memused: then.memoryBytes,
    swaptotal: 0,
    swapused: 0,
    rootused: node.rootUsedBytes,
    netin: 100_000,
    netout: 40_000,
    ...(isVersion9(node)
      ? { memavailable: node.memoryBytes - then.memoryBytes, arcsize: node.arcBytes, ...Object.fromEntries(pressures) }
      : {}),
  };
}

function guestHistory(call: Call): Answer {
  const { cluster } = call;
  const guest = cluster.guests.get(numberOf(call, "vmid", 0));
  const host = guest === undefined ? undefined : cluster.nodes.get(guest.node);
  if (guest === undefined || host === undefined) return { data: [] };
  const demandOn = demandHistory(cluster);
  const constant = { maxcpu: maxCpuOf(cluster, guest), maxmem: guest.memoryBytes, maxdisk: guest.maxDiskBytes };
  const disk = guest.kind === "qemu" ? 0 : guest.diskUsedBytes;
  return {
    data: rows(call, host, isShaped(guest) ? MOMENTS_PER_INTERVAL : 1, (atMs) => {
      const stay = stayAt(guest, atMs);
      const node = cluster.nodes.get(stay.node);
      if (node === undefined || !wasOnline(node, atMs)) return undefined;
      if (!stay.running) return constant;
      return { ...constant, disk, ...guestValues(guestStatistics(cluster, guest, demandOn(node, atMs), atMs), node) };
    }),
  };
}

function guestValues(then: GuestStatistics, node: ClusterNode): Numbers {
  return {
    cpu: then.cpuFraction,
    mem: then.memoryBytes,
    ...COUNTER_RATES,
    ...(isVersion9(node)
      ? { memhost: then.memoryOnHostBytes, ...Object.fromEntries(pressureFields(then.pressure)) }
      : {}),
  };
}

function rows(
  call: Call,
  node: ClusterNode,
  moments: number,
  valuesAt: (atMs: number) => Numbers | undefined,
): readonly JsonObject[] {
  const timeframe = requiredText(call, "timeframe");
  const window = (isVersion9(node) ? WINDOWS_9 : WINDOWS_8)[timeframe];
  if (window === undefined)
    throw parameterError({ timeframe: `value '${timeframe}' does not have a value in the enumeration` });
  const { points, stepSeconds } = window;
  const wantsMaximum = textOf(call, "cf") === "MAX";
  const last = Math.floor(call.cluster.clock.nowSeconds / stepSeconds) * stepSeconds;
  return Array.from({ length: points }, (_, index) => {
    const time = last - (points - 1 - index) * stepSeconds;
    const seen = Array.from({ length: moments }, (__, moment) =>
      valuesAt((time - (stepSeconds * moment) / moments) * 1000),
    );
    return { time, ...summary(seen, wantsMaximum) };
  });
}

function summary(seen: readonly (Numbers | undefined)[], wantsMaximum: boolean): Numbers {
  const known = seen.filter((values) => values !== undefined);
  const [first] = known;
  if (first === undefined || known.length === 1) return first ?? {};
  return Object.fromEntries(
    Object.keys(first).map((name) => {
      const values = known.map((each) => each[name] ?? 0);
      return [name, wantsMaximum ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0) / values.length];
    }),
  );
}

/** Gives the demand on a node at any time; who ever was there is looked up once, because a history has many times. */
function demandHistory(cluster: Cluster): (node: ClusterNode, atMs: number) => NodeDemand {
  const known = new Map<string, (atMs: number) => NodeDemand>();
  return (node, atMs) => {
    const demandAt = known.get(node.name) ?? demandOver(cluster, node);
    known.set(node.name, demandAt);
    return demandAt(atMs);
  };
}

function demandOver(cluster: Cluster, node: ClusterNode): (atMs: number) => NodeDemand {
  const { name } = node;
  const guests = [...cluster.guests.values()].filter((guest) => livedOn(guest, name));
  const demandAt = (atMs: number): NodeDemand =>
    demandByTurn(cluster, (other) => (other === name ? atMs : undefined), guests).get(name) ?? ownDemand(node);
  if (!guests.every(isSteady)) return demandAt;
  const always = demandAt(cluster.clock.nowMs);
  return () => always;
}

function wasOnline(node: ClusterNode, atMs: number): boolean {
  return node.outages.findLast((change) => change.fromMs <= atMs)?.online ?? true;
}

function livedOn(guest: Guest, node: string): boolean {
  return guest.node === node || guest.incomingOn === node || guest.past.some((stay) => stay.node === node);
}
