import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import * as tls from "node:tls";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where distributions keep the authorities that they trust, all in one file; the first that exists is read. */
const BUNDLES = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/**
 * Returns the certificates (PEM) that are to be trusted where the user names no authority: those of the system, or those that
 * Node brings where the system has none, and those that `SSL_CERT_FILE`, `SSL_CERT_DIR` and `NODE_EXTRA_CA_CERTS` name.
 * Undefined when there is nothing beside what Node brings.
 */
export function systemAuthorities(env: Environment): readonly string[] | undefined {
  const { SSL_CERT_FILE: file = "", SSL_CERT_DIR: folders = "", NODE_EXTRA_CA_CERTS: extra = "" } = env;
  const named = certificatesIn([file, ...folders.split(delimiter).flatMap(filesIn), extra]);
  const system = systemStore();
  if (named.length + system.length === 0) return undefined;
  return [...named, ...(system.length > 0 ? system : tls.rootCertificates)];
}

function systemStore(): readonly string[] {
  return storeOfThePlatform() ?? certificatesIn([BUNDLES.find(existsSync) ?? ""]);
}

/** Node reads the stores of macOS and Windows since version 22.15; where there is a file, that is read much faster. */
const nodeTls: typeof tls & { readonly getCACertificates?: (kind: "system") => readonly string[] } = tls;

function storeOfThePlatform(): readonly string[] | undefined {
  const hasStore = process.platform === "darwin" || process.platform === "win32";
  return hasStore ? nodeTls.getCACertificates?.("system") : undefined;
}

function filesIn(folder: string): readonly string[] {
  if (folder === "") return [];
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** What cannot be read or holds none is left out: one that is missed is told by the connection that needs it. */
function certificatesIn(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    try {
      const text = file === "" ? "" : readFileSync(file, "utf8");
      return text.includes("-----BEGIN CERTIFICATE-----") ? [text] : [];
    } catch {
      return [];
    }
  });
}
