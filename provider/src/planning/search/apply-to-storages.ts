import type { Guest, GuestDisk, Node, NodeStorage } from "../model/cluster-snapshot.js";
import { createLayout, disksOf, relocate } from "../model/layout.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { Move } from "../moves/move.js";

/** Gives, after some moves, the storages of a node and the disks of a guest; both keep what is not known. */
export interface StoragesAfter {
  readonly ofNode: (node: Node) => Pick<Node, "storages">;
  /** `guest` is the index of the guest. */
  readonly ofGuest: (guest: number, row: Guest) => Pick<Guest, "disks">;
}

/** Books the disks of all moves, or gives null when storages are not known. */
export function storagesAfter(index: ClusterIndex, moves: readonly Move[]): StoragesAfter | null {
  const { storage, nodeNames } = index;
  if (storage === null) {
    return null;
  }
  const layout = createLayout(index);
  moves.forEach((move) => {
    move.guests.forEach((guest) => {
      relocate(layout, guest, move.to);
    });
  });
  const position = new Map(storage.ids.map((id, i) => [id, i]));
  const nodeByName = new Map(nodeNames.map((name, i) => [name, i]));
  const storageAfter = (entry: NodeStorage, node: number): NodeStorage => {
    const free = layout.diskSpace[node * storage.ids.length + (position.get(entry.id) ?? NaN)];
    return free === undefined || !Number.isFinite(free) ? entry : { ...entry, usedBytes: entry.totalBytes - free };
  };
  return {
    ofNode: ({ name, storages }) =>
      storages === undefined
        ? {}
        : { storages: storages.map((entry) => storageAfter(entry, nodeByName.get(name) ?? -1)) },
    ofGuest: (guest, { disks }) =>
      disks === undefined ? {} : { disks: disksOf(index, guest, layout.nodeOf[guest] ?? -1).map(toDisk(storage.ids)) },
  };
}

function toDisk(ids: readonly string[]): (need: { readonly storage: number; readonly bytes: number }) => GuestDisk {
  return ({ storage, bytes }) => ({ storage: ids[storage] ?? "", bytes });
}
