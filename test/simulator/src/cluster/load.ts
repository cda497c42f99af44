import type { Cluster, ClusterNode, Counters, Guest, GuestStatistics, NodeStatistics, Pressure } from "./cluster.js";
import { nodeOf } from "./cluster.js";
import { demandAt, stayAt } from "./guest-demand.js";
import type { MomentaryDemand } from "./guest-demand.js";

/** What is asked of a node: its own overhead, the guests that run on it, and the guests that are on their way to it. */
export interface NodeDemand {
  readonly cpuCores: number;
  readonly memoryBytes: number;
  /** Highest share of time, in percent, that one of its guests waits for disks. */
  readonly ioPercent: number;
}

const RATES: Counters = { netin: 12_000, netout: 8_000, diskread: 4_000, diskwrite: 16_000 };
const NO_COUNTERS: Counters = { netin: 0, netout: 0, diskread: 0, diskwrite: 0 };
const NO_PRESSURE: Pressure = { cpuSome: 0, ioSome: 0, ioFull: 0, memorySome: 0, memoryFull: 0 };
// About one core is busy on either side while memory is sent.
const MIGRATION_CPU_CORES = 1;
// Memory is reclaimed in earnest above this share, and all the time when there is none left.
const MEMORY_PRESSURE_FROM = 0.95;

/** Sums up the demand on every node at one time, in one pass over the guests; past times count the guests of then. */
export function demandByNode(cluster: Cluster, atMs = cluster.clock.nowMs): ReadonlyMap<string, NodeDemand> {
  return demandByTurn(cluster, () => atMs, cluster.guests.values());
}

/** Sums up the demand on one node now. */
export function demandOn(cluster: Cluster, node: ClusterNode): NodeDemand {
  const { name } = node;
  const concerned: Guest[] = [];
  // A loop, because lists of thousands of guests are asked for node by node.
  for (const guest of cluster.guests.values()) {
    if (guest.node === name || guest.incomingOn === name) concerned.push(guest);
  }
  const turn = (other: string): number | undefined => (other === name ? cluster.clock.nowMs : undefined);
  return demandByTurn(cluster, turn, concerned).get(name) ?? ownDemand(node);
}

/** Sums up the demand of these guests on the nodes that have a time, each at its own time. */
export function demandByTurn(
  cluster: Cluster,
  timeOf: (node: string) => number | undefined,
  guests: Iterable<Guest>,
): ReadonlyMap<string, NodeDemand> {
  const sums = new Map(
    [...cluster.nodes.values()]
      .filter((node) => timeOf(node.name) !== undefined)
      .map((node) => [node.name, ownDemand(node)]),
  );
  for (const guest of guests) {
    for (const node of nodesOf(guest)) {
      const atMs = timeOf(node);
      const stay = atMs === undefined ? undefined : stayAt(guest, atMs);
      if (atMs === undefined || stay?.running !== true || stay.node !== node) continue;
      add(sums.get(node), guest, demandAt(cluster, guest, atMs), guest.incomingOn !== undefined);
    }
    const arriving = guest.incomingOn === undefined ? undefined : timeOf(guest.incomingOn);
    if (arriving !== undefined && guest.incomingOn !== undefined && guest.status !== "stopped")
      add(sums.get(guest.incomingOn), guest, { ...demandAt(cluster, guest, arriving), cpuCores: 0 }, true);
  }
  return sums;
}

/** Gives what a node uses for itself: overhead and the cache of its file system, less the pages that guests share. */
export function ownDemand(node: ClusterNode): { cpuCores: number; memoryBytes: number; ioPercent: number } {
  return {
    cpuCores: node.overhead.cpuCores,
    memoryBytes: node.overhead.memoryBytes + node.arcBytes - node.sharedPagesBytes,
    ioPercent: 0,
  };
}

