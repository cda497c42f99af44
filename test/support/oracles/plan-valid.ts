import { formatPath } from "../../../provider/src/cty/path.js";
import type { Path } from "../../../provider/src/cty/path.js";
import { conformanceProblem } from "../../../provider/src/cty/conformance.js";
import { valuesEqual } from "../../../provider/src/cty/value-equality.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { isMapping, isSequence, isUnknown } from "../../../provider/src/cty/value.js";
import type { Attribute, Attributes, NestedObject } from "../../../provider/src/framework/schema/attribute.js";
import { impliedType, isComputed } from "../../../provider/src/framework/schema/schema.js";

/** The three values that a plan is judged by. */
export interface PlannedTriple {
  /** Null on create. */
  readonly prior: CtyValue;
  readonly config: CtyValue;
  readonly planned: CtyValue;
}

interface Place extends PlannedTriple {
  readonly path: Path;
}

const memberOf = (value: CtyValue, key: string): CtyValue => (isMapping(value) ? (value.get(key) ?? null) : null);

const elementOf = (value: CtyValue, index: number): CtyValue => (isSequence(value) ? (value[index] ?? null) : null);

const problem = ({ path }: Place, text: string): readonly string[] => [`${formatPath(path)}: ${text}`];

const attributeProblems = (attribute: Attribute, place: Place): readonly string[] => {
  const { prior, config, planned } = place;
  const { type, nested } = attribute.shape;
  if (attribute.options.writeOnly === true)
    return planned === null ? [] : problem(place, "a write-only value is planned");
  if (valuesEqual(type, planned, config)) return [];
  if (valuesEqual(type, planned, prior) && prior !== null && config !== null) return [];
  if (config === null && isComputed(attribute)) return [];
  if (config === null) return problem(place, "a value is planned for what is not configured and not computed");
  if (nested !== undefined) return nestedProblems(nested, place);
  return problem(place, "the planned value is neither the configured nor the prior one");
};

const objectProblems = (attributes: Attributes, place: Place): readonly string[] => {
  const { prior, config, planned, path } = place;
  if (planned === null && config !== null) return problem(place, "planned to be absent, but configured");
  if (planned !== null && config === null) return problem(place, "planned to exist, but not configured");
  if (planned === null || isUnknown(config)) return [];
  if (isUnknown(planned)) return problem(place, "planned to be unknown, but configured");
  return Object.entries(attributes).flatMap(([name, attribute]) =>
    attributeProblems(attribute, {
      prior: memberOf(prior, name),
      config: memberOf(config, name),
      planned: memberOf(planned, name),
      path: [...path, { attribute: name }],
    }),
  );
};

const sequenceProblems = (
  { nesting, attributes }: NestedObject,
  place: Place,
  planned: readonly CtyValue[],
): readonly string[] => {
  const { prior, config, path } = place;
  const wanted = isSequence(config) ? config.length : 0;
  if (planned.length !== wanted) return problem(place, `${planned.length} elements planned, ${wanted} configured`);
  // Elements of sets cannot be told apart; core trusts the provider beyond their number.
  if (nesting === "set") return [];
  return planned.flatMap((element, index) =>
    objectProblems(attributes, {
      prior: elementOf(prior, index),
      config: elementOf(config, index),
      planned: element,
      path: [...path, { index }],
    }),
  );
};

const mapProblems = (
  { attributes }: NestedObject,
  place: Place,
  planned: ReadonlyMap<string, CtyValue>,
): readonly string[] => {
  const { prior, config, path } = place;
  const wanted: ReadonlyMap<string, CtyValue> = isMapping(config) ? config : new Map<string, CtyValue>();
  const keys = new Set([...planned.keys(), ...wanted.keys()]);
  return [...keys].flatMap((key) => {
    const inner = { path: [...path, { key }], prior: memberOf(prior, key), planned: memberOf(planned, key) };
    const innerPlace = { ...inner, config: memberOf(config, key) };
    if (!planned.has(key)) return problem(innerPlace, "configured, but not planned");
    return wanted.has(key)
      ? objectProblems(attributes, innerPlace)
      : problem(innerPlace, "planned, but not configured");
  });
};

const nestedProblems = (nested: NestedObject, place: Place): readonly string[] => {
  const { planned, config } = place;
  if (nested.nesting === "single") return objectProblems(nested.attributes, place);
  if (planned === null) return problem(place, "planned to be absent, but configured");
  if (isUnknown(config)) return [];
  if (isUnknown(planned)) return problem(place, "planned to be unknown, but configured");
  if (isSequence(planned)) return sequenceProblems(nested, place, planned);
  return isMapping(planned) ? mapProblems(nested, place, planned) : [];
};

/** Says what makes core refuse a planned state with "Provider produced invalid plan", as `path: problem`. */
export const planProblems = (attributes: Attributes, triple: PlannedTriple): readonly string[] => {
  const misfit = conformanceProblem(impliedType(attributes), triple.planned);
  if (misfit !== undefined) return [`${formatPath(misfit.path)}: ${misfit.message}`];
  return objectProblems(attributes, { ...triple, path: [] });
};

/** The place that a path names, or undefined; no path leads into a set. */
const placeAt = (value: CtyValue, path: Path): CtyValue | undefined =>
  path.reduce<CtyValue | undefined>((part, step) => {
    if (part === undefined || part === null || isUnknown(part)) return undefined;
    if ("index" in step) return isSequence(part) ? part[step.index] : undefined;
    return isMapping(part) ? part.get("key" in step ? step.key : step.attribute) : undefined;
  }, value);

const leadsIntoSet = (attributes: Attributes, path: Path): boolean => {
  const [step, ...rest] = path;
  if (step === undefined || !("attribute" in step)) return false;
  const attribute = attributes[step.attribute];
  const isSet = attribute?.shape.type.kind === "set";
  if (isSet) return rest.length > 0;
  const { nested } = attribute?.shape ?? {};
  if (nested === undefined) return false;
  return leadsIntoSet(nested.attributes, nested.nesting === "single" ? rest : rest.slice(1));
};

/** Says which paths of a planned replacement core would refuse: those that name no place in prior or planned state. */
export const replacementProblems = (
  attributes: Attributes,
  { prior, planned }: Pick<PlannedTriple, "prior" | "planned">,
  paths: readonly Path[],
): readonly string[] =>
  paths
    .filter(
      (path) =>
        leadsIntoSet(attributes, path) || (placeAt(prior, path) === undefined && placeAt(planned, path) === undefined),
    )
    .map((path) => `${formatPath(path)}: names no place in prior or planned state`);
