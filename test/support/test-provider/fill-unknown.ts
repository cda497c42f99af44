import { CtyNumber } from "../../../provider/src/cty/number.js";
import { transformValue } from "../../../provider/src/cty/transform.js";
import type { CtyType } from "../../../provider/src/cty/type.js";
import { ctyString } from "../../../provider/src/cty/type.js";
import type { CtyValue } from "../../../provider/src/cty/value.js";
import { DynamicValue, isUnknown } from "../../../provider/src/cty/value.js";
import type { Attributes, DraftModel, Model } from "../../../provider/src/framework/schema/attribute.js";
import { decodeModel, encodeModel } from "../../../provider/src/framework/schema/model.js";
import { impliedType } from "../../../provider/src/framework/schema/schema.js";

/** A known value of any type, as the outside world might give it. */
const givenValue = (type: CtyType): CtyValue => {
  switch (type.kind) {
    case "string":
      return "given";
    case "number":
      return CtyNumber.of("4.25");
    case "bool":
      return true;
    case "dynamic":
      return new DynamicValue(ctyString, "given");
    case "list":
    case "set":
      return [givenValue(type.element)];
    case "map":
      return new Map([["given", givenValue(type.element)]]);
    case "tuple":
      return type.elements.map(givenValue);
    case "object":
      return new Map([...type.attributes].map(([name, of]) => [name, givenValue(of)]));
  }
};

/** Replaces every unknown part of a value. */
export const fillUnknown = (type: CtyType, value: CtyValue): CtyValue =>
  transformValue(type, value, (_path, partType, part) => (isUnknown(part) ? givenValue(partType) : part));

/** Replaces every unknown part of a planned model. */
export const fillModel = <A extends Attributes>(attributes: A, planned: DraftModel<A>): Model<A> =>
  decodeModel(attributes, fillUnknown(impliedType(attributes), encodeModel(attributes, planned)));
