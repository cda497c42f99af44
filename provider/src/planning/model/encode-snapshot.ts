import type { ClusterSnapshot } from "./cluster-snapshot.js";
import { SNAPSHOT_VERSION } from "./decode-snapshot.js";

/** Encodes a snapshot as the plain document, version 1, that `decodeSnapshot` reads back unchanged. */
export function encodeSnapshot(snapshot: ClusterSnapshot): Record<string, unknown> {
  return {
    version: SNAPSHOT_VERSION,
    ...(snapshot.takenAt === null ? {} : { taken_at: snapshot.takenAt }),
    nodes: snapshot.nodes.map((node) => ({ ...node })),
    guests: snapshot.guests.map((guest) => ({ ...guest, tags: [...guest.tags] })),
    rules: snapshot.rules.map((rule) => ({ ...rule })),
  };
}
