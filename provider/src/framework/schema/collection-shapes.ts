import { ctyList, ctyMap, ctyObject, ctySet } from "../../cty/type.js";
import type { CtyType } from "../../cty/type.js";
import type { CtyValue } from "../../cty/value.js";
import type { Attributes, Model } from "./attribute.js";
import { mismatch } from "./mismatch.js";
import { decodeObject, decodeValue, encodeObject, encodeValue } from "./model.js";
import type { Nesting, Shape } from "./attribute.js";

const isList = (value: unknown): value is readonly CtyValue[] => Array.isArray(value);

const isMap = (value: unknown): value is ReadonlyMap<string, CtyValue> => value instanceof Map;

const elementsOf = (element: Shape<unknown>) => ({
  decode: (value: CtyValue) =>
    isList(value) ? value.map((item) => decodeValue(element, item)) : mismatch("list", value),
  encode: (model: unknown) =>
    isList(model) ? model.map((item) => encodeValue(element, item)) : mismatch("list", model),
});

const entriesOf = (element: Shape<unknown>) => ({
  decode: (value: CtyValue) =>
    isMap(value) ? new Map([...value].map(([key, item]) => [key, decodeValue(element, item)])) : mismatch("map", value),
  encode: (model: unknown) =>
    isMap(model) ? new Map([...model].map(([key, item]) => [key, encodeValue(element, item)])) : mismatch("map", model),
});

/** A list of values of one shape. */
export const list = <T>(element: Shape<T>): Shape<readonly T[]> => ({
  type: ctyList(element.type),
  ...elementsOf(element),
});

/** A set of values of one shape; the model is an array in no particular order. */
export const set = <T>(element: Shape<T>): Shape<readonly T[]> => ({
  type: ctySet(element.type),
  ...elementsOf(element),
});

/** A map from any key to values of one shape. */
export const map = <T>(element: Shape<T>): Shape<ReadonlyMap<string, T>> => ({
  type: ctyMap(element.type),
  ...entriesOf(element),
});

const objectShape = <A extends Attributes>(attributes: A): Shape<Model<A>> => ({
  type: ctyObject(new Map(Object.entries(attributes).map(([name, { shape }]) => [name, shape.type]))),
  decode: (value) => decodeObject(attributes, value),
  encode: (model) => encodeObject(attributes, model),
});

const nested = (nesting: Nesting, attributes: Attributes, type: CtyType) => ({ type, nested: { nesting, attributes } });

/** One nested object. */
export const nestedObject = <A extends Attributes>(attributes: A): Shape<Model<A>> => {
  const object = objectShape(attributes);
  return { ...object, ...nested("single", attributes, object.type) };
};

/** A list of nested objects. */
export const nestedList = <A extends Attributes>(attributes: A): Shape<readonly Model<A>[]> => {
  const object = objectShape(attributes);
  return { ...elementsOf(object), ...nested("list", attributes, ctyList(object.type)) };
};

/** A set of nested objects; the model is an array in no particular order. */
export const nestedSet = <A extends Attributes>(attributes: A): Shape<readonly Model<A>[]> => {
  const object = objectShape(attributes);
  return { ...elementsOf(object), ...nested("set", attributes, ctySet(object.type)) };
};

/** A map from any key to nested objects. */
export const nestedMap = <A extends Attributes>(attributes: A): Shape<ReadonlyMap<string, Model<A>>> => {
  const object = objectShape(attributes);
  return { ...entriesOf(object), ...nested("map", attributes, ctyMap(object.type)) };
};
