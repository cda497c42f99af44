import type { Model } from "../../framework/schema/attribute.js";
import { computed, optional } from "../../framework/schema/attribute.js";
import { list, map, nestedList, nestedMap } from "../../framework/schema/collection-shapes.js";
import { bool, number, string } from "../../framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../framework/timeouts.js";
import { plannedMigrationAttributes } from "../../attributes/migration-attributes.js";
import { policyAttribute } from "../../attributes/policy-attribute.js";
import { guestAttributes } from "../../placing/guest-attributes.js";

/** How long a read may take where the configuration says nothing. */
export const DEFAULT_TIMEOUTS = { read: "2m" };

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
  make_room: optional(
    bool,
    "Says whether existing guests may move where a new guest finds no node otherwise. What has to move first is then in `moves`. " +
      "Default `false`.",
  ),
  policy: policyAttribute,
  node_name: computed(string, "Names the node where the single guest should run, or already runs; null with `guests`."),
  existing: computed(bool, "Is true when every guest asked for exists already, so that the answer is where it is."),
  assignments: computed(map(string), "Maps each key of `guests` to its node; empty for a single guest."),
  candidates: computed(
    nestedList(candidateAttributes),
    "Lists how every node fares for each guest that does not exist yet, best first.",
  ),
  moves: computed(
    nestedList(plannedMigrationAttributes),
    "Lists the migrations of existing guests, in their order, that have to end before the new guests come; hand it to `migrations` " +
      "of `proxlb_balance`. Empty unless `make_room` is true and room has to be made.",
  ),
  timeouts: timeoutsAttribute(DEFAULT_TIMEOUTS),
};

/** The whole data source as read. */
export type BestNodeModel = Model<typeof bestNodeAttributes>;
