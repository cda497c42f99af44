import { Construct } from "constructs";
import { DataProxlbMigrationPlan } from "../generated/l1.js";
import { addPostcondition } from "./add-postcondition.js";
import type { BalancedCluster } from "./balanced-cluster.js";
import { latePolicy } from "./cluster.js";
import { expression } from "./expression.js";
import { failAt } from "./fail-at.js";

/** What becomes of the nodes: `evacuate` moves their guests, `preview` only tells what would be moved. */
export type MaintenanceMode = "evacuate" | "preview";

/** The properties of a `Maintenance`. */
export interface MaintenanceProps {
  /** The cluster that the nodes belong to. */
  readonly cluster: BalancedCluster;
  /** Names of the nodes that guests leave and do not enter. */
  readonly nodeNames: readonly string[];
  /**
   * Whether guests are moved by the balance of the cluster, or only looked at.
   *
   * @default "evacuate"
   */
  readonly mode?: MaintenanceMode;
  /**
   * Whether the plan fails when a guest cannot leave.
   *
   * @default true
   */
  readonly required?: boolean;
}

/**
 * Nodes that are to be emptied for maintenance. Take the construct away, and guests may come back.
 *
 * @example
 * new Maintenance(this, "kernel-update", { cluster, nodeNames: ["pve3"] });
 */
export class Maintenance extends Construct {
  /** The plan that empties the nodes: that of the cluster, or for a preview one of its own. */
  public readonly plan: DataProxlbMigrationPlan;

  /**
   * Declares the maintenance.
   *
   * @throws Error with the path of the construct when no node is named
   */
  public constructor(scope: Construct, id: string, props: MaintenanceProps) {
    super(scope, id);
    const { nodeNames, mode = "evacuate", required = true } = props;
    if (nodeNames.length === 0) failAt(this)("`nodeNames` is empty. Name the nodes that are to be emptied.");
    if (nodeNames.some((name) => name.trim() === "")) failAt(this)("`nodeNames` has an empty name.");
    this.plan = mode === "preview" ? this.#preview(props) : props.cluster.evacuate(...nodeNames).plan;
    if (required) this.#require(nodeNames);
  }

  #preview({ cluster, nodeNames }: MaintenanceProps): DataProxlbMigrationPlan {
    const plan = new DataProxlbMigrationPlan(this, "Preview", {
      provider: cluster.provider,
      assumeMaintenance: [...nodeNames],
    });
    plan.policy.internalValue = latePolicy(() => cluster.policy);
    return plan;
  }

  #require(nodeNames: readonly string[]): void {
    addPostcondition(this.plan, {
      condition: expression('length([for goal in self.unresolved : goal if goal.kind == "evacuation"]) == 0'),
      errorMessage: `${nodeNames.join(" and ")} cannot be emptied: not every guest has another node to go to. See "unresolved" of the plan for the reasons.`,
    });
  }
}
