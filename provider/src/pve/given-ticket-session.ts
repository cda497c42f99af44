import type { HttpMethod } from "./transport.js";
import type { PveIdentity, Session, SessionSurroundings, Ticket } from "./session.js";
import { registerTicket, RENEW_AFTER_MS, ticketHeaders, TRY_AGAIN_AFTER_MS } from "./ticket-headers.js";

/** Tickets live two hours. */
const LIFETIME_MS = 2 * 60 * 60 * 1000;

/**
 * A session with a ticket that somebody else has fetched. While it is valid it can be exchanged for a new one, so a run may last
 * longer than it; once it is refused there is no way back.
 */
export class GivenTicketSession implements Session {
  readonly identity: PveIdentity;
  readonly #surroundings: SessionSurroundings;
  #ticket: Promise<Ticket>;
  #renewAtMs: number;

  constructor(ticket: Ticket, surroundings: SessionSurroundings) {
    // Tickets read `PVE:user@realm:…`.
    this.identity = { kind: "user", name: ticket.ticket.split(":")[1] ?? "" };
    this.#surroundings = surroundings;
    this.#ticket = Promise.resolve(ticket);
    this.#renewAtMs = issuedAtMs(ticket, surroundings.now()) + RENEW_AFTER_MS;
    registerTicket(ticket, surroundings.secrets);
  }

  async headers(method: HttpMethod): Promise<Readonly<Record<string, string>>> {
    const nowMs = this.#surroundings.now();
    if (nowMs >= this.#renewAtMs) {
      this.#renewAtMs = nowMs + RENEW_AFTER_MS;
      this.#ticket = this.#renew(this.#ticket);
    }
    return ticketHeaders(await this.#ticket, method);
  }

  refused(): boolean {
    return false;
  }

  /**
   * The old ticket goes on where it cannot be exchanged, because it is valid for another half hour; it is tried again a minute
   * after the failure.
   */
  async #renew(current: Promise<Ticket>): Promise<Ticket> {
    const { login, now, secrets, renewalFailed } = this.#surroundings;
    const old = await current;
    try {
      const fresh = await login(this.identity.name, old.ticket);
      registerTicket(fresh, secrets);
      return fresh;
    } catch (failure) {
      renewalFailed(failure);
      this.#renewAtMs = now() + TRY_AGAIN_AFTER_MS;
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
