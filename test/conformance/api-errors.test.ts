import { describe, expect, it } from "vitest";
import type { CtyValue } from "../../provider/src/cty/value.js";
import { isolatedProxlb, serverOf } from "../support/oracles/served-resources.js";
import { deadOrigin, startHttpsServer, startTcpServer } from "../support/http-server.js";
import type { CannedAnswer } from "../support/http-server.js";
import { valueOf } from "../support/test-provider/lab-server.js";

const SECRET = "11111111-2222-3333-4444-555555555555";

/** Asks for a plan on a cluster that misbehaves, and returns what the user is told. */
const told = async (endpoint: string, settings: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const server = serverOf(isolatedProxlb());
  const block = { endpoint, api_token: `root@pam!sim=${SECRET}`, insecure: true, ...settings };
  expect((await server.configure(valueOf(server.definition.attributes, block))).items).toEqual([]);
  const source = server.dataSource("proxlb_migration_plan");
  if (source === undefined) throw new Error("There is no proxlb_migration_plan.");
  const config: CtyValue = valueOf(source.schema.attributes, {});
  const { value, diagnostics } = await server.readDataSource(source, config, new AbortController().signal);
  expect(value).toBeNull();
  expect(diagnostics.items.map(({ severity }) => severity)).toEqual(["error"]);
  const text = diagnostics.items.map(({ summary, detail }) => `${summary}: ${detail}`).join("\n");
  expect(text).not.toContain(SECRET);
  return text;
};

const refusal = (status: number, reason: string): CannedAnswer => ({ status, reason, body: { data: null } });

describe("66 a failure of the Proxmox VE API", () => {
  it.each<[string, CannedAnswer, readonly RegExp[]]>([
    [
      "401",
      refusal(401, "invalid token value!"),
      [/^Proxmox VE Authentication Failed: /, /invalid token value!/, /api_token/],
    ],
    [
      "403",
      refusal(403, "Permission check failed (/, Sys.Audit)"),
      [/^Missing Proxmox VE Privilege: /, /Sys\.Audit/, /pveum acl modify/],
    ],
    ["404", refusal(404, "Not Found"), [/^Proxmox VE Refused the Request: /, /404/, /GET \/\S+/]],
    ["409", refusal(409, "Conflict"), [/^Proxmox VE Refused the Request: /, /409/, /Conflict/]],
    ["429", refusal(429, "Too Many Requests"), [/^Proxmox VE Refused the Request: /, /429/, /Too Many Requests/]],
    ["500", refusal(500, "cluster not ready - no quorum?"), [/^Proxmox VE Refused the Request: /, /no quorum\?/]],
    ["501", refusal(501, "Method not implemented"), [/^Request Unknown to Proxmox VE: /, /501/]],
    ["595", refusal(595, "Connection refused"), [/^Proxmox VE Node Unreachable: /, /Connection refused/]],
    ["HTML", { body: "<html></html>", contentType: "text/html" }, [/^Unexpected Answer from Proxmox VE: /]],
    ["JSON of another kind", { body: { data: { nonsense: 1 } } }, [/^Unexpected Answer from Proxmox VE: /]],
  ])("(%s) says what happened and where", async (_case, answer, expected) => {
    const { origin } = await startHttpsServer(() => answer);
    const text = await told(origin);
    for (const pattern of expected) expect(text).toMatch(pattern);
    expect(text).toContain(origin.replace("https://", ""));
  });

  it("(TLS) says that the certificate is not trusted and what to set", async () => {
    const { origin } = await startHttpsServer(() => ({ body: { data: [] } }));
    const text = await told(origin, { insecure: false });
    expect(text).toMatch(/^Untrusted Proxmox VE Certificate: .*ca_certificate.*tls_fingerprint/s);
  });

  it("(DNS) names the host that nobody knows", async () => {
    const text = await told("https://pve.invalid:8006");
    expect(text).toMatch(/^Proxmox VE Unreachable: .*pve\.invalid/s);
  });

  it("(refused) names the endpoint", async () => {
    const origin = await deadOrigin();
    expect(await told(origin)).toContain(`Proxmox VE Unreachable: `);
  });

  it("(timeout) says how long it waited and which setting limits that", async () => {
    const { origin } = await startHttpsServer(() => undefined);
    const text = await told(origin, { request_timeout: "200ms" });
    expect(text).toMatch(/^Proxmox VE Did Not Answer in Time: .*request_timeout/s);
  });

  it("(no TLS) says that the port speaks something else", async () => {
    const { origin } = await startTcpServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    expect(await told(origin)).toMatch(/^TLS Connection to Proxmox VE Failed: /);
  });
});
