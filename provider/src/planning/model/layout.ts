import { type ClusterIndex, QUANTITIES } from "./cluster-index.js";

/** Where every guest is and what every node carries at one moment of a plan; changed in place by the search. */
export interface Layout {
  readonly index: ClusterIndex;
  /** Node index per guest; -1 while a guest has no node. */
  readonly nodeOf: Int32Array;
  /** `[node * QUANTITIES + quantity]` */
  readonly load: Float64Array;
  /** Guest indexes per node, in no particular order. */
  readonly guestsOn: readonly number[][];
  /** Position of each guest in the list of its node. */
  readonly position: Int32Array;
}

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
  return { index, nodeOf: index.startNode.slice(), load: index.startLoad.slice(), guestsOn, position };
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

function book(layout: Layout, guest: number, node: number, sign: number): void {
  const { load } = layout;
  const { size } = layout.index;
  for (let q = 0; q < QUANTITIES; q += 1) {
    const at = node * QUANTITIES + q;
    load[at] = (load[at] ?? 0) + sign * (size[guest * QUANTITIES + q] ?? 0);
  }
}
