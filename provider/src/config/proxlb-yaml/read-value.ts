import type { PlainSection } from "./check-value.js";
import { isSection } from "./check-value.js";

/** Returns a section inside of another, empty where it is left out. The document was checked before. */
export const sectionOf = (parent: PlainSection, name: string): PlainSection => {
  const value = parent[name];
  return isSection(value) ? value : {};
};

/** Returns a text, or null where the key is left out. */
export const textOf = (section: PlainSection, name: string): string | null => {
  const value = section[name];
  return typeof value === "string" ? value : null;
};

/** Returns a number, or null where the key is left out. */
export const numberOf = (section: PlainSection, name: string): number | null => {
  const value = section[name];
  return typeof value === "number" ? value : null;
};

/** Returns true or false, or null where the key is left out. */
export const flagOf = (section: PlainSection, name: string): boolean | null => {
  const value = section[name];
  return typeof value === "boolean" ? value : null;
};

/** Returns a list of texts, or null where the key is left out. */
export const textsOf = (section: PlainSection, name: string): readonly string[] | null => {
  const value = section[name];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : null;
};
