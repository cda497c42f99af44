import { request as httpRequest } from "node:http";
import { Agent, request as httpsRequest } from "node:https";
import * as z from "zod";
import type { Simulator } from "../src/start-simulator.js";

/** An answer as a test looks at it; `data` is undefined when the body is not JSON or empty. */
export interface TestAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The whole body. */
  readonly json: unknown;
  readonly data: unknown;
  /** The data when they are a list of objects, else nothing. */
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** How a test sends a request. */
export interface TestRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as a form when it is an object, as it is when it is text. */
  readonly body?: Readonly<Record<string, string>> | string;
  /** Base URL; default the first entry node. */
  readonly url?: string;
  /** Token name, or false for no credentials; default `sim`. */
  readonly token?: string | false;
}

const envelope = z.object({ data: z.unknown() });
const list = z.array(z.record(z.string(), z.unknown()));
const agent = new Agent({ keepAlive: false });

/** Sends a request to a simulated cluster, trusting nothing but its CA. Rejects when the connection breaks. */
export async function send(simulator: Simulator, path: string, options: TestRequest = {}): Promise<TestAnswer> {
  const url = new URL(`${options.url ?? simulator.url}${path.startsWith("/_sim") ? "" : "/api2/json"}${path}`);
  const body = typeof options.body === "object" ? new URLSearchParams({ ...options.body }).toString() : options.body;
  const headers = {
    ...(options.token === false ? {} : { Authorization: `PVEAPIToken=${simulator.token(options.token ?? "sim")}` }),
    ...(typeof options.body === "object" ? { "Content-Type": "application/x-www-form-urlencoded" } : {}),
    ...(body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
    ...options.headers,
  };
  const method = options.method ?? "GET";
  return new Promise((resolve, reject) => {
    const secure = url.protocol === "https:";
    const request = secure
      ? httpsRequest(url, { method, headers, ca: simulator.ca, agent })
      : httpRequest(url, { method, headers });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const json = parse(text);
        const data = envelope.safeParse(json).data?.data;
        const { statusCode: status = 0, statusMessage: reason = "", headers: answerHeaders } = response;
        const rows = list.safeParse(data).data ?? [];
        resolve({ status, reason, headers: answerHeaders, body: text, json, data, rows });
      });
    });
    request.end(body);
  });
}

/** Sends a POST with a form. */
export async function post(
  simulator: Simulator,
  path: string,
  body: Readonly<Record<string, string>> = {},
  options: TestRequest = {},
): Promise<TestAnswer> {
  return send(simulator, path, { method: "POST", body, ...options });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Starts a migration that must be accepted and gives the path of its task. */
export async function startTask(
  simulator: Simulator,
  path: string,
  body: Readonly<Record<string, string>>,
): Promise<{ readonly upid: string; readonly path: string }> {
  const answer = await post(simulator, path, body);
  if (answer.status !== 200)
    throw new Error(`The migration was refused: ${answer.status} ${answer.reason} ${answer.body}`);
  const upid = String(answer.data);
  return { upid, path: `/nodes/${upid.split(":")[1] ?? ""}/tasks/${encodeURIComponent(upid)}` };
}

/** Reads the texts of a task log. */
export async function logOf(simulator: Simulator, taskPath: string): Promise<readonly string[]> {
  const answer = await send(simulator, `${taskPath}/log?limit=0`);
  return answer.rows.map((row) => String(row["t"]));
}
