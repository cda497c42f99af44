import { CtyNumber } from "../../cty/number.js";
import { isJsonArray, isJsonObject } from "./json-value.js";
import type { JsonValue } from "./json-value.js";

/** Writes a JSON value as compact text, numbers with all their digits. */
export const formatJson = (json: JsonValue): string => {
  if (json instanceof CtyNumber) return json.text;
  if (isJsonArray(json)) return `[${json.map(formatJson).join(",")}]`;
  if (!isJsonObject(json)) return JSON.stringify(json);
  return `{${[...json].map(([key, member]) => `${JSON.stringify(key)}:${formatJson(member)}`).join(",")}}`;
};
