import type { ClusterAccess } from "../inventory/cluster-access.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { RunClock } from "./run-clock.js";
import type { RunLog } from "./run-log.js";

/** What every part of a run works with. */
export interface RunContext {
  readonly cluster: ClusterAccess;
  readonly client: PveClient;
  readonly policy: Policy;
  readonly log: RunLog;
  readonly clock: RunClock;
}
