import { CtyNumber } from "../../cty/number.js";
import { ctyBool, ctyDynamic, ctyNumber, ctyString } from "../../cty/type.js";
import type { CtyType } from "../../cty/type.js";
import type { CtyValue } from "../../cty/value.js";
import { DynamicValue } from "../../cty/value.js";
import { mismatch } from "./mismatch.js";
import type { Shape } from "./attribute.js";

const primitive = <T>(type: CtyType, is: (value: unknown) => value is T & CtyValue): Shape<T> => ({
  type,
  decode: (value) => (is(value) ? value : mismatch(type.kind, value)),
  encode: (model) => (is(model) ? model : mismatch(type.kind, model)),
});

/** Text. */
export const string: Shape<string> = primitive(ctyString, (value): value is string => typeof value === "string");

/** True or false. */
export const bool: Shape<boolean> = primitive(ctyBool, (value): value is boolean => typeof value === "boolean");

/** A number of any size, kept exactly. */
export const exactNumber: Shape<CtyNumber> = primitive(
  ctyNumber,
  (value): value is CtyNumber => value instanceof CtyNumber,
);

/** A number that the model holds as a double; for quantities, not for identifiers beyond 2^53. */
export const number: Shape<number> = {
  type: ctyNumber,
  decode: (value) => (value instanceof CtyNumber ? value.toNumber() : mismatch("number", value)),
  encode: (model) => (typeof model === "number" ? CtyNumber.of(model) : mismatch("number", model)),
};

/** A value of any type, together with its type. */
export const dynamic: Shape<DynamicValue> = primitive(
  ctyDynamic,
  (value): value is DynamicValue => value instanceof DynamicValue,
);
