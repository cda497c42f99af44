import type { Path } from "./path.js";
import type { CtyType } from "./type.js";
import { DynamicValue, isMapping, isSequence } from "./value.js";
import type { CtyValue } from "./value.js";
import { childrenOf } from "./children.js";
import { pathInto } from "./walk.js";

/** Answers what a part of a value becomes; the parts inside of it have been replaced before. */
export type Replacer = (path: Path, type: CtyType, value: CtyValue) => CtyValue;

const withParts = (type: CtyType, value: CtyValue, parts: readonly CtyValue[]): CtyValue => {
  if (value instanceof DynamicValue) return new DynamicValue(value.type, parts[0] ?? null);
  if (isSequence(value)) return parts;
  if (!isMapping(value)) return value;
  const names = type.kind === "object" ? type.attributes.keys() : value.keys();
  return new Map([...names].map((name, i) => [name, parts[i] ?? null]));
};

const transformFrom = (path: Path, type: CtyType, value: CtyValue, replace: Replacer): CtyValue => {
  const parts = childrenOf(type, value).map((child) =>
    transformFrom(pathInto(path, child.step), child.type, child.value, replace),
  );
  return replace(path, type, withParts(type, value, parts));
};

/**
 * Rebuilds the value from the inside out, each part being what `replace` answers. The value must conform to the type;
 * the original is left as it is.
 */
export const transformValue = (type: CtyType, value: CtyValue, replace: Replacer): CtyValue =>
  transformFrom([], type, value, replace);
