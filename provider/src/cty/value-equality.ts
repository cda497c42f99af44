import { childrenOf } from "./children.js";
import type { Child } from "./children.js";
import { isWhollyKnown } from "./known.js";
import { CtyNumber } from "./number.js";
import { applicableRefinements } from "./refinements.js";
import { formatType } from "./type-json.js";
import type { CtyType } from "./type.js";
import { DynamicValue, isSequence, isUnknown } from "./value.js";
import type { CtyValue, Unknown } from "./value.js";

const textKey = (text: string): string => JSON.stringify(text.normalize("NFC"));

const unknownKey = (type: CtyType, { refinements }: Unknown): string => {
  const known = applicableRefinements(type, refinements);
  if (known === undefined) return "?";
  const { notNull = false, prefix = "", min, max, lengthMin = null, lengthMax = null } = known;
  const bounds = [min, max].map((bound) => (bound === undefined ? null : [bound[0].text, bound[1]]));
  return `?${JSON.stringify([notNull, prefix.normalize("NFC"), bounds, lengthMin, lengthMax])}`;
};

const childKey = ({ step, type, value }: Child): string => {
  if (step === undefined || "index" in step) return valueKey(type, value);
  return `${textKey("key" in step ? step.key : step.attribute)}:${valueKey(type, value)}`;
};

/** Leaves known duplicates out, as a set has none; two unknown elements may turn out to differ, so they stay. */
const elementKeys = (children: readonly Child[]): readonly string[] => [
  ...new Set(children.filter(({ value }) => isWhollyKnown(value)).map(childKey)),
  ...children.filter(({ value }) => !isWhollyKnown(value)).map(childKey),
];

const compoundKey = (type: CtyType, value: CtyValue): string => {
  const children = childrenOf(type, value);
  if (type.kind === "set") return `{${[...elementKeys(children)].sort().join(",")}}`;
  const keys = children.map(childKey);
  return isSequence(value) ? `[${keys.join(",")}]` : `{${keys.sort().join(",")}}`;
};

/**
 * Returns a text that is the same for equal values of the type and differs for others; useful as a key for elements
 * of sets. The value must conform to the type.
 */
export const valueKey = (type: CtyType, value: CtyValue): string => {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return textKey(value);
  if (value instanceof CtyNumber) return value.text;
  if (isUnknown(value)) return unknownKey(type, value);
  if (value instanceof DynamicValue) return `<${formatType(value.type)}>${valueKey(value.type, value.value)}`;
  return compoundKey(type, value);
};

/**
 * Tells whether both values are the same value of the type: numbers by their exact text, strings after NFC, sets
 * without order and duplicates. An unknown equals only an unknown of which the same is known.
 */
export const valuesEqual = (type: CtyType, a: CtyValue, b: CtyValue): boolean =>
  a === b || valueKey(type, a) === valueKey(type, b);
