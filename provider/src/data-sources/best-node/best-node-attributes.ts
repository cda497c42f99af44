import type { Model } from "../../framework/schema/attribute.js";
import { computed, optional } from "../../framework/schema/attribute.js";
import { list, map, nestedList, nestedMap, set } from "../../framework/schema/collection-shapes.js";
import { bool, number, string } from "../../framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../framework/timeouts.js";
import { atLeast, between, each, notBlank, oneOf, whole } from "../../framework/validators.js";
import { policyAttribute } from "../../attributes/policy-attribute.js";

/** How long a read may take where the configuration says nothing. */
export const DEFAULT_TIMEOUTS = { read: "2m" };

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
  tags: optional(
    set(string),
    "Lists the tags that the guest will bear. `plb_affinity_*`, `plb_anti_affinity_*` and `plb_pin_<node>` are obeyed.",
    { validators: [each(notBlank)] },
  ),
  pool: optional(string, "Names the pool that the guest will belong to.", { validators: [notBlank] }),
  allowed_nodes: optional(set(string), "Lists the nodes that may be chosen. Default: all nodes of the cluster.", {
    validators: [each(notBlank)],
  }),
  excluded_nodes: optional(set(string), "Lists nodes that must not be chosen. Default: none.", {
    validators: [each(notBlank)],
  }),
};

/** One guest as a user asks for it. */
export type GuestModel = Model<typeof guestAttributes>;

const candidateAttributes = {
  guest: computed(string, "Gives the key of the guest in `guests`; null for a single guest."),
  node_name: computed(string, "Names the node."),
  rank: computed(number, "Ranks the nodes for this guest; 1 is best."),
  fits: computed(bool, "Is true when the guest may run on the node."),
  score: computed(number, "Rates the node from 0 to 100; higher is better, and 0 means that the guest does not fit."),
  memory_percent_after: computed(number, "Gives the memory load of the node in percent once the guest runs there."),
  cpu_percent_after: computed(number, "Gives the CPU load of the node in percent once the guest runs there."),
  reasons: computed(list(string), "Says in full sentences why the node is rejected, or what speaks against it."),
};

/** All attributes of `proxlb_best_node`. */
export const bestNodeAttributes = {
  ...guestAttributes,
  guests: optional(
    nestedMap(guestAttributes),
    "Asks for several guests at once, by keys of your choice. Each takes its resources before the next is placed, and the " +
      "rules among them hold. Conflicts with the attributes of a single guest.",
  ),
  policy: policyAttribute,
  node_name: computed(string, "Names the node where the single guest should run, or already runs; null with `guests`."),
  existing: computed(bool, "Is true when every guest asked for exists already, so that the answer is where it is."),
  assignments: computed(map(string), "Maps each key of `guests` to its node; empty for a single guest."),
  candidates: computed(
    nestedList(candidateAttributes),
    "Lists how every node fares for each guest that does not exist yet, best first.",
  ),
  timeouts: timeoutsAttribute(DEFAULT_TIMEOUTS),
};

/** The whole data source as read. */
export type BestNodeModel = Model<typeof bestNodeAttributes>;
