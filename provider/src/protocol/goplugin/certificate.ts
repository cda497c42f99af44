import { sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import {
  bitString,
  element,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  time,
  trueValue,
  utf8String,
} from "./der.js";

const oid = {
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  organization: "2.5.4.10",
  commonName: "2.5.4.3",
  subjectAltName: "2.5.29.17",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
} as const;

/** The host verifies this name, whatever the transport is. */
const host = "localhost";

/** Clocks of host and plugin may be seen differently across a container's border. */
const validBeforeMs = 5 * 60_000;
/** A provider lives for minutes; ten years keep a wrong clock from mattering. */
const validYears = 10;

/** digitalSignature, keyEncipherment, keyAgreement and keyCertSign; the two lowest bits are unused. */
const keyUsageBits = { bytes: Buffer.from([0xac]), unusedBits: 2 };

/** Is what a certificate is made of; keys, time and serial come from outside, so that equal input gives an equal body. */
export interface CertificateInput {
  /** An elliptic-curve key pair. */
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly now: Date;
  /** 16 random bytes. */
  readonly serial: Uint8Array;
}

/** The length of CertificateInput.serial in bytes. */
export const serialBytes = 16;

function validity(now: Date): Buffer {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + validYears);
  return sequence(time(new Date(now.getTime() - validBeforeMs)), time(end));
}

function distinguishedName(): Buffer {
  const part = (type: string, text: string): Buffer => setOf(sequence(objectIdentifier(type), utf8String(text)));
  return sequence(part(oid.organization, "proxlb"), part(oid.commonName, host));
}

function extension(id: string, critical: boolean, content: Uint8Array): Buffer {
  return sequence(objectIdentifier(id), ...(critical ? [trueValue()] : []), octetString(content));
}

function extensions(): Buffer {
  const dnsName = element(0x82, Buffer.from(host, "ascii"));
  const list = sequence(
    extension(oid.basicConstraints, true, sequence(trueValue())),
    extension(oid.keyUsage, true, bitString(keyUsageBits.bytes, keyUsageBits.unusedBits)),
    extension(
      oid.extendedKeyUsage,
      false,
      sequence(objectIdentifier(oid.serverAuth), objectIdentifier(oid.clientAuth)),
    ),
    extension(oid.subjectAltName, false, sequence(dnsName)),
  );
  return element(0xa3, list);
}

/** Makes the serial positive and minimally encoded, as DER wants it. */
function serialNumber(random: Uint8Array): Buffer {
  const bytes = Buffer.from(random);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return integer(bytes);
}

/**
 * Makes a self-signed certificate for localhost in DER, fit for both ends of a mutual TLS connection and its own root,
 * valid from five minutes before `now` for ten years.
 */
export function selfSignedCertificate({ publicKey, privateKey, now, serial }: CertificateInput): Buffer {
  const algorithm = sequence(objectIdentifier(oid.ecdsaWithSha256));
  const version3 = element(0xa0, integer(Buffer.from([2])));
  const body = sequence(
    version3,
    serialNumber(serial),
    algorithm,
    distinguishedName(),
    validity(now),
    distinguishedName(),
    publicKey.export({ type: "spki", format: "der" }),
    extensions(),
  );
  return sequence(body, algorithm, bitString(sign("sha256", body, privateKey)));
}

/** Spells a DER certificate as PEM. */
export function toPem(der: Uint8Array): string {
  const lines = Buffer.from(der).toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines.trimEnd()}\n-----END CERTIFICATE-----\n`;
}
