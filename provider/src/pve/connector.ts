import type { Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import type { SecureVersion } from "node:tls";
import { buildConnector } from "undici";
import { systemAuthorities } from "./system-authorities.js";

/** How the server's certificate is judged. */
export interface PveTls {
  /** True accepts any certificate; a fingerprint, when given, is still compared. */
  readonly insecure: boolean;
  /** Lowest protocol version that is offered. */
  readonly minVersion: SecureVersion;
  /** Certificates (PEM) that are trusted instead of the system's, or null. */
  readonly caPem: string | null;
  /** SHA-256 of the server's certificate in hexadecimal, with or without colons, or null. */
  readonly fingerprintSha256: string | null;
  /** Environment that may name other authorities than the system's; without it those that Node brings are trusted. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Wraps whatever ended a connection attempt: it proves that no byte of a request was sent. */
export class ConnectFailure extends Error {
  constructor(cause: Error) {
    super("The connection could not be made.", { cause });
  }
}

/** The server shows another certificate than the pinned one. */
export class FingerprintMismatch extends Error {
  readonly actual: string;

  constructor(actual: string) {
    super("The certificate does not have the pinned fingerprint.");
    this.actual = actual;
  }
}

/**
 * Returns the function with which the connection pool opens its sockets. A pinned fingerprint replaces the check of the
 * certificate chain and host name, unless a CA is given too; then both must hold.
 */
export function createConnector(tls: PveTls, connectTimeoutMs: number): buildConnector.connector {
  // Made with the first connection, so that a certificate which cannot be read is an error of connecting.
  let connect: buildConnector.connector | undefined;
  return (options, callback) => {
    const fail = (failure: Error): void => {
      callback(new ConnectFailure(failure), null);
    };
    try {
      connect ??= connectorOf(tls, connectTimeoutMs);
    } catch (failure) {
      fail(failure instanceof Error ? failure : new Error(String(failure)));
      return;
    }
    connect(options, (...[error, socket]) => {
      const failure = error ?? pinProblem(socket, tls.fingerprintSha256);
      if (failure === null && socket !== null) {
        callback(null, socket);
        return;
      }
      socket?.destroy();
      fail(failure ?? new Error("The connector gave no socket."));
    });
  };
}

function connectorOf(tls: PveTls, connectTimeoutMs: number): buildConnector.connector {
  return buildConnector({
    rejectUnauthorized: !tls.insecure && (tls.fingerprintSha256 === null || tls.caPem !== null),
    // One for all connections, because reading certificates takes longer than a handshake.
    secureContext: createSecureContext({
      minVersion: tls.minVersion,
      ...authoritiesOf(tls),
      ...(isLegacy(tls.minVersion) ? { ciphers: LEGACY_CIPHERS } : {}),
    }),
    timeout: connectTimeoutMs,
    // A resumed session would skip the certificate, and with it the comparison of the fingerprint.
    maxCachedSessions: tls.fingerprintSha256 === null ? 100 : 0,
  });
}

function authoritiesOf({ caPem, insecure, fingerprintSha256, env }: PveTls): { readonly ca?: string | string[] } {
  if (caPem !== null) return { ca: caPem };
  // Reading them takes a while, and is needed only where they are asked.
  const isAsked = !insecure && fingerprintSha256 === null;
  const system = isAsked && env !== undefined ? systemAuthorities(env) : undefined;
  return system === undefined ? {} : { ca: [...system] };
}

/** OpenSSL offers TLS 1.0 and 1.1 only at its lowest security level. */
const LEGACY_CIPHERS = "DEFAULT@SECLEVEL=0";

function isLegacy(version: SecureVersion): boolean {
  return version === "TLSv1" || version === "TLSv1.1";
}

function pinProblem(socket: Socket | null, fingerprint: string | null): Error | null {
  if (fingerprint === null || !(socket instanceof TLSSocket)) {
    return null;
  }
  const actual = socket.getPeerCertificate().fingerprint256;
  return bareHex(actual) === bareHex(fingerprint) ? null : new FingerprintMismatch(actual);
}

function bareHex(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}
