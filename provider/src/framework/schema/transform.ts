import type { Path } from "../../cty/path.js";
import { isMapping, isSequence } from "../../cty/value.js";
import type { CtyValue } from "../../cty/value.js";
import type { Attribute, Attributes } from "./attribute.js";

/** The values of one attribute at one place, in the value that is transformed and in its companions. */
export interface AttributeVisit {
  readonly attribute: Attribute;
  readonly path: Path;
  readonly value: CtyValue;
  /** The same place in each companion value, null where a companion has no such place. */
  readonly companions: readonly CtyValue[];
}

type Visitor = (visit: AttributeVisit) => CtyValue;

const memberOf = (value: CtyValue, key: string): CtyValue => (isMapping(value) ? (value.get(key) ?? null) : null);

const elementOf = (value: CtyValue, index: number): CtyValue => (isSequence(value) ? (value[index] ?? null) : null);

interface Place {
  readonly value: CtyValue;
  readonly companions: readonly CtyValue[];
  readonly path: Path;
}

/**
 * Rebuilds an object value attribute by attribute, outer ones first. The visitor's answer replaces the value; nested
 * attributes inside the answer are visited next. List and set elements are matched with their companions by position,
 * map elements by key.
 */
export const transformObject = (
  attributes: Attributes,
  object: CtyValue,
  companions: readonly CtyValue[],
  visitor: Visitor,
): CtyValue => rebuild(attributes, { value: object, companions, path: [] }, visitor);

const rebuild = (attributes: Attributes, { value: object, companions, path }: Place, visitor: Visitor): CtyValue => {
  if (!isMapping(object)) return object;
  return new Map(
    Object.entries(attributes).map(([name, attribute]) => {
      const visit = {
        attribute,
        path: [...path, { attribute: name }],
        value: memberOf(object, name),
        companions: companions.map((companion) => memberOf(companion, name)),
      };
      return [name, rebuildNested({ ...visit, value: visitor(visit) }, visitor)];
    }),
  );
};

const rebuildNested = ({ attribute, path, value, companions }: AttributeVisit, visitor: Visitor): CtyValue => {
  const nested = attribute.shape.nested;
  if (nested === undefined) return value;
  const inner = (place: Place) => rebuild(nested.attributes, place, visitor);
  if (nested.nesting === "single") return inner({ value, companions, path });
  if (isSequence(value)) {
    return value.map((element, index) =>
      inner({
        value: element,
        companions: companions.map((other) => elementOf(other, index)),
        path: [...path, { index }],
      }),
    );
  }
  if (!isMapping(value)) return value;
  return new Map(
    [...value].map(([key, element]) => [
      key,
      inner({ value: element, companions: companions.map((other) => memberOf(other, key)), path: [...path, { key }] }),
    ]),
  );
};
