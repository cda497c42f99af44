import type { Cluster, ClusterNode, Guest, GuestStatistics } from "../cluster/cluster.js";
import { isVersion9, nodeOf, sidOf } from "../cluster/cluster.js";
import { demandOn, guestStatistics, maxCpuOf } from "../cluster/load.js";
import { failure } from "../http/api-error.js";
import type { Call } from "../http/call.js";
import { numberOf, requiredText } from "../http/call.js";
import type { JsonObject } from "../json.js";
import { pressureFields } from "./pressure-fields.js";
import { haStateOf } from "./rows.js";

const FIRST_GUEST_PID = 1_000_000;

/** Finds the guest in the path on the node in the path. Throws what the real server says when its file is not there. */
export function guestInPath(call: Call, kind: Guest["kind"]): Guest {
  const vmid = numberOf(call, "vmid", 0);
  const node = requiredText(call, "node");
  const guest = call.cluster.guests.get(vmid);
  if (guest?.kind === kind && guest.node === node) return guest;
  const folder = kind === "qemu" ? "qemu-server" : "lxc";
  throw failure(`Configuration file 'nodes/${node}/${folder}/${vmid}.conf' does not exist`);
}

/** Lists the guests of one kind that are on a node. */
export function guestsOn(cluster: Cluster, kind: Guest["kind"], node: string): readonly Guest[] {
  const found: Guest[] = [];
  for (const guest of cluster.guests.values()) if (guest.kind === kind && guest.node === node) found.push(guest);
  return found;
}

/** Lists the guests of one kind on a node with the live numbers of that node. */
export function liveRows(cluster: Cluster, node: ClusterNode, guests: readonly Guest[]): readonly JsonObject[] {
  const demand = demandOn(cluster, node);
  return guests.map((guest) => {
    const live = guestStatistics(cluster, guest, demand, cluster.clock.nowMs);
    return guest.kind === "qemu" ? vmRow(cluster, guest, live) : containerRow(cluster, guest, live);
  });
}

/** Gives the answer of `status/current`. */
export function currentStatus(cluster: Cluster, guest: Guest): JsonObject {
  const demand = demandOn(cluster, nodeOf(cluster, guest.node));
  const live = guestStatistics(cluster, guest, demand, cluster.clock.nowMs);
  const state = haStateOf(cluster, guest);
  const ha = { managed: cluster.ha.resources.has(sidOf(guest)) ? 1 : 0, state };
  if (guest.kind === "lxc") return { ...containerRow(cluster, guest, live), ha };
  return { ...vmRow(cluster, guest, live), ...processDetails(guest), ha };
}

function vmRow(cluster: Cluster, guest: Guest, live: GuestStatistics): JsonObject {
  const pressure = isNewHost(cluster, guest) ? vmPressure(live) : {};
  return {
    ...commonRow(cluster, guest, live),
    // Without asking the process, a paused VM counts as running.
    status: guest.status === "stopped" ? "stopped" : "running",
    disk: 0,
    memhost: isNewHost(cluster, guest) ? live.memoryOnHostBytes : undefined,
    ...pressure,
  };
}

function containerRow(cluster: Cluster, guest: Guest, live: GuestStatistics): JsonObject {
  const pressure = isNewHost(cluster, guest) && guest.status !== "stopped" ? containerPressure(live) : {};
  return {
    ...commonRow(cluster, guest, live),
    type: "lxc",
    status: guest.status === "stopped" ? "stopped" : "running",
    disk: guest.status === "stopped" ? 0 : guest.diskUsedBytes,
    swap: 0,
    maxswap: Number(guest.config["swap"] ?? 512) * 1024 ** 2,
    ...pressure,
  };
}

function commonRow(cluster: Cluster, guest: Guest, live: GuestStatistics): JsonObject {
  return {
    vmid: guest.vmid,
    name: guest.name,
    uptime: live.uptimeSeconds,
    cpus: maxCpuOf(cluster, guest),
    cpu: live.cpuFraction,
    mem: live.memoryBytes,
    maxmem: guest.memoryBytes,
    maxdisk: guest.maxDiskBytes,
    netin: live.netin,
    netout: live.netout,
    diskread: live.diskread,
    diskwrite: live.diskwrite,
    pid: guest.status === "stopped" ? undefined : FIRST_GUEST_PID + guest.vmid,
    template: guest.template ? 1 : undefined,
    tags: guest.tags === "" ? undefined : guest.tags,
    lock: guest.lock,
  };
}

function processDetails(guest: Guest): JsonObject {
  if (guest.status === "stopped") return { qmpstatus: "stopped" };
  return {
    qmpstatus: guest.status,
    "running-machine": "pc-q35-10.1+pve0",
    "running-qemu": "10.1.2",
    balloon: guest.memoryBytes,
  };
}

function vmPressure({ pressure }: GuestStatistics): JsonObject {
  return Object.fromEntries(pressureFields(pressure).map(([name, percent]) => [name, Math.round(percent * 100) / 100]));
}

// Containers send the same values as text.
function containerPressure({ pressure }: GuestStatistics): JsonObject {
  return Object.fromEntries(pressureFields(pressure).map(([name, percent]) => [name, percent.toFixed(2)]));
}

function isNewHost(cluster: Cluster, guest: Guest): boolean {
  const node = cluster.nodes.get(guest.node);
  return node !== undefined && isVersion9(node);
}
