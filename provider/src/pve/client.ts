import { setTimeout as delay } from "node:timers/promises";
import { malformedAnswer, readAnswer } from "./answer.js";
import { formEncode } from "./api-path.js";
import type { PveTls } from "./connector.js";
import { ShapeError } from "./decode.js";
import type { Decoder } from "./decode.js";
import { EndpointRing } from "./endpoint-ring.js";
import type { TraceEntry } from "./endpoint-ring.js";
import { PveAuthError } from "./errors.js";
import { SecretKeeper } from "./redaction.js";
import { decodeTicket } from "./schemas/ticket.js";
import { openSession } from "./open-session.js";
import type { AuthHeaders, PveAuth, PveIdentity, Session, Ticket } from "./session.js";
import { Transport } from "./transport.js";
import type { HttpMethod, WireRequest, WireResponse } from "./transport.js";

/** How a client reaches a cluster. */
export interface PveClientOptions {
  /** Origins such as `https://pve1:8006`, tried in order; at least one. */
  readonly endpoints: readonly string[];
  readonly auth: PveAuth;
  readonly tls: PveTls;
  /** Limit for each attempt, from the connection to the last byte of the answer. */
  readonly requestTimeoutMs: number;
  readonly trace?: (entry: TraceEntry) => void;
  /** Called when a ticket could not be renewed in time, so that the old one goes on while it is valid. */
  readonly onRenewalFailed?: (failure: unknown) => void;
  /** Called with every secret as soon as it is known, the tickets of logins included, so that logs can be kept clean. */
  readonly onSecret?: (secret: string) => void;
  /** The clock that judges the age of tickets; the system's unless given. */
  readonly now?: () => number;
  /** Waits between repetitions; a timer unless given. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Parameters of a write. Null leaves a parameter out; booleans travel as 0 and 1. */
export type FormFields = Readonly<Record<string, string | number | boolean | null>>;

const DEFAULT_HEADERS = { accept: "application/json", "user-agent": "proxlb" };

/**
 * A connection to the API of one Proxmox VE cluster. Reads are repeated and taken elsewhere when an endpoint fails;
 * writes only while it is certain that they were not sent. Every call throws a PveError when it fails, and the signal's
 * reason when the caller gives up. No HTTP proxy is used.
 */
export class PveClient {
  readonly #ring: EndpointRing;
  readonly #session: Session;
  readonly #secrets: SecretKeeper;
  readonly #closing = new AbortController();

  constructor(options: PveClientOptions) {
    const now = options.now ?? Date.now;
    this.#secrets = new SecretKeeper(options.onSecret ?? ignore);
    this.#ring = new EndpointRing(
      options.endpoints.map((origin) => new Transport(origin, options.tls, options.requestTimeoutMs)),
      { now, sleep: options.sleep ?? sleep, trace: options.trace ?? ignore },
    );
    this.#session = openSession(options.auth, {
      now,
      secrets: this.#secrets,
      renewalFailed: options.onRenewalFailed ?? ignore,
      login: (username, password) => this.#login(username, password),
    });
  }

  /** Whom the cluster sees. */
  get identity(): PveIdentity {
    return this.#session.identity;
  }

  /** Reads; `path` stands below `/api2/json` and holds its query (see api-path.ts). */
  async get<T>(path: string, decode: Decoder<T>, signal: AbortSignal): Promise<T> {
    return this.#decoded(await this.#send({ method: "GET", path, body: null }, signal), decode);
  }

  /** Writes with form-encoded fields. */
  async post<T>(
    path: string,
    { fields, decode }: { readonly fields: FormFields; readonly decode: Decoder<T> },
    signal: AbortSignal,
  ): Promise<T> {
    return this.#decoded(await this.#send({ method: "POST", path, body: formEncode(fields) }, signal), decode);
  }

  /** Deletes, or stops a task; parameters belong into the query because the server refuses a body here. */
  async delete<T>(path: string, decode: Decoder<T>, signal: AbortSignal): Promise<T> {
    return this.#decoded(await this.#send({ method: "DELETE", path, body: null }, signal), decode);
  }

  /** Closes all connections; calls under way fail. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#ring.close();
  }

  async #send(
    call: { readonly method: HttpMethod; readonly path: string; readonly body: string | null },
    signal: AbortSignal,
  ): Promise<WireResponse> {
    const repeatable = call.method === "GET";
    const headers = await this.#authenticate(call.method, signal);
    const response = await this.#ring.exchange(wireRequest(call, headers), repeatable, signal);
    // Who is not let in has not acted, so that even a write may be sent again with a new ticket.
    if (response.status !== 401 || !this.#session.refused(headers)) {
      return response;
    }
    const fresh = await this.#authenticate(call.method, signal);
    return this.#ring.exchange(wireRequest(call, fresh), repeatable, signal);
  }

  async #authenticate(method: HttpMethod, signal: AbortSignal): Promise<AuthHeaders> {
    const headers = this.#session.headers(method);
    return headers instanceof Promise ? withSignal(headers, signal) : headers;
  }

  #decoded<T>(response: WireResponse, decode: Decoder<T>): T {
    const data = readAnswer(response, this.#secrets.redact);
    try {
      return decode(data);
    } catch (failure) {
      throw failure instanceof ShapeError ? malformedAnswer(response, failure.message, this.#secrets.redact) : failure;
    }
  }

  /** Runs on behalf of all waiting requests, so it ends with the client and not with one of them. */
  async #login(username: string, password: string): Promise<Ticket> {
    const request = wireRequest(
      { method: "POST", path: "/access/ticket", body: formEncode({ username, password }) },
      {},
    );
    // Logging in twice does no harm, so a login may be repeated like a read.
    const response = await this.#ring.exchange(request, true, this.#closing.signal);
    const answer = this.#decoded(response, decodeTicket);
    if (answer.needsSecondFactor) {
      throw new PveAuthError(
        `The user ${username} needs a second factor, which username and password alone cannot give ` +
          `(${response.requestLine}). Use an API token instead (api_token).`,
        { code: "second_factor_required", requestLine: response.requestLine },
      );
    }
    return answer;
  }
}

function wireRequest(
  call: { readonly method: HttpMethod; readonly path: string; readonly body: string | null },
  authentication: Readonly<Record<string, string>>,
): WireRequest {
  const content = call.body === null ? {} : { "content-type": "application/x-www-form-urlencoded" };
  return { ...call, headers: { ...DEFAULT_HEADERS, ...content, ...authentication } };
}

async function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  // A signal of its own: Node warns of a leak when many calls at once listen to the same one.
  const own = AbortSignal.any([signal]);
  let giveUp = ignore;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => {
      reject(reasonOf(own));
    };
  });
  own.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    own.removeEventListener("abort", giveUp);
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error("The request was given up.");
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch((failure: unknown) => {
    signal.throwIfAborted();
    throw failure;
  });
}

function ignore(): void {
  // Nobody listens.
}
