import type * as z from "zod";

/** Turns the `data` of an answer into a value of ours, or throws a ShapeError. */
export type Decoder<T> = (data: unknown) => T;

/** An answer does not look as the API promises; the message starts with the field's path. */
export class ShapeError extends Error {}

/** Returns a decoder for the whole `data` of an answer. */
export function decoderOf<T>(schema: z.ZodType<T>): Decoder<T> {
  return (data) => decodeAt(schema, data, "data");
}

/** Accepts any answer and forgets it. */
export const ignoreData: Decoder<undefined> = () => undefined;

/** Decodes one value that stands at `path`; throws a ShapeError that names the field below it. */
export function decodeAt<T>(schema: z.ZodType<T>, value: unknown, path: string): T {
  const quick = schema.safeParse(value);
  if (quick.success) {
    return quick.data;
  }
  // Reporting the offending value slows every parse down several times, so it is asked for only after a failure.
  const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? [];
  if (issue === undefined) {
    throw new ShapeError(`${path}: is not valid`);
  }
  throw new ShapeError(`${path}${formatPath(issue.path)}: ${describe(issue)}`);
}

/** Returns the rows of an answer that has to be a list. */
export function rowsOf(data: unknown): readonly unknown[] {
  if (!Array.isArray(data)) {
    throw new ShapeError(`data: expected a list, got ${show(data)}`);
  }
  return data;
}

/** Shows a value of the server in an error. Texts stay whole, so that a secret in them can be recognised and masked. */
export function show(value: unknown): string {
  if (value === undefined) {
    return "nothing";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  return typeof value === "object" && value !== null ? "an object" : JSON.stringify(value);
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) {
    return "is missing";
  }
  return `${expectation(issue)}, got ${show(issue.input)}`;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") {
    return `expected ${WORDS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === "too_small") {
    return `expected ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  }
  if (issue.code === "too_big") {
    return `expected ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  }
  if (issue.code === "invalid_value") {
    return `expected one of ${issue.values.map(String).join(", ")}`;
  }
  return issue.message;
}

/** What the types are called in messages. */
const WORDS: Readonly<Record<string, string>> = {
  number: "a number",
  int: "a whole number",
  string: "a text",
  boolean: "a boolean (0 or 1)",
  array: "a list",
  object: "an object",
  record: "an object",
};
