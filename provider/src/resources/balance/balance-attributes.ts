import { listedMigrationAttributes, plannedMigrationAttributes } from "../../attributes/migration-attributes.js";
import { policyAttribute } from "../../attributes/policy-attribute.js";
import type { DraftModel, Model } from "../../framework/schema/attribute.js";
import { computed, optional, optionalComputed } from "../../framework/schema/attribute.js";
import { map, nestedList } from "../../framework/schema/collection-shapes.js";
import { bool, number, string } from "../../framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../framework/timeouts.js";

/** How long the operations may take where the configuration says nothing: migrations of large guests take hours. */
export const DEFAULT_TIMEOUTS = { create: "6h", read: "5m", update: "6h" };

const executedAttributes = {
  vm_id: computed(number, "Identifies the guest by its Proxmox id."),
  name: computed(string, "Names the guest, as Proxmox shows it."),
  from_node: computed(string, "Names the node that the guest was on when the run began; null when the guest was gone."),
  to_node: computed(string, "Names the node that the guest was to move to."),
  result: computed(
    string,
    "Says how it ended: `moved`, `already there`, `failed`, `stopped` (the run was interrupted and stopped it), `left running` " +
      "(the run ended before the migration, or lost sight of it) or `not started`, as are migrations that the guest was beyond already.",
  ),
  error: computed(
    string,
    "Repeats the error that Proxmox reported; null unless the migration failed, was stopped, was left running or left the guest damaged.",
  ),
  duration_seconds: computed(number, "Gives how long the migration took, in seconds; 0 when it was not started."),
  transferred_mib: computed(
    number,
    "Gives how much memory and disk content was sent, in MiB, as the log of the migration told; null when it told nothing.",
  ),
  percent: computed(
    number,
    "Gives how far the migration got, from 0 to 100; 100 when the guest was moved, null when nothing is known.",
  ),
};

/** All attributes of `proxlb_balance`. */
export const balanceAttributes = {
  id: computed(
    string,
    "Identifies the resource; always `default`, as one provider configuration stands for one cluster.",
    {
      keepsState: true,
    },
  ),
  policy: policyAttribute,
  migrations: optionalComputed(
    nestedList(listedMigrationAttributes),
    "Lists the migrations to execute, normally `data.proxlb_migration_plan.<name>.migrations`, so that exactly what the plan " +
      "showed is done. All of them are checked before the first is started. Without it, the pending migrations that the last refresh found are planned and executed.",
  ),
  allow_unreviewed: optional(
    bool,
    "Allows migrations that no plan has shown: a list that is unknown at plan time, or, without a list, migrations at once " +
      "when the resource is created. Default `false`.",
  ),
  balanced: computed(bool, "Is true when the cluster was within the policy at the last refresh."),
  imbalance: computed(
    map(number),
    "Gives, per balanced method, the difference between the most and the least loaded node in percent points. It is " +
      "refreshed whenever `balanced`, `applied` or the pending migrations change.",
  ),
  applied: computed(bool, "Is true when every guest of `migrations` that still exists is on its `to_node`."),
  pending_migrations: computed(
    nestedList(plannedMigrationAttributes),
    "Lists the migrations that the next plan will show. Always empty when `migrations` is configured.",
  ),
  executed: computed(nestedList(executedAttributes), "Lists what the last run did, with its duration and result."),
  last_run: computed(string, "Gives when migrations were last executed, as RFC 3339; null when never."),
  timeouts: timeoutsAttribute(DEFAULT_TIMEOUTS),
};

/** The state of `proxlb_balance`. */
export type BalanceModel = Model<typeof balanceAttributes>;

/** A configuration or plan of `proxlb_balance`. */
export type BalanceDraft = DraftModel<typeof balanceAttributes>;
