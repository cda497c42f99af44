import { PveApiError, PveAuthError, PvePermissionError } from "./errors.js";
import type { PveError } from "./errors.js";
import type { Redact } from "./redaction.js";
import type { WireResponse } from "./transport.js";

/** Returns the `data` of a successful answer; throws the PveError that fits any other. */
export function readAnswer(response: WireResponse, redact: Redact): unknown {
  const envelope = parseEnvelope(response.body);
  if (response.status < 200 || response.status > 299) {
    throw refusal(response, serverTextOf(response, envelope, redact));
  }
  if (envelope === null || !("data" in envelope)) {
    throw unexpectedAnswer(response, redact);
  }
  return envelope["data"];
}

/** Returns the error for an answer whose fields are not as the API promises; `problem` starts with the field's path. */
export function malformedAnswer(response: WireResponse, problem: string, redact: Redact): PveApiError {
  const shown = shorten(redact(problem));
  return new PveApiError(
    `${response.requestLine} was answered with data that the API does not promise: ${shown}. ` +
      "Check that all nodes run a supported version of Proxmox VE (8 or 9).",
    { code: "unexpected_answer", requestLine: response.requestLine, status: response.status, serverText: shown },
  );
}

type Envelope = Readonly<Record<string, unknown>>;

function parseEnvelope(body: string): Envelope | null {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : null;
  } catch {
    // The parser's message quotes the body, so it is dropped; the caller shows a redacted start of the body instead.
    return null;
  }
}

function isRecord(value: unknown): value is Envelope {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The server's words: the JSON message where there is one (late 8.3 and on), else the reason phrase; then field errors. */
function serverTextOf(response: WireResponse, envelope: Envelope | null, redact: Redact): string {
  const message = envelope?.["message"];
  const text = typeof message === "string" && message.trim() !== "" ? message.trim() : response.reason.trim();
  const errors = envelope?.["errors"];
  const fields = isRecord(errors)
    ? Object.entries(errors).map(([key, value]) => `${key}: ${String(value).trim()}`)
    : [];
  const whole = [text, ...fields].filter((part) => part !== "").join("; ");
  return whole === "" ? "no reason given" : shorten(redact(whole));
}

/** Keeps messages readable. Comes after the redaction: half a secret would not be recognised. */
function shorten(text: string): string {
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)}…` : text;
}

/** Longer than any error text of Proxmox VE known to us. */
const MAX_TEXT_LENGTH = 500;

function refusal(response: WireResponse, serverText: string): PveError {
  const { status, requestLine } = response;
  if (status === 401) {
    return authError(requestLine, serverText);
  }
  if (status === 403) {
    return permissionError(requestLine, serverText);
  }
  if (isNodeUnreachable(status)) {
    return apiError(response, serverText, {
      code: "node_unreachable",
      advice:
        "The entry node answered but could not reach the node that the request is about. Check that this node is up.",
    });
  }
  if (status === 501) {
    return apiError(response, serverText, {
      code: "not_implemented",
      advice: "The node's version of Proxmox VE does not know this request.",
    });
  }
  return apiError(response, serverText, { code: "request_refused", advice: isBusy(status) ? BUSY_ADVICE : "" });
}

/** What a proxy says whose server is away or at its limit. */
function isBusy(status: number): boolean {
  return status >= 502 && status <= 504;
}

const BUSY_ADVICE =
  "The node, or a proxy in front of it, is too busy or just restarting. Check its services pveproxy and pvedaemon, and try again.";

/** The server's HTTP client reports its own trouble as 595 to 599 (connect, TLS or headers, body, other). */
function isNodeUnreachable(status: number): boolean {
  return status >= 595 && status <= 599;
}

function apiError(
  { status, requestLine }: WireResponse,
  serverText: string,
  {
    code,
    advice,
  }: { readonly code: "request_refused" | "not_implemented" | "node_unreachable"; readonly advice: string },
): PveApiError {
  const message = `${requestLine} was refused with status ${status}: ${serverText}.${advice === "" ? "" : ` ${advice}`}`;
  return new PveApiError(message, { code, requestLine, status, serverText });
}

function authError(requestLine: string, serverText: string): PveAuthError {
  return new PveAuthError(
    `${requestLine} was refused with status 401: ${serverText}. ` +
      "Check the credentials (api_token, or auth_ticket with csrf_prevention_token, or username and password): " +
      "the token or user exists, is enabled and has not expired, and the secret is the right one.",
    { code: "authentication_failed", requestLine },
  );
}

function permissionError(requestLine: string, serverText: string): PvePermissionError {
  const [, path, privilege] = /\(([^,()]+), ([^()]+)\)/.exec(serverText) ?? [];
  const missing =
    path === undefined || privilege === undefined
      ? "Grant the missing privilege to the user and, if it is a token with privilege separation, to the token as well."
      : `Grant ${privilege.replaceAll("|", " or ")} on ${path} to the user and, if it is a token with privilege separation, ` +
        `to the token as well (pveum acl modify ${path} …).`;
  return new PvePermissionError(`${requestLine} was refused with status 403: ${serverText}. ${missing}`, {
    code: "permission_denied",
    requestLine,
  });
}

function unexpectedAnswer(response: WireResponse, redact: Redact): PveApiError {
  const start = redact(response.body).replace(/\s+/g, " ").trim().slice(0, SHOWN_BODY_LENGTH);
  const shown = start === "" ? "an empty body" : `"${start}${response.body.length > SHOWN_BODY_LENGTH ? "…" : ""}"`;
  return new PveApiError(
    `${response.requestLine} was answered with status ${response.status} but not with an answer of the Proxmox VE API: ` +
      `${shown}. Check that the endpoint is a Proxmox VE node and that no proxy or login page stands in between.`,
    { code: "unexpected_answer", requestLine: response.requestLine, status: response.status, serverText: start },
  );
}

/** Enough to recognise a login page or a cut-off answer. */
const SHOWN_BODY_LENGTH = 120;
