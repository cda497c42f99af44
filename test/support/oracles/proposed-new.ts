import { nullObject } from "../../../provider/src/cty/null-object.js";
import { valuesEqual } from "../../../provider/src/cty/value-equality.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { isMapping, isSequence, isUnknown } from "../../../provider/src/cty/value.js";
import type { Attribute, Attributes, NestedObject } from "../../../provider/src/framework/schema/attribute.js";
import { impliedType, isComputed, isOptional } from "../../../provider/src/framework/schema/schema.js";

type ObjectValue = ReadonlyMap<string, CtyValue>;

const isOpen = (value: CtyValue): value is Exclude<CtyValue, ObjectValue> => value === null || isUnknown(value);

const objectOf = (attributes: Attributes, value: CtyValue): ObjectValue =>
  isMapping(value) ? value : nullObject(impliedType(attributes));

/** Tells whether any part of a nested value must have come from a configuration, as no provider may set it. */
const holdsConfigured = ({ nesting, attributes }: NestedObject, value: CtyValue): boolean => {
  if (isOpen(value)) return false;
  if (nesting !== "single") {
    const elements = isSequence(value) ? value : isMapping(value) ? [...value.values()] : [];
    return elements.some((element) => holdsConfigured({ nesting: "single", attributes }, element));
  }
  return Object.entries(attributes).some(([name, attribute]) => {
    const member = isMapping(value) ? (value.get(name) ?? null) : null;
    if (member === null) return false;
    const { nested } = attribute.shape;
    return !isComputed(attribute) || (nested !== undefined && holdsConfigured(nested, member));
  });
};

const proposedAttribute = (attribute: Attribute, prior: CtyValue, config: CtyValue): CtyValue => {
  const { nested } = attribute.shape;
  if (config === null && isComputed(attribute)) {
    const wasConfigured = nested !== undefined && isOptional(attribute) && holdsConfigured(nested, prior);
    return wasConfigured ? config : prior;
  }
  return nested === undefined ? config : proposedNested(nested, prior, config);
};

const proposedObject = (attributes: Attributes, prior: CtyValue, config: CtyValue): CtyValue => {
  if (!isMapping(config)) return config;
  const before = objectOf(attributes, prior);
  return new Map(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      proposedAttribute(attribute, before.get(name) ?? null, config.get(name) ?? null),
    ]),
  );
};

/** Tells whether a configuration could have led to this element: all that it sets is there, the rest is the provider's. */
const couldLeadTo = (attributes: Attributes, prior: CtyValue, config: CtyValue): boolean => {
  if (!isMapping(prior) || !isMapping(config)) return prior === config;
  return Object.entries(attributes).every(([name, attribute]) => {
    const before = prior.get(name) ?? null;
    const wanted = config.get(name) ?? null;
    return (wanted === null && isComputed(attribute)) || valuesEqual(attribute.shape.type, before, wanted);
  });
};

const proposedSet = (attributes: Attributes, prior: readonly CtyValue[], config: readonly CtyValue[]): CtyValue => {
  const used = new Set<number>();
  return config.map((element) => {
    const index = prior.findIndex((before, i) => !used.has(i) && couldLeadTo(attributes, before, element));
    if (index < 0) return proposedObject(attributes, null, element);
    used.add(index);
    return proposedObject(attributes, prior[index] ?? null, element);
  });
};

const proposedNested = ({ nesting, attributes }: NestedObject, prior: CtyValue, config: CtyValue): CtyValue => {
  if (isOpen(config)) return config;
  if (nesting === "single") return proposedObject(attributes, prior, config);
  const elements = isSequence(prior) ? prior : [];
  if (isSequence(config)) {
    if (nesting === "set") return proposedSet(attributes, elements, config);
    return config.map((element, index) => proposedObject(attributes, elements[index] ?? null, element));
  }
  if (!isMapping(config)) return config;
  const members: ObjectValue = isMapping(prior) ? prior : new Map<string, CtyValue>();
  return new Map(
    [...config].map(([key, element]) => [key, proposedObject(attributes, members.get(key) ?? null, element)]),
  );
};

/** Merges a configuration with the prior state as core does before it asks for a plan. A null configuration destroys. */
export const proposedNew = (attributes: Attributes, prior: CtyValue, config: CtyValue): CtyValue =>
  proposedObject(attributes, prior, config);
