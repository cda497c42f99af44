import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
 * Returns the certificates (PEM) that this system trusts, as programs written in Go and OpenSSL find them: `SSL_CERT_FILE`
 * and `SSL_CERT_DIR` go before what the system has. `NODE_EXTRA_CA_CERTS` comes on top. Undefined when none is found; then
 * those that Node brings are to be trusted.
 */
export function systemAuthorities(env: Environment): readonly string[] | undefined {
  const own = ownAuthorities(env);
  const extra = textsOf([env["NODE_EXTRA_CA_CERTS"] ?? ""]);
  if (own.length > 0) return [...own, ...extra];
  return extra.length === 0 ? undefined : [...tls.rootCertificates, ...extra];
}

function ownAuthorities({ SSL_CERT_FILE: file = "", SSL_CERT_DIR: folders = "" }: Environment): readonly string[] {
  const named = textsOf([file, ...folders.split(":").flatMap(filesIn)]);
  return named.length > 0 ? named : (storeOfThePlatform() ?? textsOf([BUNDLES.find(existsSync) ?? ""]));
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

/** What cannot be read is left out: a certificate that is missed is told by the connection that needs it. */
function textsOf(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    try {
      return file === "" ? [] : [readFileSync(file, "utf8")];
    } catch {
      return [];
    }
  });
}
