import { disksOf, type Layout } from "../model/layout.js";
import type { StorageIndex } from "../model/storage-index.js";
import { formatGib } from "./format-size.js";

/**
 * Tells whether a node has the storages of some guests and, where migrating copies disks, the space for them. Only what
 * arrives needs space: the disks that are there already are part of what is used.
 */
export function hasDiskSpace(layout: Layout, guests: readonly number[], to: number): boolean {
  const { storage } = layout.index;
  return storage === null || findShortage(layout, storage, guests, to) === null;
}

/** Says which storage keeps guests from a node, or gives null when none does. */
export function lacksDiskSpace(layout: Layout, guests: readonly number[], to: number): string | null {
  const { storage, nodeNames, vmids } = layout.index;
  const shortage = storage === null ? null : findShortage(layout, storage, guests, to);
  if (storage === null || shortage === null) {
    return null;
  }
  const [name, id] = [nodeNames[to] ?? "", storage.ids[shortage.storage] ?? ""];
  if (Number.isNaN(shortage.free)) {
    return `${name} does not have the storage ${id}, which guest ${vmids[shortage.guest] ?? "?"} needs.`;
  }
  return `The storage ${id} of ${name} has ${formatGib(shortage.free)} free, ${formatGib(shortage.bytes)} are needed.`;
}

interface Shortage {
  readonly guest: number;
  readonly storage: number;
  /** NaN when the node does not have the storage. */
  readonly free: number;
  readonly bytes: number;
}

function findShortage(
  layout: Layout,
  { ids, known }: StorageIndex,
  guests: readonly number[],
  to: number,
): Shortage | null {
  if (known[to] !== 1) {
    return null;
  }
  const arriving = new Map<number, number>();
  for (const guest of guests) {
    for (const { storage, bytes: own } of disksOf(layout.index, guest, to)) {
      const bytes = own + (arriving.get(storage) ?? 0);
      const free = layout.diskSpace[to * ids.length + storage] ?? NaN;
      if (!(bytes <= free)) {
        return { guest, storage, free, bytes };
      }
      arriving.set(storage, bytes);
    }
  }
  return null;
}