/** Computes what a node says about itself when it is under this demand. */
export function nodeStatistics(node: ClusterNode, demand: NodeDemand, atMs: number): NodeStatistics {
  return {
    cpuFraction: clamp(demand.cpuCores / node.cpus, 0, 1),
    memoryBytes: clamp(Math.round(demand.memoryBytes), 0, node.memoryBytes),
    uptimeSeconds: wholeSeconds(atMs - node.bootMs),
  };
}

/** Computes how much work has to wait on a node under this demand. */
export function nodePressure(node: ClusterNode, demand: NodeDemand): Pressure {
  const memory = memoryPressure(demand.memoryBytes / node.memoryBytes);
  return { cpuSome: (1 - cpuShare(node, demand)) * 100, ...ioPressure(demand.ioPercent), ...memory };
}

/** Computes what a node under this demand says about one of its guests. */
export function guestStatistics(cluster: Cluster, guest: Guest, demand: NodeDemand, atMs: number): GuestStatistics {
  const { running, node } = stayAt(guest, atMs);
  if (!running) {
    return {
      cpuFraction: 0,
      memoryBytes: 0,
      memoryOnHostBytes: 0,
      uptimeSeconds: 0,
      pressure: NO_PRESSURE,
      ...NO_COUNTERS,
    };
  }
  const share = cpuShare(nodeOf(cluster, node), demand);
  const seconds = Math.max(0, (atMs - guest.startedAtMs) / 1000);
  const own = demandAt(cluster, guest, atMs);
  return {
    cpuFraction: (own.cpuCores * share) / maxCpuOf(cluster, guest),
    memoryBytes: own.memoryBytes,
    memoryOnHostBytes: guest.kind === "qemu" ? own.memoryOnHostBytes : 0,
    uptimeSeconds: Math.floor(seconds),
    pressure: {
      cpuSome: (1 - share) * 100,
      ...ioPressure(guest.demand.ioPercent),
      ...memoryPressure(own.memoryBytes / guest.memoryBytes),
    },
    ...countersAt(guest, seconds),
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
export const COUNTER_RATES: Counters = RATES;

function countersAt({ counterBase }: Guest, seconds: number): Counters {
  const value = (key: keyof Counters): number => Math.round(counterBase[key] + RATES[key] * seconds);
  return { netin: value("netin"), netout: value("netout"), diskread: value("diskread"), diskwrite: value("diskwrite") };
}

// Most guests never move, and lists of thousands are summed up often.
function nodesOf(guest: Guest): readonly string[] {
  if (guest.past.length === 0) return [guest.node];
  return [...new Set([guest.node, ...guest.past.map((stay) => stay.node)])];
}

function add(
  sum: { cpuCores: number; memoryBytes: number; ioPercent: number } | undefined,
  guest: Guest,
  own: MomentaryDemand,
  isMigrating: boolean,
): void {
  if (sum === undefined) return;
  sum.cpuCores += own.cpuCores + (isMigrating ? MIGRATION_CPU_CORES : 0);
  sum.memoryBytes += guest.kind === "qemu" ? own.memoryOnHostBytes : own.memoryBytes;
  sum.ioPercent = Math.max(sum.ioPercent, guest.demand.ioPercent);
}

function cpuShare(node: ClusterNode, demand: NodeDemand): number {
  const wanted = demand.cpuCores - node.overhead.cpuCores;
  const there = node.cpus - node.overhead.cpuCores;
  return wanted <= there || wanted <= 0 ? 1 : there / wanted;
}

function ioPressure(percent: number): { readonly ioSome: number; readonly ioFull: number } {
  return { ioSome: percent, ioFull: percent / 2 };
}

function memoryPressure(share: number): { readonly memorySome: number; readonly memoryFull: number } {
  const some = clamp((share - MEMORY_PRESSURE_FROM) / (1 - MEMORY_PRESSURE_FROM), 0, 1) * 100;
  return { memorySome: some, memoryFull: some / 2 };
}

function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
