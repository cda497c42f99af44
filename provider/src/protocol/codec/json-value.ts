import type { CtyNumber } from "../../cty/number.js";

/** A JSON value whose numbers are exact and whose objects take any key, `__proto__` included. */
export type JsonValue = null | boolean | string | CtyNumber | readonly JsonValue[] | ReadonlyMap<string, JsonValue>;

/** Tells whether the JSON value is an array; `Array.isArray` would lose the element type. */
export const isJsonArray = (json: JsonValue): json is readonly JsonValue[] => Array.isArray(json);

/** Tells whether the JSON value is an object. */
export const isJsonObject = (json: JsonValue): json is ReadonlyMap<string, JsonValue> => json instanceof Map;
