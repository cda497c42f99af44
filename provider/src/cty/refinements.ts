import type { CtyType } from "./type.js";
import type { Refinements } from "./value.js";

type RefinementName = keyof Refinements;

const namesFor = (type: CtyType): readonly RefinementName[] => {
  switch (type.kind) {
    case "dynamic":
      return [];
    case "string":
      return ["notNull", "prefix"];
    case "number":
      return ["notNull", "min", "max"];
    case "list":
    case "set":
    case "map":
      return ["notNull", "lengthMin", "lengthMax"];
    case "bool":
    case "tuple":
    case "object":
      return ["notNull"];
  }
};

/**
 * Returns those refinements that say something about a value of this type, or undefined when none does. Leaving one out
 * is always true to the value, whereas one that does not fit the type makes the CLI fail.
 */
export const applicableRefinements = (type: CtyType, refinements: Refinements | undefined): Refinements | undefined => {
  if (refinements === undefined) return undefined;
  const { prefix } = refinements;
  const names = namesFor(type).filter(
    (name) => refinements[name] !== undefined && (name !== "prefix" || prefix !== ""),
  );
  return names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, refinements[name]]));
};
