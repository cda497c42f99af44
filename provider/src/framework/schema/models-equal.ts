import { isUnknown } from "../../cty/value.js";

const entriesOf = (model: object): readonly (readonly [unknown, unknown])[] =>
  model instanceof Map ? [...model] : Object.entries(model);

const sizeOf = (model: object): number => (model instanceof Map ? model.size : Object.keys(model).length);

const memberOf = (model: object, key: unknown): unknown =>
  model instanceof Map ? model.get(key) : Object.getOwnPropertyDescriptor(model, String(key))?.value;

/** Tells whether two models of the same shape say the same. Order counts in arrays; unknown equals nothing. */
export const modelsEqual = (a: unknown, b: unknown): boolean => {
  if (isUnknown(a) || isUnknown(b)) return false;
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  return sizeOf(a) === sizeOf(b) && entriesOf(a).every(([key, member]) => modelsEqual(member, memberOf(b, key)));
};
