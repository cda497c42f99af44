import type { GuestConfigWire } from "../pve/schemas/guest-config.js";
import type { NodeStatusWire } from "../pve/schemas/node-status.js";

/** Bridges that an administrator made on the node; virtual networks of the SDN bear other names and are everywhere. */
const HOST_BRIDGE = /^vmbr\d+$/;

const BRIDGE_OF_CARD = /(?:^|,)bridge=([^,]+)/;

/** What is known of nodes and guests besides the snapshot, each asked for once; null for a node that does not answer. */
export interface TargetFacts {
  readonly bridges: Map<string, ReadonlySet<string> | null>;
  readonly statuses: Map<string, NodeStatusWire | null>;
  readonly configs: Map<number, GuestConfigWire>;
}

/** Returns facts of which none is known yet. */
export function noFacts(): TargetFacts {
  return { bridges: new Map(), statuses: new Map(), configs: new Map() };
}

/** Says whether a bridge is one that an administrator made on a node. */
export function isHostBridge(name: string): boolean {
  return HOST_BRIDGE.test(name);
}

/** Returns the host bridges that the cards of a guest are plugged into. */
export function bridgesIn(config: GuestConfigWire): readonly string[] {
  const cards = Object.entries(config).filter(([key]) => /^net\d+$/.test(key));
  const bridges = cards.flatMap(([, card]) => BRIDGE_OF_CARD.exec(card)?.[1] ?? []);
  return [...new Set(bridges)].filter(isHostBridge);
}
