import type { BalanceMethod } from "./policy.js";

/** How evenly one resource is used, over the nodes that take guests. Loads are percents of what a node offers. */
export interface LoadMetrics {
  /** Highest less lowest load, in points. */
  readonly spread: number;
  readonly standardDeviation: number;
  /** Standard deviation over mean. */
  readonly coefficientOfVariation: number;
  /** Null when no node takes guests. */
  readonly hottestNode: string | null;
  readonly hottestPercent: number;
}

/** What would happen if the largest node failed. */
export interface NodeLoss {
  /** Null when no node takes guests. */
  readonly node: string | null;
  /** Whether the other nodes have room for each of its guests, rules left aside. */
  readonly survivable: boolean;
  /** Memory that would be free on the other nodes afterwards, in GiB; negative when it is too little. */
  readonly headroomGib: number;
}

/** How many guests of a usual size still fit, which a fragmented cluster has less room for than its free memory tells. */
export interface RoomForMore {
  /** The median of the running guests. */
  readonly guestMemoryGib: number;
  readonly guestCpuCores: number;
  readonly guests: number;
}

/** A cluster in figures. */
export interface ClusterMetrics {
  readonly load: Readonly<Partial<Record<BalanceMethod, LoadMetrics>>>;
  /** The imbalance that the balancer of Proxmox VE would see, in percent: of CPU and memory in use, over the online nodes. */
  readonly crsImbalancePercent: number;
  readonly mustViolations: number;
  readonly shouldViolations: number;
  /** Movable guests on nodes in maintenance. */
  readonly evacuationsLeft: number;
  readonly nodeLoss: NodeLoss;
  readonly roomForMore: RoomForMore;
}

/** What the migrations of a plan cost. */
export interface CostMetrics {
  readonly migrations: number;
  /** Migrations to a node that the guest leaves again. */
  readonly parking: number;
  /** Memory in use that is copied. */
  readonly memoryGib: number;
  readonly localDiskGib: number;
  /** All migrations one after the other. */
  readonly totalSeconds: number;
  /** From the first step to the end of the last. */
  readonly makespanSeconds: number;
  /** How long guests stand still, all together. */
  readonly downtimeSeconds: number;
  /** Most migrations that one node takes part in at the same time. */
  readonly maxConcurrentPerNode: number;
}

/** How good a plan is known to be, and what finding it took. */
export interface ProofMetrics {
  readonly movesLowerBound: number;
  /** Migrations over the lower bound; null when there is nothing to compare. */
  readonly gap: number | null;
  /** Candidate moves looked at. */
  readonly evaluations: number;
  /** True when the search ended at its limit. */
  readonly truncated: boolean;
}

/** A plan in figures. */
export interface PlanMetrics {
  readonly before: ClusterMetrics;
  readonly after: ClusterMetrics;
  readonly cost: CostMetrics;
  readonly proof: ProofMetrics;
}
