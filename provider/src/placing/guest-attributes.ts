import type { DraftModel, Model } from "../framework/schema/attribute.js";
import { optional } from "../framework/schema/attribute.js";
import { set } from "../framework/schema/collection-shapes.js";
import { number, string } from "../framework/schema/primitive-shapes.js";
import { atLeast, between, each, notBlank, notEmpty, oneOf, whole } from "../framework/validators.js";

/** The attributes that describe one guest, alone or in a batch. */
export const guestAttributes = {
  type: optional(string, "Says what the guest will be: `vm` (default) or `ct`.", { validators: [oneOf(["vm", "ct"])] }),
  name: optional(
    string,
    "Names the guest. Without `vm_id`, a guest that already bears this name is answered with the node it is on.",
    { validators: [notBlank] },
  ),
  vm_id: optional(
    number,
    "Identifies the guest. A guest that already has this id is answered with the node it is on, whatever its load.",
    { validators: [whole, between(100, 999_999_999)] },
  ),
  cpu_cores: optional(number, "Gives the virtual CPUs of the guest. Required unless the guest already exists.", {
    validators: [between(0.01, 8192)],
  }),
  memory_mib: optional(number, "Gives the memory of the guest in MiB. Required unless the guest already exists.", {
    validators: [atLeast(16)],
  }),
  disk_gib: optional(number, "Gives the size of all disks of the guest in GiB. Default 0.", {
    validators: [atLeast(0)],
  }),
  storage: optional(
    string,
    "Names the storage that the disks will be on. Nodes that do not have it, or where it has less room than `disk_gib`, do not " +
      "fit. Default: storages are not looked at.",
    { validators: [notBlank] },
  ),
  tags: optional(
    set(string),
    "Lists the tags that the guest will bear. `plb_affinity_*`, `plb_anti_affinity_*` and `plb_pin_<node>` are obeyed.",
    { validators: [each(notBlank)] },
  ),
  pool: optional(string, "Names the pool that the guest will belong to.", { validators: [notBlank] }),
  allowed_nodes: optional(set(string), "Lists the nodes that may be chosen. Default: all nodes of the cluster.", {
    validators: [notEmpty, each(notBlank)],
  }),
  excluded_nodes: optional(set(string), "Lists nodes that must not be chosen. Default: none.", {
    validators: [each(notBlank)],
  }),
};

/** One guest as a user asks for it. */
export type GuestModel = Model<typeof guestAttributes>;

/** One guest as a configuration describes it, parts of which may be unknown. */
export type GuestDraft = DraftModel<typeof guestAttributes>;
