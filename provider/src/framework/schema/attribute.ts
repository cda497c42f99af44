import type { CtyType } from "../../cty/type.js";
import type { CtyValue } from "../../cty/value.js";
import type { Draft } from "./draft.js";

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

/** Who gives an attribute its value: the configuration, the provider, or the provider where the configuration is silent. */
export type Presence = "required" | "optional" | "computed" | "optional-computed";

/**
 * Judges a known, non-null value. Returns a full sentence that says what is wrong and what is allowed, or undefined
 * when the value is fine. The value itself must not be repeated for sensitive attributes.
 */
export type Validator<T> = (value: T) => string | undefined;

/** Everything about an attribute that is not its shape or presence. */
export interface AttributeOptions<T> {
  /** Masked by the CLI. */
  readonly sensitive?: boolean;
  /** Marks the attribute as deprecated and says what to use instead. */
  readonly deprecated?: string;
  /** Taken when the configuration is null. */
  readonly default?: T;
  readonly validators?: readonly Validator<T>[];
  /** A change of the planned value replaces the resource, except in the first update after an import. */
  readonly requiresReplace?: boolean;
  /** A computed value stays what it was, unless the provider plans otherwise. */
  readonly keepsState?: boolean;
  /** The value is in the configuration only, never in plan or state. */
  readonly writeOnly?: boolean;
  /** Tells whether two values say the same in other words; the earlier spelling then stays in plan and state. */
  readonly equivalent?: (a: T, b: T) => boolean;
}

/** Options whose value type has been forgotten, so that attributes of any type fit into one table. */
export type ErasedOptions = Omit<AttributeOptions<never>, "default"> & { readonly default?: unknown };

/** An attribute of a data source, a resource, the provider, or a nested object. `M` is the model of its value. */
export interface Attribute<M = unknown> {
  readonly presence: Presence;
  readonly shape: Shape<M>;
  /** A full sentence that begins with what the attribute does; Markdown. */
  readonly description: string;
  readonly options: ErasedOptions;
}

/** Attributes by name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** The model of attributes whose values are all known. */
export type Model<A extends Attributes> = {
  readonly [K in keyof A]: A[K] extends Attribute<infer M> ? M : never;
};

/** The model of attributes of which some may be unknown. */
export type DraftModel<A extends Attributes> = { readonly [K in keyof A]: Draft<Model<A>[K]> };

const attribute =
  <P extends Presence>(presence: P) =>
  <T>(
    shape: Shape<T>,
    description: string,
    options: AttributeOptions<T> = {},
  ): Attribute<P extends "required" ? T : T | null> => ({
    presence,
    shape: shape,
    description,
    options,
  });

/** Declares an attribute that the configuration must set. */
export const required = attribute("required");

/** Declares an attribute that the configuration may set. */
export const optional = attribute("optional");

/** Declares an attribute that only the provider sets. */
export const computed = attribute("computed");

/** Declares an attribute that the configuration may set and that the provider fills in otherwise. */
export const optionalComputed = attribute("optional-computed");
