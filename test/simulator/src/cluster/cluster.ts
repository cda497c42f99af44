import type { VirtualClock } from "../clock/virtual-clock.js";
import type { AccessControl } from "../access/access-control.js";
import type { TicketOffice } from "../access/ticket-office.js";
import type { FaultTable } from "../faults/fault-table.js";
import type { TransferPool } from "../migration/transfer-pool.js";
import type {
  HaGroupDescription,
  HaResourceDescription,
  HaRuleDescription,
  LoadDescription,
  MigrationTimes,
  TaskTimes,
} from "../description/cluster-description.js";
import type { JsonObject } from "../json.js";
import type { TaskTable } from "../tasks/task-table.js";

/** The whole simulated cluster: everything that an answer is computed from. */
export interface Cluster {
  readonly name: string;
  readonly seed: number;
  readonly clock: VirtualClock;
  readonly nodes: Map<string, ClusterNode>;
  readonly guests: Map<number, Guest>;
  readonly storages: readonly ClusterStorage[];
  readonly pools: ClusterPool[];
  readonly ha: HaConfiguration;
  options: JsonObject;
  readonly extraResources: readonly JsonObject[];
  replication: readonly JsonObject[];
  readonly mappings: readonly DeviceMapping[];
  readonly times: MigrationTimes;
  readonly taskTimes: TaskTimes;
  readonly access: AccessControl;
  readonly tickets: TicketOffice;
  readonly tasks: TaskTable;
  readonly transfers: TransferPool;
  readonly faults: FaultTable;
  /** How far the export of metrics reaches back. */
  readonly metricsHistorySeconds: number;
  /** Whether the keys of answers come in an order that nobody can rely on, as from the real server. */
  readonly shufflesKeys: boolean;
  quorate: boolean;
  /** Called whenever a guest changes its place or state, or a node or the HA configuration changes. */
  readonly changeListeners: Set<() => void>;
  /** Called when a node goes down or comes back, so that its port can follow. */
  readonly topologyListeners: Set<() => void>;
}

/** A device that nodes have under one name. */
export interface DeviceMapping {
  readonly id: string;
  readonly kind: "pci" | "usb" | "dir";
  readonly nodes: readonly string[];
}

/** A hypervisor of the cluster. */
export interface ClusterNode {
  readonly name: string;
  readonly number: number;
  readonly version: string;
  readonly cpus: number;
  readonly sockets: number;
  readonly memoryBytes: number;
  readonly rootSizeBytes: number;
  readonly rootUsedBytes: number;
  bootMs: number;
  readonly cpu: { readonly model: string; readonly vendor: string; readonly flags: string };
  readonly overhead: { readonly cpuCores: number; readonly memoryBytes: number };
  /** Cache of its ZFS file systems, which counts as used. */
  readonly arcBytes: number;
  /** Memory that is saved because guests have equal pages. */
  readonly sharedPagesBytes: number;
  /** Whether it starts guests for which it has no memory left. */
  readonly overcommits: boolean;
  readonly bridges: readonly string[];
  readonly address: string;
  readonly linkBytesPerSecond: number;
  readonly level: string;
  /** How much its clock is ahead of that of the cluster. */
  readonly clockSkewMs: number;
  readonly row: JsonObject;
  /** Offset of its publications within the period, so that nodes do not publish all at once. */
  readonly phaseMs: number;
  online: boolean;
  /** Virtual time at which it was lost; undefined while it is online, and when it was never seen online. */
  lostAtMs: number | undefined;
  /** When it went off and came back, oldest first. */
  readonly outages: { readonly fromMs: number; readonly online: boolean }[];
  /** It was the one that ran the HA manager when it was lost. */
  wasMaster: boolean;
  /** The HA manager has declared it dead. */
  fenced: boolean;
  /** Reason phrase of forwarded calls while it is offline. */
  unreachableText: string;
  maintenance: boolean;
  published: NodeStatistics | undefined;
  publishedAtMs: number;
  peakMemoryBytes: number;
}

/** The numbers that a node publishes about itself. */
export interface NodeStatistics {
  readonly cpuFraction: number;
  readonly memoryBytes: number;
  readonly uptimeSeconds: number;
}

/** A virtual machine or container. */
export interface Guest {
  readonly vmid: number;
  readonly kind: GuestKind;
  name: string | undefined;
  template: boolean;
  /** Undefined for a container that may use every thread of its host. */
  cores: number | undefined;
  memoryBytes: number;
  maxDiskBytes: number;
  diskUsedBytes: number;
  pool: string | undefined;
  demand: Demand;
  readonly snapshots: readonly string[];
  /** Configuration on disk without lock, tags and digest; the volumes are read from it. */
  config: Readonly<Record<string, ConfigValue>>;
  node: string;
  status: "running" | "stopped" | "paused";
  lock: string | undefined;
  tags: string | undefined;
  /** Node that already holds memory for this guest because it is on its way there. */
  incomingOn: string | undefined;
  startedAtMs: number;
  counterBase: Counters;
  published: GuestStatistics | undefined;
  /** Where it was before and whether it ran there, oldest first; what it is now came after the last of them. */
  readonly past: PastStay[];
}

