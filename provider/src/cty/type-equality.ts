import type { CtyObjectType, CtyType } from "./type.js";

const attributesEqual = (a: CtyObjectType, b: CtyObjectType): boolean =>
  a.attributes.size === b.attributes.size &&
  [...a.attributes].every(([name, type]) => {
    const other = b.attributes.get(name);
    return other !== undefined && typesEqual(type, other);
  });

const elementsEqual = (a: readonly CtyType[], b: readonly CtyType[]): boolean =>
  a.length === b.length &&
  a.every((type, i) => {
    const other = b[i];
    return other !== undefined && typesEqual(type, other);
  });

/** Tells whether both are the same type; the order in which attributes are listed does not matter. */
export const typesEqual = (a: CtyType, b: CtyType): boolean => {
  if (a === b) return true;
  if (a.kind === "object") return b.kind === "object" && attributesEqual(a, b);
  if (a.kind === "tuple") return b.kind === "tuple" && elementsEqual(a.elements, b.elements);
  if ("element" in a) return "element" in b && a.kind === b.kind && typesEqual(a.element, b.element);
  return a.kind === b.kind;
};
