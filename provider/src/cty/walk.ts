import { childrenOf } from "./children.js";
import type { Path, PathStep } from "./path.js";
import type { CtyType } from "./type.js";
import type { CtyValue } from "./value.js";

/** Returns the path one step further in; without a step (inside a set or a dynamic wrapper) the path stays. */
export const pathInto = (path: Path, step: PathStep | undefined): Path => (step === undefined ? path : [...path, step]);

/** Looks at a part of a value; answers false to leave out what is inside of it. */
export type Visitor = (path: Path, type: CtyType, value: CtyValue) => boolean;

const walkFrom = (path: Path, type: CtyType, value: CtyValue, visit: Visitor): void => {
  if (!visit(path, type, value)) return;
  for (const child of childrenOf(type, value)) walkFrom(pathInto(path, child.step), child.type, child.value, visit);
};

/** Visits the value and then its parts, outermost first. A dynamic wrapper is visited before its content, at the same path. */
export const walkValue = (type: CtyType, value: CtyValue, visit: Visitor): void => {
  walkFrom([], type, value, visit);
};

/** Returns the path of the first part, outermost first, that `matches`; undefined when none does. */
export const findPath = (
  type: CtyType,
  value: CtyValue,
  matches: (type: CtyType, value: CtyValue) => boolean,
): Path | undefined => {
  if (matches(type, value)) return [];
  for (const child of childrenOf(type, value)) {
    const found = findPath(child.type, child.value, matches);
    if (found !== undefined) return child.step === undefined ? found : [child.step, ...found];
  }
  return undefined;
};
