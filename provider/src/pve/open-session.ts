import { GivenTicketSession } from "./given-ticket-session.js";
import type { SecretKeeper } from "./redaction.js";
import type { PveAuth, PveIdentity, Session, SessionSurroundings, Ticket } from "./session.js";
import { registerTicket, RENEW_AFTER_MS, ticketHeaders } from "./ticket-headers.js";
import type { HttpMethod } from "./transport.js";

/** Opens the session that fits the credentials and registers every secret for redaction. */
export function openSession(auth: PveAuth, surroundings: SessionSurroundings): Session {
  switch (auth.kind) {
    case "token":
      return tokenSession(auth.token, surroundings.secrets);
    case "ticket":
      return new GivenTicketSession(auth, surroundings);
    case "password":
      return new PasswordSession(auth, surroundings);
  }
}

function tokenSession(token: string, secrets: SecretKeeper): Session {
  const split = token.indexOf("=");
  secrets.add(token);
  secrets.add(token.slice(split + 1));
  return {
    identity: { kind: "token", name: token.slice(0, Math.max(split, 0)) },
    headers: () => Promise.resolve({ authorization: `PVEAPIToken=${token}` }),
    refused: () => false,
  };
}

/** Logs in on first use, shares the ticket between concurrent requests and renews it in time. */
class PasswordSession implements Session {
  readonly identity: PveIdentity;
  readonly #credentials: { readonly username: string; readonly password: string };
  readonly #surroundings: SessionSurroundings;
  #current: { readonly ticket: Promise<Ticket>; readonly cookie: string | null; readonly sinceMs: number } | null =
    null;

  constructor(
    credentials: { readonly username: string; readonly password: string },
    surroundings: SessionSurroundings,
  ) {
    this.identity = { kind: "user", name: credentials.username };
    this.#credentials = credentials;
    this.#surroundings = surroundings;
    surroundings.secrets.add(credentials.password);
  }

  async headers(method: HttpMethod): Promise<Readonly<Record<string, string>>> {
    const { now } = this.#surroundings;
    if (this.#current === null || now() - this.#current.sinceMs >= RENEW_AFTER_MS) {
      this.#current = { ticket: this.#login(), cookie: null, sinceMs: now() };
    }
    return ticketHeaders(await this.#current.ticket, method);
  }

  refused(headers: Readonly<Record<string, string>>): boolean {
    // Another request may have logged in again meanwhile; its ticket must not be thrown away.
    if (this.#current?.cookie === headers["cookie"]) {
      this.#current = null;
    }
    return true;
  }

  async #login(): Promise<Ticket> {
    const { login, now, secrets } = this.#surroundings;
    try {
      const ticket = await login(this.#credentials.username, this.#credentials.password);
      registerTicket(ticket, secrets);
      const { cookie } = ticketHeaders(ticket, "GET");
      this.#current = { ticket: Promise.resolve(ticket), cookie: cookie ?? null, sinceMs: now() };
      return ticket;
    } catch (failure) {
      this.#current = null;
      throw failure;
    }
  }
}
