import { describe, expect, it } from "vitest";
import type { ExpectedDiagnostic } from "../support/acceptance-checks.js";
import { expectDiagnostics, expectErrors } from "../support/acceptance-checks.js";
import { evenCluster } from "../support/acceptance-clusters.js";
import { applyReport, planReport } from "../support/acceptance-json.js";
import { onStage } from "../support/acceptance-stage.js";
import { findClis } from "../support/cli-find.js";
import { succeeded } from "../support/cli-process.js";
import { startTcpServer } from "../support/http-server.js";
import type { FaultInput } from "../simulator/src/faults/fault.js";
import type { Simulator } from "../simulator/src/start-simulator.js";

/** Nobody listens on these ports of the loopback address. */
const CLOSED = ["https://127.0.0.1:1", "https://127.0.0.1:2"] as const;

const NO_ENVIRONMENT = { PROXMOX_VE_ENDPOINT: undefined, PROXMOX_VE_API_TOKEN: undefined };

const WRONG_SECRET = "99999999-8888-7777-6666-555555555555";

/** Answers that go wrong, each for one token of its own. */
const SPOILED: Readonly<Record<string, Extract<FaultInput, { readonly kind: "answer" }>["answer"]>> = {
  truncated: { kind: "truncated" },
  garbage: { kind: "not-json" },
  html: { kind: "html" },
  gone: {
    kind: "status",
    status: 595,
    text: "Errors during connection establishment, proxy handshake: Connection refused",
  },
  hanging: { kind: "hang" },
};

const cluster = () =>
  evenCluster({
    users: [
      {
        id: "root@pam",
        password: "right-password",
        tokens: [{ id: "sim" }, ...Object.keys(SPOILED).map((id) => ({ id }))],
      },
      { id: "nobody@pve", tokens: [{ id: "nothing" }] },
      { id: "half@pve", tokens: [{ id: "hidden" }] },
    ],
    acl: [{ path: "/", subject: "half@pve", privileges: ["Sys.Audit"] }],
  });

const spoil = (simulated: Simulator): void => {
  for (const [id, answer] of Object.entries(SPOILED))
    simulated.addFault({ kind: "answer", match: { path: "/cluster/resources", user: `root@pam!${id}` }, answer });
};

const text = (value: string): string => JSON.stringify(value);

/** A provider of that alias, and a data source of that name which uses it. */
const asker = (alias: string, settings: readonly string[], dataSource = "proxlb_migration_plan"): string => {
  const question = dataSource === "proxlb_best_node" ? "  cpu_cores = 1\n  memory_mib = 64\n" : "";
  return [
    `provider "proxlb" {\n  alias = "${alias}"`,
    ...settings.map((line) => `  ${line}`),
    `}\ndata "${dataSource}" "${alias}" {\n  provider = proxlb.${alias}\n${question}}`,
  ].join("\n");
};

const problem = (alias: string, summary: string, ...detail: readonly (string | RegExp)[]): ExpectedDiagnostic => ({
  summary,
  detail,
  address: `data.proxlb_migration_plan.${alias}`,
});

