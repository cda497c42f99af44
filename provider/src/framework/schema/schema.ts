import { ctyObject } from "../../cty/type.js";
import type { CtyObjectType } from "../../cty/type.js";
import type { Attribute, Attributes } from "./attribute.js";

/** The schema of the provider, a data source or a resource. */
export interface Schema {
  /** Raised by one whenever states of older releases need an upgrade. */
  readonly version: number;
  /** Markdown, full sentences. */
  readonly description: string;
  readonly attributes: Attributes;
}

/** Returns the object type of the configurations, plans and states that follow these attributes. */
export const impliedType = (attributes: Attributes): CtyObjectType =>
  ctyObject(new Map(Object.entries(attributes).map(([name, { shape }]) => [name, shape.type])));

/** Tells whether the provider may set the attribute where the configuration is null. */
export const isComputed = ({ presence, options }: Attribute): boolean =>
  presence === "computed" || presence === "optional-computed" || options.default !== undefined;

/** Tells whether the configuration may leave the attribute out or set it. */
export const isOptional = ({ presence }: Attribute): boolean =>
  presence === "optional" || presence === "optional-computed";
