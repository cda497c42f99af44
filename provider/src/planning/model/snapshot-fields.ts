import { parseInstant } from "./instant.js";
import { addProblem, describeValue, type ProblemList } from "./problem.js";

/** An object of the document whose fields are being read. */
export interface FieldReader {
  readonly source: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly problems: ProblemList;
}

/** Opens an object for reading, or reports that it is none and returns null. */
export function openObject(value: unknown, path: string, problems: ProblemList): FieldReader | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    addProblem(problems, path === "" ? "(document)" : path, `An object is expected, found ${describeValue(value)}.`);
    return null;
  }
  return { source: value as Readonly<Record<string, unknown>>, path, problems };
}

/** Joins the reader's own path and a field name. */
export function fieldPath(reader: FieldReader, key: string): string {
  return reader.path === "" ? key : `${reader.path}.${key}`;
}

/** Reports every key of the object that is not in the set. */
export function rejectUnknownKeys(reader: FieldReader, known: ReadonlySet<string>): void {
  for (const key in reader.source) {
    if (!known.has(key)) {
      addProblem(reader.problems, fieldPath(reader, key), "This key is not known.");
    }
  }
}

/** Reads a list of objects; a missing key gives the empty list unless `required`. */
export function readObjects<T>(
  reader: FieldReader,
  key: string,
  read: (item: FieldReader) => T,
  required = false,
): T[] {
  const value = reader.source[key];
  const path = fieldPath(reader, key);
  if (!Array.isArray(value)) {
    if (required || value !== undefined) {
      const found = value === undefined ? "it is missing" : `found ${describeValue(value)}`;
      addProblem(reader.problems, path, `A list is expected, ${found}.`);
    }
    return [];
  }
  const results: T[] = [];
  for (let i = 0; i < value.length; i += 1) {
    const item = openObject(value[i], `${path}[${i}]`, reader.problems);
    if (item !== null) {
      results.push(read(item));
    }
  }
  return results;
}

/** Opens an object under a key, or gives null when the key is missing or holds something else, which is reported. */
export function readObject(reader: FieldReader, key: string, known: ReadonlySet<string>): FieldReader | null {
  if (reader.source[key] === undefined) {
    return null;
  }
  const object = openObject(reader.source[key], fieldPath(reader, key), reader.problems);
  if (object !== null) {
    rejectUnknownKeys(object, known);
  }
  return object;
}

/** Reads a finite number of at least `least`; a missing key gives `fallback`, or a problem when there is none. */
export function readNumber(reader: FieldReader, key: string, least: number, fallback?: number): number {
  const value = reader.source[key];
  if (typeof value === "number" && value >= least && value <= Number.MAX_SAFE_INTEGER) {
    return value;
  }
  if (value === undefined && fallback !== undefined) {
    return fallback;
  }
  const found = value === undefined ? "it is missing" : `found ${describeValue(value)}`;
  addProblem(reader.problems, fieldPath(reader, key), `A number of at least ${least} is expected, ${found}.`);
  return fallback ?? least;
}

/** Reads a whole number of at least 0; a missing key gives `fallback`. */
export function readWhole(reader: FieldReader, key: string, fallback: number): number {
  const value = readNumber(reader, key, 0, fallback);
  if (!Number.isInteger(value)) {
    addProblem(reader.problems, fieldPath(reader, key), `A whole number is expected, found ${describeValue(value)}.`);
  }
  return value;
}

/** Reads a percentage, 0…100; a missing key is undefined. */
export function readPercent(reader: FieldReader, key: string): number | undefined {
  const value = reader.source[key];
  if (value === undefined || (typeof value === "number" && value >= 0 && value <= 100)) {
    return value;
  }
  addProblem(
    reader.problems,
    fieldPath(reader, key),
    `A percentage between 0 and 100 is expected, found ${describeValue(value)}.`,
  );
  return undefined;
}

/** Reads a number greater than zero. */
export function readPositive(reader: FieldReader, key: string): number {
  const value = reader.source[key];
  if (typeof value === "number" && value > 0 && value <= Number.MAX_SAFE_INTEGER) {
    return value;
  }
  const found = value === undefined ? "it is missing" : `found ${describeValue(value)}`;
  addProblem(reader.problems, fieldPath(reader, key), `A number greater than 0 is expected, ${found}.`);
  return 1;
}

