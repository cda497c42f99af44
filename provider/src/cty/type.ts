/**
 * The types of Terraform's value system (cty). A type is plain immutable data; `dynamic` stands for "any type,
 * carried along with the value".
 */
export type CtyType =
  | { readonly kind: "string" }
  | { readonly kind: "number" }
  | { readonly kind: "bool" }
  | { readonly kind: "dynamic" }
  | { readonly kind: "list"; readonly element: CtyType }
  | { readonly kind: "set"; readonly element: CtyType }
  | { readonly kind: "map"; readonly element: CtyType }
  | { readonly kind: "tuple"; readonly elements: readonly CtyType[] }
  | { readonly kind: "object"; readonly attributes: ReadonlyMap<string, CtyType> };

export const ctyString: CtyType = { kind: "string" };
export const ctyNumber: CtyType = { kind: "number" };
export const ctyBool: CtyType = { kind: "bool" };
export const ctyDynamic: CtyType = { kind: "dynamic" };

/** Returns the type of lists of `element`. */
export const ctyList = (element: CtyType): CtyType => ({ kind: "list", element });

/** Returns the type of sets of `element`. */
export const ctySet = (element: CtyType): CtyType => ({ kind: "set", element });

/** Returns the type of string-keyed maps of `element`. */
export const ctyMap = (element: CtyType): CtyType => ({ kind: "map", element });

/** Returns the type of tuples with exactly these element types. */
export const ctyTuple = (elements: readonly CtyType[]): CtyType => ({ kind: "tuple", elements });

/** An object type: exactly these attributes, each always present (possibly null). */
export type CtyObjectType = Extract<CtyType, { kind: "object" }>;

/** Returns the object type with these attributes. Any name is legal, `__proto__` included, hence the map form. */
export const ctyObject = (
  attributes: ReadonlyMap<string, CtyType> | Readonly<Record<string, CtyType>>,
): CtyObjectType => ({
  kind: "object",
  attributes: attributes instanceof Map ? attributes : new Map(Object.entries(attributes)),
});

/** A tuple type: exactly these elements, in this order. */
export type CtyTupleType = Extract<CtyType, { kind: "tuple" }>;
