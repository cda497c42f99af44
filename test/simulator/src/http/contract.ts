import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { ClusterNode } from "../cluster/cluster.js";
import { isVersion9 } from "../cluster/cluster.js";
import { extraEndpoints } from "./extra-endpoints.js";

const parameter = z.object({
  type: z.enum(["string", "integer", "number", "boolean", "array"]),
  optional: z.boolean().default(false),
  enum: z.array(z.string()).optional(),
  format: z.union([z.string(), z.record(z.string(), z.json())]).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  max_length: z.number().optional(),
  pattern: z.string().optional(),
  patternFlags: z.string().optional(),
});

const permission = z.object({
  user: z.enum(["all", "world"]).optional(),
  check: z.tuple([z.literal("perm"), z.string(), z.array(z.string())], z.json()).optional(),
});

const endpoint = z.object({
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  path: z.string(),
  allowToken: z.boolean(),
  proxyto: z.string().optional(),
  permission,
  parameters: z.record(z.string(), parameter),
});

const contract = z.object({ endpoints: z.array(endpoint) });

/** A declared parameter. */
export type ParameterContract = z.output<typeof parameter>;

/** A declared endpoint. */
export type EndpointContract = z.output<typeof endpoint>;

/** Where a request leads by a contract: the endpoint and the values of its path parameters. */
export interface Route {
  readonly endpoint: EndpointContract;
  readonly pathParameters: Readonly<Record<string, string>>;
}

const SCHEMA_FOLDER = "test/fixtures/pve/schema";
const VERSION_8 = "pve-8.4.5.endpoints.json";
const VERSION_9 = "pve-9.2.3.endpoints.json";
const loaded = new Map<string, ReadonlyMap<string, readonly EndpointContract[]>>();

/** Finds the endpoint that a node of its version has for a request; undefined when it has none. */
export function findRoute(node: ClusterNode, method: string, segments: readonly string[]): Route | undefined {
  const byMethod = contractOf(isVersion9(node) ? VERSION_9 : VERSION_8);
  for (const each of byMethod.get(`${method} ${segments.length}`) ?? []) {
    const pathParameters = matchPath(each.path, segments);
    if (pathParameters !== undefined) return { endpoint: each, pathParameters };
  }
  return undefined;
}

function contractOf(file: string): ReadonlyMap<string, readonly EndpointContract[]> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(schemaFolder(), file), "utf8");
  const endpoints = [
    ...contract.parse(JSON.parse(text)).endpoints,
    ...contract.parse({ endpoints: extraEndpoints(file === VERSION_9) }).endpoints,
  ];
  const grouped = group(endpoints);
  loaded.set(file, grouped);
  return grouped;
}

function group(endpoints: readonly EndpointContract[]): ReadonlyMap<string, readonly EndpointContract[]> {
  const groups = new Map<string, EndpointContract[]>();
  for (const each of endpoints) {
    const key = `${each.method} ${each.path.split("/").length - 1}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

function matchPath(template: string, segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.split("/").slice(1).entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{")) parameters[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return parameters;
}

// The program runs from its sources and as one bundled file, which lie at different depths of the repository.
function schemaFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, SCHEMA_FOLDER);
    if (existsSync(candidate)) return candidate;
  }
  throw new Error(`The folder ${SCHEMA_FOLDER} with the declared interface was not found above the simulator.`);
}
