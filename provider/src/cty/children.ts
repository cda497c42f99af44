import type { PathStep } from "./path.js";
import type { CtyType } from "./type.js";
import { DynamicValue, isMapping, isSequence } from "./value.js";
import type { CtyValue } from "./value.js";

/** A part of a value. Elements of sets and the content of a dynamic wrapper have no step: their path is that of the whole. */
export interface Child {
  readonly step: PathStep | undefined;
  readonly type: CtyType;
  readonly value: CtyValue;
}

const childrenOfSequence = (type: CtyType, value: readonly CtyValue[]): readonly Child[] => {
  if (type.kind === "list") return value.map((item, index) => ({ step: { index }, type: type.element, value: item }));
  if (type.kind === "set") return value.map((item) => ({ step: undefined, type: type.element, value: item }));
  if (type.kind !== "tuple") return [];
  return type.elements.map((of, index) => ({ step: { index }, type: of, value: value[index] ?? null }));
};

const childrenOfMapping = (type: CtyType, value: ReadonlyMap<string, CtyValue>): readonly Child[] => {
  if (type.kind === "map") return [...value].map(([key, item]) => ({ step: { key }, type: type.element, value: item }));
  if (type.kind !== "object") return [];
  return [...type.attributes].map(([name, of]) => ({
    step: { attribute: name },
    type: of,
    value: value.get(name) ?? null,
  }));
};

/** Returns the parts directly inside a value, in the order of the value (of the type for an object); none for what has no parts. */
export const childrenOf = (type: CtyType, value: CtyValue): readonly Child[] => {
  if (value instanceof DynamicValue) return [{ step: undefined, type: value.type, value: value.value }];
  if (isSequence(value)) return childrenOfSequence(type, value);
  return isMapping(value) ? childrenOfMapping(type, value) : [];
};
