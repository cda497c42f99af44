import type { Path } from "./path.js";
import type { CtyType } from "./type.js";
import { DynamicValue, isMapping, isSequence, isUnknown } from "./value.js";
import type { CtyValue } from "./value.js";
import { findPath } from "./walk.js";

/** Tells whether neither the value nor any part of it is unknown. */
export const isWhollyKnown = (value: CtyValue): boolean => {
  if (value instanceof DynamicValue) return isWhollyKnown(value.value);
  if (isSequence(value)) return value.every(isWhollyKnown);
  return isMapping(value) ? [...value.values()].every(isWhollyKnown) : !isUnknown(value);
};

/** Returns where the first unknown part of the value stands, or undefined when the value is wholly known. */
export const pathOfUnknown = (type: CtyType, value: CtyValue): Path | undefined =>
  findPath(type, value, (_type, part) => isUnknown(part));
