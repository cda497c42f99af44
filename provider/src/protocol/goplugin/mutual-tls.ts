import { generateKeyPairSync, randomBytes } from "node:crypto";
import { selfSignedCertificate, serialBytes, toPem } from "./certificate.js";
import type { TlsMaterial } from "./grpc-transport.js";

/** Is the key material of this process and the certificate that the host is told. */
export interface ServerIdentity {
  readonly certificate: Buffer;
  readonly tls: TlsMaterial;
}

/** Makes a one-time P-256 key and certificate for a host that sent its own certificate in PEM. */
export function createServerIdentity(clientCertificate: string, now: Date): ServerIdentity {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = selfSignedCertificate({ publicKey, privateKey, now, serial: randomBytes(serialBytes) });
  return {
    certificate,
    tls: {
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      certificate: toPem(certificate),
      clientCertificate,
    },
  };
}
