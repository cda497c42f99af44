import type { PlainObject } from "./read-policy-value.js";

/**
 * Lays one plain policy object over another: each attribute that the second sets replaces the first's as a whole. Null
 * and undefined mean unset. Works on objects that are not decoded yet, so that defaults are filled in only once. As nothing
 * else can unset the window of the first, the second does so where it sets the statistic that takes none.
 */
export function mergePolicies(base: PlainObject | null, override: PlainObject | null): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(override ?? {})) {
    if (value !== null && value !== undefined) {
      merged[name] = value;
    }
  }
  if (override?.["usage_statistic"] === "current" && (override["usage_window"] ?? null) === null) {
    delete merged["usage_window"];
  }
  return merged;
}
