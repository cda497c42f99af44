import type { OperationContext } from "../../../provider/src/framework/context.js";
import { defineResource } from "../../../provider/src/framework/resource.js";
import { computed, optional, optionalComputed, required } from "../../../provider/src/framework/schema/attribute.js";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import {
  list,
  map,
  nestedList,
  nestedMap,
  nestedObject,
  nestedSet,
  set,
} from "../../../provider/src/framework/schema/collection-shapes.js";
import { bool, dynamic, exactNumber, number, string } from "../../../provider/src/framework/schema/primitive-shapes.js";
import { fillModel } from "./fill-unknown.js";
import type { LabServices } from "./services.js";
import { storeOf } from "./services.js";
import { modelOfText, storeText } from "./stored-model.js";

/** Attributes of every presence, for use inside nested objects of any kind but sets, which may not hold `dynamic`. */
const members = {
  key: required(string, "Names the member."),
  amount: optional(number, "Counts something. Default `3`.", { default: 3 }),
  origin: computed(string, "Says where the member came from."),
  kept: computed(string, "Says the same for as long as the member exists.", { keepsState: true }),
  mark: optionalComputed(string, "Marks the member; chosen by the provider where the configuration is silent."),
  tags: optional(set(string), "Lists words, without order."),
} satisfies Attributes;

/** Every member may be the provider's: core takes any other member of a chosen object for a sign that it was configured. */
const chosenMembers = {
  amount: members.amount,
  origin: members.origin,
  kept: members.kept,
  mark: members.mark,
  label: optionalComputed(string, "Labels the member.", { keepsState: true }),
} satisfies Attributes;

const deepMembers = {
  ...members,
  anything: optional(dynamic, "Holds a value of any type."),
  inner: optional(nestedList(members), "Lists members of the member."),
  by_name: optional(nestedMap({ flags: optional(list(bool), "Lists flags.") }), "Holds flags by name."),
} satisfies Attributes;

/** An attribute of every shape and presence. */
export const shapesAttributes = {
  name: required(string, "Names the object and is its id.", { requiresReplace: true }),
  id: computed(string, "Repeats the name.", { keepsState: true }),
  text: optional(string, "Holds text."),
  count_of: optional(number, "Holds a number."),
  exact: optional(exactNumber, "Holds a number of any size."),
  flag: optional(bool, "Is true or false. Default `true`.", { default: true }),
  anything: optional(dynamic, "Holds a value of any type."),
  texts: optional(list(string), "Lists texts."),
  words: optional(set(string), "Lists texts without order."),
  levels: optional(map(number), "Holds numbers by name."),
  matrix: optional(list(list(number)), "Holds rows of numbers."),
  groups: optional(map(set(string)), "Holds sets of texts by name."),
  defaulted: optional(list(string), 'Lists texts. Default `["a"]`.', { default: ["a"] }),
  chosen: optionalComputed(list(string), "Lists texts; chosen by the provider where the configuration is silent."),
  chosen_once: optionalComputed(string, "Holds text; chosen once.", { keepsState: true }),
  given: computed(map(string), "Holds what the provider gives."),
  one: optional(nestedObject(deepMembers), "Holds one member."),
  many: optional(nestedList(deepMembers), "Lists members."),
  unordered: optional(
    nestedSet({ ...members, replaces: optional(bool, "Replaces.", { requiresReplace: true }) }),
    "Lists members without order.",
  ),
  named: optional(nestedMap(deepMembers), "Holds members by name."),
  either: optionalComputed(
    nestedObject(chosenMembers),
    "Holds one member; chosen by the provider where the configuration is silent.",
  ),
  reported: computed(nestedList(members), "Lists what the provider found."),
} satisfies Attributes;

type Context = OperationContext<LabServices>;

const keyOf = (name: string): string => `shapes:${name}`;

/** `lab_shapes`: stores whatever it is given, and fills in what is unknown. */
export const shapes = defineResource<typeof shapesAttributes, LabServices>({
  typeName: "lab_shapes",
  description: "Stores values of every shape.",
  attributes: shapesAttributes,
  create: ({ planned }, context) => Promise.resolve(save(planned, context)),
  update: ({ planned }, context) => Promise.resolve(save(planned, context)),
  read: ({ name }, { services }) => Promise.resolve(modelOfText(shapesAttributes, storeOf(services).get(keyOf(name)))),
  delete: ({ name }, { services }) => {
    storeOf(services).remove(keyOf(name));
    return Promise.resolve();
  },
});

const save = (planned: Parameters<typeof fillModel<typeof shapesAttributes>>[1], { services }: Context) => {
  const filled = fillModel(shapesAttributes, planned);
  const model = { ...filled, id: filled.name };
  storeOf(services).put(keyOf(model.name), storeText(shapesAttributes, model));
  return model;
};
