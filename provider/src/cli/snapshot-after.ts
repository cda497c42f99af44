import { buildIndex } from "../planning/constraints/build-index.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { applyToSnapshot } from "../planning/search/apply-to-snapshot.js";

/** Gives a snapshot as it is once the migrations of a plan are done. */
export function snapshotAfter(
  snapshot: ClusterSnapshot,
  policy: Policy,
  migrations: readonly PlannedMigration[],
): ClusterSnapshot {
  const index = buildIndex(snapshot, policy);
  const guestOf = new Map(index.vmids.map((vmid, guest) => [vmid, guest]));
  const nodeOf = new Map(index.nodeNames.map((name, node) => [name, node]));
  const moves = migrations.map(({ vmid, from, to }) => ({
    guests: [guestOf.get(vmid) ?? -1],
    from: nodeOf.get(from) ?? -1,
    to: nodeOf.get(to) ?? -1,
  }));
  return applyToSnapshot(index, moves);
}
