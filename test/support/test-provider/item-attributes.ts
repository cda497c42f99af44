import type { Model } from "../../../provider/src/framework/schema/attribute.js";
import { computed, optional, optionalComputed, required } from "../../../provider/src/framework/schema/attribute.js";
import { nestedList, nestedSet, set } from "../../../provider/src/framework/schema/collection-shapes.js";
import { number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { timeoutsAttribute } from "../../../provider/src/framework/timeouts.js";
import { notBlank } from "../../../provider/src/framework/validators.js";

/** How long the operations of `lab_item` may take where the configuration says nothing. */
export const ITEM_TIMEOUTS = { create: "5m", read: "1m", update: "5m", delete: "5m" };

const refuseForbidden = (value: string): string | undefined =>
  value.startsWith("forbidden") ? "The value must not begin with a word that is not allowed." : undefined;

/** All attributes of `lab_item`. */
export const itemAttributes = {
  name: required(string, "Names the item and is its id.", { requiresReplace: true, validators: [notBlank] }),
  id: computed(string, "Repeats the name.", { keepsState: true }),
  size: optional(number, "Says how large the item is. Default `10`.", { default: 10 }),
  spelling: optional(string, "Holds text that the store writes in capitals; case does not matter.", {
    equivalent: (a: string, b: string) => a.toUpperCase() === b.toUpperCase(),
  }),
  note: optionalComputed(string, "Holds a remark; once chosen by the provider, it stays.", { keepsState: true }),
  label: optionalComputed(string, "Holds a label; the provider chooses a new one with every change."),
  revision: computed(number, "Counts the changes."),
  seen_token: computed(string, "Repeats what the provider remembers of the item without showing it."),
  zones: optional(set(string), "Lists zones; another list needs another item.", { requiresReplace: true }),
  disks: optional(
    nestedList({
      size: required(number, "Says how large the disk is."),
      bus: optional(string, "Names the bus. Default `scsi`.", { default: "scsi" }),
      path: computed(string, "Says where the disk is.", { keepsState: true }),
    }),
    "Lists disks.",
  ),
  rules: optional(
    nestedSet({
      port: required(number, "Names the port.", { requiresReplace: true }),
      comment: optionalComputed(string, "Holds a remark.", { keepsState: true }),
    }),
    "Lists rules without order.",
  ),
  secret: optional(string, "Holds what nobody should see.", { sensitive: true, validators: [refuseForbidden] }),
  password: optional(string, "Holds what is never stored.", { writeOnly: true }),
  legacy: optional(string, "Did what `note` does.", { deprecated: "Use note instead." }),
  misbehave: optional(
    string,
    "Makes an operation go wrong: `create`, `create_half`, `update`, `update_half`, `delete`, `throw` or `stray`.",
  ),
  seconds: optional(number, "Makes create, update and delete take so long."),
  timeouts: timeoutsAttribute(ITEM_TIMEOUTS),
};

/** The state of `lab_item`. */
export type ItemModel = Model<typeof itemAttributes>;
