import { childrenOf } from "../../cty/children.js";
import type { Path } from "../../cty/path.js";
import type { CtyType } from "../../cty/type.js";
import type { CtyValue } from "../../cty/value.js";
import { pathInto } from "../../cty/walk.js";

const isCollection = ({ kind }: CtyType): boolean => kind === "list" || kind === "set" || kind === "map";

/**
 * Returns the paths of null elements of a list, set or map, collections inside of collections included. Objects are not
 * entered, as their attributes are looked at one by one.
 */
export const pathsOfNullElements = (type: CtyType, value: CtyValue): readonly Path[] => {
  if (!isCollection(type)) return [];
  return childrenOf(type, value).flatMap((child) => {
    const inner = child.value === null ? [[]] : pathsOfNullElements(child.type, child.value);
    return inner.map((path) => [...pathInto([], child.step), ...path]);
  });
};
