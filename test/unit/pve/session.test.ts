import { describe, expect, it } from "vitest";
import { readVersion } from "../../../provider/src/pve/endpoints/cluster.js";
import { stopTask } from "../../../provider/src/pve/endpoints/task.js";
import { GivenTicketSession } from "../../../provider/src/pve/given-ticket-session.js";
import { SecretKeeper } from "../../../provider/src/pve/redaction.js";
import type { Ticket } from "../../../provider/src/pve/session.js";
import { parseUpid } from "../../../provider/src/pve/upid.js";
import type { Upid } from "../../../provider/src/pve/upid.js";
import { noSignal, openTestClient } from "../../support/http-client.js";
import { startHttpsServer } from "../../support/http-server.js";
import type { CannedAnswer, SeenRequest, TestServer } from "../../support/http-server.js";

const PASSWORD = "correct horse & battery=staple";

const MINUTE_MS = 60_000;

const GIVEN = ticketNumber(7);

/** What the ticket says of its own time. */
const ISSUED_MS = 0x6a744a37 * 1000;

const SOME_TASK = "UPID:pve1:000DFE34:0ABB9C48:6A744A38:qmigrate:100:root@pam:";

function someUpid(): Upid {
  const upid = parseUpid(SOME_TASK);
  if (upid === null) {
    throw new Error("The task id of this test is malformed.");
  }
  return upid;
}

function ticketNumber(count: number): string {
  return `PVE:root@pam:6A744A3${count}::c2ln+bmF0dX/Jl${count}==`;
}

/** A server that issues numbered tickets and takes only those that `isValid` accepts. */
async function ticketServer(
  isValid: (ticket: string) => boolean = () => true,
): Promise<TestServer & { readonly logins: () => number }> {
  let logins = 0;
  const server = await startHttpsServer((request): CannedAnswer => {
    if (request.url === "/api2/json/access/ticket") {
      // A valid ticket is as good as a password.
      if (![PASSWORD, GIVEN].includes(new URLSearchParams(request.body).get("password") ?? "")) {
        return { status: 401, reason: "authentication failure", body: { data: null } };
      }
      logins += 1;
      return {
        body: {
          data: {
            username: "root@pam",
            ticket: ticketNumber(logins),
            CSRFPreventionToken: `6A744A38:csrf${logins}`,
            cap: {},
          },
        },
      };
    }
    return isValid(ticketOf(request))
      ? { body: { data: { version: "9.2.3" } } }
      : { status: 401, reason: "permission denied - invalid PVE ticket", body: "" };
  });
  return { ...server, logins: () => logins };
}

function ticketOf(request: SeenRequest): string {
  const [, value = ""] = /PVEAuthCookie=(.*)/.exec(String(request.headers["cookie"])) ?? [];
  return decodeURIComponent(value);
}

const ROOT = { kind: "password", username: "root@pam", password: PASSWORD } as const;

