import { describe, expect, it } from "vitest";
import { resolveProviderSettings } from "../../../provider/src/config/provider-settings.js";
import type { ProviderSettings } from "../../../provider/src/config/provider-settings.js";
import type { Environment, ProviderAttributes } from "../../../provider/src/config/provider-attributes.js";
import type { SettingProblem } from "../../../provider/src/config/setting-problem.js";
import { testCertificate } from "../../support/http-server.js";

const TOKEN = "balancer@pve!plan=00000000-1111-2222-3333-444444444444";

const CONNECTED: ProviderAttributes = { endpoint: "https://pve1:8006/", api_token: TOKEN };

function settingsOf(attributes: ProviderAttributes, env: Environment = {}): ProviderSettings {
  const result = resolveProviderSettings(attributes, env);
  if ("problems" in result) {
    throw new Error(result.problems.map((problem) => problem.detail).join("\n"));
  }
  return result.settings;
}

function problemsOf(attributes: ProviderAttributes, env: Environment = {}): readonly SettingProblem[] {
  const result = resolveProviderSettings(attributes, env);
  return "problems" in result ? result.problems : [];
}

describe("resolveProviderSettings", () => {
  it("fills in the defaults", () => {
    expect(settingsOf(CONNECTED)).toEqual({
      endpoints: ["https://pve1:8006"],
      auth: { kind: "token", token: TOKEN },
      tls: { insecure: false, minVersion: "TLSv1.3", caPem: null, fingerprintSha256: null, env: {} },
      requestTimeoutMs: 35_000,
    });
  });

  it("takes everything from an environment that is set up for the bpg provider", () => {
    const env = {
      PROXMOX_VE_ENDPOINT: "https://10.0.0.2:8006/",
      PROXMOX_VE_USERNAME: "root@pam",
      PROXMOX_VE_PASSWORD: "secret",
      PROXMOX_VE_INSECURE: "true",
      PROXMOX_VE_MIN_TLS: "1.2",
    };
    expect(settingsOf({}, env)).toMatchObject({
      endpoints: ["https://10.0.0.2:8006"],
      auth: { kind: "password", username: "root@pam", password: "secret" },
      tls: { insecure: true, minVersion: "TLSv1.2" },
    });
  });

  it("prefers a configured value to the environment", () => {
    const env = { PROXMOX_VE_ENDPOINT: "https://other:8006", PROXMOX_VE_INSECURE: "1", PROXMOX_VE_MIN_TLS: "1.0" };
    expect(settingsOf({ ...CONNECTED, insecure: false, min_tls: "1.2" }, env)).toMatchObject({
      endpoints: ["https://pve1:8006"],
      tls: { insecure: false, minVersion: "TLSv1.2" },
    });
  });

  it.each([
    ["true", true],
    ["1", true],
    ["yes", false],
    ["TRUE", false],
    ["0", false],
    ["", false],
  ])("reads PROXMOX_VE_INSECURE=%s as %s", (value, insecure) => {
    expect(settingsOf(CONNECTED, { PROXMOX_VE_INSECURE: value }).tls.insecure).toBe(insecure);
  });

  it("prefers a token to a ticket, and a ticket to a password", () => {
    const ticket = { auth_ticket: "PVE:root@pam:6A::x", csrf_prevention_token: "6A:y" };
    const password = { username: "root@pam", password: "secret" };
    expect(settingsOf({ ...CONNECTED, ...ticket, ...password }).auth.kind).toBe("token");
    expect(settingsOf({ endpoint: "pve1", ...ticket, ...password }).auth).toEqual({
      kind: "ticket",
      ticket: "PVE:root@pam:6A::x",
      csrfPreventionToken: "6A:y",
    });
    expect(settingsOf({ endpoint: "pve1", ...password }).auth.kind).toBe("password");
  });

  it("takes users whose names are mail addresses, as identity providers give them", () => {
    const user = "john@corp.example@oidc";
    const login = { endpoint: "pve1", username: user, password: "secret" };
    expect(settingsOf(login).auth).toMatchObject({ kind: "password", username: user });
    const token = `${user}!main=${"1".repeat(8)}`;
    expect(settingsOf({ endpoint: "pve1", api_token: token }).auth).toEqual({ kind: "token", token });
  });

  it("decodes a ticket that was copied from a browser", () => {
    const auth = { auth_ticket: "PVE%3Aroot@pam%3A6A%3A%3Ax%2B%3D%3D", csrf_prevention_token: "6A:y" };
    expect(settingsOf({ endpoint: "pve1", ...auth }).auth).toMatchObject({ ticket: "PVE:root@pam:6A::x+==" });
  });

  it("puts endpoint before endpoints, without repetitions", () => {
    const endpoints = ["pve2", "https://pve1:8006/api2/json", "[fd00::3]:8007"];
    expect(settingsOf({ ...CONNECTED, endpoints }).endpoints).toEqual([
      "https://pve1:8006",
      "https://pve2:8006",
      "https://[fd00::3]:8007",
    ]);
  });

  it("does not add the environment's endpoint to a configured list", () => {
    const env = { PROXMOX_VE_ENDPOINT: "https://other:8006" };
    expect(settingsOf({ endpoints: ["pve2"], api_token: TOKEN }, env).endpoints).toEqual(["https://pve2:8006"]);
  });

  it("reads certificates, fingerprint and timeout", () => {
    const settings = settingsOf({
      ...CONNECTED,
      ca_certificate: testCertificate.certPem + testCertificate.certPem,
      tls_fingerprint: `sha256:${testCertificate.fingerprint}`,
      request_timeout: "1m30s",
    });
    expect(settings.tls.fingerprintSha256).toBe(testCertificate.fingerprint.replaceAll(":", "").toLowerCase());
    expect(settings.requestTimeoutMs).toBe(90_000);
  });
});

