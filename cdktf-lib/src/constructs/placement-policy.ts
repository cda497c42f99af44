import type { IResolvable } from "cdktf";
import type { ICluster } from "./cluster.js";
import { latePolicy } from "./cluster.js";
import type { Fail } from "./fail-at.js";
import type { GuestGroup } from "./guest-group.js";
import type { Policy, PolicyRule } from "./policy.js";
import { extendedPolicy } from "./policy.js";

/** Where the policy of a placement comes from. */
export interface PlacementPolicyProps {
  readonly cluster?: ICluster;
  readonly policy?: Policy;
}

const namesOf = ({ rules = [] }: Policy): ReadonlySet<string> =>
  new Set(Array.isArray(rules) ? rules.map(({ name, type }) => `${type} ${name}`) : []);

const rulesOf = (groups: Iterable<GuestGroup>, known: ReadonlySet<string>): readonly PolicyRule[] =>
  [...groups].flatMap(({ rule }) => (rule === undefined || known.has(`${rule.type} ${rule.name}`) ? [] : [rule]));

/** Tells whether there may be a policy to speak of; the attribute is left out otherwise. */
export const hasPolicy = ({ cluster, policy }: PlacementPolicyProps, groups: readonly GuestGroup[]): boolean =>
  cluster !== undefined || policy !== undefined || groups.length > 0;

/** Returns the cluster's policy with single keys overridden and the rules of the groups added, read at synthesis. */
export const placementPolicy = (
  { cluster, policy }: PlacementPolicyProps,
  groups: Iterable<GuestGroup>,
  fail: Fail,
): IResolvable =>
  latePolicy(() => {
    const base: Policy = { ...cluster?.policy, ...policy };
    return extendedPolicy(base, { rules: rulesOf(groups, namesOf(base)), maintenanceNodes: [] }, fail);
  });
