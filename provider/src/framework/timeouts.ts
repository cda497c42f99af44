import { parseDuration } from "./duration.js";
import type { Attribute } from "./schema/attribute.js";
import { optional } from "./schema/attribute.js";
import { nestedObject } from "./schema/collection-shapes.js";
import { string } from "./schema/primitive-shapes.js";
import { duration } from "./validators.js";

/** The operations that can be limited in time. */
export type TimedOperation = "create" | "read" | "update" | "delete";

/** The longest time of each operation, as duration text, where the configuration says nothing. */
export type DefaultTimeouts = Readonly<Partial<Record<TimedOperation, string>>>;

/** The model of the `timeouts` attribute. */
export type Timeouts = Readonly<Partial<Record<TimedOperation, string | null>>>;

/** Raised inside an operation that ran longer than its limit. */
export class OperationTimeoutError extends Error {
  override readonly name = "OperationTimeoutError";
}

/** Returns the `timeouts` attribute for the operations that have a default. */
export const timeoutsAttribute = (defaults: DefaultTimeouts): Attribute<Timeouts | null> => {
  const attributes = Object.fromEntries(
    Object.entries(defaults).map(([operation, limit]) => [
      operation,
      optional(
        string,
        `Limits how long ${operation} may take, as a duration such as \`90s\` or \`1h30m\`. Default \`${limit}\`.`,
        {
          validators: [duration],
        },
      ),
    ]),
  );
  return optional(nestedObject(attributes), "Limits how long the operations of this object may take.");
};

/** How long an operation may take, and under which name messages speak of it. */
export interface TimeLimit {
  readonly milliseconds: number;
  readonly text: string;
}

/** Returns the limit that applies to an operation, or undefined when the type has none. */
export const timeLimit = (
  operation: TimedOperation,
  configured: Timeouts | null | undefined,
  defaults: DefaultTimeouts,
): TimeLimit | undefined => {
  const text = configured?.[operation] ?? defaults[operation];
  const milliseconds = text === undefined ? undefined : parseDuration(text);
  return text === undefined || milliseconds === undefined ? undefined : { milliseconds, text };
};