describe("resolveProviderSettings, on mistakes", () => {
  it("reports everything that is missing at once, naming attribute and variable", () => {
    const problems = problemsOf({});
    expect(problems.map(({ attribute, summary }) => [attribute, summary])).toEqual([
      ["endpoint", "Missing Proxmox VE API Endpoint"],
      ["api_token", "Missing Proxmox VE API Credentials"],
    ]);
    expect(problems[0]?.detail).toContain("endpoint (or the variable PROXMOX_VE_ENDPOINT)");
    for (const name of ["API_TOKEN", "AUTH_TICKET", "CSRF_PREVENTION_TOKEN", "USERNAME", "PASSWORD"]) {
      expect(problems[1]?.detail).toContain(`PROXMOX_VE_${name})`);
    }
  });

  it("reports all invalid values at once", () => {
    const attributes: ProviderAttributes = {
      endpoints: ["pve1", "ftp://pve2"],
      api_token: "nonsense",
      min_tls: "2.0",
      ca_certificate: "/etc/pve/pve-root-ca.pem",
      tls_fingerprint: "AB:CD",
      request_timeout: "soon",
    };
    expect(problemsOf(attributes).map(({ attribute }) => attribute)).toEqual([
      "endpoints[1]",
      "api_token",
      "min_tls",
      "ca_certificate",
      "tls_fingerprint",
      "request_timeout",
    ]);
  });

  it.each([
    "balancer@pve!plan:00000000-1111",
    "plan=00000000-1111",
    "balancer!plan=00000000-1111",
    "balancer@pve=00000000-1111",
    "somebody@pve!x=",
    "balancer@pve!plan=00000000 1111",
    "PVEAPIToken=balancer@pve!plan=00000000-1111",
  ])("refuses the token %j without repeating it", (token) => {
    const [problem] = problemsOf({ endpoint: "pve1", api_token: token });
    expect(problem).toMatchObject({ attribute: "api_token", summary: "Invalid Proxmox VE API Token" });
    expect(problem?.detail).not.toContain(token);
    expect(problem?.detail).not.toContain("1111");
  });

  it("asks for the other half of incomplete credentials", () => {
    const halves: readonly [ProviderAttributes, string][] = [
      [{ auth_ticket: "PVE:root@pam:6A::x" }, "csrf_prevention_token"],
      [{ username: "root@pam" }, "password"],
      [{ password: "secret" }, "username"],
    ];
    for (const [attributes, attribute] of halves) {
      expect(problemsOf({ endpoint: "pve1", ...attributes })).toMatchObject([{ attribute }]);
    }
  });

  it("asks for the realm of a user", () => {
    const [problem] = problemsOf({ endpoint: "pve1", username: "root", password: "secret" });
    expect(problem).toMatchObject({ attribute: "username", detail: expect.stringContaining("root@pam") as string });
  });

  it("refuses a one-time password where it would be needed, and overlooks it beside a token", () => {
    const env = { PROXMOX_VE_OTP: "123456" };
    const [problem] = problemsOf({ endpoint: "pve1", username: "root@pam", password: "secret" }, env);
    expect(problem?.detail).toContain("PROXMOX_VE_OTP");
    expect(problemsOf(CONNECTED, env)).toEqual([]);
  });

  it("does not show a URL that contains a password", () => {
    const [problem] = problemsOf({ ...CONNECTED, endpoint: "https://root:hunter2@pve1:8006" });
    expect(problem?.attribute).toBe("endpoint");
    expect(problem?.detail).not.toContain("hunter2");
  });

  it("tells a damaged certificate from a path", () => {
    const damaged = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    expect(problemsOf({ ...CONNECTED, ca_certificate: damaged })[0]?.detail).toContain("cannot be read");
    expect(problemsOf({ ...CONNECTED, ca_certificate: "ca.pem" })[0]?.detail).toContain(
      "not a certificate in PEM form",
    );
  });

  it.each(["0s", "2h", "", "10", "-5s", "1d"])("refuses the request timeout %j", (request_timeout) => {
    expect(problemsOf({ ...CONNECTED, request_timeout })).toMatchObject([{ attribute: "request_timeout" }]);
  });
});
