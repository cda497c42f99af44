import { isUnknown } from "../../cty/value.js";

/** Tells whether neither a model nor any part of it is unknown. */
export const isWhollyKnownModel = (model: unknown): boolean => {
  if (isUnknown(model)) return false;
  if (model instanceof Map || Array.isArray(model)) return [...model.values()].every(isWhollyKnownModel);
  return typeof model !== "object" || model === null || Object.values(model).every(isWhollyKnownModel);
};
