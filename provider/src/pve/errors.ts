/** Names what went wrong in a form that programs compare; the message is for people. */
export type PveErrorCode =
  | "unreachable"
  | "connection_lost"
  | "client_closed"
  | "timeout"
  | "untrusted_certificate"
  | "tls_failed"
  | "authentication_failed"
  | "second_factor_required"
  | "permission_denied"
  | "request_refused"
  | "not_implemented"
  | "node_unreachable"
  | "unexpected_answer"
  | "answer_too_large";

/** What every error of the Proxmox side carries besides its message. */
export interface PveErrorDetails {
  readonly code: PveErrorCode;
  /** The request, as `GET /cluster/resources at https://pve1:8006`. */
  readonly requestLine: string;
  readonly cause?: unknown;
}

/** The root of all errors that talking to Proxmox VE can end in; messages are full sentences and hold no secret. */
export abstract class PveError extends Error {
  readonly code: PveErrorCode;
  readonly requestLine: string;

  constructor(message: string, details: PveErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = details.code;
    this.requestLine = details.requestLine;
  }
}

/** No connection could be made, or it broke before the answer was complete. */
export class PveUnreachableError extends PveError {
  /** False when it is certain that the request never left; true when the server may have acted on it. */
  readonly sent: boolean;

  constructor(message: string, details: PveErrorDetails & { readonly sent: boolean }) {
    super(message, details);
    this.sent = details.sent;
  }
}

/** The server took the connection but did not answer in time; a write may still take effect. */
export class PveTimeoutError extends PveError {}

/** The TLS connection could not be made or is not trusted; trying another endpoint would hide the problem. */
export class PveTlsError extends PveError {}

/** The credentials are wrong, expired, or need a second factor. */
export class PveAuthError extends PveError {}

/** The server answered, but with a refusal or with something that is not an answer of the Proxmox VE API. */
export class PveApiError extends PveError {
  /** HTTP status; 595 to 599 mean that the entry node could not reach the node that the request is about. */
  readonly status: number;
  /** The server's own words: the JSON message, else the reason phrase. */
  readonly serverText: string;

  constructor(message: string, details: PveErrorDetails & { readonly status: number; readonly serverText: string }) {
    super(message, details);
    this.status = details.status;
    this.serverText = details.serverText;
  }
}

/** A privilege is missing. */
export class PvePermissionError extends PveError {}

/** Says whether a request failed because the guest, its configuration or its task is no longer there. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof PveApiError &&
    (error.status === 404 || /does not exist|no such (resource|task|ha)/i.test(error.serverText))
  );
}

/** Says whether a request failed because another operation holds the lock of the guest. */
export function isLocked(error: unknown): boolean {
  return error instanceof PveApiError && /\b(VM|CT) is locked\b/.test(error.serverText);
}

/** Says whether the server is of a version that does not know the path (status 501). */
export function isNotImplemented(error: unknown): boolean {
  return error instanceof PveApiError && error.code === "not_implemented";
}

/** Says whether the entry node answered but could not reach the node that the request is about. */
export function isNodeSilent(error: unknown): boolean {
  return error instanceof PveApiError && error.code === "node_unreachable";
}

/** Says whether a history is missing altogether, as that of a guest or node that has just come; others are not affected. */
export function isWithoutHistory(error: unknown): boolean {
  return error instanceof PveApiError && /\bRRD error\b.*No such file/is.test(error.serverText);
}

/** Says whether a request for HA groups failed because the cluster has none any more but rules. */
export function isMigratedToRules(error: unknown): boolean {
  return error instanceof PveApiError && /\bgroups have been migrated to rules\b/.test(error.serverText);
}
