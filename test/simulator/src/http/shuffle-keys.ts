import { noise } from "../clock/random.js";
import type { JsonObject, JsonValue } from "../json.js";

/** Puts the keys of every object into an order that depends on nothing but the two numbers and the names. */
export function shuffleKeys(value: JsonValue, order: readonly [number, number]): JsonValue {
  if (isList(value)) return value.map((each) => shuffleKeys(each, order));
  if (typeof value !== "object" || value === null) return value;
  return shuffledObject(value, order);
}

function shuffledObject(object: JsonObject, order: readonly [number, number]): JsonObject {
  const rank = (name: string): number => {
    const letters = Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) | 0, 7);
    return noise(order[0], order[1], name.length, letters);
  };
  const sorted = Object.entries(object).sort(([left], [right]) => rank(left) - rank(right));
  return Object.fromEntries(
    sorted.map(([name, each]) => [name, each === undefined ? undefined : shuffleKeys(each, order)]),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
