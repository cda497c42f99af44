import { effectivePolicy, validatePolicy } from "../../attributes/effective-policy.js";
import { imbalanceModel } from "../../attributes/imbalance-model.js";
import type { OperationContext } from "../../framework/context.js";
import { defineDataSource } from "../../framework/data-source.js";
import type { ClusterServices } from "../../inventory/cluster-services.js";
import { completeFor } from "../../inventory/complete-inventory.js";
import { requireAllGuests } from "../../inventory/hidden-guests.js";
import { buildIndex } from "../../planning/constraints/build-index.js";
import { collectRules } from "../../planning/constraints/compile-rules.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import { createLayout } from "../../planning/model/layout.js";
import type { Layout } from "../../planning/model/layout.js";
import type { Imbalance } from "../../planning/model/migration-plan.js";
import type { Policy } from "../../planning/model/policy.js";
import { quantityOf } from "../../planning/objectives/balance-goal.js";
import { spread } from "../../planning/objectives/spread.js";
import { countViolations } from "../../planning/objectives/violations.js";
import type { ClusterModel } from "./cluster-attributes.js";
import { clusterAttributes, DEFAULT_TIMEOUTS } from "./cluster-attributes.js";
import { describeGuests } from "./describe-guests.js";
import { describeNodes } from "./describe-nodes.js";
import { describeRules } from "./describe-rules.js";
import { findConflicts } from "./find-conflicts.js";

type Description = Omit<ClusterModel, "policy" | "timeouts">;

const imbalanceOf = (layout: Layout): Imbalance => {
  const { methods, mode } = layout.index.policy;
  return Object.fromEntries(methods.map((method) => [method, spread(layout, quantityOf(method, mode))]));
};

/** Words what the planner sees of a cluster under a policy. */
export const describeCluster = (snapshot: ClusterSnapshot, policy: Policy): Description => {
  const index = buildIndex(snapshot, policy);
  const layout = createLayout(index);
  const byId = [...snapshot.guests].sort((a, b) => a.vmid - b.vmid);
  const rules = collectRules(snapshot, policy, byId);
  return {
    nodes: describeNodes(layout),
    guests: describeGuests(index, rules),
    rules: describeRules(index, rules),
    imbalance: imbalanceModel(imbalanceOf(layout)),
    violations: countViolations(layout, "must") + countViolations(layout, "should"),
    conflicts: findConflicts(index),
  };
};

const read = async (
  config: ClusterModel,
  { diagnostics, services, signal }: OperationContext<ClusterServices>,
): Promise<ClusterModel | null> => {
  const policy = effectivePolicy(services.policy, config.policy, diagnostics);
  if (policy === undefined) return null;
  const inventory = await services.cluster.inventory(signal);
  requireAllGuests(inventory);
  const { snapshot, warnings } = await completeFor(services.cluster, inventory, policy, signal);
  for (const warning of [...inventory.warnings, ...warnings])
    diagnostics.warning("Incomplete View of the Cluster", warning);
  return { ...config, ...describeCluster(snapshot, policy) };
};

/** `proxlb_cluster`: what the planner sees. */
export const cluster = defineDataSource<typeof clusterAttributes, ClusterServices>({
  typeName: "proxlb_cluster",
  description:
    "Shows the cluster as the planner sees it under the policy: nodes with their loads, guests with the reason why one does " +
    "not move, the rules of every source, how far the nodes are apart, and rules that cannot hold together.",
  attributes: clusterAttributes,
  defaultTimeouts: DEFAULT_TIMEOUTS,
  validate: (config, { diagnostics }) => {
    validatePolicy(config.policy, diagnostics);
  },
  read,
});
