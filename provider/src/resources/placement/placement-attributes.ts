import { policyAttribute } from "../../attributes/policy-attribute.js";
import type { DraftModel, Model } from "../../framework/schema/attribute.js";
import { computed, optional, required } from "../../framework/schema/attribute.js";
import { map, nestedMap } from "../../framework/schema/collection-shapes.js";
import { string } from "../../framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../framework/timeouts.js";
import { guestAttributes } from "../../placing/guest-attributes.js";

/** How long the operations may take where the configuration says nothing. */
export const DEFAULT_TIMEOUTS = { create: "5m", read: "2m", update: "5m" };

/** All attributes of `proxlb_placement`. */
export const placementAttributes = {
  guests: required(
    nestedMap(guestAttributes),
    "Describes the guests to place, by keys of your choice. A new key is given a node and keeps it, whatever changes later; a key " +
      "that is removed is forgotten. Guests that exist already are answered with the node they are on.",
  ),
  keepers: optional(
    map(string),
    "Holds values of your choice; when one changes, the resource is replaced: guests that do not exist by then are placed anew, " +
      "those that exist are answered with the node they are on. Default: none.",
    { requiresReplace: true },
  ),
  policy: policyAttribute,
  assignments: computed(
    map(string),
    "Maps each key of `guests` to the node that it was given. A node never changes while its key stays.",
  ),
  current: computed(
    map(string),
    "Maps each key of `guests` whose guest exists to the node that the guest was on at the last refresh. Guests are recognised by " +
      "`vm_id`, else by `name`.",
  ),
  timeouts: timeoutsAttribute(DEFAULT_TIMEOUTS),
};

/** The state of `proxlb_placement`. */
export type PlacementModel = Model<typeof placementAttributes>;

/** A configuration or plan of `proxlb_placement`. */
export type PlacementDraft = DraftModel<typeof placementAttributes>;
