import { placeGuest, switchGuest } from "../cluster/change-guest.js";
import type { Cluster, ClusterNode, HaResource } from "../cluster/cluster.js";
import { chooseNode } from "./ha-placement.js";

// How long after its loss a node is declared to need fencing, and when its services may run elsewhere.
const FENCE_AFTER_MS = 50_000;
const RECOVER_AFTER_MS = 120_000;
// The others have to agree on a new manager first.
const RECOVER_AFTER_MASTER_LOSS_MS = 170_000;

/** Fences lost nodes and recovers their services when it is time; says whether it has to look again. */
export function advanceLostNodes(cluster: Cluster): boolean {
  let isWaiting = false;
  for (const node of cluster.nodes.values()) {
    const services = servicesOn(cluster, node);
    if (node.online || node.lostAtMs === undefined || services.length === 0) continue;
    const lostForMs = cluster.clock.nowMs - node.lostAtMs;
    if (lostForMs >= FENCE_AFTER_MS) fence(node, services);
    if (lostForMs >= (node.wasMaster ? RECOVER_AFTER_MASTER_LOSS_MS : RECOVER_AFTER_MS)) {
      for (const service of services) recover(cluster, service);
    }
    isWaiting = true;
  }
  return isWaiting;
}

function servicesOn(cluster: Cluster, node: ClusterNode): readonly HaResource[] {
  return [...cluster.ha.resources.values()].filter(
    (resource) => resource.description.state !== "ignored" && cluster.guests.get(resource.vmid)?.node === node.name,
  );
}

function fence(node: ClusterNode, services: readonly HaResource[]): void {
  node.fenced = true;
  for (const service of services) {
    if (service.phase === "normal") service.phase = "fence";
    service.migratingTo = undefined;
  }
}

function recover(cluster: Cluster, service: HaResource): void {
  const guest = cluster.guests.get(service.vmid);
  const target = chooseNode(cluster, service);
  service.phase = "recovery";
  if (guest === undefined || target === undefined) return;
  guest.lock = undefined;
  guest.incomingOn = undefined;
  switchGuest(cluster, guest, "stopped");
  placeGuest(cluster, guest, target);
  service.phase = "normal";
}
