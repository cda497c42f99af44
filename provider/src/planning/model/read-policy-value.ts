import { parseDuration } from "./duration.js";
import type { PolicyKey, PolicyKind } from "./policy-key.js";
import { describeValue } from "./problem.js";

/** One thing that is wrong with a policy, with the path of the attribute. */
export interface PolicyProblem {
  readonly path: readonly (string | number)[];
  /** One full sentence. */
  readonly message: string;
  /** Attributes at the top that contradict each other or themselves; absent where a value is wrong whatever the others are. */
  readonly keys?: readonly string[];
}

/** Something that is wrong with what attributes say together, or with a list as a whole. */
export type Contradiction = PolicyProblem & Required<Pick<PolicyProblem, "keys">>;

/** Attribute names and values of a policy, or of an object inside it. */
export type PlainObject = Readonly<Record<string, unknown>>;

type Path = readonly (string | number)[];

/**
 * Checks a plain object against a list of keys and gives a copy in which every key is present. Null and undefined mean
 * unset. Problems are appended; the value of a wrong attribute is its default.
 */
export function readPlainObject(
  value: unknown,
  keys: readonly PolicyKey[],
  path: Path,
  problems: PolicyProblem[],
): PlainObject {
  const source = isPlainObject(value) ? value : {};
  if (!isPlainObject(value)) {
    problems.push({ path, message: `An object is expected, found ${describeValue(value)}.` });
  }
  const names = new Set(keys.map((key) => key.name));
  for (const name of Object.keys(source)) {
    if (!names.has(name)) {
      problems.push({ path: [...path, name], message: `The policy has no attribute "${name}".` });
    }
  }
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    result[key.name] = readKey(source[key.name], key, [...path, key.name], problems);
  }
  return result;
}

/** Tells whether a value is an object and no list. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readKey(value: unknown, key: PolicyKey, path: Path, problems: PolicyProblem[]): unknown {
  if (value !== undefined && value !== null) {
    return readKind(value, key.kind, path, problems);
  }
  if (key.default === undefined) {
    problems.push({ path, message: `The attribute "${key.name}" is required.` });
    return null;
  }
  return key.default === null ? null : readKind(key.default, key.kind, path, problems);
}

function readKind(value: unknown, kind: PolicyKind, path: Path, problems: PolicyProblem[]): unknown {
  switch (kind.type) {
    case "object":
      return readPlainObject(value, kind.fields, path, problems);
    case "object-list":
      return readList(value, path, problems, (item, at) => readPlainObject(item, kind.fields, at, problems));
    case "list":
      return readScalarList(value, kind, path, problems);
    case "number-map":
      return readNumberMap(value, kind, path, problems);
    case "bool":
    case "number":
    case "string":
    case "duration": {
      const message = scalarProblem(value, kind);
      if (message !== null) {
        problems.push({ path, message });
      }
      return message === null ? value : null;
    }
  }
}

function readScalarList(
  value: unknown,
  kind: Extract<PolicyKind, { type: "list" }>,
  path: Path,
  problems: PolicyProblem[],
): unknown[] {
  const items = readList(value, path, problems, (item, at) => readKind(item, kind.of, at, problems));
  const least = kind.minItems ?? 0;
  if (Array.isArray(value) && items.length < least) {
    problems.push({ path, message: `The list must have at least ${least} item.` });
  }
  return [...new Set(items)];
}

function readList<T>(value: unknown, path: Path, problems: PolicyProblem[], read: (item: unknown, at: Path) => T): T[] {
  if (!Array.isArray(value)) {
    problems.push({ path, message: `A list is expected, found ${describeValue(value)}.` });
    return [];
  }
  return value.map((item: unknown, i) => read(item, [...path, i]));
}

function readNumberMap(
  value: unknown,
  kind: Extract<PolicyKind, { type: "number-map" }>,
  path: Path,
  problems: PolicyProblem[],
): PlainObject {
  if (!isPlainObject(value)) {
    problems.push({ path, message: `A map of numbers is expected, found ${describeValue(value)}.` });
    return {};
  }
  const result: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry === null || entry === undefined) {
      continue;
    }
    const message = kind.keys.includes(name)
      ? scalarProblem(entry, { type: "number", min: kind.min, max: kind.max })
      : `The key must be one of ${quoteAll(kind.keys)}.`;
    if (message === null) {
      result[name] = entry;
    } else {
      problems.push({ path: [...path, name], message });
    }
  }
  return result;
}

function scalarProblem(
  value: unknown,
  kind: Extract<PolicyKind, { type: "bool" | "number" | "string" | "duration" }>,
): string | null {
  const found = `found ${describeValue(value)}.`;
  switch (kind.type) {
    case "bool":
      return typeof value === "boolean" ? null : `true or false is expected, ${found}`;
    case "number":
      return numberProblem(value, kind);
    case "string":
      return stringProblem(value, kind.allowed);
    case "duration":
      return typeof value === "string" && (parseDuration(value) ?? 0) > 0
        ? null
        : `A duration such as "90s", "30m" or "1h30m" is expected, ${found}`;
  }
}

function numberProblem(value: unknown, kind: Extract<PolicyKind, { type: "number" }>): string | null {
  const fits = typeof value === "number" && value >= kind.min && value <= kind.max;
  if (fits && (kind.integer !== true || Number.isInteger(value))) {
    return null;
  }
  const noun = kind.integer === true ? "A whole number" : "A number";
  return `${noun} between ${kind.min} and ${kind.max} is expected, found ${describeValue(value)}.`;
}

function stringProblem(value: unknown, allowed: readonly string[] | undefined): string | null {
  const found = `found ${describeValue(value)}.`;
  if (typeof value !== "string" || value.trim() === "") {
    return `A string that is not empty is expected, ${found}`;
  }
  return allowed === undefined || allowed.includes(value) ? null : `One of ${quoteAll(allowed)} is expected, ${found}`;
}

function quoteAll(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
