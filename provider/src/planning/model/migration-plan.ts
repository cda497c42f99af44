import type { GuestType } from "./cluster-snapshot.js";
import type { PlanMetrics } from "./plan-metrics.js";
import type { BalanceMethod } from "./policy.js";

/** One migration of a plan. Migrations with the same step may run at the same time. */
export interface PlannedMigration {
  /** Counted from 1. */
  readonly step: number;
  readonly vmid: number;
  readonly name: string;
  readonly type: GuestType;
  readonly from: string;
  readonly to: string;
  /** One full sentence that says why the guest moves. */
  readonly reason: string;
  readonly memoryBytes: number;
  readonly localDiskBytes: number;
  readonly estimatedSeconds: number;
  /** True when the guest is restarted on the way (running containers, and VMs without live migration). */
  readonly downtime: boolean;
}

/** A goal that the plan does not reach, and what is in the way. */
export interface Unresolved {
  readonly kind: "rule" | "evacuation" | "capacity" | "balance" | "target";
  /** The rule, guest, node or method concerned, such as `guest 104 (db2)` or `method memory`. */
  readonly subject: string;
  /** One full sentence. */
  readonly reason: string;
}

/** Spread per balanced method in percent points. */
export type Imbalance = Readonly<Partial<Record<BalanceMethod, number>>>;

/** The planner's answer: which migrations, in which order, and what they achieve. */
export interface MigrationPlan {
  readonly migrations: readonly PlannedMigration[];
  /** Estimated time from the first step to the end of the last; each step takes as long as its longest migration. */
  readonly estimatedSeconds: number;
  /** True when nothing is left to do: no violation, no evacuation, spread within the limits. Judged before any move. */
  readonly balanced: boolean;
  readonly imbalanceBefore: Imbalance;
  readonly imbalanceAfter: Imbalance;
  readonly violationsBefore: number;
  readonly violationsAfter: number;
  readonly unresolved: readonly Unresolved[];
  /** Full sentences about parts of the input that were left out, such as a pin to a node that does not exist. */
  readonly warnings: readonly string[];
  /** No plan that reaches the same target needs fewer moves. */
  readonly movesLowerBound: number;
  readonly metrics: PlanMetrics;
}
