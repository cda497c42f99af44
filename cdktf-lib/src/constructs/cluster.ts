import { Lazy } from "cdktf";
import type { IResolvable, TerraformProvider } from "cdktf";
import { dataProxlbMigrationPlanPolicyToTerraform } from "../generated/l1.js";
import type { Policy } from "./policy.js";

/**
 * The cluster that a placement is for: its provider and its policy. A `BalancedCluster` is one; where the cluster is kept
 * by another stack, an object with the same two properties is one too.
 */
export interface ICluster {
  /** @default the default provider of the stack */
  readonly provider?: TerraformProvider | undefined;
  /** The policy as it is at this moment; groups and maintenance may be added until synthesis. */
  readonly policy: Policy;
}

/** Returns a policy that is read when the stack is synthesized. */
export const latePolicy = (produce: () => Policy): IResolvable =>
  Lazy.anyValue({ produce: () => dataProxlbMigrationPlanPolicyToTerraform(produce()) as unknown });
