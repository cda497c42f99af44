import type { ClusterSnapshot, Guest, Node } from "./cluster-snapshot.js";
import { SNAPSHOT_VERSION } from "./decode-snapshot.js";

/** Encodes a snapshot as the plain document, version 1, that `decodeSnapshot` reads back unchanged. */
export function encodeSnapshot(snapshot: ClusterSnapshot): Record<string, unknown> {
  return {
    version: SNAPSHOT_VERSION,
    ...(snapshot.takenAt === null ? {} : { taken_at: snapshot.takenAt }),
    nodes: snapshot.nodes.map(encodeNode),
    guests: snapshot.guests.map(encodeGuest),
    rules: snapshot.rules.map((rule) => ({ ...rule })),
    ...(snapshot.permissions === undefined ? {} : { permissions: { ...snapshot.permissions } }),
  };
}

function encodeNode({ storages, ...node }: Node): Record<string, unknown> {
  return storages === undefined ? node : { ...node, storage: storages.map((storage) => ({ ...storage })) };
}

function encodeGuest({ disks, tags, ...guest }: Guest): Record<string, unknown> {
  const encoded = { ...guest, tags: [...tags] };
  return disks === undefined ? encoded : { ...encoded, storage: disks.map((disk) => ({ ...disk })) };
}