describe("a session with user and password", () => {
  it("logs in once for concurrent requests and sends the ticket as a cookie", async () => {
    const server = await ticketServer();
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    await Promise.all([1, 2, 3].map(() => readVersion(client, noSignal())));
    expect(server.logins()).toBe(1);
    expect(server.requests.slice(1).map(ticketOf)).toEqual([1, 1, 1].map(ticketNumber));
    expect(server.requests[1]?.headers["csrfpreventiontoken"]).toBeUndefined();
  });

  it("sends the CSRF prevention token with every request that is not a read", async () => {
    const server = await ticketServer();
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    await stopTask(client, someUpid(), noSignal());
    expect(server.requests[1]).toMatchObject({
      method: "DELETE",
      url: `/api2/json/nodes/pve1/tasks/${encodeURIComponent(SOME_TASK)}`,
      headers: { csrfpreventiontoken: "6A744A38:csrf1" },
      body: "",
    });
  });

  it("fetches a new ticket before the old one expires, judged by the given clock", async () => {
    const server = await ticketServer();
    let nowMs = 0;
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT, now: () => nowMs });
    await readVersion(client, noSignal());
    nowMs = 89 * MINUTE_MS;
    await readVersion(client, noSignal());
    expect(server.logins()).toBe(1);
    nowMs = 91 * MINUTE_MS;
    await readVersion(client, noSignal());
    expect(server.logins()).toBe(2);
    expect(ticketOf(server.requests.at(-1) ?? expect.fail())).toBe(ticketNumber(2));
  });

  it("goes on with the old ticket while no new one is to be had, says so, and tries again a minute later", async () => {
    let refusing = false;
    const server = await startHttpsServer((request): CannedAnswer => {
      if (request.method !== "POST") return { body: { data: { version: "9.2.3" } } };
      return refusing
        ? { status: 401, reason: "authentication failure", body: { data: null } }
        : { body: { data: { ticket: ticketNumber(1), CSRFPreventionToken: "x:y" } } };
    });
    let nowMs = 0;
    const failures: unknown[] = [];
    const onRenewalFailed = (failure: unknown): void => void failures.push(failure);
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT, now: () => nowMs, onRenewalFailed });
    const loginsAfter = async (minutes: number): Promise<number> => {
      nowMs = minutes * MINUTE_MS;
      await Promise.all([readVersion(client, noSignal()), readVersion(client, noSignal())]);
      return server.requests.filter(({ method }) => method === "POST").length;
    };
    expect(await loginsAfter(0)).toBe(1);
    refusing = true;
    expect([await loginsAfter(90), await loginsAfter(90.5), await loginsAfter(91)]).toEqual([2, 2, 3]);
    expect(failures.map(String)).toEqual([1, 2].map(() => expect.stringContaining("authentication failure") as string));
    refusing = false;
    expect([await loginsAfter(92), await loginsAfter(119)]).toEqual([4, 4]);
  });

  it("logs in again once when a read is refused with 401", async () => {
    const server = await ticketServer((ticket) => ticket === ticketNumber(2));
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    expect((await readVersion(client, noSignal())).major).toBe(9);
    expect(server.logins()).toBe(2);
  });

  it("gives up when the new ticket is refused as well", async () => {
    const server = await ticketServer(() => false);
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    await expect(readVersion(client, noSignal())).rejects.toMatchObject({ code: "authentication_failed" });
    expect(server.logins()).toBe(2);
  });

  it("announces the password, the ticket and its token as secrets as soon as they are known", async () => {
    const server = await ticketServer();
    const secrets: string[] = [];
    const onSecret = (secret: string): void => void secrets.push(secret);
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT, onSecret });
    expect(secrets).toEqual([ROOT.password]);
    await readVersion(client, noSignal());
    expect(secrets).toHaveLength(3);
    const sent = decodeURIComponent(String(server.requests.at(-1)?.headers["cookie"]));
    expect(secrets.some((secret) => sent === `PVEAuthCookie=${secret}`)).toBe(true);
  });

  it("sends a write that is refused with 401 once more, with a new ticket", async () => {
    const server = await ticketServer(() => false);
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    await expect(stopTask(client, someUpid(), noSignal())).rejects.toMatchObject({ code: "authentication_failed" });
    expect(server.requests.map((request) => request.method)).toEqual(["POST", "DELETE", "POST", "DELETE"]);
  });

  it("says that the password is wrong without showing it", async () => {
    const server = await ticketServer();
    const auth = { ...ROOT, password: "Tr0ub4dor&3" };
    const client = openTestClient({ endpoints: [server.origin], auth });
    const failure = readVersion(client, noSignal());
    await expect(failure).rejects.toThrow("POST /access/ticket");
    await expect(failure).rejects.toThrow("authentication failure");
    await expect(failure).rejects.not.toThrow(/Tr0ub4dor/);
  });

  it("logs in with the next try after a failed login", async () => {
    let failing = true;
    const server = await startHttpsServer((request) => {
      if (failing) {
        return { status: 401, reason: "authentication failure", body: { data: null } };
      }
      return request.method === "POST"
        ? { body: { data: { ticket: ticketNumber(1), CSRFPreventionToken: "x:y" } } }
        : { body: { data: { version: "8.4.5" } } };
    });
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    await expect(readVersion(client, noSignal())).rejects.toMatchObject({ code: "authentication_failed" });
    failing = false;
    expect((await readVersion(client, noSignal())).text).toBe("8.4.5");
  });

  it("asks for an API token when the user needs a second factor", async () => {
    const ticket = 'PVE:!tfa!{"totp":true}:6A744A38::c2ln';
    const server = await startHttpsServer(() => ({
      body: { data: { username: "root@pam", ticket, CSRFPreventionToken: "a:b", NeedTFA: 1 } },
    }));
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    const failure = readVersion(client, noSignal());
    await expect(failure).rejects.toMatchObject({ code: "second_factor_required" });
    await expect(failure).rejects.toThrow("The user root@pam needs a second factor");
    await expect(failure).rejects.toThrow("api_token");
  });

  it("lets one caller give up waiting for the login without failing the others", async () => {
    const waiting: (() => void)[] = [];
    const server = await startHttpsServer((request, response) => {
      if (request.method === "POST") {
        waiting.push(() => {
          response.end(JSON.stringify({ data: { ticket: ticketNumber(1), CSRFPreventionToken: "x:y" } }));
        });
        impatient.abort(new Error("gave up"));
        return undefined;
      }
      return { body: { data: { version: "9.2.3" } } };
    });
    const impatient = new AbortController();
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    const first = readVersion(client, impatient.signal);
    const second = readVersion(client, noSignal());
    await expect(first).rejects.toThrow("gave up");
    waiting.forEach((answer) => {
      answer();
    });
    expect((await second).major).toBe(9);
  });

  it("never shows password, ticket or CSRF prevention token, wherever the server repeats them", async () => {
    const secrets = [PASSWORD, ticketNumber(1), "6A744A38:csrf1"];
    const server = await startHttpsServer((request) => {
      if (request.method === "POST") {
        return { body: { data: { ticket: ticketNumber(1), CSRFPreventionToken: "6A744A38:csrf1" } } };
      }
      const cookie = String(request.headers["cookie"]);
      return { status: 500, reason: "Oops", body: { data: null, message: [...secrets, cookie].join(" | ") } };
    });
    const client = openTestClient({ endpoints: [server.origin], auth: ROOT });
    const failure: unknown = await readVersion(client, noSignal()).catch((error: unknown) => error);
    const shown = failure instanceof Error ? `${failure.message}\n${JSON.stringify(failure)}` : "";
    expect(shown).toContain("(hidden) | (hidden) | (hidden) | PVEAuthCookie=(hidden)");
    for (const secret of [...secrets, encodeURIComponent(ticketNumber(1))]) {
      expect(shown).not.toContain(secret);
    }
  });
});

