import type { Unknown } from "../../cty/value.js";

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
