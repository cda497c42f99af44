/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object; a key whose value is undefined is left out of the answer. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}
