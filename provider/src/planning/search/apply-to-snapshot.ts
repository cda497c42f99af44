import type { ClusterIndex } from "../model/cluster-index.js";
import type { ClusterSnapshot, Guest, Node } from "../model/cluster-snapshot.js";
import type { Move } from "../moves/move.js";
import { pressuresAfter } from "./apply-to-pressures.js";
import { storagesAfter } from "./apply-to-storages.js";

/** What comes to a node, less what leaves it. */
interface Shift {
  memory: number;
  cpu: number;
  disk: number;
}

/** Gives the snapshot as it is after some moves: guests on their new nodes, and the nodes' own figures moved along. */
export function applyToSnapshot(index: ClusterIndex, moves: readonly Move[]): ClusterSnapshot {
  const { snapshot } = index;
  const moved = new Map<number, { readonly guest: number; readonly node: string }>();
  for (const move of moves) {
    for (const guest of move.guests) {
      moved.set(index.guestRow[guest] ?? -1, { guest, node: index.nodeNames[move.to] ?? "" });
    }
  }
  const storages = storagesAfter(index, moves);
  const pressures = pressuresAfter(index, moves);
  const shifts = new Map<string, Shift>();
  const guests = snapshot.guests.map((row, at) => {
    const move = moved.get(at);
    if (move === undefined) {
      return row;
    }
    if (move.node !== row.node) {
      shift(shifts, row.node, row, -1);
      shift(shifts, move.node, row, 1);
    }
    return { ...row, node: move.node, ...storages?.ofGuest(move.guest, row), ...pressures?.ofGuest(move.guest, row) };
  });
  const nodes = snapshot.nodes.map((node) => ({
    ...shifted(node, shifts.get(node.name)),
    ...storages?.ofNode(node),
    ...pressures?.ofNode(node),
  }));
  return { ...snapshot, guests, nodes };
}

function shift(shifts: Map<string, Shift>, node: string, guest: Guest, sign: 1 | -1): void {
  const sum = shifts.get(node) ?? { memory: 0, cpu: 0, disk: 0 };
  sum.memory += sign * guest.memoryUsedBytes;
  sum.cpu += sign * guest.cpuUsedCores;
  sum.disk += sign * guest.localDiskBytes;
  shifts.set(node, sum);
}

function shifted(node: Node, change: Readonly<Shift> | undefined): Node {
  if (change === undefined) {
    return node;
  }
  return {
    ...node,
    memoryUsedBytes: node.memoryUsedBytes + change.memory,
    cpuUsedCores: node.cpuUsedCores + change.cpu,
    diskUsedBytes: node.diskUsedBytes + change.disk,
  };
}
