import { seededUuid } from "../clock/random.js";
import type { Cluster, ConfigValue, Guest } from "../cluster/cluster.js";
import { parameterError } from "../http/api-error.js";

const MIB = 1024 ** 2;
const DEFAULT_MEMORY_BYTES = 512 * MIB;
const DEFAULT_CPU_CORES = 0.1;
const DEFAULT_DIRTY_SHARE = 0.1;

/** Makes a stopped guest without configuration; the cluster does not know it yet. */
export function newGuest(kind: Guest["kind"], vmid: number, node: string): Guest {
  return {
    vmid,
    kind,
    name: undefined,
    template: false,
    cores: kind === "qemu" ? 1 : undefined,
    memoryBytes: DEFAULT_MEMORY_BYTES,
    maxDiskBytes: 0,
    diskUsedBytes: 0,
    pool: undefined,
    demand: {
      cpuCores: DEFAULT_CPU_CORES,
      memoryBytes: DEFAULT_MEMORY_BYTES / 2,
      memoryOnHostBytes: DEFAULT_MEMORY_BYTES / 2,
      ioPercent: 0,
      dirtyShare: DEFAULT_DIRTY_SHARE,
      dirtyBytesPerSecond: undefined,
      wave: undefined,
      noise: undefined,
      spikes: [],
      steps: [],
    },
    snapshots: [],
    config: {},
    node,
    status: "stopped",
    lock: undefined,
    tags: undefined,
    incomingOn: undefined,
    startedAtMs: 0,
    counterBase: { netin: 0, netout: 0, diskread: 0, diskwrite: 0 },
    published: undefined,
    past: [],
  };
}

/** Gives a new guest the demand that goes with its size: half of its memory. */
export function sizeDemand(guest: Guest): void {
  const memoryBytes = Math.round(guest.memoryBytes / 2);
  guest.demand = { ...guest.demand, memoryBytes, memoryOnHostBytes: memoryBytes };
}

/** Gives the keys that every new virtual machine gets without asking. */
export function identityOf(cluster: Cluster, vmid: number): Readonly<Record<string, ConfigValue>> {
  return {
    smbios1: `uuid=${seededUuid(cluster.seed, "smbios", vmid, cluster.clock.nowMs)}`,
    vmgenid: seededUuid(cluster.seed, "vmgenid", vmid, cluster.clock.nowMs),
    meta: `creation-qemu=10.1.2,ctime=${cluster.clock.nowSeconds}`,
  };
}

/** Refuses an id that is taken. */
export function checkFreeId(cluster: Cluster, vmid: number, refusal: (text: string) => Error): void {
  const other = cluster.guests.get(vmid);
  if (other !== undefined)
    throw refusal(`${other.kind === "qemu" ? "VM" : "CT"} ${vmid} already exists on node '${other.node}'`);
}

/** Refuses a pool that does not exist. */
export function checkPool(cluster: Cluster, pool: string | undefined): void {
  if (pool !== undefined && !cluster.pools.some((each) => each.name === pool))
    throw parameterError({ pool: `pool '${pool}' does not exist` });
}
