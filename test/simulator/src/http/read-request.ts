import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { ApiError } from "./api-error.js";

const MAX_BODY_BYTES = 512 * 1024;
const MAX_HEADERS = 64;

/** A request as far as it can be understood without knowing the interface. */
export interface ParsedRequest {
  readonly method: string;
  /** Path as sent, percent-decoded, without trailing slashes. */
  readonly path: string;
  /** Decoded segments below `/api2/json`; undefined when the path is elsewhere. */
  readonly segments: readonly string[] | undefined;
  /** Parameters of the query string, and of the body where there may be one. */
  readonly parameters: Readonly<Record<string, string>>;
}

const jsonBody = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** Splits a request into path and parameters. Throws the refusal of a body that must not be there or cannot be read. */
export function parseRequest(message: IncomingMessage, body: Buffer): ParsedRequest {
  const method = message.method ?? "GET";
  const [rawPath, query] = splitOnce(message.url ?? "/", "?");
  const path = decodePath(rawPath).replace(/(.)\/+$/, "$1");
  checkLimits(message, method, body);
  const parameters = { ...fromForm(query), ...(body.length === 0 ? {} : fromBody(message, body)) };
  return { method, path, segments: segmentsOf(rawPath), parameters };
}

/** Reads a body completely, up to a little more than what is accepted. */
export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(z.instanceof(Uint8Array).parse(chunk));
    if (length <= MAX_BODY_BYTES) chunks.push(bytes);
    length += bytes.length;
  }
  return Buffer.concat(chunks);
}

function checkLimits(message: IncomingMessage, method: string, body: Buffer): void {
  if (message.rawHeaders.length / 2 > MAX_HEADERS)
    throw new ApiError(400, `too many http header lines (> ${MAX_HEADERS})`);
  if (body.length > MAX_BODY_BYTES) throw new ApiError(501, "for data too large");
  if (body.length > 0 && (method === "GET" || method === "DELETE")) {
    throw new ApiError(501, `Unexpected content for method '${method}'`);
  }
}

function segmentsOf(rawPath: string): readonly string[] | undefined {
  const below = /^\/api2\/json(?:\/(.*))?$/.exec(rawPath);
  if (below === null) return undefined;
  return (below[1] ?? "")
    .split("/")
    .filter((segment) => segment !== "")
    .map(decodePath);
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A stray percent sign stands for itself.
  }
}

function fromForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function fromBody(message: IncomingMessage, body: Buffer): Record<string, string> {
  const type = (message.headers["content-type"] ?? "").split(";")[0]?.trim();
  if (type !== "application/json") return fromForm(body.toString("utf8"));
  return fromJson(body.toString("utf8"));
}

function fromJson(text: string): Record<string, string> {
  const parsed = jsonBody.safeParse(parseJson(text));
  if (!parsed.success) throw new ApiError(400, "unable to parse JSON body");
  const present = Object.entries(parsed.data).filter(([, value]) => value !== null);
  return Object.fromEntries(present.map(([name, value]) => [name, wireText(value)]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wireText(value: string | number | boolean | null): string {
  return typeof value === "boolean" ? (value ? "1" : "0") : String(value);
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}
