import { formatPath } from "../../cty/path.js";
import type { Path } from "../../cty/path.js";
import { valuesEqual } from "../../cty/value-equality.js";
import type { CtyValue } from "../../cty/value.js";
import { UNKNOWN } from "../../cty/value.js";
import type { Attributes } from "./attribute.js";
import { isComputed } from "./schema.js";
import { transformObject } from "./transform.js";

/**
 * Makes every computed attribute unknown that the configuration leaves null, unless it has a default, or keeps its state
 * and has one: the proposed value then is the prior one. What is inside of an object that the configuration does not
 * have, as in a default or a kept state, stays as it is.
 */
export const markComputedUnknown = (attributes: Attributes, planned: CtyValue, config: CtyValue): CtyValue =>
  transformObject(attributes, planned, config, ({ attribute, value, companion: configured }) => {
    const { default: fallback, keepsState = false } = attribute.options;
    if (!isComputed(attribute) || configured !== null || fallback !== undefined) return value;
    return keepsState && value !== null ? value : UNKNOWN;
  });

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
