import type { CtyObjectType } from "./type.js";
import type { CtyValue } from "./value.js";

/** Returns the object of this type whose attributes are all null. */
export const nullObject = (type: CtyObjectType): ReadonlyMap<string, CtyValue> =>
  new Map([...type.attributes.keys()].map((name) => [name, null]));
