import type { Model } from "../framework/schema/attribute.js";
import { computed, optional, required } from "../framework/schema/attribute.js";
import { bool, number, string } from "../framework/schema/primitive-shapes.js";
import { atLeast, between, notBlank, oneOf, whole } from "../framework/validators.js";

const TEXTS = {
  step: "Counts the steps of the plan from 1. Migrations of one step may run at the same time.",
  vm_id: "Identifies the guest by its Proxmox id.",
  name: "Names the guest, as Proxmox shows it.",
  type: "Says what the guest is: `vm` or `ct`.",
  from_node: "Names the node that the guest is on when the plan is made.",
  to_node: "Names the node that the guest moves to.",
  reason: "Says in one sentence why the guest moves.",
  memory_mib: "Gives the memory assigned to the guest, in MiB.",
  local_disk_gib: "Gives the data on storage that is not shared, in GiB, which the migration has to copy.",
  estimated_seconds: "Estimates how long the migration takes, in seconds.",
  downtime: "Is true when the guest is restarted on the way, as running containers are.",
} as const;

/** Proxmox VE gives no other ids. */
const LOWEST_VM_ID = 100;

const HIGHEST_VM_ID = 999_999_999;

/** The attributes of one migration where the provider computes it. */
export const plannedMigrationAttributes = {
  step: computed(number, TEXTS.step),
  vm_id: computed(number, TEXTS.vm_id),
  name: computed(string, TEXTS.name),
  type: computed(string, TEXTS.type),
  from_node: computed(string, TEXTS.from_node),
  to_node: computed(string, TEXTS.to_node),
  reason: computed(string, TEXTS.reason),
  memory_mib: computed(number, TEXTS.memory_mib),
  local_disk_gib: computed(number, TEXTS.local_disk_gib),
  estimated_seconds: computed(number, TEXTS.estimated_seconds),
  downtime: computed(bool, TEXTS.downtime),
};

/** The attributes of one migration where the configuration lists it: only the guest and its target are required. */
export const listedMigrationAttributes = {
  step: optional(number, `${TEXTS.step} Without it, migrations run in the order of the list.`, {
    validators: [whole, atLeast(1)],
  }),
  vm_id: required(number, TEXTS.vm_id, { validators: [whole, between(LOWEST_VM_ID, HIGHEST_VM_ID)] }),
  name: optional(string, TEXTS.name),
  type: optional(string, TEXTS.type, { validators: [oneOf(["vm", "ct"])] }),
  from_node: optional(
    string,
    `${TEXTS.from_node} A guest that is elsewhere by then is not moved, and the apply stops.`,
    {
      validators: [notBlank],
    },
  ),
  to_node: required(string, TEXTS.to_node, { validators: [notBlank] }),
  reason: optional(string, TEXTS.reason),
  memory_mib: optional(number, TEXTS.memory_mib),
  local_disk_gib: optional(number, TEXTS.local_disk_gib),
  estimated_seconds: optional(number, TEXTS.estimated_seconds),
  downtime: optional(bool, TEXTS.downtime),
};

/** One migration of a list that a user may have written. */
export type ListedMigration = Model<typeof listedMigrationAttributes>;

/** One migration as the provider reports it. */
export type ReportedMigration = { readonly [K in keyof ListedMigration]: NonNullable<ListedMigration[K]> };
