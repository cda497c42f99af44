import type { Attribute, Attributes } from "../framework/schema/attribute.js";
import { computed, optional, required } from "../framework/schema/attribute.js";
import { list, map, nestedList, nestedObject } from "../framework/schema/collection-shapes.js";
import { bool, number, string } from "../framework/schema/primitive-shapes.js";
import type { Shape } from "../framework/schema/attribute.js";
import type { PolicyKey, PolicyKind } from "../planning/model/policy-key.js";
import { POLICY_KEYS } from "../planning/model/policy-keys.js";

/** A policy as the configuration writes it: attribute names of the schema, null where nothing is said. */
export type PolicyModel = Readonly<Record<string, unknown>>;

type Direction = "input" | "output";

const shapeOf = (kind: PolicyKind, direction: Direction): Shape<unknown> => {
  switch (kind.type) {
    case "bool":
      return bool;
    case "number":
      return number;
    case "string":
    case "duration":
      return string;
    case "list":
      return list(shapeOf(kind.of, direction));
    case "number-map":
      return map(number);
    case "object":
      return nestedObject(attributesOf(kind.fields, direction));
    case "object-list":
      return nestedList(attributesOf(kind.fields, direction));
  }
};

const attributeOf = (key: PolicyKey, direction: Direction): Attribute => {
  const shape = shapeOf(key.kind, direction);
  if (direction === "output") return computed(shape, key.description);
  return "default" in key ? optional(shape, key.description) : required(shape, key.description);
};

const attributesOf = (keys: readonly PolicyKey[], direction: Direction): Attributes =>
  Object.fromEntries(keys.map((key) => [key.name, attributeOf(key, direction)]));

/** The `policy` of a data source or resource, whose keys override those of the provider one by one. */
export const policyAttribute: Attribute<PolicyModel | null> = optional(
  nestedObject(attributesOf(POLICY_KEYS, "input")) as Shape<PolicyModel>,
  "Says how the cluster is to be kept. Each key that is set here overrides the same key of the provider's `policy`; one that is `null` leaves it in force.",
);

/** The `policy` of the provider block. */
export const providerPolicyAttribute: Attribute<PolicyModel | null> = optional(
  nestedObject(attributesOf(POLICY_KEYS, "input")) as Shape<PolicyModel>,
  "Says how the cluster is to be kept; every data source and resource can override single keys.",
);

/** The policy that was in force, with all overrides and defaults filled in. */
export const effectivePolicyAttribute: Attribute<PolicyModel | null> = computed(
  nestedObject(attributesOf(POLICY_KEYS, "output")) as Shape<PolicyModel>,
  "Repeats the policy that was in force, with the provider's keys, the overrides and all defaults filled in.",
);
