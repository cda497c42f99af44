import type { GuestType } from "./cluster-snapshot.js";
import type { PlannedMigration } from "./migration-plan.js";

/** A guest that does not exist yet and needs a node. */
export interface PlacementRequest {
  /** The caller's name for the request; unique within a batch. */
  readonly key: string;
  readonly type: GuestType;
  readonly name: string | null;
  readonly vmid: number | null;
  readonly cpuCores: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
  readonly tags: readonly string[];
  readonly pool: string | null;
  /** Nodes that the caller allows; null for any. */
  readonly allowedNodes: readonly string[] | null;
  readonly excludedNodes: readonly string[];
  /** Nodes that cannot take the guest for a reason that no rule and no load shows, each with a full sentence about it. */
  readonly unfitNodes?: ReadonlyMap<string, string>;
}

/** How one node fares as a home for one new guest. */
export interface Candidate {
  readonly node: string;
  /** 1 is best. Nodes that do not fit come last. */
  readonly rank: number;
  readonly fits: boolean;
  /** 0…100, higher is better; 0 when the guest does not fit. */
  readonly score: number;
  /** Load in percent after the guest came. */
  readonly memoryPercentAfter: number;
  readonly cpuPercentAfter: number;
  /** Full sentences: why the node is rejected, or which `should` rules it breaks. */
  readonly reasons: readonly string[];
}

/** The answer for one request. `node` is null when no node fits, and then `candidates` says why. */
export interface Placement {
  readonly key: string;
  readonly node: string | null;
  readonly candidates: readonly Candidate[];
}

/** What may be done to place a batch. */
export interface PlacementOptions {
  /** Whether existing guests may move where a new one finds no node otherwise; false unless given. */
  readonly makeRoom?: boolean;
}

/** The answers for a batch, in the order of the requests. */
export interface PlacedBatch {
  readonly placements: readonly Placement[];
  /** Migrations of existing guests, in order, that have to end before the new guests come; empty unless they may make room. */
  readonly migrations: readonly PlannedMigration[];
  /** Full sentences about parts of the requests and of the policy that were left out, such as a pin to an unknown node. */
  readonly warnings: readonly string[];
}
