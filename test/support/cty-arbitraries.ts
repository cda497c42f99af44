import fc from "fast-check";
import { CtyNumber } from "../../provider/src/cty/number.js";
import {
  ctyBool,
  ctyDynamic,
  ctyList,
  ctyMap,
  ctyNumber,
  ctyObject,
  ctySet,
  ctyString,
  ctyTuple,
} from "../../provider/src/cty/type.js";
import type { CtyObjectType, CtyType } from "../../provider/src/cty/type.js";
import { valueKey } from "../../provider/src/cty/value-equality.js";
import { DynamicValue, UNKNOWN, Unknown } from "../../provider/src/cty/value.js";
import type { CtyValue, Refinements } from "../../provider/src/cty/value.js";

/** What arbitrary values may contain besides plain ones. */
export interface ArbitraryValueOptions {
  /** Lets any part of the value be null. */
  readonly nulls?: boolean;
  /** Lets any part of the value be unknown, refined or not. */
  readonly unknowns?: boolean;
}

const MAX_LENGTH = 4;

const AWKWARD_NAMES = [
  "",
  "__proto__",
  "constructor",
  "toString",
  "10",
  "9",
  "é",
  "\u{1f600}",
  "\uff5e",
  "a b",
  '"',
  ".",
];

/** Text in NFC, of any characters. */
export const arbitraryText = (): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.string({ minLength: 30, maxLength: 34 }),
    )
    .map((text) => text.normalize("NFC"));

const arbitraryName = (): fc.Arbitrary<string> =>
  fc.oneof(fc.constantFrom("a", "b", "c", "name"), fc.constantFrom(...AWKWARD_NAMES), arbitraryText());

/** Numbers small and huge, whole and not, inside and outside of what a double holds. */
const arbitraryNumber = (): fc.Arbitrary<CtyNumber> =>
  fc.oneof(
    fc.integer().map((n) => CtyNumber.of(n)),
    fc.bigInt({ min: -(2n ** 65n), max: 2n ** 65n }).map((n) => CtyNumber.of(n)),
    fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => CtyNumber.of(n)),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -60, max: 20 }))
      .map(([digits, exponent]) => CtyNumber.of(`${digits.toString()}e${exponent}`)),
    fc.tuple(fc.integer(), fc.integer({ min: 0, max: 60 })).map(([n, halvings]) => CtyNumber.of(n / 2 ** halvings)),
  );

const arbitraryObjectType = (depth: number): fc.Arbitrary<CtyObjectType> =>
  fc
    .uniqueArray(fc.tuple(arbitraryName(), arbitraryType(depth)), { selector: ([name]) => name, maxLength: MAX_LENGTH })
    .map((attributes) => ctyObject(new Map(attributes)));

/** Types nested at most `depth` levels; 0 gives primitives and `dynamic` only. */
export const arbitraryType = (depth: number): fc.Arbitrary<CtyType> => {
  const flat = fc.constantFrom(ctyString, ctyNumber, ctyBool, ctyDynamic);
  if (depth <= 0) return flat;
  const inner = arbitraryType(depth - 1);
  return fc.oneof(
    flat,
    inner.map(ctyList),
    inner.map(ctySet),
    inner.map(ctyMap),
    fc.array(inner, { maxLength: MAX_LENGTH }).map(ctyTuple),
    arbitraryObjectType(depth - 1),
  );
};

const arbitraryBound = (): fc.Arbitrary<readonly [CtyNumber, boolean]> => fc.tuple(arbitraryNumber(), fc.boolean());

const arbitraryRefinements = (type: CtyType): fc.Arbitrary<Refinements> => {
  const notNull = fc.constant(true as const);
  const length = fc.nat();
  switch (type.kind) {
    case "dynamic":
      return fc.constant({});
    case "string":
      return fc.record({ notNull, prefix: arbitraryText().filter((text) => text !== "") }, { requiredKeys: [] });
    case "number":
      return fc.record({ notNull, min: arbitraryBound(), max: arbitraryBound() }, { requiredKeys: [] });
    case "list":
    case "set":
    case "map":
      return fc.record({ notNull, lengthMin: length, lengthMax: length }, { requiredKeys: [] });
    case "bool":
    case "tuple":
    case "object":
      return fc.record({ notNull }, { requiredKeys: [] });
  }
};

/** Unknown values of the type, of which something that fits the type may be known. */
const arbitraryUnknown = (type: CtyType): fc.Arbitrary<Unknown> =>
  arbitraryRefinements(type).map((known) => (Object.keys(known).length === 0 ? UNKNOWN : new Unknown({ ...known })));

const arbitraryDynamic = (options: ArbitraryValueOptions): fc.Arbitrary<CtyValue> =>
  arbitraryType(1)
    .filter((type) => type.kind !== "dynamic")
    .chain((type) => arbitraryValue(type, options).map((value) => new DynamicValue(type, value)));

const arbitraryKnown = (type: CtyType, options: ArbitraryValueOptions): fc.Arbitrary<CtyValue> => {
  switch (type.kind) {
    case "string":
      return arbitraryText();
    case "number":
      return arbitraryNumber();
    case "bool":
      return fc.boolean();
    case "dynamic":
      return arbitraryDynamic(options);
    case "list":
      return fc.array(arbitraryValue(type.element, options), { maxLength: MAX_LENGTH });
    case "set":
      return fc.uniqueArray(arbitraryValue(type.element, options), {
        selector: (element) => valueKey(type.element, element),
        maxLength: MAX_LENGTH,
      });
    case "map":
      return fc
        .uniqueArray(fc.tuple(arbitraryName(), arbitraryValue(type.element, options)), {
          selector: ([key]) => key,
          maxLength: MAX_LENGTH,
        })
        .map((members) => new Map(members));
    case "tuple":
      return fc.tuple(...type.elements.map((element) => arbitraryValue(element, options)));
    case "object":
      return fc
        .tuple(...[...type.attributes.values()].map((attribute) => arbitraryValue(attribute, options)))
        .map((values) => new Map([...type.attributes.keys()].map((name, i) => [name, values[i] ?? null])));
  }
};

/** Values that conform to the type; parts that are null or unknown only as far as the options allow. */
export const arbitraryValue = (type: CtyType, options: ArbitraryValueOptions = {}): fc.Arbitrary<CtyValue> =>
  fc.oneof(
    { arbitrary: arbitraryKnown(type, options), weight: 6 },
    ...(options.nulls === true ? [{ arbitrary: fc.constant(null), weight: 1 }] : []),
    ...(options.unknowns === true ? [{ arbitrary: arbitraryUnknown(type), weight: 1 }] : []),
  );

/** Pairs of a type and a value that conforms to it. */
export const arbitraryTypedValue = (
  options: ArbitraryValueOptions & { readonly depth?: number } = {},
): fc.Arbitrary<readonly [CtyType, CtyValue]> =>
  arbitraryType(options.depth ?? 3).chain((type) =>
    arbitraryValue(type, options).map((value) => [type, value] as const),
  );
