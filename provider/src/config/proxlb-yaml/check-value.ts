import type { ProxlbKeys, ProxlbKind } from "./proxlb-keys.js";

/** One thing that is wrong with a ProxLB configuration. */
export interface ProxlbProblem {
  /** Such as `balancing.method`; empty for the whole document. */
  readonly path: string;
  /** One full sentence; never holds a secret. */
  readonly message: string;
}

/** The keys and values of a document or a section of it. */
export type PlainSection = Readonly<Record<string, unknown>>;

/** Tells whether a value is an object with keys. */
export const isSection = (value: unknown): value is PlainSection =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");

const describe = (value: unknown): string => {
  if (Array.isArray(value)) return "a list";
  if (isSection(value)) return "an object";
  return typeof value === "string" ? `the text "${value}"` : String(value);
};

const below = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

const textProblem = (value: unknown, allowed: readonly string[] | undefined): string | undefined => {
  const isText = typeof value === "string" && value.trim() !== "";
  if (allowed !== undefined && !(isText && allowed.includes(value))) return `One of ${quoted(allowed)} is expected`;
  return isText ? undefined : "A text is expected";
};

const numberProblem = (
  value: unknown,
  { min, max, integer }: Extract<ProxlbKind, { type: "number" }>,
): string | undefined => {
  const fits = typeof value === "number" && value >= min && value <= max && (!integer || Number.isInteger(value));
  return fits ? undefined : `${integer ? "A whole number" : "A number"} between ${min} and ${max} is expected`;
};

const checkTexts = (
  value: unknown,
  { allowed }: Extract<ProxlbKind, { type: "texts" }>,
  path: string,
): readonly ProxlbProblem[] => {
  if (!Array.isArray(value)) return [{ path, message: `A list is expected, but it is ${describe(value)}.` }];
  return value.flatMap((item: unknown, index) => {
    const problem = textProblem(item, allowed);
    return problem === undefined
      ? []
      : [{ path: `${path}[${index}]`, message: `${problem}, but it is ${describe(item)}.` }];
  });
};

const scalarProblem = (
  value: unknown,
  kind: Extract<ProxlbKind, { type: "flag" | "number" | "text" }>,
): string | undefined => {
  switch (kind.type) {
    case "flag":
      return typeof value === "boolean" ? undefined : "true or false is expected";
    case "number":
      return numberProblem(value, kind);
    case "text":
      return textProblem(value, kind.allowed);
  }
};

const checkScalar = (
  value: unknown,
  kind: Extract<ProxlbKind, { type: "flag" | "number" | "text" }>,
  path: string,
): readonly ProxlbProblem[] => {
  const problem = scalarProblem(value, kind);
  if (problem === undefined) return [];
  const found = kind.type === "text" && kind.secret === true ? "something else" : describe(value);
  return [{ path, message: `${problem}, but it is ${found}.` }];
};

/** Checks an object against the keys of a section. A key without a value counts as left out. */
export const checkSection = (value: unknown, keys: ProxlbKeys, path: string): readonly ProxlbProblem[] => {
  if (!isSection(value)) return [{ path, message: `Keys and values are expected, but it is ${describe(value)}.` }];
  return Object.entries(value).flatMap(([name, item]) => {
    const kind = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (kind !== undefined) return item === null ? [] : checkValue(item, kind, below(path, name));
    const where = path === "" ? "ProxLB has no section" : `The section ${path} of ProxLB has no key`;
    return [{ path: below(path, name), message: `${where} "${name}". It has ${quoted(Object.keys(keys))}.` }];
  });
};

const checkNamed = (
  value: unknown,
  { of }: Extract<ProxlbKind, { type: "named" }>,
  path: string,
): readonly ProxlbProblem[] => {
  if (!isSection(value))
    return [{ path, message: `Names and their settings are expected, but it is ${describe(value)}.` }];
  return Object.entries(value).flatMap(([name, item]) =>
    name.trim() === "" ? [{ path, message: "A name is blank." }] : checkValue(item, of, below(path, name)),
  );
};

/** Checks a value against what a key may hold. */
const checkValue = (value: unknown, kind: ProxlbKind, path: string): readonly ProxlbProblem[] => {
  switch (kind.type) {
    case "section":
      return checkSection(value, kind.keys, path);
    case "named":
      return checkNamed(value, kind, path);
    case "texts":
      return checkTexts(value, kind, path);
    case "flag":
    case "number":
    case "text":
      return checkScalar(value, kind, path);
  }
};
