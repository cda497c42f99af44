import type { Node, NodeStorage } from "../planning/model/cluster-snapshot.js";
import type { StorageRowWire } from "../pve/schemas/cluster-resources.js";

/**
 * Adds to the online nodes the storages that are available on them. Nothing is added where `seesAll` says that storages may be
 * hidden from the caller, nor to a node that does not tell the size of one: what is not known must not look as if it were missing.
 */
export function withStorages(
  nodes: readonly Node[],
  rows: readonly StorageRowWire[],
  { seesAll }: { readonly seesAll: boolean },
): readonly Node[] {
  if (!seesAll) return nodes;
  const byNode = new Map<string, StorageRowWire[]>();
  for (const row of rows.filter(({ status }) => status === AVAILABLE)) {
    byNode.set(row.node, [...(byNode.get(row.node) ?? []), row]);
  }
  return nodes.map((node) => {
    const own = byNode.get(node.name) ?? [];
    const storages = own.flatMap(storageFrom);
    return node.online && storages.length === own.length ? { ...node, storages } : node;
  });
}

const AVAILABLE = "available";

function storageFrom({ storage, disk, maxdisk, shared }: StorageRowWire): readonly NodeStorage[] {
  const [usedBytes = null, totalBytes = null] = [disk, maxdisk];
  return usedBytes === null || totalBytes === null
    ? []
    : [{ id: storage, totalBytes, usedBytes, shared: shared ?? false }];
}
