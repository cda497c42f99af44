import type { CtyValue } from "../../cty/value.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Attributes } from "./attribute.js";
import { transformObject } from "./transform.js";

/** Removes write-only values, which may stand in neither plan nor state. */
export const dropWriteOnly = (attributes: Attributes, value: CtyValue): CtyValue =>
  transformObject(attributes, value, undefined, ({ attribute, value: current }) =>
    attribute.options.writeOnly === true ? null : current,
  );

/** Adds an error for every write-only value; for CLIs that do not know of such values and would store them. */
export const refuseWriteOnly = (attributes: Attributes, config: CtyValue, diagnostics: Diagnostics): void => {
  transformObject(attributes, config, undefined, ({ attribute, path, value }) => {
    if (attribute.options.writeOnly !== true || value === null) return value;
    const name = path.flatMap((step) => ("attribute" in step ? [step.attribute] : [])).at(-1) ?? "";
    diagnostics.error(
      "Write-Only Attribute Not Supported",
      `"${name}" is write-only, which needs Terraform 1.11 or OpenTofu 1.11, or later. Leave it out or upgrade the CLI.`,
      path,
    );
    return value;
  });
};
