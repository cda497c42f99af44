import type { Cluster, ClusterNode, Counters, Guest, GuestStatistics, NodeStatistics } from "./cluster.js";
import { nodeOf } from "./cluster.js";

/** What is asked of a node: its own overhead, the guests that run on it, and the guests that are on their way to it. */
export interface NodeDemand {
  readonly cpuCores: number;
  readonly memoryBytes: number;
}

const RATES: Counters = { netin: 12_000, netout: 8_000, diskread: 4_000, diskwrite: 16_000 };
const NO_COUNTERS: Counters = { netin: 0, netout: 0, diskread: 0, diskwrite: 0 };
// About one core is busy on either side while memory is sent.
const MIGRATION_CPU_CORES = 1;

/** Sums up the demand on every node in one pass over the guests. */
export function demandByNode(cluster: Cluster): ReadonlyMap<string, NodeDemand> {
  const sums = new Map([...cluster.nodes.values()].map((node) => [node.name, { ...node.overhead }]));
  for (const guest of cluster.guests.values()) {
    if (!usesHost(guest)) continue;
    add(
      sums.get(guest.node),
      guest.demand.cpuCores + (guest.incomingOn === undefined ? 0 : MIGRATION_CPU_CORES),
      guest,
    );
    if (guest.incomingOn !== undefined) add(sums.get(guest.incomingOn), MIGRATION_CPU_CORES, guest);
  }
  return sums;
}

/** Computes what a node says about itself when it is under this demand. */
export function nodeStatistics(node: ClusterNode, demand: NodeDemand, atMs: number): NodeStatistics {
  return {
    cpuFraction: clamp(demand.cpuCores / node.cpus, 0, 1),
    memoryBytes: clamp(Math.round(demand.memoryBytes), 0, node.memoryBytes),
    uptimeSeconds: wholeSeconds(atMs - node.bootMs),
  };
}

/** Computes what a node under this demand says about one of its guests. */
export function guestStatistics(cluster: Cluster, guest: Guest, demand: NodeDemand, atMs: number): GuestStatistics {
  if (!usesHost(guest)) {
    return {
      cpuFraction: 0,
      memoryBytes: 0,
      memoryOnHostBytes: 0,
      uptimeSeconds: 0,
      pressureCpuPercent: 0,
      ...NO_COUNTERS,
    };
  }
  const share = cpuShare(nodeOf(cluster, guest.node), demand);
  const seconds = Math.max(0, (atMs - guest.startedAtMs) / 1000);
  return {
    cpuFraction: (guest.demand.cpuCores * share) / maxCpuOf(cluster, guest),
    memoryBytes: guest.demand.memoryBytes,
    memoryOnHostBytes: guest.kind === "qemu" ? guest.demand.memoryOnHostBytes : 0,
    uptimeSeconds: Math.floor(seconds),
    pressureCpuPercent: (1 - share) * 100,
    netin: Math.round(guest.counterBase.netin + RATES.netin * seconds),
    netout: Math.round(guest.counterBase.netout + RATES.netout * seconds),
    diskread: Math.round(guest.counterBase.diskread + RATES.diskread * seconds),
    diskwrite: Math.round(guest.counterBase.diskwrite + RATES.diskwrite * seconds),
  };
}

/** Gives the CPU ceiling of a guest; a container without a limit sees every thread of its host. */
export function maxCpuOf(cluster: Cluster, guest: Guest): number {
  return guest.cores ?? nodeOf(cluster, guest.node).cpus;
}

/** Gives the counters that a guest must have had at its start to show these values at a later time. */
export function counterBaseFor(
  shown: Readonly<Partial<Record<keyof Counters, number | undefined>>>,
  uptimeSeconds: number,
): Counters {
  const base = (key: keyof Counters): number => (shown[key] ?? RATES[key] * uptimeSeconds) - RATES[key] * uptimeSeconds;
  return { netin: base("netin"), netout: base("netout"), diskread: base("diskread"), diskwrite: base("diskwrite") };
}

/** Bytes per second of a running guest, for histories. */
export function counterRates(guest: Guest): Counters {
  return usesHost(guest) ? RATES : NO_COUNTERS;
}

function usesHost(guest: Guest): boolean {
  return guest.status !== "stopped";
}

function add(sum: { cpuCores: number; memoryBytes: number } | undefined, cpuCores: number, guest: Guest): void {
  if (sum === undefined) return;
  sum.cpuCores += cpuCores;
  sum.memoryBytes += guest.demand.memoryBytes;
}

function cpuShare(node: ClusterNode, demand: NodeDemand): number {
  const wanted = demand.cpuCores - node.overhead.cpuCores;
  const there = node.cpus - node.overhead.cpuCores;
  return wanted <= there || wanted <= 0 ? 1 : there / wanted;
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