describe.each(findClis())("the connection on $label", (cli) => {
  it("fails with an error that names the cause and the way out, whatever is wrong with it", async () => {
    await onStage(
      cli,
      cluster(),
      async ({ ws, cluster: simulated, configure }) => {
        spoil(simulated);
        const endpoint = `endpoint = ${text(simulated.url)}`;
        const trust = 'ca_certificate = file("ca.pem")';
        const token = (name: string): string => `api_token = ${text(simulated.token(name))}`;
        configure(
          [
            asker("wrong_token", [endpoint, trust, `api_token = "root@pam!sim=${WRONG_SECRET}"`]),
            asker("wrong_password", [endpoint, trust, 'username = "root@pam"', 'password = "wrong-password"']),
            asker("no_privilege", [endpoint, trust, token("nothing")]),
            asker("hidden", [endpoint, trust, token("hidden")], "proxlb_best_node"),
            asker("unreachable", [`endpoint = "${CLOSED[0]}"`, trust, token("sim")]),
            asker("all_down", [`endpoints = ${JSON.stringify(CLOSED)}`, trust, token("sim")]),
            asker("half_dead", [endpoint, trust, token("hanging"), 'request_timeout = "1s"']),
            asker("untrusted", [endpoint, token("sim")]),
            asker("wrong_pin", [endpoint, token("sim"), `tls_fingerprint = "${"AB:".repeat(31)}AB"`]),
            ...["truncated", "garbage", "html", "gone"].map((name) => asker(name, [endpoint, trust, token(name)])),
          ].join("\n"),
        );
        const report = await planReport(ws);
        expectErrors(
          report,
          problem("wrong_token", "Proxmox VE Authentication Failed", "invalid token value", "api_token"),
          problem(
            "wrong_password",
            "Proxmox VE Authentication Failed",
            "authentication failure",
            "username and password",
          ),
          problem(
            "no_privilege",
            "Missing Proxmox VE Privilege",
            "nobody@pve!nothing",
            "Sys.Audit",
            "pveum acl modify / ",
          ),
          {
            summary: "Guests May Be Hidden",
            address: "data.proxlb_best_node.hidden",
            detail: ["VM.Audit", "/vms", "pveum acl modify", "half@pve!hidden"],
          },
          problem("unreachable", "Proxmox VE Unreachable", CLOSED[0], "refused", "8006"),
          problem("all_down", "Proxmox VE Unreachable", CLOSED[0], CLOSED[1]),
          problem("half_dead", "Proxmox VE Did Not Answer in Time", simulated.url, /\b1 ?s/, "request_timeout"),
          problem("untrusted", "Untrusted Proxmox VE Certificate", simulated.url, "ca_certificate", "tls_fingerprint"),
          problem("wrong_pin", "Untrusted Proxmox VE Certificate", simulated.fingerprint, "tls_fingerprint"),
          problem("truncated", "Connection to Proxmox VE Lost", "GET /cluster/resources"),
          problem("garbage", "Unexpected Answer from Proxmox VE", "GET /cluster/resources", "this is not JSON"),
          problem("html", "Unexpected Answer from Proxmox VE", "GET /cluster/resources"),
          problem("gone", "Proxmox VE Node Unreachable", "GET /cluster/resources", "Connection refused"),
        );
        for (const secret of [
          WRONG_SECRET,
          "wrong-password",
          ...simulated.tokenIds.map((id) => simulated.token(id).split("=")[1] ?? ""),
        ])
          expect(report.text).not.toContain(secret);
      },
      { provider: "", env: NO_ENVIRONMENT },
    );
  });

  it("says before anything is sent which settings are missing or malformed, secrets left out", async () => {
    await onStage(
      cli,
      cluster(),
      async ({ ws, cluster: simulated, configure }) => {
        const endpoint = `endpoint = ${text(simulated.url)}`;
        const token = `api_token = ${text(simulated.token("sim"))}`;
        configure(
          [
            'variable "secret" { default = "root@pam!sim:hush-hush" }',
            asker("nothing", []),
            asker("malformed_token", [endpoint, "api_token = var.secret"]),
            asker("half_login", [endpoint, 'username = "root@pam"']),
            asker("no_realm", [endpoint, 'username = "root"', "password = var.secret"]),
            asker("no_host", ['endpoint = "https://"', token]),
            asker("plain_http", ['endpoint = "http://pve.example.com:8006/"', token]),
            asker("second_bad", [`endpoints = [${text(simulated.url)}, "a b"]`, token]),
            asker("path_not_pem", [endpoint, token, 'ca_certificate = "/etc/pve/pve-root-ca.pem"']),
            asker("short_pin", [endpoint, token, 'tls_fingerprint = "AB:CD"']),
            asker("tiny_timeout", [endpoint, token, 'request_timeout = "1ms"']),
          ].join("\n"),
        );
        const report = await planReport(ws);
        const setting = (
          summary: string,
          code: string | undefined,
          ...detail: readonly string[]
        ): ExpectedDiagnostic => ({
          summary,
          detail,
          ...(code === undefined ? {} : { code }),
        });
        expectErrors(
          report,
          setting("Missing Proxmox VE API Endpoint", undefined, "endpoint (or the variable PROXMOX_VE_ENDPOINT)"),
          setting(
            "Missing Proxmox VE API Credentials",
            undefined,
            "api_token (or the variable PROXMOX_VE_API_TOKEN)",
            "PROXMOX_VE_USERNAME",
          ),
          setting("Invalid Proxmox VE API Token", "api_token", "user@realm!tokenid=secret"),
          setting("Incomplete Proxmox VE API Credentials", undefined, "password (or the variable PROXMOX_VE_PASSWORD)"),
          setting("Invalid Proxmox VE User Name", "username", '"root" has no realm', "root@pam"),
          setting("Invalid Proxmox VE API Endpoint", 'endpoint = "https://"', "https://pve1.example.com:8006/"),
          setting("Invalid Proxmox VE API Endpoint", "http://pve.example.com", "must start with https://"),
          setting("Invalid Proxmox VE API Endpoint", undefined, "endpoints[1]: ", '"a b"'),
          setting("Invalid CA Certificate", "ca_certificate", "not a path"),
          setting("Invalid Certificate Fingerprint", "tls_fingerprint", "64 hexadecimal digits"),
          setting("Invalid Request Timeout", "request_timeout", '"1ms"', "between 100ms and 1h"),
        );
        expect(report.text).not.toContain("hush-hush");
        expect(simulated.requests()).toEqual([]);
      },
      { provider: "", env: NO_ENVIRONMENT },
    );
  });

  it("is made by token, password, pin or without any check, to the first endpoint that answers", async () => {
    await onStage(
      cli,
      cluster(),
      async ({ ws, cluster: simulated, configure }) => {
        const endpoint = `endpoint = ${text(simulated.url)}`;
        const trust = 'ca_certificate = file("ca.pem")';
        const token = `api_token = ${text(simulated.token("sim"))}`;
        const silent = await startTcpServer(() => undefined);
        configure(
          [
            asker("after_silence", [
              `endpoints = ["${silent.origin}", ${text(simulated.url)}]`,
              trust,
              token,
              'request_timeout = "1s"',
            ]),
            asker("second", [`endpoints = ["${CLOSED[0]}", ${text(simulated.url)}]`, trust, token]),
            asker("host", [`endpoint = ${text(simulated.url.replace("https://", ""))}`, trust, token]),
            asker("password", [endpoint, trust, 'username = "root@pam"', 'password = "right-password"']),
            asker("pinned", [endpoint, token, `tls_fingerprint = ${text(simulated.fingerprint)}`]),
            asker("insecure", [endpoint, token, "insecure = true"]),
          ].join("\n"),
        );
        const report = await planReport(ws);
        expect(report.exitCode, report.text).toBe(0);
        expectDiagnostics(report.diagnostics, []);
        const users = simulated.requests().map(({ user }) => user);
        expect(users.filter((user) => user === "root@pam!sim")).toHaveLength(5 * 6);
        expect(simulated.requests().filter(({ path }) => path === "/access/ticket")).toHaveLength(1);
      },
      { provider: "", env: NO_ENVIRONMENT },
    );
  });

  it("trusts the authorities that the environment names, as the other programs of a pipeline do", async () => {
    await onStage(
      cli,
      evenCluster(),
      async ({ ws, configure }) => {
        configure(asker("trusted", []));
        const env = { SSL_CERT_FILE: ws.path("ca.pem") };
        succeeded(await ws.plan({ env }));
        expectErrors(
          await planReport(ws),
          problem("trusted", "Untrusted Proxmox VE Certificate", "ca_certificate", "tls_fingerprint"),
        );
      },
      { provider: "" },
    );
  });

  it("cannot be made while the endpoint is known only after apply", async () => {
    const provider =
      'resource "terraform_data" "endpoint" { input = "x" }\nprovider "proxlb" {\n  endpoint = terraform_data.endpoint.id\n}\n';
    await onStage(
      cli,
      evenCluster(),
      async ({ ws, cluster: simulated, configure }) => {
        configure('data "proxlb_migration_plan" "this" {}\nresource "proxlb_balance" "this" {}');
        const unknown = {
          summary: "Unknown Proxmox VE API Endpoint",
          code: "endpoint = terraform_data.endpoint.id",
          detail: ["known only after apply", "-target"],
        };
        expectErrors(await planReport(ws), unknown);
        expectErrors(await applyReport(ws), unknown);
        expect(simulated.requests()).toEqual([]);
      },
      { provider },
    );
  });
});
