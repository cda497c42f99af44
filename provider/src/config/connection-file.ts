import type { PlainObject } from "../planning/model/read-policy-value.js";
import type { ProviderAttributes } from "./provider-attributes.js";

/** A provider block written as JSON: the connection, and the policy, not decoded yet. */
export interface ConnectionFile {
  readonly attributes: ProviderAttributes & {
    readonly config_file?: string | null;
    readonly snapshot_file?: string | null;
  };
  readonly policy: PlainObject | null;
}

/** What is expected at each key, in words for messages. */
const KINDS = {
  endpoint: "text",
  endpoints: "a list of texts",
  api_token: "text",
  auth_ticket: "text",
  csrf_prevention_token: "text",
  username: "text",
  password: "text",
  insecure: "true or false",
  min_tls: "text",
  ca_certificate: "text",
  tls_fingerprint: "text",
  request_timeout: "text",
  config_file: "text",
  snapshot_file: "text",
  policy: "an object",
} as const;

type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Says that a connection file cannot be used, in full sentences that repeat no value of it. */
export class ConnectionFileError extends Error {
  constructor(path: string, lines: readonly string[]) {
    super(`The configuration file ${path} cannot be used.\n${lines.map((line) => `  ${line}`).join("\n")}`);
    this.name = "ConnectionFileError";
  }
}

/**
 * Reads the text of a connection file: JSON with the attribute names of the provider block.
 *
 * @param path only for messages
 * @throws ConnectionFileError naming every key that is unknown or holds the wrong kind of value
 */
export function parseConnectionFile(text: string, path: string): ConnectionFile {
  const json = parseJson(text, path);
  const problems = Object.entries(json).flatMap(([key, value]) => problemOf(key, value));
  if (problems.length > 0) throw new ConnectionFileError(path, problems);
  const { policy = null, ...attributes } = json;
  return { attributes, policy: policy as PlainObject | null };
}

function parseJson(text: string, path: string): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's message repeats a part of the text, which may hold a secret.
    throw new ConnectionFileError(path, ["It is not valid JSON. Check quotes and commas."]);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new ConnectionFileError(path, ["An object with the attributes of the provider is expected."]);
  }
  return { ...json };
}

function problemOf(key: string, value: unknown): readonly string[] {
  const kind: Kind | undefined = Object.entries(KINDS).find(([name]) => name === key)?.[1];
  if (kind === undefined) return [`The provider has no attribute "${key}". It has ${Object.keys(KINDS).join(", ")}.`];
  return value === null || isOfKind(kind, value) ? [] : [`"${key}" must be ${kind}.`];
}

function isOfKind(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case "text":
      return typeof value === "string";
    case "true or false":
      return typeof value === "boolean";
    case "a list of texts":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "an object":
      return typeof value === "object" && !Array.isArray(value);
  }
}
