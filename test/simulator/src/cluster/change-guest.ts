import type { Cluster, Guest } from "./cluster.js";
import { notePeaks } from "./publication.js";

const NO_COUNTERS = { netin: 0, netout: 0, diskread: 0, diskwrite: 0 };

/** Puts a guest on a node. */
export function placeGuest(cluster: Cluster, guest: Guest, node: string): void {
  if (guest.node === node) return;
  remember(cluster, guest);
  guest.node = node;
  announceChange(cluster);
}

/** Changes whether a guest runs; one that is switched on starts to count from zero. */
export function switchGuest(cluster: Cluster, guest: Guest, status: Guest["status"]): void {
  if (guest.status === status) return;
  remember(cluster, guest);
  if (guest.status === "stopped") {
    guest.startedAtMs = cluster.clock.nowMs;
    guest.counterBase = NO_COUNTERS;
  }
  guest.status = status;
  announceChange(cluster);
}

/** Tells everybody who watches the cluster that something other than a load has changed. */
export function announceChange(cluster: Cluster): void {
  notePeaks(cluster);
  for (const listener of cluster.changeListeners) listener();
}

function remember(cluster: Cluster, guest: Guest): void {
  guest.past.push({ untilMs: cluster.clock.nowMs, node: guest.node, running: guest.status !== "stopped" });
}
