import { formatPath } from "../../cty/path.js";
import type { Path } from "../../cty/path.js";
import { valuesEqual } from "../../cty/value-equality.js";
import type { CtyValue } from "../../cty/value.js";
import { isUnknown, UNKNOWN } from "../../cty/value.js";
import type { Attributes } from "./attribute.js";
import { isComputed } from "./schema.js";
import { transformObject } from "./transform.js";

/**
 * Makes every computed attribute unknown that the configuration leaves null and that has no default. Where the
 * configuration has no such place, as inside the default of a nested object, values that are there stay.
 */
export const markComputedUnknown = (attributes: Attributes, planned: CtyValue, config: CtyValue): CtyValue =>
  transformObject(attributes, planned, config, ({ attribute, value, companion: configured = value }) =>
    isComputed(attribute) && configured === null && attribute.options.default === undefined ? UNKNOWN : value,
  );

/** Puts the prior value back where a computed attribute keeps its state and nothing else was planned for it. */
export const keepStateForUnknown = (attributes: Attributes, planned: CtyValue, prior: CtyValue): CtyValue =>
  transformObject(attributes, planned, prior, ({ attribute, value, companion: before = null }) =>
    attribute.options.keepsState === true && isUnknown(value) && before !== null ? before : value,
  );

/** Removes write-only values, which may stand in neither plan nor state. */
export const dropWriteOnly = (attributes: Attributes, value: CtyValue): CtyValue =>
  transformObject(attributes, value, undefined, ({ attribute, value: current }) =>
    attribute.options.writeOnly === true ? null : current,
  );

/** Returns the paths of attributes that force a replacement and whose planned value differs from the prior one, each once. */
export const replacementPaths = (attributes: Attributes, planned: CtyValue, prior: CtyValue): readonly Path[] => {
  const paths: Path[] = [];
  if (planned === null || prior === null) return paths;
  transformObject(attributes, planned, prior, ({ attribute, path, value, companion: before = null }) => {
    if (attribute.options.requiresReplace === true && !valuesEqual(attribute.shape.type, value, before))
      paths.push(path);
    return value;
  });
  return [...new Map(paths.map((path) => [formatPath(path), path])).values()];
};
