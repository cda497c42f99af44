import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";

/** A snapshot to which something was added that a policy needs, and full sentences about what could not be had. */
export interface Completed {
  readonly snapshot: ClusterSnapshot;
  readonly warnings: readonly string[];
}
