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
): CtyValue => rebuild(attributes, { value: object, companion, path: [] }, visitor);

const rebuild = (attributes: Attributes, { value: object, companion, path }: Place, visitor: Visitor): CtyValue => {
  if (!isMapping(object)) return object;
  return new Map(
    Object.entries(attributes).map(([name, attribute]) => {
      const visit = {
        attribute,
        path: [...path, { attribute: name }],
        value: object.get(name) ?? null,
        companion: memberOf(companion, name),
      };
      return [name, rebuildNested({ ...visit, value: visitor(visit) }, visitor)];
    }),
  );
};

/** Finds the companion of each element of a nested list or set. */
const companionsOf = (
  { nesting, attributes }: NestedObject,
  elements: readonly CtyValue[],
  companion: CtyValue | undefined,
): readonly (CtyValue | undefined)[] => {
  const others = companion !== undefined && isSequence(companion) ? companion : [];
  return nesting === "set" ? matchElements(attributes, elements, others) : others;
};

const stepTo = ({ nesting }: NestedObject, index: number): readonly PathStep[] =>
  nesting === "set" ? [] : [{ index }];

const rebuildNested = ({ attribute, path, value, companion }: AttributeVisit, visitor: Visitor): CtyValue => {
  const { nested } = attribute.shape;
  if (nested === undefined) return value;
  const inner = (place: Place) => rebuild(nested.attributes, place, visitor);
  if (nested.nesting === "single") return inner({ value, companion, path });
  if (isSequence(value)) {
    const companions = companionsOf(nested, value, companion);
    return value.map((element, index) =>
      inner({ value: element, companion: companions[index], path: [...path, ...stepTo(nested, index)] }),
    );
  }
  if (!isMapping(value)) return value;
  return new Map(
    [...value].map(([key, element]) => [
      key,
      inner({ value: element, companion: memberOf(companion, key), path: [...path, { key }] }),
    ]),
  );
};
