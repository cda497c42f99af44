/** One step into a value: an attribute of an object, a key of a map, or an index of a list. */
export type PathStep = { readonly attribute: string } | { readonly key: string } | { readonly index: number };

/** Where a value stands inside a configuration or state; empty for the whole. */
export type Path = readonly PathStep[];

/** Returns the path of an attribute at the top. */
export const attributePath = (...names: readonly string[]): Path => names.map((attribute) => ({ attribute }));

const formatStep = (step: PathStep, first: boolean): string => {
  if ("attribute" in step) return first ? step.attribute : `.${step.attribute}`;
  return "key" in step ? `[${JSON.stringify(step.key)}]` : `[${step.index}]`;
};

/** Writes the path as users write it in HCL: `policy.methods[0]`, `guests["web"].tags`. */
export const formatPath = (path: Path): string => path.map((step, i) => formatStep(step, i === 0)).join("");
