import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { rootCertificates } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { readVersion } from "../../../provider/src/pve/endpoints/cluster.js";
import type { PveTls } from "../../../provider/src/pve/connector.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { makeCertificate } from "../../support/http-certificate.js";
import { deadOrigin, startHttpsServer, testCertificate } from "../../support/http-server.js";
import type { HttpsServerOptions, TestServer } from "../../support/http-server.js";

const STRICT: PveTls = { insecure: false, minVersion: "TLSv1.3", caPem: null, fingerprintSha256: null };

function startServer(options: HttpsServerOptions = {}): Promise<TestServer> {
  return startHttpsServer(() => ({ body: { data: { version: "9.2.3" } } }), options);
}

/** Asks the server under these TLS settings, with a spare endpoint that would answer. */
async function ask(server: TestServer, tls: PveTls, spare?: TestServer): Promise<number> {
  const endpoints = [server.origin, ...(spare === undefined ? [] : [spare.origin])];
  return (await readVersion(openTestClient({ endpoints, tls }), noSignal())).major;
}

describe("the trust in a server's certificate", () => {
  it("refuses a certificate of an unknown authority, says what to set, and tries no other endpoint", async () => {
    const [server, spare] = [await startServer(), await startServer()];
    const failure = ask(server, STRICT, spare);
    await expect(failure).rejects.toMatchObject({ name: "PveTlsError", code: "untrusted_certificate" });
    await expect(failure).rejects.toThrow(
      /is not trusted: self-signed certificate.*ca_certificate.*tls_fingerprint.*insecure/s,
    );
    expect([server.requests.length, spare.requests.length]).toEqual([0, 0]);
  });

  it("accepts a certificate of the given authority", async () => {
    expect(await ask(await startServer(), { ...STRICT, caPem: testCertificate.certPem })).toBe(9);
  });

  describe("that the system trusts", () => {
    const filed = (name: string, text = testCertificate.certPem): string => {
      const folder = mkdtempSync(join(tmpdir(), "proxlb-authorities-"));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    };

    it.each([
      ["SSL_CERT_FILE names", () => ({ SSL_CERT_FILE: filed("bundle.pem") })],
      ["SSL_CERT_DIR holds", () => ({ SSL_CERT_DIR: `/nowhere:${dirname(filed("0a1b2c3d.0"))}` })],
      ["NODE_EXTRA_CA_CERTS adds", () => ({ NODE_EXTRA_CA_CERTS: filed("extra.pem") })],
      [
        "a long bundle also has",
        () => ({
          SSL_CERT_FILE: filed(
            "all.pem",
            `# comment\n${rootCertificates.slice(0, 3).join("\n")}\n${testCertificate.certPem}`,
          ),
        }),
      ],
    ])("accepts the certificate of an authority that %s", async (_, env) => {
      expect(await ask(await startServer(), { ...STRICT, env: env() })).toBe(9);
    });

    it.each([
      ["the named file is not there", () => ({ SSL_CERT_FILE: "/nowhere/bundle.pem", SSL_CERT_DIR: "/nowhere" })],
      ["the named file is empty", () => ({ SSL_CERT_FILE: filed("empty.pem", "") })],
      ["the named file is no certificate", () => ({ SSL_CERT_FILE: filed("readme.txt", "nothing to see") })],
      ["the named file has others", () => ({ SSL_CERT_FILE: filed("other.pem", makeCertificate().certPem) })],
    ])("refuses a certificate when %s", async (_, env) => {
      const failure = ask(await startServer(), { ...STRICT, env: env() });
      await expect(failure).rejects.toMatchObject({ code: "untrusted_certificate" });
    });

    it("does not let them replace the authority that the user gives", async () => {
      const failure = ask(await startServer(), {
        ...STRICT,
        caPem: makeCertificate().certPem,
        env: { SSL_CERT_FILE: filed("bundle.pem") },
      });
      await expect(failure).rejects.toMatchObject({ code: "untrusted_certificate" });
    });
  });

  it("refuses a certificate that another authority signed", async () => {
    const other = makeCertificate();
    const failure = ask(await startServer(), { ...STRICT, caPem: other.certPem });
    await expect(failure).rejects.toMatchObject({ code: "untrusted_certificate" });
  });

  it("refuses a trusted certificate that is for another host", async () => {
    const certificate = makeCertificate({ dnsName: "pve9.example.com", withAddresses: false });
    const failure = ask(await startServer({ certificate }), { ...STRICT, caPem: certificate.certPem });
    await expect(failure).rejects.toMatchObject({ code: "untrusted_certificate" });
    await expect(failure).rejects.toThrow("pve9.example.com");
  });

  it("refuses an expired certificate", async () => {
    const certificate = makeCertificate({ validYears: [2001, 2002] });
    const failure = ask(await startServer({ certificate }), { ...STRICT, caPem: certificate.certPem });
    await expect(failure).rejects.toThrow("certificate has expired");
  });

  it("accepts anything when it is told to be insecure", async () => {
    expect(await ask(await startServer(), { ...STRICT, insecure: true })).toBe(9);
  });

  it.each([
    ["as Proxmox shows it", testCertificate.fingerprint],
    ["in lower case without colons", testCertificate.fingerprint.replaceAll(":", "").toLowerCase()],
  ])("accepts the pinned certificate without knowing its authority, the pin written %s", async (_, fingerprint) => {
    expect(await ask(await startServer(), { ...STRICT, fingerprintSha256: fingerprint })).toBe(9);
  });

  it.each([false, true])(
    "refuses a certificate other than the pinned one before it sends anything (insecure: %s)",
    async (insecure) => {
      const [server, spare] = [await startServer(), await startServer()];
      const pin = makeCertificate().fingerprint;
      const failure = ask(server, { ...STRICT, insecure, fingerprintSha256: pin }, spare);
      await expect(failure).rejects.toMatchObject({ code: "untrusted_certificate" });
      await expect(failure).rejects.toThrow(`has the SHA-256 fingerprint ${testCertificate.fingerprint}`);
      expect([server.requests.length, spare.requests.length]).toEqual([0, 0]);
    },
  );

  it("demands both when a pin and an authority are given", async () => {
    const fingerprintSha256 = testCertificate.fingerprint;
    const server = await startServer();
    expect(await ask(server, { ...STRICT, fingerprintSha256, caPem: testCertificate.certPem })).toBe(9);
    const failure = ask(server, { ...STRICT, fingerprintSha256, caPem: makeCertificate().certPem });
    await expect(failure).rejects.toMatchObject({ code: "untrusted_certificate" });
  });

  it("takes the next endpoint when the first is down, and judges that one", async () => {
    const server = await startServer();
    const client = openTestClient({ endpoints: [await deadOrigin(), server.origin], tls: STRICT });
    await expect(readVersion(client, noSignal())).rejects.toMatchObject({ code: "untrusted_certificate" });
  });
});

