import { createPrivateKey, createPublicKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selfSignedCertificate, toPem } from "../../../../provider/src/protocol/goplugin/certificate.js";
import { createServerIdentity } from "../../../../provider/src/protocol/goplugin/mutual-tls.js";

const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
const serial = new Uint8Array(16).fill(0xff);

const certificateAt = (now: Date, random: Uint8Array = serial) =>
  new X509Certificate(selfSignedCertificate({ ...keys, now, serial: random }));

const seconds = (text: string) => Date.parse(text) / 1000;

describe("the certificate of the provider", () => {
  const now = new Date("2026-11-20T14:02:31.944Z");
  const certificate = certificateAt(now);

  it("names localhost, for servers and clients alike", () => {
    expect(certificate.subjectAltName).toBe("DNS:localhost");
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.keyUsage).toEqual(["1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"]);
    expect(certificate.subject).toBe("O=proxlb\nCN=localhost");
  });

  it("is its own root on a P-256 key", () => {
    expect(certificate.ca).toBe(true);
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.verify(keys.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
  });

  it("is valid from five minutes ago for ten years", () => {
    expect(certificate.validFrom).toBe("Nov 20 13:57:31 2026 GMT");
    expect(certificate.validTo).toBe("Nov 20 14:02:31 2036 GMT");
  });

  it("spells years from 2050 on with four digits and those before with two", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        (date) => {
          const { validFrom } = certificateAt(date);
          expect(seconds(validFrom)).toBe(Math.floor(date.getTime() / 1000) - 300);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has a positive serial number of sixteen bytes, whatever the random source gives", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        expect(certificateAt(now, random).serialNumber).toMatch(/^[4-7][0-9A-F]{31}$/);
      }),
      { numRuns: 60 },
    );
  });

  it("comes with its key in PEM, made anew for each process", () => {
    const first = createServerIdentity("client", now);
    const second = createServerIdentity("client", now);
    expect(first.tls.privateKey).not.toBe(second.tls.privateKey);
    expect(first.tls.certificate).toBe(toPem(first.certificate));
    const publicKey = createPublicKey(createPrivateKey(first.tls.privateKey));
    expect(new X509Certificate(first.tls.certificate).publicKey.equals(publicKey)).toBe(true);
  });
});
