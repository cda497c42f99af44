import type { Cluster, ClusterNode, Guest } from "../cluster/cluster.js";
import { masterOf, nodeOf } from "../cluster/cluster.js";
import { announceChange, placeGuest, switchGuest } from "../cluster/change-guest.js";
import type { Fault, GuestChange } from "./fault.js";

// The table itself is asked for these.
const PASSIVE = [
  "answer",
  "migration-ends",
  "migration-fails",
  "migration-hangs",
  "migration-warns",
  "rate-limit",
  "tasks-unknown",
] as const;

type PassiveFault = Extract<Fault, { readonly kind: (typeof PASSIVE)[number] }>;

const NOTHING_TO_UNDO = (): void => undefined;

/** Brings a fault about in the cluster and gives the function that ends it. */
export function applyFault(cluster: Cluster, fault: Fault): () => void {
  return isPassive(fault) ? NOTHING_TO_UNDO : bringAbout(cluster, fault);
}

function isPassive(fault: Fault): fault is PassiveFault {
  return PASSIVE.some((kind) => kind === fault.kind);
}

function bringAbout(cluster: Cluster, fault: Exclude<Fault, PassiveFault>): () => void {
  switch (fault.kind) {
    case "node-down":
      return takeNodeDown(cluster, fault.node, fault.text);
    case "maintenance":
      return setMaintenance(cluster, fault.node);
    case "quorum-lost":
      cluster.quorate = false;
      return () => {
        cluster.quorate = true;
        announceChange(cluster);
      };
    case "privilege-dropped":
      return cluster.access.dropPrivilege(fault.subject, fault.path, fault.privilege);
    case "token-revoked":
      cluster.access.setRevoked(fault.token, true);
      return () => {
        cluster.access.setRevoked(fault.token, false);
      };
    case "tickets-expired":
      cluster.tickets.expireAll();
      return NOTHING_TO_UNDO;
    case "guest":
      changeGuest(cluster, fault.vmid, fault.change);
      return NOTHING_TO_UNDO;
  }
}

function takeNodeDown(cluster: Cluster, name: string, text: string): () => void {
  const node = nodeOf(cluster, name);
  node.unreachableText = text;
  node.wasMaster = masterOf(cluster) === node;
  node.lostAtMs = cluster.clock.nowMs;
  setOnline(cluster, node, false);
  for (const task of cluster.tasks.list()) task.loseNode(name);
  return () => {
    node.lostAtMs = undefined;
    setOnline(cluster, node, true);
    if (node.fenced) restart(cluster, node);
  };
}

function setOnline(cluster: Cluster, node: ClusterNode, online: boolean): void {
  node.outages.push({ fromMs: cluster.clock.nowMs, online });
  node.online = online;
  announceChange(cluster);
  for (const listener of cluster.topologyListeners) listener();
}

// A fenced node was switched off by its watchdog: what is still on it starts anew.
function restart(cluster: Cluster, node: ClusterNode): void {
  node.fenced = false;
  node.bootMs = cluster.clock.nowMs;
  for (const guest of cluster.guests.values()) {
    if (guest.node !== node.name || guest.status === "stopped") continue;
    switchGuest(cluster, guest, "stopped");
    switchGuest(cluster, guest, "running");
  }
}

function setMaintenance(cluster: Cluster, name: string): () => void {
  const node = nodeOf(cluster, name);
  setTo(true);
  return () => {
    setTo(false);
  };

  function setTo(maintenance: boolean): void {
    node.maintenance = maintenance;
    announceChange(cluster);
  }
}

function changeGuest(cluster: Cluster, vmid: number, change: GuestChange): void {
  const guest = cluster.guests.get(vmid);
  if (guest === undefined) return;
  switch (change.kind) {
    case "lock":
      guest.lock = change.lock ?? undefined;
      break;
    case "delete":
      cluster.guests.delete(vmid);
      break;
    case "move":
      placeGuest(cluster, guest, nodeOf(cluster, change.to).name);
      break;
    case "status":
      switchGuest(cluster, guest, change.status);
      break;
    case "tags":
      guest.tags = change.tags;
      break;
    case "load":
      changeLoad(cluster, guest, change);
      break;
  }
  announceChange(cluster);
}

// As a step, so that what histories say about the time before stays true.
function changeLoad(cluster: Cluster, guest: Guest, change: Extract<GuestChange, { readonly kind: "load" }>): void {
  const step = { atMs: cluster.clock.nowMs - cluster.clock.startMs, cpu: change.cpu, memory: change.memoryBytes };
  guest.demand = { ...guest.demand, steps: [...guest.demand.steps, step] };
}
