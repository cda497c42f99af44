import { type ClusterIndex, QUANTITIES } from "./cluster-index.js";
import type { DiskNeed } from "./storage-index.js";

/** Where every guest is and what every node carries at one moment of a plan; changed in place by the search. */
export interface Layout {
  readonly index: ClusterIndex;
  /** Node index per guest; -1 while a guest has no node. */
  readonly nodeOf: Int32Array;
  /** `[node * QUANTITIES + quantity]` */
  readonly load: Float64Array;
  /** Bytes free as in `StorageIndex.free`, with the moves so far booked; empty when storages are not known. */
  readonly diskSpace: Float64Array;
  /** Guest indexes per node, in no particular order. */
  readonly guestsOn: readonly number[][];
  /** Position of each guest in the list of its node. */
  readonly position: Int32Array;
}

const NO_DISK_SPACE = new Float64Array();

/** Lays the guests out as they are at the start. */
export function createLayout(index: ClusterIndex): Layout {
  const guestsOn: number[][] = index.nodeNames.map(() => []);
  const position = new Int32Array(index.startNode.length);
  for (let guest = 0; guest < index.startNode.length; guest += 1) {
    const list = guestsOn[index.startNode[guest] ?? -1];
    if (list !== undefined) {
      position[guest] = list.length;
      list.push(guest);
    }
  }
  const diskSpace = index.storage?.free.slice() ?? NO_DISK_SPACE;
  return { index, nodeOf: index.startNode.slice(), load: index.startLoad.slice(), diskSpace, guestsOn, position };
}

/** Moves a guest to a node and books its quantities; `from` may be -1 for a guest that had no node. */
export function relocate(layout: Layout, guest: number, to: number): void {
  const from = layout.nodeOf[guest] ?? -1;
  if (from >= 0) {
    removeFromNode(layout, guest, from);
  }
  if (to >= 0) {
    addToNode(layout, guest, to);
  }
  layout.nodeOf[guest] = to;
}

function removeFromNode(layout: Layout, guest: number, node: number): void {
  const list = layout.guestsOn[node] ?? [];
  const hole = layout.position[guest] ?? 0;
  const last = list.pop();
  if (last !== undefined && last !== guest) {
    list[hole] = last;
    layout.position[last] = hole;
  }
  book(layout, guest, node, -1);
}

function addToNode(layout: Layout, guest: number, node: number): void {
  const list = layout.guestsOn[node] ?? [];
  layout.position[guest] = list.length;
  list.push(guest);
  book(layout, guest, node, 1);
}

/**
 * Books what a guest takes on a node: with 1 it comes, with -1 it goes. A guest that travels is booked on both ends, which
 * is why its target is charged before it is relocated.
 */
export function book(layout: Layout, guest: number, node: number, sign: 1 | -1): void {
  const { load, diskSpace } = layout;
  const { size, storage } = layout.index;
  for (let q = 0; q < QUANTITIES; q += 1) {
    const at = node * QUANTITIES + q;
    load[at] = (load[at] ?? 0) + sign * (size[guest * QUANTITIES + q] ?? 0);
  }
  if (storage === null) {
    return;
  }
  for (const need of disksOf(layout.index, guest, node)) {
    const at = node * storage.ids.length + need.storage;
    diskSpace[at] = (diskSpace[at] ?? NaN) - sign * need.bytes;
  }
}

/** Gives what a guest takes, or would take, on the storages of a node; nothing when its disks are not known. */
export function disksOf({ storage, startNode }: ClusterIndex, guest: number, node: number): readonly DiskNeed[] {
  const needs = node === startNode[guest] ? storage?.atHome : storage?.elsewhere;
  return needs?.[guest] ?? NO_DISKS;
}

const NO_DISKS: readonly DiskNeed[] = [];
