import type { CtyValue } from "../../cty/value.js";
import { isUnknown } from "../../cty/value.js";
import type { Attribute, Attributes } from "./attribute.js";
import { decodeValue } from "./model.js";
import { transformObject } from "./transform.js";

const isSame = ({ shape, options }: Attribute, a: CtyValue, b: CtyValue): boolean => {
  if (options.equivalent === undefined || a === null || b === null || isUnknown(a) || isUnknown(b)) return false;
  return options.equivalent(decodeValue(shape, a) as never, decodeValue(shape, b) as never);
};

/** Puts the reference's spelling in the place of every value that says the same in other words. */
export const keepSpelling = (attributes: Attributes, value: CtyValue, reference: CtyValue): CtyValue =>
  transformObject(attributes, value, reference, ({ attribute, value: current, companion = null }) =>
    isSame(attribute, current, companion) ? companion : current,
  );
