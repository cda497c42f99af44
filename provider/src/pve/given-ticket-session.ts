import type { HttpMethod } from "./transport.js";
import type { PveIdentity, Session, SessionSurroundings, Ticket } from "./session.js";
import { registerTicket, RENEW_AFTER_MS, ticketHeaders } from "./ticket-headers.js";

/** Tickets live two hours. */
const LIFETIME_MS = 2 * 60 * 60 * 1000;

/**
 * A session with a ticket that somebody else has fetched. While it is valid it can be exchanged for a new one, so a run may last
 * longer than it; once it is refused there is no way back.
 */
export class GivenTicketSession implements Session {
  readonly identity: PveIdentity;
  readonly #surroundings: SessionSurroundings;
  #current: { readonly ticket: Promise<Ticket>; readonly sinceMs: number };

  constructor(ticket: Ticket, surroundings: SessionSurroundings) {
    // Tickets read `PVE:user@realm:…`.
    this.identity = { kind: "user", name: ticket.ticket.split(":")[1] ?? "" };
    this.#surroundings = surroundings;
    this.#current = { ticket: Promise.resolve(ticket), sinceMs: issuedAtMs(ticket, surroundings.now()) };
    registerTicket(ticket, surroundings.secrets);
  }

  async headers(method: HttpMethod): Promise<Readonly<Record<string, string>>> {
    const nowMs = this.#surroundings.now();
    if (nowMs - this.#current.sinceMs >= RENEW_AFTER_MS) {
      this.#current = { ticket: this.#renew(this.#current.ticket), sinceMs: nowMs };
    }
    return ticketHeaders(await this.#current.ticket, method);
  }

  refused(): boolean {
    return false;
  }

  /** The old ticket goes on where it cannot be exchanged: perhaps it lives longer than we think. */
  async #renew(current: Promise<Ticket>): Promise<Ticket> {
    const { login, secrets } = this.#surroundings;
    const old = await current;
    try {
      const fresh = await login(this.identity.name, old.ticket);
      registerTicket(fresh, secrets);
      return fresh;
    } catch {
      return old;
    }
  }
}

/** Takes the time out of `PVE:user@realm:65F2A3B4::…`; a time that cannot be right counts as now. */
function issuedAtMs({ ticket }: Ticket, nowMs: number): number {
  const seconds = Number.parseInt(/^PVE:[^:]+:([0-9A-F]{8})::/.exec(ticket)?.[1] ?? "", 16);
  const ageMs = nowMs - seconds * 1000;
  return ageMs >= 0 && ageMs < LIFETIME_MS ? nowMs - ageMs : nowMs;
}
