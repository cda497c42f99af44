import { createHash, generateKeyPairSync, randomBytes, sign, X509Certificate } from "node:crypto";
import type { KeyObject } from "node:crypto";
import {
  bitString,
  contextTag,
  objectIdentifier,
  octetString,
  sequence,
  set,
  unsignedInteger,
  utcTime,
  utf8String,
  yes,
} from "./der.js";

/** What a TLS server needs, and what its clients need to trust it. */
export interface ServerIdentity {
  /** Private key of the server, PEM. */
  readonly key: string;
  /** Certificate of the server, PEM. */
  readonly cert: string;
  /** Certificate of the authority that signed it, PEM: the file that clients are given. */
  readonly ca: string;
  /** SHA-256 fingerprint of the server certificate, as `AA:BB:...`. */
  readonly fingerprint: string;
}

interface CertificateRequest {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

const OID = {
  commonName: "2.5.4.3",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  keyUsage: "2.5.29.15",
  subjectKeyIdentifier: "2.5.29.14",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
};

const DNS_NAME = 2;
const IP_ADDRESS = 7;
// Fixed dates: nothing in a test may start to fail because a day has passed.
const NOT_BEFORE = "200101000000Z";
const NOT_AFTER = "491231235959Z";

/** Makes a fresh authority and a server certificate for localhost, 127.0.0.1 and ::1, as a new cluster does. */
export function createServerIdentity(): ServerIdentity {
  const authority = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const server = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const authorityName = "Simulated Proxmox Virtual Environment";
  const ca = certificate({
    subject: authorityName,
    issuer: authorityName,
    publicKey: authority.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      extension(OID.basicConstraints, sequence(yes()), true),
      keyUsage(0x06, 1),
      ...keyIdentifiers(authority.publicKey, authority.publicKey),
    ],
  });
  const cert = certificate({
    subject: "localhost",
    issuer: authorityName,
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      extension(OID.basicConstraints, sequence(), true),
      keyUsage(0x80, 7),
      extension(OID.extendedKeyUsage, sequence(objectIdentifier(OID.serverAuth)), false),
      extension(OID.subjectAltName, loopbackNames(), false),
      ...keyIdentifiers(server.publicKey, authority.publicKey),
    ],
  });
  return {
    key: server.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem(cert),
    ca: pem(ca),
    fingerprint: new X509Certificate(cert).fingerprint256,
  };
}

function certificate(request: CertificateRequest): Buffer {
  const algorithm = sequence(objectIdentifier(OID.ecdsaWithSha256));
  const body = sequence(
    contextTag(0, unsignedInteger(Buffer.from([2])), true),
    unsignedInteger(serialNumber()),
    algorithm,
    distinguishedName(request.issuer),
    sequence(utcTime(NOT_BEFORE), utcTime(NOT_AFTER)),
    distinguishedName(request.subject),
    request.publicKey.export({ type: "spki", format: "der" }),
    contextTag(3, sequence(...request.extensions), true),
  );
  return sequence(body, algorithm, bitString(sign("sha256", body, request.signingKey)));
}

function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = 0x4d; // A first byte between 1 and 127 keeps the number positive and its encoding minimal.
  return bytes;
}

function distinguishedName(commonName: string): Buffer {
  return sequence(set(sequence(objectIdentifier(OID.commonName), utf8String(commonName))));
}

function extension(oid: string, value: Buffer, critical: boolean): Buffer {
  return sequence(objectIdentifier(oid), ...(critical ? [yes()] : []), octetString(value));
}

function keyUsage(bits: number, unusedBits: number): Buffer {
  return extension(OID.keyUsage, bitString(Buffer.from([bits]), unusedBits), true);
}

// Strict verifiers, such as that of newer Python versions, insist on both.
function keyIdentifiers(subject: KeyObject, authority: KeyObject): readonly Buffer[] {
  const identifier = (key: KeyObject): Buffer =>
    createHash("sha1")
      .update(key.export({ type: "spki", format: "der" }))
      .digest();
  return [
    extension(OID.subjectKeyIdentifier, octetString(identifier(subject)), false),
    extension(OID.authorityKeyIdentifier, sequence(contextTag(0, identifier(authority), false)), false),
  ];
}

function loopbackNames(): Buffer {
  const ipv6Loopback = Buffer.alloc(16);
  ipv6Loopback[15] = 1;
  return sequence(
    contextTag(DNS_NAME, Buffer.from("localhost", "ascii"), false),
    contextTag(IP_ADDRESS, Buffer.from([127, 0, 0, 1]), false),
    contextTag(IP_ADDRESS, ipv6Loopback, false),
  );
}

function pem(content: Buffer): string {
  const lines = content.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

/** Prints the SHA-256 fingerprint of other bytes in the same form, for names that need a stable dummy. */
export function fingerprintOf(content: string): string {
  const hex = createHash("sha256").update(content).digest("hex").toUpperCase();
  return (hex.match(/../g) ?? []).join(":");
}
