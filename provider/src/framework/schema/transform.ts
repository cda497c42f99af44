import type { Path, PathStep } from "../../cty/path.js";
import { isMapping, isSequence } from "../../cty/value.js";
import type { CtyValue } from "../../cty/value.js";
import type { Attribute, Attributes, NestedObject } from "./attribute.js";
import { matchElements } from "./match-elements.js";

/** The value of one attribute at one place, in the value that is transformed and in its companion. */
export interface AttributeVisit {
  readonly attribute: Attribute;
  /** Ends at a set where the place is inside of one, as elements of sets have no address. */
  readonly path: Path;
  readonly value: CtyValue;
  /** The same place in the companion value; undefined where the companion has no such place. */
  readonly companion: CtyValue | undefined;
}

type Visitor = (visit: AttributeVisit) => CtyValue;

interface Place {
  readonly value: CtyValue;
  readonly companion: CtyValue | undefined;
  readonly path: Path;
  /** True inside of a set: the path then stays that of the set. */
  readonly inSet: boolean;
}

const memberOf = (value: CtyValue | undefined, key: string): CtyValue | undefined =>
  value !== undefined && isMapping(value) ? value.get(key) : undefined;

/**
 * Rebuilds an object value attribute by attribute, outer ones first. The visitor's answer replaces the value; nested
 * attributes inside the answer are visited next. List elements are matched with the companion's by position, map
 * elements by key, set elements by what the configuration says of them.
 */
export const transformObject = (
  attributes: Attributes,
  object: CtyValue,
  companion: CtyValue | undefined,
  visitor: Visitor,
): CtyValue => rebuild(attributes, { value: object, companion, path: [], inSet: false }, visitor);

const rebuild = (attributes: Attributes, place: Place, visitor: Visitor): CtyValue => {
  const { value: object, companion, inSet } = place;
  if (!isMapping(object)) return object;
  return new Map(
    Object.entries(attributes).map(([name, attribute]) => {
      const member = {
        value: object.get(name) ?? null,
        companion: memberOf(companion, name),
        path: pathInto(place, { attribute: name }),
      };
      const value = visitor({ attribute, ...member });
      return [name, rebuildNested(attribute.shape.nested, { ...member, value, inSet }, visitor)];
    }),
  );
};

const pathInto = ({ path, inSet }: Pick<Place, "path" | "inSet">, step: PathStep): Path =>
  inSet ? path : [...path, step];

/** Finds the companion of each element of a nested list or set. */
const companionsOf = (
  { nesting, attributes }: NestedObject,
  elements: readonly CtyValue[],
  companion: CtyValue | undefined,
): readonly (CtyValue | undefined)[] => {
  const others = companion !== undefined && isSequence(companion) ? companion : [];
  return nesting === "set" ? matchElements(attributes, elements, others) : others;
};

const rebuildNested = (nested: NestedObject | undefined, place: Place, visitor: Visitor): CtyValue => {
  if (nested === undefined) return place.value;
  const { nesting, attributes } = nested;
  const { value, companion } = place;
  if (nesting === "single") return rebuild(attributes, place, visitor);
  const inSet = place.inSet || nesting === "set";
  const element = (step: PathStep, inner: Pick<Place, "value" | "companion">): CtyValue =>
    rebuild(attributes, { ...inner, path: pathInto({ path: place.path, inSet }, step), inSet }, visitor);
  if (isSequence(value)) {
    const companions = companionsOf(nested, value, companion);
    return value.map((item, index) => element({ index }, { value: item, companion: companions[index] }));
  }
  if (!isMapping(value)) return value;
  return new Map(
    [...value].map(([key, item]) => [key, element({ key }, { value: item, companion: memberOf(companion, key) })]),
  );
};
