import type { ClusterAccess } from "../inventory/cluster-access.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { RunClock } from "./run-clock.js";
import type { RunLog } from "./run-log.js";

/** Migrations that are to be asked about before any of them is started, in their order, and the cluster as it is. */
export interface PrecheckQuery {
  readonly inventory: Inventory;
  readonly policy: Policy;
  readonly migrations: readonly { readonly vmid: number; readonly to: string }[];
}

/** What stands against these migrations. */
export interface PrecheckAnswer {
  /** The cluster with the disks that the guests take along. */
  readonly snapshot: ClusterSnapshot;
  /** For each migration, in the order of the query: full sentences against it, and the guests that the HA manager moves along. */
  readonly verdicts: readonly { readonly reasons: readonly string[]; readonly movesAlong: readonly number[] }[];
}

/**
 * Asks what stands against a whole list.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export type Precheck = (client: PveClient, query: PrecheckQuery, signal: AbortSignal) => Promise<PrecheckAnswer>;

/** What every part of a run works with. */
export interface RunContext {
  readonly cluster: ClusterAccess;
  readonly client: PveClient;
  readonly policy: Policy;
  readonly precheck: Precheck;
  readonly log: RunLog;
  readonly clock: RunClock;
}
