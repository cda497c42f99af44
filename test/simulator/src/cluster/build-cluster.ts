import { AccessControl } from "../access/access-control.js";
import { TicketOffice } from "../access/ticket-office.js";
import { seededFraction } from "../clock/random.js";
import { VirtualClock } from "../clock/virtual-clock.js";
import type {
  ClusterDescription,
  GuestDescription,
  NodeDescription,
  StorageDescription,
} from "../description/cluster-description.js";
import { applyFault } from "../faults/apply-fault.js";
import { FaultTable } from "../faults/fault-table.js";
import { installHaManager } from "../ha/ha-manager.js";
import { TransferPool } from "../migration/transfer-pool.js";
import { TaskTable } from "../tasks/task-table.js";
import type { Cluster, ClusterNode, ClusterStorage, Guest, HaResource } from "./cluster.js";
import { newHaResource, sidOf } from "./cluster.js";
import { buildConfig } from "./guest-config.js";
import { counterBaseFor } from "./load.js";
import { notePeaks, publishAll, publishDue, PUBLICATION_PERIOD_MS } from "./publication.js";
import { volumesOf } from "./volumes.js";

// A manual clock starts here unless the description says otherwise, so that runs are equal: 2026-08-06 09:00:00 UTC.
const DEFAULT_START_MS = Date.UTC(2026, 7, 6, 9, 0, 0);
const SHARED_TYPES = new Set([
  "nfs",
  "cifs",
  "cephfs",
  "rbd",
  "iscsi",
  "iscsidirect",
  "glusterfs",
  "pbs",
  "zfs",
  "esxi",
]);
const DEFAULT_GUEST_UPTIME_SECONDS = 86_400;

/** Real time as the simulator sees it; a test may replace it. */
export interface RealTime {
  /** Monotonic milliseconds. */
  readonly monotonicMs: () => number;
  /** UNIX milliseconds at the start. */
  readonly wallMs: () => number;
}

/** Brings a described cluster to life. */
export function buildCluster(description: ClusterDescription, time: RealTime): Cluster {
  const clock = new VirtualClock({
    mode: description.clock.mode,
    speed: description.clock.speed,
    startMs: startOf(description, time),
    realNowMs: time.monotonicMs,
  });
  const storages = description.storages.map((storage) => buildStorage(storage, description.nodes));
  const nodes = new Map(
    description.nodes.map((node, index) => [node.name, buildNode(node, index, description, clock.startMs)]),
  );
  const guests = new Map(description.guests.map((guest) => [guest.id, buildGuest(guest, description, clock.startMs)]));
  const cluster: Cluster = {
    name: description.name,
    seed: description.seed,
    clock,
    nodes,
    guests,
    storages,
    pools: description.pools.map(({ name, comment, storages: members }) => ({ name, comment, storages: members })),
    ha: {
      resources: haResources(description, guests),
      rules: [...description.ha.rules],
      groups: [...description.ha.groups],
    },
    options: description.options,
    extraResources: description.extraResources,
    replication: description.replication,
    mappings: description.mappings,
    times: description.migration,
    taskTimes: description.tasks,
    access: new AccessControl(description.users, description.acl, description.seed),
    tickets: new TicketOffice(description.seed, time.monotonicMs, description.ticketLifetimeMs),
    tasks: new TaskTable(clock),
    transfers: new TransferPool((node) => nodes.get(node)?.linkBytesPerSecond ?? 1),
    faults: new FaultTable({
      seed: description.seed,
      at: (ms, run) => {
        clock.schedule(clock.startMs + ms, run);
        clock.wake(clock.startMs + ms);
      },
      apply: (fault) => applyFault(cluster, fault),
    }),
    metricsHistorySeconds: description.metricsHistorySeconds,
    shufflesKeys: description.shuffleKeys,
    quorate: true,
    changeListeners: new Set(),
    topologyListeners: new Set(),
  };
  start(cluster, description);
  return cluster;
}

function start(cluster: Cluster, description: ClusterDescription): void {
  publishAll(cluster, cluster.clock.startMs);
  notePeaks(cluster);
  cluster.clock.onBeforeChange((atMs) => {
    publishDue(cluster, atMs);
  });
  installHaManager(cluster);
  for (const fault of description.faults) cluster.faults.add(fault);
}

function startOf(description: ClusterDescription, time: RealTime): number {
  if (description.clock.start !== undefined) return Date.parse(description.clock.start);
  return description.clock.mode === "manual" ? DEFAULT_START_MS : time.wallMs();
}

