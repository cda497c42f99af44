import { placeGuest } from "../cluster/change-guest.js";
import type { Cluster, Guest, HaResource } from "../cluster/cluster.js";
import { startGuest, stopGuest } from "../guests/power.js";
import { queueMoves } from "./ha-moves.js";
import { chooseNode, isUsable } from "./ha-placement.js";

const AGENT = "root@pam";
const DEFAULT_ATTEMPTS = 1;

/** Brings one resource nearer to what is wanted; says whether anything was done or is still to come. */
export function advanceService(cluster: Cluster, resource: HaResource): boolean {
  const guest = cluster.guests.get(resource.vmid);
  if (guest === undefined || resource.description.state === "ignored") return false;
  if (resource.phase === "error") return leaveError(resource);
  if (resource.phase !== "normal" || resource.migratingTo !== undefined || resource.isSwitching) return true;
  if (cluster.nodes.get(guest.node)?.online !== true || guest.lock !== undefined) return false;
  return switchOrSettle(cluster, resource, guest);
}

function switchOrSettle(cluster: Cluster, resource: HaResource, guest: Guest): boolean {
  const { state } = resource.description;
  if (state === "stopped" || state === "disabled") return stop(cluster, resource, guest);
  return guest.status === "stopped" ? start(cluster, resource, guest) : settle(cluster, resource, guest);
}

function leaveError(resource: HaResource): boolean {
  if (resource.description.state !== "disabled") return false;
  resource.phase = "normal";
  resource.failures = { starts: 0, relocations: 0 };
  return true;
}

function stop(cluster: Cluster, resource: HaResource, guest: Guest): boolean {
  if (guest.status === "stopped") return false;
  resource.isSwitching = true;
  const end = cluster.clock.nowMs + cluster.taskTimes.shutdownMs;
  stopGuest(cluster, guest, AGENT, "shutdown");
  cluster.clock.schedule(end, () => {
    resource.isSwitching = false;
  });
  return true;
}

function start(cluster: Cluster, resource: HaResource, guest: Guest): boolean {
  resource.isSwitching = true;
  const onEnd = (started: boolean): void => {
    resource.isSwitching = false;
    if (started) resource.failures = { starts: 0, relocations: 0 };
    else noteFailedStart(cluster, resource, guest);
  };
  startGuest(cluster, guest, { user: AGENT, byHa: true, onEnd });
  return true;
}

// So many attempts on the node, then so many on other nodes; then somebody has to look at it.
function noteFailedStart(cluster: Cluster, resource: HaResource, guest: Guest): void {
  const { starts, relocations } = resource.failures;
  if (starts < (resource.description.maxRestart ?? DEFAULT_ATTEMPTS)) {
    resource.failures = { starts: starts + 1, relocations };
    return;
  }
  const other = [...cluster.nodes.values()].find((node) => isUsable(node) && node.name !== guest.node)?.name;
  if (other === undefined || relocations >= (resource.description.maxRelocate ?? DEFAULT_ATTEMPTS)) {
    resource.phase = "error";
    return;
  }
  resource.failures = { starts: 0, relocations: relocations + 1 };
  placeGuest(cluster, guest, other);
}

function settle(cluster: Cluster, resource: HaResource, guest: Guest): boolean {
  const target = wantedNode(cluster, resource, guest);
  if (target === undefined || target === guest.node) return false;
  queueMoves(cluster, [resource], target);
  return true;
}

function wantedNode(cluster: Cluster, resource: HaResource, guest: Guest): string | undefined {
  const { maintenanceNode } = resource;
  const chosen = chooseNode(cluster, resource);
  if (cluster.nodes.get(guest.node)?.maintenance === true && chosen !== undefined) {
    resource.maintenanceNode ??= guest.node;
    return chosen;
  }
  if (maintenanceNode === undefined || !isUsable(cluster.nodes.get(maintenanceNode))) return chosen;
  resource.maintenanceNode = undefined;
  return maintenanceNode;
}
