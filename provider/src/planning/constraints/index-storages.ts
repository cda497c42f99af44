import type { Guest, Node } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import type { DiskNeed, StorageIndex } from "../model/storage-index.js";

/** One empty list for all guests whose disks are not known. */
const NO_DISKS: readonly DiskNeed[] = [];

/** Prepares storages and disks, or gives null when either side says nothing; then storage limits nothing. */
export function indexStorages(nodes: readonly Node[], guests: readonly Guest[], policy: Policy): StorageIndex | null {
  const isKnown = nodes.some(({ storages }) => storages !== undefined);
  if (!isKnown || !guests.some(({ disks }) => disks !== undefined && disks.length > 0)) {
    return null;
  }
  const { targetStorage } = policy.migration;
  const shared = new Set(nodes.flatMap(({ storages = [] }) => storages.flatMap((s) => (s.shared ? [s.id] : []))));
  const destination = (id: string): string => (shared.has(id) ? id : (targetStorage ?? id));
  const used = new Set(guests.flatMap(({ disks = [] }) => disks.flatMap(({ storage: id }) => [id, destination(id)])));
  const ids = [...used].sort();
  const positions = new Map(ids.map((id, i) => [id, i]));
  const keepsName = targetStorage === null;
  const atHome = guests.map((guest) => sumDisks(guest, (id) => positions.get(id)));
  return {
    ids,
    free: measureFree(nodes, ids, shared),
    known: Uint8Array.from(nodes, ({ storages }) => (storages === undefined ? 0 : 1)),
    atHome,
    elsewhere: keepsName ? atHome : guests.map((guest) => sumDisks(guest, (id) => positions.get(destination(id)))),
  };
}

function measureFree(nodes: readonly Node[], ids: readonly string[], shared: ReadonlySet<string>): Float64Array {
  const free = new Float64Array(nodes.length * ids.length).fill(NaN);
  for (const [i, { storages = [] }] of nodes.entries()) {
    const byId = new Map(storages.map((storage) => [storage.id, storage]));
    for (const [s, id] of ids.entries()) {
      const storage = byId.get(id);
      if (storage !== undefined) {
        free[i * ids.length + s] = shared.has(id) ? Infinity : Math.round(storage.totalBytes - storage.usedBytes);
      }
    }
  }
  return free;
}

function sumDisks({ disks = [] }: Guest, position: (id: string) => number | undefined): readonly DiskNeed[] {
  const sums = new Map<number, number>();
  for (const { storage: id, bytes } of disks) {
    const storage = position(id);
    if (storage !== undefined) {
      sums.set(storage, (sums.get(storage) ?? 0) + Math.round(bytes));
    }
  }
  return sums.size === 0 ? NO_DISKS : Array.from(sums, ([storage, bytes]) => ({ storage, bytes }));
}
