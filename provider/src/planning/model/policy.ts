import type { GuestType, RuleStrength } from "./cluster-snapshot.js";

/** A resource that is balanced. */
export type BalanceMethod = "memory" | "cpu" | "disk";

/** How load is read: what guests consume, what they are configured with, or how much the nodes make them wait. */
export type BalanceMode = "used" | "assigned" | "psi";

/** From which pressure on something is hot, in percent; null where nothing is said. */
export interface PsiThreshold {
  /** Least mean share of the time in which all tasks wait; counts together with `some` where both are said. */
  readonly full: number | null;
  /** Least mean share of the time in which at least one task waits. */
  readonly some: number | null;
  /** Least spike of `full`, which alone makes hot. */
  readonly spikes: number | null;
}

/** Thresholds per resource; without one a resource is never hot. */
export type PsiThresholds = Readonly<Partial<Record<BalanceMethod, PsiThreshold>>>;

/** Thresholds of the mode `psi`. */
export interface PsiPolicy {
  readonly nodes: PsiThresholds;
  readonly guests: PsiThresholds;
}

/** How the use over a window of time becomes one figure; `current` takes the newest. */
export type UsageStatistic = "current" | "mean" | "max" | "p50" | "p90" | "p95" | "p99";

/** A way to write rules as tags. */
export type TagDialect = "proxlb" | "proxbalance";

/** Host resources kept free of guests. `node` null means every node without an entry of its own. */
export interface NodeReserve {
  readonly node: string | null;
  readonly memoryBytes: number;
  readonly cpuCores: number;
}

/** A rule over all members of a Proxmox pool. */
export interface PoolRule {
  readonly pool: string;
  readonly type: "affinity" | "anti-affinity" | null;
  /** Nodes that the members may be on; empty for any. */
  readonly pin: readonly string[];
  /** False makes the rule a `should` rule. */
  readonly strict: boolean;
}

/** A rule written in the policy; guests are named by vmid, by name (glob) or by tag, and the three are united. */
export interface PolicyRule {
  readonly name: string;
  readonly type: "affinity" | "anti-affinity" | "node-affinity";
  readonly strength: RuleStrength;
  readonly vmids: readonly number[];
  readonly names: readonly string[];
  readonly tags: readonly string[];
  /** For `node-affinity` only. */
  readonly nodes: readonly string[];
}

/** How guests move. Read by the execution; the planner takes only the limits for its steps. */
export interface MigrationPolicy {
  readonly maxParallelPerNode: number;
  readonly maxParallelTotal: number;
  readonly live: boolean;
  readonly withLocalDisks: boolean;
  readonly withConntrackState: boolean;
  /** Storage id that local disks go to, or null to keep the storage's name. */
  readonly targetStorage: string | null;
  /** Longest time that one migration may take. */
  readonly timeoutSeconds: number;
  /** What becomes of running migrations when the run is interrupted: `finish` leaves them to Proxmox VE, `stop` stops them. */
  readonly onInterrupt: "finish" | "stop";
}

/** Everything that a user can say about how the cluster is to be kept, with all defaults filled in. */
export interface Policy {
  readonly enabled: boolean;
  readonly methods: readonly BalanceMethod[];
  /** Weight per method, 1 unless given; scales the spread of that method before it is compared. */
  readonly weights: Readonly<Record<BalanceMethod, number>>;
  readonly mode: BalanceMode;
  /** Only the mode `psi` reads these. */
  readonly psi: PsiPolicy;
  /** How far back the use of nodes and guests is looked at; 0 for now. */
  readonly usageWindowSeconds: number;
  readonly usageStatistic: UsageStatistic;
  /** Spread (max − min, percent points) above which a plan starts. */
  readonly balanciness: number;
  /** Spread that a plan aims at once it starts; at most `balanciness`. */
  readonly balancinessTarget: number;
  /** Load in percent per method; see `thresholdMode`. */
  readonly thresholds: Readonly<Partial<Record<BalanceMethod, number>>>;
  /** `gate`: balance only if some node reaches a threshold. `trigger`: reaching it also starts a plan below `balanciness`. */
  readonly thresholdMode: "gate" | "trigger";
  /** Points that the whole plan must win, else balancing moves are dropped. */
  readonly minGain: number;
  /** What a plan keeps low once it reaches its goals: the number of migrations, or the time that they take. */
  readonly minimize: "moves" | "seconds";
  /** How long a guest that moved stays out of balancing; 0 for not at all. */
  readonly cooldownSeconds: number;
  /** Most migrations in one plan, or null for no limit. */
  readonly maxMigrations: number | null;
  /** Largest assigned-over-physical ratio, or null for no limit. */
  readonly cpuOvercommit: number | null;
  readonly memoryOvercommit: number | null;
  /** Where new guests go: `balance` to the least loaded node, `pack` to the fullest that has room. */
  readonly placement: "balance" | "pack";
  readonly nodeReserve: readonly NodeReserve[];
  readonly maintenanceNodes: readonly string[];
  readonly ignoreNodes: readonly string[];
  /** Names (glob with `*` and `?`) or vmids. */
  readonly ignoreGuests: readonly string[];
  readonly ignoreTags: readonly string[];
  /** Dialects besides that of ProxLB whose tags are read. */
  readonly tagDialects: readonly TagDialect[];
  readonly balanceTypes: readonly GuestType[];
  readonly pools: readonly PoolRule[];
  readonly rules: readonly PolicyRule[];
  readonly migration: MigrationPolicy;
}
