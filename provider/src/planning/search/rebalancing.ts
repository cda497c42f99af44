import { buildIndex } from "../constraints/build-index.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { ClusterSnapshot } from "../model/cluster-snapshot.js";
import type { MigrationPlan } from "../model/migration-plan.js";
import type { Policy } from "../model/policy.js";
import { bestPrefix } from "./best-prefix.js";
import { findWorthwhile } from "./find-worthwhile.js";
import { type PlanOutcome, presentPlan } from "./present-plan.js";
import { presentRelief } from "./psi-plan.js";
import { type PlanningOptions, startSearch } from "./thorough-search.js";

/**
 * Plans the migrations that repair the rules, empty nodes in maintenance and even out the load. Every step of the plan is
 * feasible when it is taken, with each guest counted on both ends while it travels; the plan of an unchanged or already
 * repaired cluster is empty. The order of nodes, guests and rules in the input does not matter.
 */
export function planMigrations(
  snapshot: ClusterSnapshot,
  policy: Policy,
  options: PlanningOptions = {},
): MigrationPlan {
  const index = buildIndex(snapshot, policy);
  const outcome = policy.enabled ? findMoves(index, options) : { moves: [], brake: DISABLED };
  return policy.mode === "psi" ? presentRelief(index, outcome) : presentPlan(index, outcome);
}

const DISABLED = "Nothing is planned, because enabled is false.";

function findMoves(index: ClusterIndex, options: PlanningOptions): PlanOutcome {
  const { brake, ...found } = findWorthwhile(index, options);
  const { maxMigrations } = index.policy;
  const { effort } = found;
  if (maxMigrations === null) {
    return { moves: found.moves, brake, effort };
  }
  const search = startSearch(index, options, true);
  search.balancing = found.balancing;
  const moves = bestPrefix(search, found.moves, maxMigrations);
  const cut = moves.length < found.moves.length;
  return { moves, brake: cut ? `The plan ends here, because max_migrations is ${maxMigrations}.` : brake, effort };
}
