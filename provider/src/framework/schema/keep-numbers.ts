import { CtyNumber } from "../../cty/number.js";
import type { CtyValue } from "../../cty/value.js";
import { isMapping, isSequence } from "../../cty/value.js";

/**
 * Puts the reference's exact numbers back where the value holds the same double. A model keeps numbers as doubles, and
 * core compares them digit by digit: one that was only carried along would otherwise seem changed.
 */
export const keepNumbers = (value: CtyValue, reference: CtyValue): CtyValue => {
  if (value instanceof CtyNumber && reference instanceof CtyNumber)
    return value.toNumber() === reference.toNumber() ? reference : value;
  if (isSequence(value) && isSequence(reference))
    return value.map((item, index) => keepNumbers(item, reference[index] ?? null));
  if (isMapping(value) && isMapping(reference))
    return new Map([...value].map(([key, item]) => [key, keepNumbers(item, reference.get(key) ?? null)]));
  return value;
};
