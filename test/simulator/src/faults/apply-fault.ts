import type { Cluster, Guest } from "../cluster/cluster.js";
import { nodeOf } from "../cluster/cluster.js";
import { notePeaks } from "../cluster/publication.js";
import type { Fault, GuestChange } from "./fault.js";

const NOTHING_TO_UNDO = (): void => undefined;

/** Brings a fault about in the cluster and gives the function that ends it. */
export function applyFault(cluster: Cluster, fault: Fault): () => void {
  switch (fault.kind) {
    case "node-down":
      return takeNodeDown(cluster, fault.node, fault.text);
    case "maintenance":
      return setMaintenance(cluster, fault.node);
    case "quorum-lost":
      cluster.quorate = false;
      return () => {
        cluster.quorate = true;
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
    case "answer":
    case "migration-fails":
    case "migration-warns":
      return NOTHING_TO_UNDO; // The table itself is asked for these.
  }
}

function takeNodeDown(cluster: Cluster, name: string, text: string): () => void {
  const node = nodeOf(cluster, name);
  node.unreachableText = text;
  setOnline(false);
  for (const task of cluster.tasks.list()) task.loseNode(name);
  return () => {
    setOnline(true);
  };

  function setOnline(online: boolean): void {
    node.online = online;
    for (const listener of cluster.topologyListeners) listener();
  }
}

function setMaintenance(cluster: Cluster, name: string): () => void {
  const node = nodeOf(cluster, name);
  node.maintenance = true;
  return () => {
    node.maintenance = false;
  };
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
      guest.node = nodeOf(cluster, change.to).name;
      break;
    case "status":
      setStatus(cluster, guest, change.status);
      break;
    case "tags":
      guest.tags = change.tags;
      break;
    case "load":
      guest.demand.cpuCores = change.cpu ?? guest.demand.cpuCores;
      guest.demand.memoryBytes = change.memoryBytes ?? guest.demand.memoryBytes;
      break;
  }
  notePeaks(cluster);
}

function setStatus(cluster: Cluster, guest: Guest, status: Guest["status"]): void {
  if (guest.status === "stopped" && status !== "stopped") guest.startedAtMs = cluster.clock.nowMs;
  guest.status = status;
}
