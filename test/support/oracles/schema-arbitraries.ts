import fc from "fast-check";
import type { CtyType } from "../../../provider/src/cty/type.js";
import { transformValue } from "../../../provider/src/cty/transform.js";
import { valueKey } from "../../../provider/src/cty/value-equality.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { isMapping, isSequence, UNKNOWN } from "../../../provider/src/cty/value.js";
import type { Attribute, Attributes, NestedObject, Shape } from "../../../provider/src/framework/schema/attribute.js";
import { arbitraryValue } from "../cty-arbitraries.js";

/** What the values are made for. */
interface Purpose {
  /** Leaves to the provider what only the provider may set. */
  readonly config: boolean;
  /** Lets any part be unknown, as in the configuration of a plan. */
  readonly unknowns: boolean;
}

const MAX_ELEMENTS = 3;

const sometimesUnknown = (value: fc.Arbitrary<CtyValue>, { unknowns }: Purpose): fc.Arbitrary<CtyValue> =>
  unknowns ? fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: fc.constant(UNKNOWN), weight: 1 }) : value;

const nestedValue = (
  { nesting, attributes }: NestedObject,
  type: CtyType,
  purpose: Purpose,
): fc.Arbitrary<CtyValue> => {
  const object = objectValue(attributes, purpose);
  // Only a user writes null in the place of an element.
  const nulls = purpose.config ? [fc.constant(null)] : [];
  const element = fc.oneof({ arbitrary: sometimesUnknown(object, purpose), weight: 9 }, ...nulls);
  switch (nesting) {
    case "single":
      return object;
    case "list":
      return fc.array(element, { maxLength: MAX_ELEMENTS });
    case "set":
      return fc.uniqueArray(object, {
        selector: (item) => ("element" in type ? valueKey(type.element, item) : ""),
        maxLength: MAX_ELEMENTS,
      });
    case "map":
      return fc
        .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "__proto__", "é"), element), { selector: ([key]) => key })
        .map((members) => new Map(members));
  }
};

const shapeValue = ({ type, nested }: Shape<unknown>, purpose: Purpose): fc.Arbitrary<CtyValue> =>
  nested === undefined
    ? arbitraryValue(type, { unknowns: purpose.unknowns }).filter((value) => value !== null)
    : sometimesUnknown(nestedValue(nested, type, purpose), purpose);

const attributeValue = ({ shape, presence, options }: Attribute, purpose: Purpose): fc.Arbitrary<CtyValue> => {
  const nothing = fc.constant(null);
  if (purpose.config && presence === "computed") return nothing;
  if (!purpose.config && options.writeOnly === true) return nothing;
  const value = shapeValue(shape, purpose);
  return presence === "required" ? value : fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: nothing, weight: 2 });
};

const objectValue = (attributes: Attributes, purpose: Purpose): fc.Arbitrary<CtyValue> => {
  const entries = Object.entries(attributes);
  return fc
    .tuple(...entries.map(([, attribute]) => attributeValue(attribute, purpose)))
    .map((values) => new Map(entries.map(([name], i) => [name, values[i] ?? null])));
};

/** Configurations that core would let through: what is required is there, what is computed is not. */
export const arbitraryConfig = (attributes: Attributes): fc.Arbitrary<CtyValue> =>
  objectValue(attributes, { config: true, unknowns: true });

/** States that an object may be in, whoever brought it there. */
export const arbitraryState = (attributes: Attributes): fc.Arbitrary<CtyValue> =>
  objectValue(attributes, { config: false, unknowns: false });

type Dice = () => boolean;

/** Hides parts of a value, as if they came from something that does not exist yet. */
const hideParts = (type: CtyType, value: CtyValue, dice: Dice): CtyValue =>
  transformValue(type, value, (_path, _type, part) => (part !== null && dice() ? UNKNOWN : part));

const hideNested = (nested: NestedObject, value: CtyValue, dice: Dice): CtyValue => {
  const hidden = (element: CtyValue) => hideAttributes(nested.attributes, element, dice);
  if (nested.nesting === "single") return hidden(value);
  if (isSequence(value)) return value.map(hidden);
  return isMapping(value) ? new Map([...value].map(([key, element]) => [key, hidden(element)])) : value;
};

/** Hides attributes and parts of them; what is hidden may turn out to be null where null is allowed. */
const hideAttributes = (attributes: Attributes, value: CtyValue, dice: Dice): CtyValue => {
  if (!isMapping(value)) return value;
  return new Map(
    Object.entries(attributes).map(([name, { shape, presence }]) => {
      const member = value.get(name) ?? null;
      if (presence !== "computed" && dice()) return [name, UNKNOWN];
      if (shape.nested !== undefined) return [name, hideNested(shape.nested, member, dice)];
      return [name, hideParts(shape.type, member, dice)];
    }),
  );
};

/** Configurations together with what they become when everything in them is known. */
export const arbitraryKnownLater = (
  attributes: Attributes,
): fc.Arbitrary<{ readonly config: CtyValue; readonly later: CtyValue }> =>
  fc
    .tuple(objectValue(attributes, { config: true, unknowns: false }), fc.infiniteStream(fc.nat({ max: 9 })))
    .map(([later, stream]) => ({ config: hideAttributes(attributes, later, () => stream.next().value === 0), later }));
