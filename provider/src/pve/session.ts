import type { SecretKeeper } from "./redaction.js";
import type { HttpMethod } from "./transport.js";

/** The credentials of a client. */
export type PveAuth =
  /** In the form `user@realm!tokenid=secret`. */
  | { readonly kind: "token"; readonly token: string }
  /** Cannot be renewed: it ends two hours after it was made. */
  | { readonly kind: "ticket"; readonly ticket: string; readonly csrfPreventionToken: string }
  /** The user name includes the realm. */
  | { readonly kind: "password"; readonly username: string; readonly password: string };

/** Whom the cluster sees, for messages: `user@realm!tokenid` or `user@realm`. */
export interface PveIdentity {
  readonly kind: "token" | "user";
  readonly name: string;
}

/** A ticket together with the value that every write has to carry. */
export interface Ticket {
  readonly ticket: string;
  readonly csrfPreventionToken: string;
}

/** Asks the cluster for a new ticket. */
export type Login = (username: string, password: string) => Promise<Ticket>;

/** What a session needs from its client. */
export interface SessionSurroundings {
  readonly login: Login;
  /** Milliseconds of a clock that only moves forward in practice. */
  readonly now: () => number;
  readonly secrets: SecretKeeper;
}

/** Produces the authentication headers of each request. */
export interface Session {
  readonly identity: PveIdentity;
  /** Returns the headers for a request; may log in first. */
  headers(method: HttpMethod): Promise<Readonly<Record<string, string>>>;
  /** Takes note that the server refused these headers; true when asking again can help. */
  refused(headers: Readonly<Record<string, string>>): boolean;
}

/** Opens the session that fits the credentials and registers every secret for redaction. */
export function openSession(auth: PveAuth, surroundings: SessionSurroundings): Session {
  switch (auth.kind) {
    case "token":
      return tokenSession(auth.token, surroundings.secrets);
    case "ticket":
      return ticketSession(auth, surroundings.secrets);
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

function ticketSession(ticket: Ticket, secrets: SecretKeeper): Session {
  registerTicket(ticket, secrets);
  return {
    // Tickets read `PVE:user@realm:…`.
    identity: { kind: "user", name: ticket.ticket.split(":")[1] ?? "" },
    headers: (method) => Promise.resolve(ticketHeaders(ticket, method)),
    refused: () => false,
  };
}

/** Tickets live two hours; a new one is fetched well before, so that no write meets an expired one. */
const RENEW_AFTER_MS = 90 * 60 * 1000;

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

function registerTicket(ticket: Ticket, secrets: SecretKeeper): void {
  secrets.add(ticket.ticket);
  secrets.add(ticket.csrfPreventionToken);
}

function ticketHeaders(ticket: Ticket, method: HttpMethod): Readonly<Record<string, string>> {
  const cookie = { cookie: `PVEAuthCookie=${encodeURIComponent(ticket.ticket)}` };
  return method === "GET" ? cookie : { ...cookie, csrfpreventiontoken: ticket.csrfPreventionToken };
}
