import type { CtyNumber } from "./number.js";
import type { CtyType } from "./type.js";

/** What is known of an unknown value: bounds that the value will satisfy once it is known. */
export interface Refinements {
  readonly notNull?: true;
  readonly prefix?: string;
  readonly min?: readonly [CtyNumber, inclusive: boolean];
  readonly max?: readonly [CtyNumber, inclusive: boolean];
  readonly lengthMin?: number;
  readonly lengthMax?: number;
}

/** A value that will be known only after apply. Compare with `isUnknown`, as refined ones are separate instances. */
export class Unknown {
  readonly refinements: Refinements | undefined;

  constructor(refinements?: Refinements) {
    this.refinements = refinements;
  }
}

/** The unknown value of which nothing more is known. */
export const UNKNOWN = new Unknown();

/** A known value of the type `dynamic`, together with its concrete type. Null and unknown are never wrapped unless typed. */
export class DynamicValue {
  readonly type: CtyType;
  readonly value: CtyValue;

  constructor(type: CtyType, value: CtyValue) {
    this.type = type;
    this.value = value;
  }
}

/**
 * A value of some `CtyType`, which stands beside it: null, unknown, a primitive, an array (list, set, tuple), or a
 * Map (map, object). Maps are used because any key is legal.
 */
export type CtyValue =
  null | Unknown | boolean | string | CtyNumber | readonly CtyValue[] | ReadonlyMap<string, CtyValue> | DynamicValue;

/** Tells whether the value itself (not a part of it) is unknown. */
export const isUnknown = (value: unknown): value is Unknown => value instanceof Unknown;

/** Tells whether the value is a list, set or tuple; `Array.isArray` would lose the element type. */
export const isSequence = (value: CtyValue): value is readonly CtyValue[] => Array.isArray(value);

/** Tells whether the value is a map or object. */
export const isMapping = (value: CtyValue): value is ReadonlyMap<string, CtyValue> => value instanceof Map;
