import { onTestFinished } from "vitest";
import { PveClient } from "../../provider/src/pve/client.js";
import type { PveClientOptions } from "../../provider/src/pve/client.js";
import { testCertificate } from "./http-server.js";

/** A secret that must never be seen in an error or a trace. */
export const TEST_TOKEN_SECRET = "5ec2e7aa-0000-4000-8000-00000000beef";

/** The API token of tests. */
export const TEST_TOKEN = `balancer@pve!plan=${TEST_TOKEN_SECRET}`;

/** Opens a client that trusts the test certificate, does not wait between repetitions, and closes with the test. */
export function openTestClient(options: Partial<PveClientOptions> & Pick<PveClientOptions, "endpoints">): PveClient {
  const client = new PveClient({
    auth: { kind: "token", token: TEST_TOKEN },
    tls: { insecure: false, minVersion: "TLSv1.3", caPem: testCertificate.certPem, fingerprintSha256: null },
    requestTimeoutMs: 10_000,
    sleep: () => Promise.resolve(),
    ...options,
  });
  onTestFinished(() => client.close());
  return client;
}

/** A signal that nobody aborts. */
export function noSignal(): AbortSignal {
  return new AbortController().signal;
}
