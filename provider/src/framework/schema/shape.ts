import type { CtyType } from "../../cty/type.js";
import type { CtyValue, Unknown } from "../../cty/value.js";
import type { Attributes } from "./attribute.js";

declare const modelOf: unique symbol;

/** How the elements of a nested attribute are arranged. */
export type Nesting = "single" | "list" | "set" | "map";

/** The attributes inside a nested attribute. */
export interface NestedObject {
  readonly nesting: Nesting;
  readonly attributes: Attributes;
}

/**
 * The form of an attribute's value: its cty type, and the translation to and from the plain TypeScript model `T`.
 * The translation never sees null or unknown at its own level; `decodeValue` and `encodeValue` handle those.
 */
export interface Shape<T> {
  readonly [modelOf]?: T;
  readonly type: CtyType;
  readonly nested?: NestedObject;
  decode(value: CtyValue): unknown;
  encode(model: unknown): CtyValue;
}

/** The model of a shape. */
export type ModelOf<S> = S extends Shape<infer T> ? T : never;

/** A model in which any part may still be unknown, as in a plan. */
export type Draft<T> = T extends null | string | number | boolean | Unknown
  ? T | Unknown
  : T extends ReadonlyMap<string, infer V>
    ? ReadonlyMap<string, Draft<V>> | Unknown
    : T extends readonly (infer E)[]
      ? readonly Draft<E>[] | Unknown
      : T extends object
        ? { readonly [K in keyof T]: Draft<T[K]> } | Unknown
        : T;
