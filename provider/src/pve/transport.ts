import { Pool } from "undici";
import { createConnector } from "./connector.js";
import type { PveTls } from "./connector.js";
import { translateFailure } from "./network-failure.js";

/** The verbs that the Proxmox VE API is asked with. */
export type HttpMethod = "GET" | "POST" | "DELETE";

/** A request as it goes over the wire, below the authentication and above the connection. */
export interface WireRequest {
  readonly method: HttpMethod;
  /** Below `/api2/json`, percent-encoded, query included. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Form-encoded, or null. */
  readonly body: string | null;
}

/** An answer with its body read in full; any status. */
export interface WireResponse {
  readonly status: number;
  /** The text of the status line, in which Proxmox VE words its errors. */
  readonly reason: string;
  readonly body: string;
  readonly requestLine: string;
}

const API_BASE = "/api2/json";

/** Enough for some 50,000 guests in one answer; more than that is not a Proxmox cluster. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** One entry node is asked over at most this many connections; it takes several hundred from all its users together. */
const MAX_CONNECTIONS = 80;

/** The server closes idle connections after 5 s; giving up earlier avoids requests on a socket that is just closing. */
const KEEP_ALIVE_MS = 4_000;

const MAX_CONNECT_MS = 10_000;

/** One endpoint and its pool of kept-alive connections. */
export class Transport {
  /** The endpoint, as `https://pve1:8006`. */
  readonly origin: string;
  readonly #pool: Pool;
  readonly #timeoutMs: number;

  constructor(origin: string, tls: PveTls, timeoutMs: number) {
    this.origin = origin;
    this.#timeoutMs = timeoutMs;
    this.#pool = new Pool(origin, {
      // Half of the time for connecting, so that a silent host is told apart from a silent server.
      connect: createConnector(tls, Math.min(MAX_CONNECT_MS, timeoutMs / 2)),
      connections: MAX_CONNECTIONS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxResponseSize: MAX_ANSWER_BYTES,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /**
   * Sends one request and reads the whole answer.
   *
   * @throws PveError when there is no complete answer; the signal's reason when the caller gave up.
   */
  async send(request: WireRequest, signal: AbortSignal): Promise<WireResponse> {
    const requestLine = `${request.method} ${request.path} at ${this.origin}`;
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const answer = await this.#pool.request({
        method: request.method,
        path: API_BASE + request.path,
        headers: request.headers,
        body: request.body,
        signal: AbortSignal.any([signal, timeout]),
      });
      const body = await answer.body.text();
      return { status: answer.statusCode, reason: answer.statusText, body, requestLine };
    } catch (failure) {
      signal.throwIfAborted();
      throw translateFailure(failure, {
        requestLine,
        origin: this.origin,
        timeoutMs: this.#timeoutMs,
        timedOut: timeout.aborted,
        writes: request.method !== "GET",
      });
    }
  }

  /** Closes all connections at once; requests under way fail. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
