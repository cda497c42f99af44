import { X509Certificate } from "node:crypto";
import { ENVIRONMENT_VARIABLES, attributeAndVariable, textSetting } from "./provider-attributes.js";
import type { Environment, ProviderAttributes } from "./provider-attributes.js";
import type { Resolved, SettingProblem } from "./setting-problem.js";

/** How the servers' certificates are judged. */
export interface TlsSettings {
  readonly insecure: boolean;
  readonly minVersion: TlsVersion;
  /** PEM, or null for the system's authorities. */
  readonly caPem: string | null;
  /** SHA-256 in lower-case hexadecimal without colons, or null. */
  readonly fingerprintSha256: string | null;
  /** May name other authorities than the system's. */
  readonly env: Environment;
}

type TlsVersion = "TLSv1" | "TLSv1.1" | "TLSv1.2" | "TLSv1.3";

const VERSIONS: ReadonlyMap<string, TlsVersion> = new Map([
  ["1.0", "TLSv1"],
  ["1.1", "TLSv1.1"],
  ["1.2", "TLSv1.2"],
  ["1.3", "TLSv1.3"],
]);

/** Proxmox VE 8 and 9 speak it, and it is the default of the bpg provider too. */
const DEFAULT_MIN_TLS = "1.3";

/** Resolves the attributes about TLS. */
export function resolveTls(attributes: ProviderAttributes, env: Environment): Resolved<TlsSettings> {
  const minTls = textSetting(attributes, env, "min_tls") ?? DEFAULT_MIN_TLS;
  const minVersion = VERSIONS.get(minTls);
  const caPem = attributes.ca_certificate ?? null;
  const fingerprint = attributes.tls_fingerprint ?? null;
  const fingerprintSha256 = fingerprint === null ? null : normaliseFingerprint(fingerprint);
  const problems = [
    ...(minVersion === undefined ? [unknownVersion(minTls)] : []),
    ...(caPem === null ? [] : certificateProblems(caPem)),
    ...(fingerprint !== null && fingerprintSha256 === null ? [malformedFingerprint()] : []),
  ];
  if (minVersion === undefined || problems.length > 0) {
    return { problems };
  }
  return { settings: { insecure: isInsecure(attributes, env), minVersion, caPem, fingerprintSha256, env } };
}

/** From the environment only `true` and `1` count, as in the bpg provider. */
function isInsecure(attributes: ProviderAttributes, env: Environment): boolean {
  return attributes.insecure ?? ["true", "1"].includes(env[ENVIRONMENT_VARIABLES.insecure] ?? "");
}

function normaliseFingerprint(text: string): string | null {
  const hex = text
    .trim()
    .replace(/^sha-?256[:=]/i, "")
    .replaceAll(":", "")
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}

function unknownVersion(minTls: string): SettingProblem {
  return {
    attribute: "min_tls",
    summary: "Invalid TLS Version",
    detail:
      `"${minTls}" is not a TLS version that can be asked for. ` +
      `Set ${attributeAndVariable("min_tls")} to 1.0, 1.1, 1.2 or 1.3; the default is ${DEFAULT_MIN_TLS}.`,
  };
}

function malformedFingerprint(): SettingProblem {
  return {
    attribute: "tls_fingerprint",
    summary: "Invalid Certificate Fingerprint",
    detail:
      "The fingerprint is not a SHA-256 fingerprint: 64 hexadecimal digits, with or without colons. Print it on the node " +
      "with: openssl x509 -noout -fingerprint -sha256 -in /etc/pve/local/pve-ssl.pem",
  };
}

function certificateProblems(pem: string): readonly SettingProblem[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > 0 && blocks.every(isCertificate)) {
    return [];
  }
  return [
    {
      attribute: "ca_certificate",
      summary: "Invalid CA Certificate",
      detail:
        `The value is ${blocks.length === 0 ? "not a certificate in PEM form" : "PEM, but a certificate in it cannot be read"}. ` +
        'Give the text of the certificate, not a path, for example ca_certificate = file("pve-root-ca.pem").',
    },
  ];
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
