import type { DataProxlbMigrationPlanPolicy, DataProxlbMigrationPlanPolicyRules } from "../generated/l1.js";
import type { Fail } from "./fail-at.js";

/**
 * How a cluster is to be kept. Every key is optional; its comment gives unit and default. The same shape serves every
 * type of the provider.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an alias would keep its keys out of API.md
export interface Policy extends DataProxlbMigrationPlanPolicy {}

/** One rule of a policy about where guests may run. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as above
export interface PolicyRule extends DataProxlbMigrationPlanPolicyRules {}

/** What constructs add to the policy that the user wrote. */
export interface PolicyAdditions {
  readonly rules: readonly PolicyRule[];
  readonly maintenanceNodes: readonly string[];
}

const extendedRules = ({ rules = [] }: Policy, added: readonly PolicyRule[], fail: Fail): Policy => {
  if (added.length === 0) return {};
  if (!Array.isArray(rules))
    return fail("`policy.rules` is a token, so no groups can be added. List the rules instead.");
  return { rules: [...rules, ...added] };
};

const extendedNodes = ({ maintenanceNodes = [] }: Policy, added: readonly string[]): Policy =>
  added.length === 0 ? {} : { maintenanceNodes: [...new Set([...maintenanceNodes, ...added])] };

/** Returns the policy with the additions behind what the user wrote; nothing is changed in place. */
export const extendedPolicy = (policy: Policy, { rules, maintenanceNodes }: PolicyAdditions, fail: Fail): Policy => ({
  ...policy,
  ...extendedRules(policy, rules, fail),
  ...extendedNodes(policy, maintenanceNodes),
});
