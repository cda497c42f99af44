import { formatPath } from "../../../provider/src/cty/path.js";
import type { Path, PathStep } from "../../../provider/src/cty/path.js";
import { CtyNumber } from "../../../provider/src/cty/number.js";
import { typesEqual } from "../../../provider/src/cty/type-equality.js";
import { ctyDynamic } from "../../../provider/src/cty/type.js";
import type { CtyType } from "../../../provider/src/cty/type.js";
import { valuesEqual } from "../../../provider/src/cty/value-equality.js";
import type { CtyValue, Refinements } from "../../../provider/src/cty/value.js";
import { DynamicValue, isMapping, isSequence, isUnknown } from "../../../provider/src/cty/value.js";
import type { Attributes } from "../../../provider/src/framework/schema/attribute.js";
import { impliedType } from "../../../provider/src/framework/schema/schema.js";

interface Pair {
  readonly planned: CtyValue;
  readonly actual: CtyValue;
  readonly path: Path;
}

const problem = ({ path }: Pair, text: string): readonly string[] => [`${formatPath(path)}: ${text}`];

const compare = (a: CtyNumber, b: CtyNumber): number => a.toNumber() - b.toNumber();

const sizeOf = (value: CtyValue): number => {
  if (isSequence(value)) return value.length;
  return isMapping(value) ? value.size : 0;
};

const withinBounds = (value: CtyNumber, { min, max }: Refinements): boolean => {
  if (min !== undefined && (compare(value, min[0]) < 0 || (!min[1] && value.equals(min[0])))) return false;
  return max === undefined || compare(value, max[0]) < 0 || (max[1] && value.equals(max[0]));
};

/** Tells whether a value keeps what was promised of an unknown one. */
const keepsPromise = (value: CtyValue, known: Refinements): boolean => {
  if (value === null) return known.notNull !== true;
  if (isUnknown(value)) return true;
  if (typeof value === "string") return value.startsWith(known.prefix ?? "");
  if (value instanceof CtyNumber) return withinBounds(value, known);
  return sizeOf(value) >= (known.lengthMin ?? 0) && sizeOf(value) <= (known.lengthMax ?? Infinity);
};

const listProblems = (element: (index: number) => CtyType, pair: Pair): readonly string[] => {
  const { planned, actual, path } = pair;
  if (!isSequence(planned) || !isSequence(actual)) return [];
  if (planned.length !== actual.length)
    return problem(pair, `planned with ${planned.length} elements, but has ${actual.length}`);
  return planned.flatMap((item, index) =>
    valueProblems(element(index), { planned: item, actual: actual[index] ?? null, path: [...path, { index }] }),
  );
};

const setProblems = (element: CtyType, pair: Pair): readonly string[] => {
  const { planned, actual, path } = pair;
  if (!isSequence(planned) || !isSequence(actual)) return [];
  const fits = (a: CtyValue, b: CtyValue) => valueProblems(element, { planned: a, actual: b, path }).length === 0;
  return [
    ...planned
      .filter((a) => !actual.some((b) => fits(a, b)))
      .flatMap(() => problem(pair, "a planned element vanished")),
    ...actual
      .filter((b) => !planned.some((a) => fits(a, b)))
      .flatMap(() => problem(pair, "an element was not planned")),
    // Unknown elements may turn out to be the same one; more than planned cannot become of them.
    ...(actual.length > planned.length ? problem(pair, "has more elements than planned") : []),
  ];
};

const membersProblems = (typeOf: (name: string) => CtyType, pair: Pair, stepTo: (name: string) => PathStep) => {
  const { planned, actual, path } = pair;
  if (!isMapping(planned) || !isMapping(actual)) return [];
  const names = [...new Set([...planned.keys(), ...actual.keys()])];
  return names.flatMap((name) => {
    const inner = {
      planned: planned.get(name) ?? null,
      actual: actual.get(name) ?? null,
      path: [...path, stepTo(name)],
    };
    if (!planned.has(name)) return problem(inner, "was not planned");
    return actual.has(name) ? valueProblems(typeOf(name), inner) : problem(inner, "was planned, but vanished");
  });
};

const dynamicProblems = (pair: Pair): readonly string[] => {
  const { planned, actual } = pair;
  if (!(planned instanceof DynamicValue) || !(actual instanceof DynamicValue)) return [];
  if (!typesEqual(planned.type, actual.type)) return problem(pair, "has another type than planned");
  return valueProblems(planned.type, { ...pair, planned: planned.value, actual: actual.value });
};

const knownProblems = (type: CtyType, pair: Pair): readonly string[] => {
  switch (type.kind) {
    case "string":
    case "number":
    case "bool":
      return valuesEqual(type, pair.planned, pair.actual) ? [] : problem(pair, "is not what was planned");
    case "dynamic":
      return dynamicProblems(pair);
    case "list":
      return listProblems(() => type.element, pair);
    case "tuple":
      return listProblems((index) => type.elements[index] ?? ctyDynamic, pair);
    case "set":
      return setProblems(type.element, pair);
    case "map":
      return membersProblems(
        () => type.element,
        pair,
        (key) => ({ key }),
      );
    case "object":
      return membersProblems(
        (name) => type.attributes.get(name) ?? ctyDynamic,
        pair,
        (attribute) => ({ attribute }),
      );
  }
};

const valueProblems = (type: CtyType, pair: Pair): readonly string[] => {
  const { planned, actual } = pair;
  if (isUnknown(planned))
    return keepsPromise(actual, planned.refinements ?? {}) ? [] : problem(pair, "breaks what was promised of it");
  if (isUnknown(actual)) return problem(pair, "was known, but is unknown now");
  if (planned === null) return actual === null ? [] : problem(pair, "was null, but is not now");
  return actual === null ? problem(pair, "was not null, but is now") : knownProblems(type, pair);
};

/**
 * Says where an object contradicts its plan: what makes core report "Provider produced inconsistent result after apply"
 * for a new state, and "inconsistent final plan" for the plan that is made again at apply.
 */
export const compatibilityProblems = (attributes: Attributes, planned: CtyValue, actual: CtyValue): readonly string[] =>
  valueProblems(impliedType(attributes), { planned, actual, path: [] });