describe("the TLS connection", () => {
  it("refuses a server that cannot speak the lowest version asked for, and names min_tls", async () => {
    const failure = ask(await startServer({ maxVersion: "TLSv1.2" }), { ...STRICT, caPem: testCertificate.certPem });
    await expect(failure).rejects.toMatchObject({ name: "PveTlsError", code: "tls_failed" });
    await expect(failure).rejects.toThrow("min_tls");
  });

  it.each(["TLSv1.2", "TLSv1.1", "TLSv1"] as const)(
    "speaks TLS 1.2 when min_tls allows it (%s)",
    async (minVersion) => {
      const server = await startServer({ maxVersion: "TLSv1.2" });
      expect(await ask(server, { ...STRICT, minVersion, caPem: testCertificate.certPem })).toBe(9);
    },
  );

  it("is left out for a loopback endpoint with http, as tests and simulations use it", async () => {
    const plain = createServer((_, response) => response.end('{"data":{"version":"9.2.3"}}'));
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void plain.close());
    const { port } = plain.address() as AddressInfo;
    const client = openTestClient({ endpoints: [`http://127.0.0.1:${port}`], tls: STRICT });
    expect((await readVersion(client, noSignal())).text).toBe("9.2.3");
  });

  it("says that a port does not speak HTTPS", async () => {
    const plain = createServer((_, response) => response.end("hello"));
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void plain.close());
    const { port } = plain.address() as AddressInfo;
    const client = openTestClient({ endpoints: [`https://127.0.0.1:${port}`] });
    const failure = readVersion(client, noSignal());
    await expect(failure).rejects.toMatchObject({ code: "tls_failed" });
    await expect(failure).rejects.toThrow("Check that the port speaks HTTPS");
  });
});
