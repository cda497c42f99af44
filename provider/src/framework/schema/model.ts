import type { CtyValue } from "../../cty/value.js";
import { isMapping, isUnknown } from "../../cty/value.js";
import type { Attributes, DraftModel, Model } from "./attribute.js";
import { mismatch } from "./mismatch.js";
import type { Shape } from "./attribute.js";

/** Translates a value into its model; null stays null and unknown stays unknown. */
export const decodeValue = (shape: Shape<unknown>, value: CtyValue): unknown =>
  value === null || isUnknown(value) ? value : shape.decode(value);

/** Translates a model into its value; null stays null and unknown stays unknown. */
export const encodeValue = (shape: Shape<unknown>, model: unknown): CtyValue =>
  model === null || isUnknown(model) ? model : shape.encode(model);

/** Translates the value of an object with these attributes into its model. */
export const decodeObject = (attributes: Attributes, value: CtyValue): unknown => {
  if (!isMapping(value)) return mismatch("object", value);
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { shape }]) => [name, decodeValue(shape, value.get(name) ?? null)]),
  );
};

/**
 * Translates the model of an object with these attributes into its value.
 * @throws TypeError when the model lacks an attribute: the provider forgot to set it.
 */
export const encodeObject = (attributes: Attributes, model: unknown): CtyValue => {
  if (typeof model !== "object" || model === null) return mismatch("object", model);
  const fields = new Map(Object.entries(model));
  return new Map(
    Object.entries(attributes).map(([name, { shape }]) => {
      if (fields.get(name) === undefined)
        throw new TypeError(`The provider gave no value for the attribute "${name}".`);
      return [name, encodeValue(shape, fields.get(name))];
    }),
  );
};

/** Translates a value that may hold unknowns, such as a configuration at plan time. */
export const decodeDraft = <A extends Attributes>(attributes: A, value: CtyValue): DraftModel<A> =>
  decodeObject(attributes, value) as DraftModel<A>;

/** Translates a wholly known value, such as a state. The caller has made sure that nothing is unknown. */
export const decodeModel = <A extends Attributes>(attributes: A, value: CtyValue): Model<A> =>
  decodeObject(attributes, value) as Model<A>;

/** Translates a model, known or not, into its value. */
export const encodeModel = <A extends Attributes>(attributes: A, model: Model<A> | DraftModel<A>): CtyValue =>
  encodeObject(attributes, model);
