import { parseDuration } from "./duration.js";
import type { Validator } from "./schema/attribute.js";

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(", ");

/** Accepts numbers in a closed range. */
export const between =
  (min: number, max: number): Validator<number> =>
  (value) =>
    value >= min && value <= max ? undefined : `The value must be between ${min} and ${max}, but it is ${value}.`;

/** Accepts numbers from a minimum upwards. */
export const atLeast =
  (min: number): Validator<number> =>
  (value) =>
    value >= min ? undefined : `The value must be at least ${min}, but it is ${value}.`;

/** Accepts whole numbers. */
export const whole: Validator<number> = (value) =>
  Number.isSafeInteger(value) ? undefined : `The value must be a whole number, but it is ${value}.`;

/** Accepts the listed words. */
export const oneOf =
  (allowed: readonly string[]): Validator<string> =>
  (value) =>
    allowed.includes(value) ? undefined : `The value must be one of ${quoted(allowed)}, but it is "${value}".`;

/** Accepts text with at least one character that is not white space. */
export const notBlank: Validator<string> = (value) =>
  value.trim() === "" ? "The value must not be empty; leave the attribute out instead." : undefined;

/** Accepts durations such as `90s`, `30m` or `1h30m`. */
export const duration: Validator<string> = (value) => {
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined) {
    return `The value must be a duration such as "90s", "30m" or "1h30m", but it is "${value}".`;
  }
  return milliseconds > 0 ? undefined : `The duration must be longer than zero, but it is "${value}".`;
};

/** Applies a validator to each element of a list or set. Elements that are null are refused. */
export const each =
  <T>(validator: Validator<T>): Validator<readonly T[]> =>
  (values) => {
    for (const value of values) {
      const problem = value === null ? "An element is null." : validator(value);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

/** Accepts collections with at least one element. */
export const notEmpty: Validator<readonly unknown[]> = (values) =>
  values.length > 0 ? undefined : "The list must have at least one element; leave the attribute out instead.";
