import { createHash, generateKeyPairSync, sign } from "node:crypto";

/** A self-signed certificate for loopback servers; it is its own CA. */
export interface TestCertificate {
  readonly keyPem: string;
  readonly certPem: string;
  /** SHA-256, upper-case hexadecimal with colons. */
  readonly fingerprint: string;
}

/** What a test certificate is to look like. */
export interface TestCertificateOptions {
  /** Name in the subject alternative names, beside 127.0.0.1 and ::1 unless `withAddresses` is false. */
  readonly dnsName?: string;
  readonly withAddresses?: boolean;
  /** Years of the first and last day. */
  readonly validYears?: readonly [number, number];
}

/** Makes a certificate with a fresh P-256 key. */
export function makeCertificate(options: TestCertificateOptions = {}): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const body = certificateBody(publicKey.export({ type: "spki", format: "der" }), options);
  const signature = sign("sha256", body, privateKey);
  const certificate = sequence(body, ECDSA_WITH_SHA256, bitString(signature));
  return {
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certPem: pem(certificate),
    fingerprint: hexWithColons(createHash("sha256").update(certificate).digest("hex")),
  };
}

function certificateBody(publicKey: Buffer, options: TestCertificateOptions): Buffer {
  const [firstYear, lastYear] = options.validYears ?? [2020, 2049];
  const name = sequence(set(sequence(objectId("550403"), tlv(0x0c, Buffer.from("proxlb test")))));
  return sequence(
    tlv(0xa0, integer(2)),
    integer(1),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(firstYear), utcTime(lastYear)),
    name,
    publicKey,
    tlv(0xa3, sequence(basicConstraints(), alternativeNames(options))),
  );
}

function basicConstraints(): Buffer {
  return sequence(
    objectId("551d13"),
    tlv(0x01, Buffer.from([0xff])),
    octetString(sequence(tlv(0x01, Buffer.from([0xff])))),
  );
}

function alternativeNames({ dnsName = "localhost", withAddresses = true }: TestCertificateOptions): Buffer {
  const addresses = withAddresses
    ? [tlv(0x87, Buffer.from([127, 0, 0, 1])), tlv(0x87, Buffer.from("00000000000000000000000000000001", "hex"))]
    : [];
  return sequence(objectId("551d11"), octetString(sequence(tlv(0x82, Buffer.from(dnsName)), ...addresses)));
}

function tlv(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

function set(...parts: readonly Buffer[]): Buffer {
  return tlv(0x31, Buffer.concat(parts));
}

function integer(value: number): Buffer {
  return tlv(0x02, Buffer.from([value]));
}

function objectId(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, "hex"));
}

function octetString(content: Buffer): Buffer {
  return tlv(0x04, content);
}

function bitString(content: Buffer): Buffer {
  return tlv(0x03, Buffer.concat([Buffer.from([0]), content]));
}

function utcTime(year: number): Buffer {
  return tlv(0x17, Buffer.from(`${String(year % 100).padStart(2, "0")}0101000000Z`));
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function hexWithColons(hex: string): string {
  return (hex.toUpperCase().match(/../g) ?? []).join(":");
}

/** 1.2.840.10045.4.3.2 */
const ECDSA_WITH_SHA256 = sequence(objectId("2a8648ce3d040302"));