/** A time that a guest spent on a node. */
interface PastStay {
  readonly untilMs: number;
  readonly node: string;
  readonly running: boolean;
}

/** `qemu` is a virtual machine, `lxc` a container: the words of the API's paths. */
type GuestKind = "qemu" | "lxc";

/** A value of a guest configuration, as on the wire. */
export type ConfigValue = string | number | readonly (readonly string[])[];

/** What a running guest asks of its host, and how that changes with time. */
interface Demand {
  readonly cpuCores: number;
  readonly memoryBytes: number;
  readonly memoryOnHostBytes: number;
  readonly ioPercent: number;
  readonly dirtyShare: number;
  /** Bytes that it writes anew per second while its memory is sent; undefined when `dirtyShare` says enough. */
  readonly dirtyBytesPerSecond: number | undefined;
  readonly wave: LoadDescription["wave"];
  readonly noise: LoadDescription["noise"];
  readonly spikes: LoadDescription["spikes"];
  /** Changes at virtual milliseconds after the start, in order. */
  readonly steps: LoadDescription["steps"];
}

/** Bytes since the guest was started. */
export interface Counters {
  readonly netin: number;
  readonly netout: number;
  readonly diskread: number;
  readonly diskwrite: number;
}

/** The numbers that a node publishes about one of its guests. */
export interface GuestStatistics extends Counters {
  readonly cpuFraction: number;
  readonly memoryBytes: number;
  readonly memoryOnHostBytes: number;
  readonly uptimeSeconds: number;
  readonly pressure: Pressure;
}

/** How much work had to wait, in percent of the time, as the kernel measures it. */
export interface Pressure {
  readonly cpuSome: number;
  readonly ioSome: number;
  readonly ioFull: number;
  readonly memorySome: number;
  readonly memoryFull: number;
}

/** A storage of the datacenter configuration with its fill level. */
export interface ClusterStorage {
  readonly name: string;
  readonly type: string;
  readonly content: readonly string[];
  readonly shared: boolean;
  readonly nodes: readonly string[] | undefined;
  readonly disabled: boolean;
  /** By node; a shared storage has the same numbers on every node. */
  readonly usage: Map<string, { readonly sizeBytes: number; usedBytes: number }>;
}

/** A pool; its guests say themselves that they belong to it. */
export interface ClusterPool {
  readonly name: string;
  comment: string | undefined;
  storages: readonly string[];
}

/** What the HA manager has been told and what it currently does. */
interface HaConfiguration {
  readonly resources: Map<string, HaResource>;
  readonly rules: HaRuleDescription[];
  readonly groups: HaGroupDescription[];
}

/** A guest under HA management; `sid` is `vm:100` or `ct:100`. */
export interface HaResource {
  readonly sid: string;
  readonly vmid: number;
  description: HaResourceDescription;
  /** Node to which the manager is moving it. */
  migratingTo: string | undefined;
  /** Where it is in the life of a service that has lost its node, or cannot be started. */
  phase: "normal" | "fence" | "recovery" | "error";
  /** A worker is switching it on or off. */
  isSwitching: boolean;
  /** Node in maintenance from which it was moved away, and to which it will return. */
  maintenanceNode: string | undefined;
  /** Failed starts on its node, and nodes tried so far. */
  failures: { readonly starts: number; readonly relocations: number };
}

/** Finds a node. Throws when the cluster has none of that name, which is an error of the simulator itself. */
export function nodeOf(cluster: Cluster, name: string): ClusterNode {
  const node = cluster.nodes.get(name);
  if (node === undefined) throw new Error(`The simulated cluster has no node "${name}".`);
  return node;
}

/** Makes an HA resource that nothing has happened to. */
export function newHaResource(sid: string, vmid: number, description: HaResourceDescription): HaResource {
  return {
    sid,
    vmid,
    description,
    migratingTo: undefined,
    phase: "normal",
    isSwitching: false,
    maintenanceNode: undefined,
    failures: { starts: 0, relocations: 0 },
  };
}

/** Finds the node that runs the HA manager; undefined when no node is online. */
export function masterOf(cluster: Cluster): ClusterNode | undefined {
  return [...cluster.nodes.values()].find((node) => node.online);
}

/** Gives the HA id of a guest. */
export function sidOf(guest: Guest): string {
  return `${guest.kind === "qemu" ? "vm" : "ct"}:${guest.vmid}`;
}

/** Finds the HA resource that decides where a guest runs; undefined when there is none or it is to be ignored. */
export function managedResource(cluster: Cluster, guest: Guest): HaResource | undefined {
  const resource = cluster.ha.resources.get(sidOf(guest));
  return resource?.description.state === "ignored" ? undefined : resource;
}

/** Says whether a node runs Proxmox VE 9 or newer. */
export function isVersion9(node: ClusterNode): boolean {
  return Number(node.version.split(".")[0]) >= 9;
}

/** Says whether a storage can be used on a node: not disabled and not limited to other nodes. */
export function isUsableOn(storage: ClusterStorage, node: string): boolean {
  return !storage.disabled && (storage.nodes?.includes(node) ?? true);
}
