import { GivenTicketSession } from "./given-ticket-session.js";
import type { SecretKeeper } from "./redaction.js";
import type { PveAuth, PveIdentity, Session, SessionSurroundings, Ticket } from "./session.js";
import { registerTicket, RENEW_AFTER_MS, ticketHeaders, TRY_AGAIN_AFTER_MS } from "./ticket-headers.js";
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
  const headers = { authorization: `PVEAPIToken=${token}` };
  return {
    identity: { kind: "token", name: token.slice(0, Math.max(split, 0)) },
    headers: () => headers,
    refused: () => false,
  };
}

/** A ticket, or the login that is to bring it. */
interface HeldTicket {
  readonly ticket: Promise<Ticket>;
  /** Null while the login is under way. */
  readonly cookie: string | null;
  readonly renewAtMs: number;
}

/** Logs in on first use, shares the ticket between concurrent requests and renews it in time. */
class PasswordSession implements Session {
  readonly identity: PveIdentity;
  readonly #credentials: { readonly username: string; readonly password: string };
  readonly #surroundings: SessionSurroundings;
  #held: HeldTicket | null = null;

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
    const nowMs = this.#surroundings.now();
    if (this.#held === null || nowMs >= this.#held.renewAtMs) {
      const ticket = this.#held === null ? this.#login() : this.#renew(this.#held);
      this.#held = { ticket, cookie: null, renewAtMs: nowMs + RENEW_AFTER_MS };
    }
    return ticketHeaders(await this.#held.ticket, method);
  }

  refused(headers: Readonly<Record<string, string>>): boolean {
    // Another request may have logged in again meanwhile; its ticket must not be thrown away.
    if (this.#held?.cookie === headers["cookie"]) {
      this.#held = null;
    }
    return true;
  }

  async #login(): Promise<Ticket> {
    try {
      return await this.#fetch();
    } catch (failure) {
      this.#held = null;
      throw failure;
    }
  }

  /** The old ticket goes on where there is no new one, because it is valid for another half hour. */
  async #renew(old: HeldTicket): Promise<Ticket> {
    const { now, renewalFailed } = this.#surroundings;
    try {
      return await this.#fetch();
    } catch (failure) {
      renewalFailed(failure);
      this.#held = { ...old, renewAtMs: now() + TRY_AGAIN_AFTER_MS };
      return old.ticket;
    }
  }

  async #fetch(): Promise<Ticket> {
    const { login, now, secrets } = this.#surroundings;
    const ticket = await login(this.#credentials.username, this.#credentials.password);
    registerTicket(ticket, secrets);
    const { cookie = null } = ticketHeaders(ticket, "GET");
    this.#held = { ticket: Promise.resolve(ticket), cookie, renewAtMs: now() + RENEW_AFTER_MS };
    return ticket;
  }
}
