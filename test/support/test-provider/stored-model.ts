import type { Attributes, Model } from "../../../provider/src/framework/schema/attribute.js";
import { decodeModel, encodeModel } from "../../../provider/src/framework/schema/model.js";
import { impliedType } from "../../../provider/src/framework/schema/schema.js";
import { decodeJson, encodeJson } from "../../../provider/src/protocol/codec/cty-json.js";

/** Writes a model as the JSON text that the store keeps. */
export const storeText = <A extends Attributes>(attributes: A, model: Model<A>): string =>
  encodeJson(impliedType(attributes), encodeModel(attributes, model));

/** Reads a model from the store; null stays null. */
export const modelOfText = <A extends Attributes>(attributes: A, text: string | undefined): Model<A> | null =>
  text === undefined ? null : decodeModel(attributes, decodeJson(impliedType(attributes), text));
