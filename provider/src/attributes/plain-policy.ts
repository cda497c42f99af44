import type { PlainObject } from "../planning/model/read-policy-value.js";
import type { PolicyModel } from "./policy-attribute.js";

const toPlain = (value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toPlain(item)]));
  if (Array.isArray(value)) return value.map(toPlain);
  return typeof value === "object" && value !== null ? plainPolicy(value) : value;
};

/** Turns the model of a policy into the plain object that the policy decoder reads. */
export const plainPolicy = (model: PolicyModel | object): PlainObject =>
  Object.fromEntries(Object.entries(model).map(([key, value]) => [key, toPlain(value)]));
