import { ConnectFailure, FingerprintMismatch } from "./connector.js";
import { PveApiError, PveTimeoutError, PveTlsError, PveUnreachableError } from "./errors.js";
import type { PveError } from "./errors.js";

/** What is known about the request that failed. */
export interface FailedRequest {
  readonly requestLine: string;
  /** The endpoint, as `https://pve1:8006`. */
  readonly origin: string;
  readonly timeoutMs: number;
  /** True when the request's own time limit ended it. */
  readonly timedOut: boolean;
  /** False when a repetition cannot do harm. */
  readonly writes: boolean;
}

/** Connection errors in the words of a user. */
const CONNECT_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was closed during the handshake",
  EHOSTUNREACH: "there is no route to the host",
  ENETUNREACH: "the network is unreachable",
  ENOTFOUND: "the host name is unknown",
  EAI_AGAIN: "the name server did not answer",
  ETIMEDOUT: "the connection attempt timed out",
  UND_ERR_CONNECT_TIMEOUT: "the connection attempt timed out",
};

/** Verification results of OpenSSL and Node that mean "this certificate is not trusted". */
const UNTRUSTED = new Set([
  "CERT_CHAIN_TOO_LONG",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "CERT_REJECTED",
  "CERT_REVOKED",
  "CERT_SIGNATURE_FAILURE",
  "CERT_UNTRUSTED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "HOSTNAME_MISMATCH",
  "INVALID_CA",
  "INVALID_PURPOSE",
  "PATH_LENGTH_EXCEEDED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** The certificate is trusted but made out to other hosts. */
const WRONG_NAME = "ERR_TLS_CERT_ALTNAME_INVALID";

/** Turns whatever undici, Node or OpenSSL threw into the error family; the only place that knows their codes. */
export function translateFailure(failure: unknown, request: FailedRequest): PveError {
  if (failure instanceof ConnectFailure) {
    return connectError(failure.cause, request);
  }
  if (request.timedOut) {
    return timeoutError(request, failure);
  }
  return exchangeError(failure, request);
}

/** Returns the `code` of a system error, or an empty string. */
function codeOf(failure: unknown): string {
  const code = memberOf(failure, "code");
  return typeof code === "string" ? code : "";
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function connectError(cause: unknown, request: FailedRequest): PveError {
  if (cause instanceof FingerprintMismatch) {
    return fingerprintError(cause, request);
  }
  const code = codeOf(cause);
  if (code === WRONG_NAME) {
    return wrongNameError(cause, request);
  }
  if (UNTRUSTED.has(code)) {
    return untrustedError(cause, request);
  }
  if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_")) {
    return handshakeError(cause, request);
  }
  const reason = CONNECT_REASONS[code] ?? textOf(cause);
  return new PveUnreachableError(
    `${request.origin} cannot be reached: ${reason} (${request.requestLine}). ` +
      "Check the endpoint, its port (Proxmox VE listens on 8006), the network and that the node is up.",
    { code: "unreachable", requestLine: request.requestLine, cause, sent: false },
  );
}

function fingerprintError(mismatch: FingerprintMismatch, request: FailedRequest): PveTlsError {
  return new PveTlsError(
    `The certificate of ${request.origin} has the SHA-256 fingerprint ${mismatch.actual}, not the one in tls_fingerprint. ` +
      "If the certificate was renewed, compare the new fingerprint on the node itself and update tls_fingerprint; " +
      "otherwise somebody may be intercepting the connection. Nothing was sent.",
    { code: "untrusted_certificate", requestLine: request.requestLine, cause: mismatch },
  );
}

function untrustedError(cause: unknown, request: FailedRequest): PveTlsError {
  return new PveTlsError(
    `The certificate of ${request.origin} is not trusted: ${textOf(cause)} (${request.requestLine}). ` +
      "Set ca_certificate to the CA of the cluster (/etc/pve/pve-root-ca.pem on any node), or tls_fingerprint to the " +
      "SHA-256 fingerprint of the certificate, or, for tests only, insecure = true. No other endpoint was tried.",
    { code: "untrusted_certificate", requestLine: request.requestLine, cause },
  );
}

function wrongNameError(cause: unknown, request: FailedRequest): PveTlsError {
  const names = certificateNames(cause);
  return new PveTlsError(
    `The certificate of ${request.origin} is made out to ${names === "" ? "another host" : names} (${request.requestLine}). ` +
      "Write one of these names into the endpoint, or set tls_fingerprint to the SHA-256 fingerprint of the certificate. " +
      "No other endpoint was tried.",
    { code: "untrusted_certificate", requestLine: request.requestLine, cause },
  );
}

/** Node attaches the certificate to this one error. */
function certificateNames(failure: unknown): string {
  const certificate = memberOf(failure, "cert");
  const names = memberOf(certificate, "subjectaltname");
  return typeof names === "string" ? names.replace(/(DNS|IP Address):/g, "").slice(0, MAX_REASON_LENGTH) : "";
}

function handshakeError(cause: unknown, request: FailedRequest): PveTlsError {
  return new PveTlsError(
    `No TLS connection to ${request.origin} could be made: ${textOf(cause)} (${request.requestLine}). ` +
      "Check that the port speaks HTTPS, and whether the server needs a lower min_tls.",
    { code: "tls_failed", requestLine: request.requestLine, cause },
  );
}

function timeoutError(request: FailedRequest, cause: unknown): PveTimeoutError {
  const effect = request.writes ? " It is not known whether the request took effect." : "";
  return new PveTimeoutError(
    `${request.requestLine} was not answered within ${request.timeoutMs / 1000} s.${effect} ` +
      "Check that the node is healthy, or raise request_timeout.",
    { code: "timeout", requestLine: request.requestLine, cause },
  );
}

function exchangeError(failure: unknown, request: FailedRequest): PveError {
  const { requestLine } = request;
  const code = codeOf(failure);
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return new PveApiError(
      `${requestLine} was answered with more data than the client accepts. ` +
        "Check that the endpoint is a Proxmox VE node and that no proxy stands in between.",
      {
        code: "answer_too_large",
        requestLine,
        status: 200,
        serverText: "",
      },
    );
  }
  if (code === "UND_ERR_DESTROYED" || code === "UND_ERR_CLOSED") {
    return new PveUnreachableError(`${requestLine} was given up because the client was closed.`, {
      code: "client_closed",
      requestLine,
      sent: true,
    });
  }
  const effect = request.writes ? " It is not known whether the request took effect." : "";
  const scheme = request.origin.startsWith("http:")
    ? `The endpoint ${request.origin} begins with http, but Proxmox VE speaks HTTPS: write https unless a proxy stands in between. `
    : "";
  return new PveUnreachableError(
    `The connection broke before ${requestLine} was answered: ${textOf(failure)}.${effect} ${scheme}` +
      "Check that the node is up, that its service pveproxy runs, and that nothing in between ends connections.",
    { code: "connection_lost", requestLine, cause: failure, sent: true },
  );
}

function textOf(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  return text.split("\n")[0]?.replace(/\.$/, "").slice(0, MAX_REASON_LENGTH) ?? "";
}

/** OpenSSL and host-name reasons can run over several hundred characters. */
const MAX_REASON_LENGTH = 200;