/** Reads a non-empty string; a missing key gives `fallback`, or a problem when there is none. */
export function readText(reader: FieldReader, key: string, fallback?: string): string {
  const value = reader.source[key];
  if (typeof value === "string" && (value !== "" || fallback !== undefined)) {
    return value;
  }
  if (value === undefined && fallback !== undefined) {
    return fallback;
  }
  const found = value === undefined ? "it is missing" : `found ${describeValue(value)}`;
  addProblem(reader.problems, fieldPath(reader, key), `A string is expected, ${found}.`);
  return fallback ?? "";
}

/** Reads a string or null; a missing key and the empty string, as Proxmox VE writes it, are null. */
export function readOptionalText(reader: FieldReader, key: string): string | null {
  const value = reader.source[key];
  return value === undefined || value === null || value === "" ? null : readText(reader, key, "");
}

/** Reads an RFC 3339 time; a missing key is null. */
export function readInstant(reader: FieldReader, key: string): string | null {
  const text = readOptionalText(reader, key);
  if (text !== null && parseInstant(text) === null) {
    const found = describeValue(text);
    addProblem(
      reader.problems,
      fieldPath(reader, key),
      `A time such as "2026-01-01T00:00:00Z" is expected, found ${found}.`,
    );
  }
  return text;
}

/** Reads a truth value with a default. */
export function readFlag(reader: FieldReader, key: string, fallback: boolean): boolean {
  const value = reader.source[key];
  if (value === undefined || typeof value === "boolean") {
    return value ?? fallback;
  }
  addProblem(reader.problems, fieldPath(reader, key), `true or false is expected, found ${describeValue(value)}.`);
  return fallback;
}

/** Reads one of a few words; a missing key gives `fallback`, or a problem when there is none. */
export function readWord<T extends string>(
  reader: FieldReader,
  key: string,
  words: readonly [T, ...T[]],
  fallback?: T,
): T {
  const value = reader.source[key];
  const word = words.find((candidate) => candidate === value) ?? (value === undefined ? fallback : undefined);
  if (word !== undefined) {
    return word;
  }
  const choices = words.map((candidate) => `"${candidate}"`).join(", ");
  const found = value === undefined ? "it is missing" : `found ${describeValue(value)}`;
  addProblem(reader.problems, fieldPath(reader, key), `One of ${choices} is expected, ${found}.`);
  return fallback ?? words[0];
}

/** Shared by all guests without tags, so that large snapshots stay small. */
const NO_ITEMS: readonly never[] = [];

/** Reads a list of which every item passes the guard; a missing key gives the empty list unless `required`. */
export function readItems<T>(
  reader: FieldReader,
  key: string,
  item: { readonly guard: (value: unknown) => value is T; readonly noun: string; readonly required?: boolean },
): readonly T[] {
  const value = reader.source[key];
  if (value === undefined && item.required !== true) {
    return NO_ITEMS;
  }
  if (!Array.isArray(value)) {
    const found = value === undefined ? "it is missing" : `found ${describeValue(value)}`;
    addProblem(reader.problems, fieldPath(reader, key), `A list is expected, ${found}.`);
    return NO_ITEMS;
  }
  const items: readonly unknown[] = value;
  if (items.every(item.guard)) {
    return items.length === 0 ? NO_ITEMS : items;
  }
  const wrong = items.findIndex((candidate) => !item.guard(candidate));
  const path = `${fieldPath(reader, key)}[${wrong}]`;
  addProblem(reader.problems, path, `${item.noun} is expected, found ${describeValue(items[wrong])}.`);
  return items.filter(item.guard);
}

/** Tells whether a value is a non-empty string. */
export function isName(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** Largest vmid that Proxmox VE accepts. */
const LARGEST_VMID = 999_999_999;

/** Tells whether a value is a vmid of Proxmox VE. */
export function isVmid(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 && value <= LARGEST_VMID;
}
