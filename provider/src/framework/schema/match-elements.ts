import { valuesEqual } from "../../cty/value-equality.js";
import type { CtyValue } from "../../cty/value.js";
import { isMapping, isUnknown } from "../../cty/value.js";
import type { Attribute, Attributes } from "./attribute.js";
import { isComputed } from "./schema.js";

const isOpen = (value: CtyValue): boolean => value === null || isUnknown(value);

const attributesMatch = (attribute: Attribute, a: CtyValue, b: CtyValue): boolean => {
  // Where one side leaves the choice to the provider, the other may hold what the provider chose.
  if (isComputed(attribute) && (isOpen(a) || isOpen(b))) return true;
  const { nested, type } = attribute.shape;
  return nested?.nesting === "single" ? elementsMatch(nested.attributes, a, b) : valuesEqual(type, a, b);
};

const elementsMatch = (attributes: Attributes, a: CtyValue, b: CtyValue): boolean => {
  if (!isMapping(a) || !isMapping(b)) return a === b;
  return Object.entries(attributes).every(([name, attribute]) =>
    attributesMatch(attribute, a.get(name) ?? null, b.get(name) ?? null),
  );
};

const elementsEqual = (attributes: Attributes, a: CtyValue, b: CtyValue): boolean => {
  if (!isMapping(a) || !isMapping(b)) return a === b;
  return Object.entries(attributes).every(([name, { shape }]) =>
    valuesEqual(shape.type, a.get(name) ?? null, b.get(name) ?? null),
  );
};

/** Whatever else has changed, an element that needs no replacement is the same one. */
const identitiesEqual = (attributes: Attributes, a: CtyValue, b: CtyValue): boolean => {
  const identity = Object.entries(attributes).filter(([, { options }]) => options.requiresReplace === true);
  return identity.length > 0 && elementsEqual(Object.fromEntries(identity), a, b);
};

/**
 * Finds for each element of a nested set the element of another version of that set that it stems from: an equal one
 * first, else one that differs only in what the provider chooses, else one with the same attributes that would force a
 * replacement. Undefined where there is none. No element is taken twice.
 */
export const matchElements = (
  attributes: Attributes,
  elements: readonly CtyValue[],
  others: readonly CtyValue[],
): readonly (CtyValue | undefined)[] => {
  const free = new Set(others.keys());
  const found: (CtyValue | undefined)[] = elements.map(() => undefined);
  for (const matches of [elementsEqual, elementsMatch, identitiesEqual]) {
    for (const [index, element] of elements.entries()) {
      if (found[index] !== undefined) continue;
      const other = [...free].find((candidate) => matches(attributes, element, others[candidate] ?? null));
      if (other === undefined) continue;
      free.delete(other);
      found[index] = others[other];
    }
  }
  return found;
};
