import { describe, expect, it } from "vitest";
import { REVIEWED } from "../support/acceptance-balance.js";
import { expectSuccess } from "../support/acceptance-checks.js";
import { tiltedCluster } from "../support/acceptance-clusters.js";
import { onStage } from "../support/acceptance-stage.js";
import { expectNoSecret, keptIn, TICKETS } from "../support/acceptance-secrets.js";
import { findClis } from "../support/cli-find.js";
import type { Simulator } from "../simulator/src/start-simulator.js";
import { send } from "../simulator/tests/client.js";

const PASSWORD = "correct-horse-battery-staple";

const SECRET = "31415926-5358-9793-2384-626433832795";

const cluster = () =>
  tiltedCluster({ users: [{ id: "root@pam", password: PASSWORD, tokens: [{ id: "sim", secret: SECRET }] }] });

interface Login {
  readonly env: Readonly<Record<string, string>>;
  readonly secrets: readonly (string | RegExp)[];
}

const byTicket = async (simulated: Simulator): Promise<Login> => {
  const body = { username: "root@pam", password: PASSWORD };
  const { data } = await send(simulated, "/access/ticket", { method: "POST", body, token: false });
  const { ticket, CSRFPreventionToken: csrf } = data as {
    readonly ticket: string;
    readonly CSRFPreventionToken: string;
  };
  for (const [index, secret] of [ticket, csrf].entries()) expect(secret).toMatch(TICKETS[index] ?? /^$/);
  return {
    env: { PROXMOX_VE_AUTH_TICKET: ticket, PROXMOX_VE_CSRF_PREVENTION_TOKEN: csrf },
    secrets: [ticket, csrf, PASSWORD],
  };
};

const LOGINS: readonly (readonly [string, (simulated: Simulator) => Promise<Login>])[] = [
  ["token", () => Promise.resolve({ env: { PROXMOX_VE_API_TOKEN: `root@pam!sim=${SECRET}` }, secrets: [SECRET] })],
  [
    "password",
    () =>
      Promise.resolve({
        env: { PROXMOX_VE_USERNAME: "root@pam", PROXMOX_VE_PASSWORD: PASSWORD },
        secrets: [PASSWORD, ...TICKETS],
      }),
  ],
  ["ticket", byTicket],
];

describe.each(findClis())("secrets on $label", (cli) => {
  it.each(LOGINS)("stay out of logs, output, state and saved plan after a login by %s", async (_name, login) => {
    await onStage(cli, cluster(), async ({ ws, cluster: simulated, configure }) => {
      configure(REVIEWED);
      const { env: credentials, secrets } = await login(simulated);
      const env = {
        ...credentials,
        PROXMOX_VE_ENDPOINT: simulated.url,
        TF_LOG: "TRACE",
        TF_LOG_PATH: ws.path("trace.log"),
      };
      const plan = expectSuccess(await ws.plan({ out: "saved", env }));
      const apply = expectSuccess(await ws.apply({ plan: "saved", env }));
      const log = ws.read("trace.log");
      expect(log).toContain("HTTP exchange");
      expect(log).toMatch(/\/nodes\/pve1\/qemu\/10[12]\/migrate/);
      const places: Readonly<Record<string, string>> = {
        ...keptIn(ws, ["saved"]),
        "output of plan": plan.stdout + plan.stderr,
        "output of apply": apply.stdout + apply.stderr,
      };
      expect(places["tfplan"]).toContain("proxlb_balance");
      expectNoSecret(places, secrets);
    });
  });
});
