import { describe, expect, it } from "vitest";
import * as z from "zod";
import { TICKET_LIFETIME_MS, TicketOffice } from "../src/access/ticket-office.js";
import type { Simulator } from "../src/start-simulator.js";
import { post, send } from "./client.js";
import { simulate, smallCluster } from "./clusters.js";

const login = z.object({ ticket: z.string(), CSRFPreventionToken: z.string(), username: z.string() });

async function logIn(simulator: Simulator, password = "correct horse"): Promise<z.output<typeof login>> {
  const { data } = await post(simulator, "/access/ticket", { username: "balancer@pve", password }, { token: false });
  return login.parse(data);
}

describe("an API token", () => {
  it("is accepted with an equals sign or a blank after its scheme", async () => {
    const simulator = await simulate(smallCluster());
    for (const separator of ["=", " "]) {
      const headers = { Authorization: `PVEAPIToken${separator}${simulator.token("plan")}` };
      expect((await send(simulator, "/version", { token: false, headers })).status).toBe(200);
    }
  });

  it.each([
    ["a wrong secret", "PVEAPIToken=balancer@pve!plan=00000000-0000-4000-a000-000000000000", "invalid token value!"],
    ["a token that does not exist", "PVEAPIToken=balancer@pve!other=x", "invalid token value!"],
    ["an unknown user", "PVEAPIToken=nobody@pve!plan=x", "no such user ('nobody@pve')"],
  ])("is refused with an empty 401 for %s", async (_, authorization, reason) => {
    const simulator = await simulate(smallCluster());
    const answer = await send(simulator, "/version", { token: false, headers: { Authorization: authorization } });
    expect([answer.status, answer.reason, answer.body]).toEqual([401, reason, ""]);
  });

  it("cannot fetch a ticket", async () => {
    const simulator = await simulate(smallCluster());
    const answer = await post(
      simulator,
      "/access/ticket",
      { username: "balancer@pve", password: "correct horse" },
      { token: "plan" },
    );
    expect(answer.status).toBe(403);
    expect(answer.reason).toBe(
      "Permission check failed (URI '/api2/json/access/ticket' not available with API token, need proper ticket.)",
    );
  });
});

describe("a ticket", () => {
  it("opens the API as a cookie, raw and escaped, and needs the CSRF token for writes", async () => {
    const simulator = await simulate(smallCluster());
    const { ticket, CSRFPreventionToken } = await logIn(simulator);
    expect(ticket).toMatch(/^PVE:balancer@pve:[0-9A-F]{8}::[A-Za-z0-9+/=]+$/);
    for (const value of [ticket, encodeURIComponent(ticket)]) {
      const answer = await send(simulator, "/cluster/status", {
        token: false,
        headers: { Cookie: `PVEAuthCookie=${value}` },
      });
      expect(answer.status).toBe(200);
    }
    const path = "/nodes/pve1/qemu/100/migrate";
    const cookie = { Cookie: `PVEAuthCookie=${ticket}` };
    const without = await post(simulator, path, { target: "pve2", online: "1" }, { token: false, headers: cookie });
    expect([without.status, without.reason]).toEqual([401, "Permission denied - invalid csrf token"]);
    const headers = { ...cookie, CSRFPreventionToken };
    const accepted = await post(simulator, path, { target: "pve2", online: "1" }, { token: false, headers });
    expect(accepted.data).toMatch(/:balancer@pve:$/);
  });

  it("is renewed with itself as the password", async () => {
    const simulator = await simulate(smallCluster());
    const first = await logIn(simulator);
    const second = await logIn(simulator, first.ticket);
    expect(second.ticket).not.toBe(first.ticket);
    expect(second.username).toBe("balancer@pve");
  });

  it("takes the realm from its own parameter and tells what the user may do", async () => {
    const simulator = await simulate(smallCluster());
    const body = { username: "balancer", realm: "pve", password: "correct horse" };
    const { data } = await post(simulator, "/access/ticket", body, { token: false });
    expect(data).toMatchObject({
      username: "balancer@pve",
      clustername: "lab",
      cap: { vms: { "VM.Audit": 1 }, dc: { "Sys.Audit": 1 } },
    });
  });

  it("is not given for a wrong password, with a body that clients can parse", async () => {
    const simulator = await simulate(smallCluster());
    const answer = await post(
      simulator,
      "/access/ticket",
      { username: "balancer@pve", password: "no" },
      { token: false },
    );
    expect([answer.status, answer.reason, answer.body]).toEqual([401, "authentication failure", '{"data":null}']);
  });

  it("is worthless when it expires or was issued elsewhere", async () => {
    const simulator = await simulate(smallCluster());
    const { ticket } = await logIn(simulator);
    simulator.addFault({ kind: "tickets-expired" });
    for (const value of [ticket, "PVE:root@pam:64E10CBA::foreign"]) {
      const answer = await send(simulator, "/version", { token: false, headers: { Cookie: `PVEAuthCookie=${value}` } });
      expect([answer.status, answer.reason, answer.body]).toEqual([401, "permission denied - invalid PVE ticket", ""]);
    }
  });
});

it("lets a ticket live two hours of real time, whatever the speed of the virtual clock", () => {
  const real = { ms: 0 };
  const office = new TicketOffice(1, () => real.ms);
  const { ticket } = office.issue("balancer@pve", 1786006800, 0);
  real.ms = TICKET_LIFETIME_MS - 1;
  expect(office.userOf(ticket, 0)).toBe("balancer@pve");
  real.ms = TICKET_LIFETIME_MS;
  expect(office.userOf(ticket, 0)).toBeUndefined();
});

it("refuses a request without credentials before it looks at the path", async () => {
  const simulator = await simulate(smallCluster());
  const answer = await send(simulator, "/no/such/path", { token: false });
  expect([answer.status, answer.reason, answer.body]).toEqual([401, "No ticket", ""]);
});
