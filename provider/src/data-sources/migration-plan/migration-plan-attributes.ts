import { plannedMigrationAttributes } from "../../attributes/migration-attributes.js";
import { effectivePolicyAttribute, policyAttribute } from "../../attributes/policy-attribute.js";
import type { Model } from "../../framework/schema/attribute.js";
import { computed, optional } from "../../framework/schema/attribute.js";
import { map, nestedList, nestedMap, set } from "../../framework/schema/collection-shapes.js";
import { bool, number, string } from "../../framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../framework/timeouts.js";
import { each, notBlank } from "../../framework/validators.js";
import { guestAttributes } from "../../placing/guest-attributes.js";

/** How long a read may take where the configuration says nothing. */
export const DEFAULT_TIMEOUTS = { read: "5m" };

const unresolvedAttributes = {
  kind: computed(string, "Says what kind of goal is missed: `rule`, `evacuation`, `capacity` or `balance`."),
  subject: computed(string, "Names the rule, guest, node or method concerned."),
  reason: computed(string, "Says in one sentence what is in the way."),
};

/** All attributes of `proxlb_migration_plan`. */
export const migrationPlanAttributes = {
  policy: policyAttribute,
  assume_maintenance: optional(
    set(string),
    "Lists nodes to plan for as if they were in maintenance, for a look ahead. Default: none.",
    { validators: [each(notBlank)] },
  ),
  assume_guests: optional(
    nestedMap(guestAttributes),
    "Describes new guests to plan for as if they were there already, by keys of your choice, for a look ahead. Each is put on the " +
      "node that `proxlb_best_node` would give it and does not move. Default: none.",
  ),
  assumed_assignments: computed(
    map(string),
    "Maps each key of `assume_guests` to the node that the plan puts the guest on; one that no node can take is in `unresolved`.",
  ),
  migrations: computed(
    nestedList(plannedMigrationAttributes),
    "Lists the migrations that bring the cluster within the policy, in their order. Empty when there is nothing to do.",
  ),
  balanced: computed(bool, "Is true when the cluster is within the policy now, so that nothing has to move."),
  imbalance_before: computed(
    map(number),
    "Gives, per balanced method, the difference between the most and the least loaded node now, in percent points.",
  ),
  imbalance_after: computed(map(number), "Gives the same differences once all migrations are done."),
  violations_before: computed(number, "Counts the rules that are broken now."),
  violations_after: computed(number, "Counts the rules that are still broken once all migrations are done."),
  unresolved: computed(nestedList(unresolvedAttributes), "Lists the goals that the plan does not reach, and why."),
  moves_lower_bound: computed(
    number,
    "Gives a proven lower bound: no plan that reaches the same goals has fewer migrations than this.",
  ),
  makespan_seconds: computed(
    number,
    "Estimates how long the whole plan takes, in seconds, from its first step to the end of the last.",
  ),
  effective_policy: effectivePolicyAttribute,
  digest: computed(
    string,
    "Identifies the list of migrations: it changes when, and only when, guests, sources, targets or their order change.",
  ),
  markdown: computed(string, "Shows the plan as a Markdown table, for example for a comment on a pull request."),
  timeouts: timeoutsAttribute(DEFAULT_TIMEOUTS),
};

/** The whole data source as read. */
export type MigrationPlanModel = Model<typeof migrationPlanAttributes>;
