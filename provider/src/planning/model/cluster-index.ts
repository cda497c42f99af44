import type { ClusterSnapshot, Pressures, RuleOrigin, RuleStrength } from "./cluster-snapshot.js";
import type { Policy } from "./policy.js";
import type { StorageIndex } from "./storage-index.js";

/** Offsets of the quantities that a node carries and a guest brings along; memory in bytes, CPU in thousandths of a core. */
export const MEMORY_USED = 0;
export const MEMORY_ASSIGNED = 1;
export const CPU_USED = 2;
export const CPU_ASSIGNED = 3;
/** Local disk in bytes; used and assigned are the same. */
export const DISK = 4;

/** Number of quantities, the stride of every array that holds them. */
export const QUANTITIES = 5;

/** What a node may do in a plan. Only `active` nodes are targets and count in the spread. */
export type NodeRole = "active" | "maintenance" | "ignored" | "offline";

/** Guests that are to share a node (`affinity`) or to keep off each other's nodes (`anti-affinity`). */
export interface GuestGroup {
  readonly kind: "affinity" | "anti-affinity";
  readonly name: string;
  readonly origin: RuleOrigin;
  readonly strength: RuleStrength;
  /** Guest indexes, ascending, at least two. */
  readonly members: readonly number[];
}

/** Nodes that a set of guests is to stay on. */
export interface NodeRule {
  readonly name: string;
  readonly origin: RuleOrigin;
  readonly strength: RuleStrength;
  /** Guest indexes, ascending. */
  readonly members: readonly number[];
  /** 1 for each node index that the rule allows. */
  readonly allowed: Uint8Array;
}

/**
 * A snapshot and a policy prepared for the search: names replaced by indexes, rules of every source compiled, sizes in
 * integer units. Nodes are sorted by name and guests by vmid, so nothing depends on the order of the input.
 */
export interface ClusterIndex {
  readonly snapshot: ClusterSnapshot;
  readonly policy: Policy;
  readonly nodeNames: readonly string[];
  readonly roles: readonly NodeRole[];
  /** Indexes of the active nodes that offer anything to guests, ascending. */
  readonly activeNodes: readonly number[];
  /** Hundred percent of each node, less its reserve: `[node * QUANTITIES + quantity]`. */
  readonly capacity: Float64Array;
  /** Most that an arriving guest may fill a node to; Infinity where nothing limits it. */
  readonly limit: Float64Array;
  /** What each node carries at the start, the host's own share included. */
  readonly startLoad: Float64Array;
  readonly vmids: readonly number[];
  /** Position of each guest in `snapshot.guests`. */
  readonly guestRow: Int32Array;
  /** What each guest brings along: `[guest * QUANTITIES + quantity]`. */
  readonly size: Float64Array;
  /** Node index of each guest at the start; -1 when it has no node yet. */
  readonly startNode: Int32Array;
  /** What each node is known to wait for, by node index. */
  readonly pressures: readonly (Pressures | undefined)[];
  /** Storages and disks; null when they are not known. */
  readonly storage: StorageIndex | null;
  /** Guests that balancing leaves alone for now, each with the reason in one full sentence. */
  readonly resting: ReadonlyMap<number, string>;
  /** 1 for guests that the plan may move. */
  readonly movable: Uint8Array;
  readonly groups: readonly GuestGroup[];
  readonly nodeRules: readonly NodeRule[];
  /** Groups of each guest; the same empty list for all guests without one. */
  readonly groupsOf: readonly (readonly GuestGroup[])[];
  readonly nodeRulesOf: readonly (readonly NodeRule[])[];
  /** Full sentences about parts of the input that were left out. */
  readonly warnings: readonly string[];
}
