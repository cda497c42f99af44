import type { Path } from "../../cty/path.js";
import { isWhollyKnown } from "../../cty/known.js";
import type { CtyValue } from "../../cty/value.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Attribute, Attributes } from "./attribute.js";
import { pathsOfNullElements } from "./null-elements.js";
import { decodeValue } from "./model.js";
import { transformObject } from "./transform.js";

const runValidators = (attribute: Attribute, value: CtyValue, path: Path, diagnostics: Diagnostics): void => {
  const validators = attribute.options.validators ?? [];
  if (value === null || validators.length === 0 || !isWhollyKnown(value)) return;
  const model = decodeValue(attribute.shape, value) as never;
  for (const validator of validators) {
    const problem = validator(model);
    if (problem !== undefined) diagnostics.error("Invalid Attribute Value", problem, path);
  }
};

const warnIfDeprecated = (attribute: Attribute, value: CtyValue, path: Path, diagnostics: Diagnostics): void => {
  const { deprecated } = attribute.options;
  if (deprecated !== undefined && value !== null) diagnostics.warning("Deprecated Attribute", deprecated, path);
};

/** HCL lets users write null in the place of an element, but models promise values. Returns whether there was one. */
const refuseNullElements = ({ shape }: Attribute, value: CtyValue, path: Path, diagnostics: Diagnostics): boolean => {
  const paths = pathsOfNullElements(shape.type, value);
  for (const inner of paths)
    diagnostics.error("Null Element", "An element is null. Give it a value, or leave it out.", [...path, ...inner]);
  return paths.length > 0;
};

/** Runs the validators of all attributes on the known parts of a configuration; unknown values pass. */
export const validateAttributes = (attributes: Attributes, config: CtyValue, diagnostics: Diagnostics): void => {
  transformObject(attributes, config, undefined, ({ attribute, path, value }) => {
    const refused = refuseNullElements(attribute, value, path, diagnostics);
    if (!refused) runValidators(attribute, value, path, diagnostics);
    warnIfDeprecated(attribute, value, path, diagnostics);
    return value;
  });
};
