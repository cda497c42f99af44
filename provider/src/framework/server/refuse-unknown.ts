import { pathOfUnknown } from "../../cty/known.js";
import { formatPath } from "../../cty/path.js";
import type { CtyValue } from "../../cty/value.js";
import type { DataSource } from "../data-source.js";
import type { Diagnostics } from "../diagnostics.js";
import type { Resource } from "../resource.js";
import { impliedType } from "../schema/schema.js";

/** Adds an error when the outcome of an operation holds an unknown value, which only plans may. */
export const refuseUnknown = (
  { typeName, schema }: Resource<never> | DataSource<never>,
  value: CtyValue,
  { operation, diagnostics }: { readonly operation: string; readonly diagnostics: Diagnostics },
): void => {
  const path = pathOfUnknown(impliedType(schema.attributes), value);
  if (path === undefined || diagnostics.hasErrors) return;
  diagnostics.error(
    "Provider Bug",
    `${typeName} left "${formatPath(path)}" unknown after ${operation}. This is a bug in the provider; please report it.`,
    path,
  );
};