describe("a session with a given ticket", () => {
  it("sends ticket and CSRF prevention token, and knows the user", async () => {
    const server = await ticketServer();
    const auth = { kind: "ticket", ticket: ticketNumber(7), csrfPreventionToken: "6A:zz" } as const;
    const client = openTestClient({ endpoints: [server.origin], auth });
    await stopTask(client, someUpid(), noSignal());
    expect(server.requests).toMatchObject([{ headers: { csrfpreventiontoken: "6A:zz" } }]);
    expect(ticketOf(server.requests[0] ?? expect.fail())).toBe(ticketNumber(7));
    expect(client.identity).toEqual({ kind: "user", name: "root@pam" });
  });

  it("exchanges the ticket before it expires, by the time that it bears", async () => {
    const server = await ticketServer();
    const auth = { kind: "ticket", ticket: GIVEN, csrfPreventionToken: "6A:zz" } as const;
    let nowMs = ISSUED_MS + 80 * MINUTE_MS;
    const client = openTestClient({ endpoints: [server.origin], auth, now: () => nowMs });
    await readVersion(client, noSignal());
    expect(server.logins()).toBe(0);
    nowMs += 11 * MINUTE_MS;
    await Promise.all([readVersion(client, noSignal()), readVersion(client, noSignal())]);
    expect(server.logins()).toBe(1);
    expect(ticketOf(server.requests.at(-1) ?? expect.fail())).toBe(ticketNumber(1));
  });

  it("goes on with the ticket where it cannot be exchanged", async () => {
    const server = await ticketServer();
    const auth = { kind: "ticket", ticket: ticketNumber(8), csrfPreventionToken: "6A:zz" } as const;
    let nowMs = 0;
    const failures: unknown[] = [];
    const onRenewalFailed = (failure: unknown): void => void failures.push(failure);
    const client = openTestClient({ endpoints: [server.origin], auth, now: () => nowMs, onRenewalFailed });
    nowMs = 100 * MINUTE_MS;
    await readVersion(client, noSignal());
    expect(ticketOf(server.requests.at(-1) ?? expect.fail())).toBe(ticketNumber(8));
    expect(failures.map(String)).toEqual([expect.stringContaining("POST /access/ticket") as string]);
  });

  it("tries again a minute after it could not be exchanged", async () => {
    let nowMs = ISSUED_MS;
    let tries = 0;
    const failures: unknown[] = [];
    const renewalFailed = (failure: unknown): void => void failures.push(failure);
    const login = (): Promise<Ticket> => {
      tries += 1;
      const fresh = { ticket: ticketNumber(1), csrfPreventionToken: "6A:b" };
      return tries === 3 ? Promise.resolve(fresh) : Promise.reject(new Error("No connection."));
    };
    const surroundings = { now: () => nowMs, secrets: new SecretKeeper(() => undefined), renewalFailed, login };
    const session = new GivenTicketSession({ ticket: GIVEN, csrfPreventionToken: "6A:a" }, surroundings);
    const triesAfter = async (minutes: number): Promise<number> => {
      nowMs = ISSUED_MS + minutes * MINUTE_MS;
      await Promise.all([session.headers("GET"), session.headers("GET")]);
      return tries;
    };
    expect([await triesAfter(89), await triesAfter(90), await triesAfter(90.5)]).toEqual([0, 1, 1]);
    expect([await triesAfter(91), await triesAfter(92), await triesAfter(119)]).toEqual([2, 3, 3]);
    expect(failures).toHaveLength(2);
    expect(await session.headers("GET")).toEqual({ cookie: `PVEAuthCookie=${encodeURIComponent(ticketNumber(1))}` });
  });

  it("cannot log in again, so a refused ticket is an error at once", async () => {
    const server = await ticketServer(() => false);
    const auth = { kind: "ticket", ticket: ticketNumber(7), csrfPreventionToken: "6A:zz" } as const;
    const client = openTestClient({ endpoints: [server.origin], auth });
    await expect(readVersion(client, noSignal())).rejects.toThrow("auth_ticket with csrf_prevention_token");
    expect(server.requests).toHaveLength(1);
  });
});
