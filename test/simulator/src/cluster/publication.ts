import type { Cluster, ClusterNode } from "./cluster.js";
import { demandByNode, demandByTurn, guestStatistics, nodeStatistics } from "./load.js";

/** Every node tells the others its numbers once in so many virtual milliseconds. */
export const PUBLICATION_PERIOD_MS = 10_000;

/**
 * Publishes the numbers of every node whose turn has come by the given time.
 *
 * It has to be called before anything changes: between two changes demand depends on nothing but the time, so that the
 * values of the last turn can be computed late and are still those of that turn.
 */
export function publishDue(cluster: Cluster, atMs: number): void {
  const due = [...cluster.nodes.values()].filter((node) => lastTurn(node, atMs) > node.publishedAtMs);
  if (due.length > 0) publish(cluster, new Map(due.map((node) => [node.name, lastTurn(node, atMs)])));
}

/** Publishes the numbers of every node at once, as at the start of the cluster. */
export function publishAll(cluster: Cluster, atMs: number): void {
  publish(cluster, new Map([...cluster.nodes.keys()].map((name) => [name, atMs])));
}

/** Remembers the highest memory demand that each node ever had; to be called after every change of demand. */
export function notePeaks(cluster: Cluster): void {
  for (const [name, demand] of demandByNode(cluster)) {
    const node = cluster.nodes.get(name);
    if (node !== undefined) node.peakMemoryBytes = Math.max(node.peakMemoryBytes, Math.round(demand.memoryBytes));
  }
}

function lastTurn(node: ClusterNode, atMs: number): number {
  return Math.floor((atMs - node.phaseMs) / PUBLICATION_PERIOD_MS) * PUBLICATION_PERIOD_MS + node.phaseMs;
}

function publish(cluster: Cluster, turns: ReadonlyMap<string, number>): void {
  const demands = demandByTurn(cluster, (node) => turns.get(node), cluster.guests.values());
  for (const [name, turnMs] of turns) {
    const node = cluster.nodes.get(name);
    const demand = demands.get(name);
    if (node === undefined || demand === undefined) continue;
    node.published = node.online ? nodeStatistics(node, demand, turnMs) : undefined;
    node.publishedAtMs = turnMs;
    node.peakMemoryBytes = Math.max(node.peakMemoryBytes, Math.round(demand.memoryBytes));
  }
  for (const guest of cluster.guests.values()) {
    const turnMs = turns.get(guest.node);
    const demand = demands.get(guest.node);
    if (turnMs === undefined || demand === undefined) continue;
    const online = cluster.nodes.get(guest.node)?.online === true;
    guest.published = online ? guestStatistics(cluster, guest, demand, turnMs) : undefined;
  }
}
