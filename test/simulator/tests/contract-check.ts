import { readFileSync } from "node:fs";
import * as z from "zod";

interface Shape {
  readonly type?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly minimum?: number | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly items?: Shape | undefined;
  readonly onlyForTypes?: readonly string[] | undefined;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  integer: (value) => Number.isSafeInteger(value),
  number: (value) => typeof value === "number" && Number.isFinite(value),
  boolean: (value) => value === 0 || value === 1,
  string: (value) => typeof value === "string",
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  null: (value) => value === null,
};

const shape: z.ZodType<Shape> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    optional: z.boolean().optional(),
    enum: z.array(z.string()).optional(),
    minimum: z.number().optional(),
    properties: z.record(z.string(), shape).optional(),
    items: shape.optional(),
    onlyForTypes: z.array(z.string()).optional(),
  }),
);

const contract = z.object({ endpoints: z.array(z.object({ method: z.string(), path: z.string(), returns: shape })) });

/** Loads the declared answers of a version, by method and path. */
export function loadAnswers(version: "8.4.5" | "9.2.3"): ReadonlyMap<string, Shape> {
  const file = new URL(`../../fixtures/pve/schema/pve-${version}.endpoints.json`, import.meta.url);
  const { endpoints } = contract.parse(JSON.parse(readFileSync(file, "utf8")));
  return new Map(endpoints.map((each) => [`${each.method} ${each.path}`, each.returns]));
}

/**
 * Lists where an answer does not keep what is declared. `notSent` names fields that are declared without "optional" but
 * that real servers leave out; `asText` those whose numbers real servers send as text.
 */
export function violations(
  value: unknown,
  declared: Shape,
  known: { readonly notSent: readonly string[]; readonly asText: readonly string[] },
  path = "",
): readonly string[] {
  const wrong = typeProblem(value, declared, known.asText.includes(path));
  if (wrong !== undefined) return [`${path}: ${wrong}`];
  if (Array.isArray(value)) {
    const { items } = declared;
    return items === undefined ? [] : value.flatMap((each) => violations(each, items, known, `${path}[]`));
  }
  if (typeof value !== "object" || value === null) return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  return Object.entries(declared.properties ?? {}).flatMap(([name, field]) => {
    const inner = path === "" ? name : `${path}.${name}`;
    if (fields.has(name)) return violations(fields.get(name), field, known, inner);
    return field.optional === true || known.notSent.includes(inner) ? [] : [`${inner}: is missing`];
  });
}

function typeProblem(value: unknown, declared: Shape, asText: boolean): string | undefined {
  if (!hasType(value, declared.type, asText)) return `${JSON.stringify(value)} is not of type ${String(declared.type)}`;
  if (declared.enum !== undefined && !declared.enum.includes(String(value)))
    return `${String(value)} is not one of ${declared.enum.join(", ")}`;
  if (declared.minimum !== undefined && Number(value) < declared.minimum)
    return `${String(value)} is below ${declared.minimum}`;
  return undefined;
}

function hasType(value: unknown, type: string | undefined, asText: boolean): boolean {
  if (asText && type === "number") return typeof value === "string" && Number.isFinite(Number(value));
  return type === undefined || (TYPES[type]?.(value) ?? true);
}