function buildNode(
  node: NodeDescription,
  index: number,
  description: ClusterDescription,
  startMs: number,
): ClusterNode {
  return {
    name: node.name,
    number: index + 1,
    version: node.version ?? description.version,
    cpus: node.cpus,
    sockets: node.sockets,
    memoryBytes: node.memory,
    rootSizeBytes: node.rootSize,
    rootUsedBytes: node.rootUsed,
    bootMs: startMs - node.uptimeSeconds * 1000,
    cpu: { model: node.cpuModel, vendor: node.cpuVendor, flags: node.cpuFlags },
    overhead: { cpuCores: node.overhead.cpu, memoryBytes: node.overhead.memory },
    arcBytes: node.arc,
    sharedPagesBytes: node.sharedPages,
    overcommits: node.overcommit,
    bridges: node.bridges,
    address: node.address ?? `10.99.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    linkBytesPerSecond: node.linkBytesPerSecond,
    level: node.level,
    row: node.row,
    phaseMs: Math.floor(seededFraction(description.seed, "phase", node.name) * PUBLICATION_PERIOD_MS),
    online: node.online,
    lostAtMs: node.online ? undefined : startMs,
    outages: node.online ? [] : [{ fromMs: -Infinity, online: false }],
    wasMaster: false,
    fenced: false,
    clockSkewMs: node.clockSkewSeconds * 1000,
    unreachableText: "No route to host",
    maintenance: node.maintenance,
    published: undefined,
    publishedAtMs: 0,
    peakMemoryBytes: 0,
  };
}

function buildGuest(guest: GuestDescription, description: ClusterDescription, startMs: number): Guest {
  const uptimeSeconds = guest.uptimeSeconds ?? DEFAULT_GUEST_UPTIME_SECONDS;
  const used = guest.load.memory ?? Math.round(guest.memory / 2);
  const built: Guest = {
    vmid: guest.id,
    kind: guest.kind === "vm" ? "qemu" : "lxc",
    name: guest.name,
    template: guest.template,
    cores: guest.cores ?? (guest.kind === "vm" ? 1 : undefined),
    memoryBytes: guest.memory,
    maxDiskBytes: 0,
    diskUsedBytes: guest.diskUsed,
    pool: guest.pool,
    demand: {
      cpuCores: guest.load.cpu,
      memoryBytes: used,
      memoryOnHostBytes: guest.load.memoryOnHost ?? used,
      ioPercent: guest.load.io,
      dirtyShare: guest.load.dirtyShare,
      dirtyBytesPerSecond: guest.load.dirtyBytesPerSecond,
      wave: guest.load.wave,
      noise: guest.load.noise,
      spikes: guest.load.spikes,
      steps: guest.load.steps,
    },
    snapshots: guest.snapshots,
    config: buildConfig(guest, description.seed, description.storages[0]?.name),
    node: guest.node,
    status: guest.template ? "stopped" : guest.status,
    lock: guest.lock,
    tags: guest.tags,
    incomingOn: undefined,
    startedAtMs: startMs - uptimeSeconds * 1000,
    counterBase: counterBaseFor(guest.counters, uptimeSeconds),
    published: undefined,
    past: [],
  };
  return {
    ...built,
    maxDiskBytes: volumesOf(built).find((volume) => !volume.cdrom && volume.sizeBytes > 0)?.sizeBytes ?? 0,
  };
}

function buildStorage(storage: StorageDescription, nodes: readonly NodeDescription[]): ClusterStorage {
  const usage = nodes.map((node) => {
    const own = storage.perNode[node.name];
    return [node.name, { sizeBytes: own?.size ?? storage.size, usedBytes: own?.used ?? storage.used }] as const;
  });
  return {
    name: storage.name,
    type: storage.type,
    content: storage.content,
    shared: storage.shared ?? SHARED_TYPES.has(storage.type),
    nodes: storage.nodes,
    disabled: storage.disabled,
    usage: new Map(usage),
  };
}

function haResources(description: ClusterDescription, guests: ReadonlyMap<number, Guest>): Map<string, HaResource> {
  const resources = new Map<string, HaResource>();
  for (const each of description.guests) {
    const guest = guests.get(each.id);
    if (each.ha === undefined || guest === undefined) continue;
    const sid = sidOf(guest);
    resources.set(sid, newHaResource(sid, each.id, each.ha));
  }
  return resources;
}
