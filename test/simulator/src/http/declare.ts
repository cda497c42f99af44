/** A parameter or endpoint in the form of the published contracts, as far as this simulator reads it. */
export type Declared = Readonly<Record<string, unknown>>;

/** Parameters by name. */
export type DeclaredParameters = Readonly<Record<string, Declared>>;

/** Who may call an endpoint: anybody who is logged in (then the endpoint itself decides), or who has one of these privileges on a path. */
export type Permitted = "anybody" | { readonly path: string; readonly privileges: readonly string[] };

/** What an endpoint is declared with. */
export interface EndpointDeclaration {
  readonly permitted: Permitted;
  readonly parameters?: DeclaredParameters;
}

export const TEXT: Declared = { type: "string", optional: true };
export const BOOLEAN: Declared = { type: "boolean", optional: true };
export const INTEGER: Declared = { type: "integer", optional: true };
export const NUMBER: Declared = { type: "number", optional: true };
export const VMID: Declared = { type: "integer", format: "pve-vmid", minimum: 100, maximum: 999_999_999 };

const NODE: Declared = { type: "string", format: "pve-node" };
const STORAGE: Declared = { type: "string", format: "pve-storage-id" };
const PATH_PARAMETERS: Readonly<Record<string, Declared>> = { node: NODE, vmid: VMID, storage: STORAGE };

/** Makes a parameter required. */
export function required(parameter: Declared): Declared {
  return { ...parameter, optional: false };
}

/** Limits a parameter to some words. */
export function oneOf(...words: readonly string[]): Declared {
  return { ...TEXT, enum: words };
}

/** Gives a whole number a smallest value. */
export function atLeast(minimum: number): Declared {
  return { ...INTEGER, minimum };
}

/** Gives every name the same declaration. */
export function each(names: readonly string[], parameter: Declared): DeclaredParameters {
  return Object.fromEntries(names.map((name) => [name, parameter]));
}

/** Declares `name0` up to the given count. */
export function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index}`);
}

/** Declares an endpoint; parameters of its path are added, and calls below a node are forwarded to that node. */
export function declare(route: string, { permitted, parameters = {} }: EndpointDeclaration): unknown {
  const [method = "", path = ""] = route.split(" ");
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    return [name, PATH_PARAMETERS[name] ?? required(TEXT)] as const;
  });
  return {
    method,
    path,
    allowToken: true,
    ...(path.startsWith("/nodes/{node}/") ? { proxyto: "node" } : {}),
    permission:
      permitted === "anybody" ? { user: "all" } : { check: ["perm", permitted.path, permitted.privileges, "any", 1] },
    parameters: { ...parameters, ...Object.fromEntries(inPath) },
  };
}
