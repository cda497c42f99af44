import { createHmac } from "node:crypto";
import { seededHex } from "../clock/random.js";

/** Lifetime of a ticket in real time, unless described: clients renew by their own clocks, so virtual speed must not matter. */
export const TICKET_LIFETIME_MS = 2 * 60 * 60 * 1000;
// A ticket from the future is accepted as long as clocks may differ.
const TOLERATED_SKEW_MS = 300_000;

/** What a login answers. */
export interface IssuedTicket {
  readonly ticket: string;
  readonly csrfToken: string;
}

/** Issues and checks the tickets of a cluster. */
export class TicketOffice {
  readonly #key: string;
  readonly #realNowMs: () => number;
  readonly #lifetimeMs: number;
  readonly #tickets = new Map<string, { readonly user: string; readonly issuedMs: number }>();

  constructor(seed: number, realNowMs: () => number, lifetimeMs: number = TICKET_LIFETIME_MS) {
    this.#key = seededHex(seed, 64, "ticket key");
    this.#realNowMs = realNowMs;
    this.#lifetimeMs = lifetimeMs;
  }

  /** Issues a ticket and the token against request forgery that belongs to it; `virtualSeconds` is printed in both. The skew is that of the issuing node's clock. */
  issue(user: string, virtualSeconds: number, skewMs: number): IssuedTicket {
    const time = virtualSeconds.toString(16).toUpperCase().padStart(8, "0");
    const ticket = `PVE:${user}:${time}::${this.#sign(`${user}:${time}:${this.#tickets.size}`)}`;
    this.#tickets.set(ticket, { user, issuedMs: this.#realNowMs() + skewMs });
    return { ticket, csrfToken: `${time}:${this.#csrfSignature(user, time)}` };
  }

  /** Gives the user of a ticket that a node with this skew of its clock takes for valid; undefined when it is foreign, too old or from the future. */
  userOf(ticket: string, skewMs: number): string | undefined {
    const entry = this.#tickets.get(ticket);
    if (entry === undefined) return undefined;
    const ageMs = this.#realNowMs() + skewMs - entry.issuedMs;
    return ageMs < this.#lifetimeMs && ageMs >= -TOLERATED_SKEW_MS ? entry.user : undefined;
  }

  /** Says whether a token against request forgery was issued to this user. */
  isCsrfToken(user: string, csrfToken: string): boolean {
    const [time = "", signature = ""] = csrfToken.split(":");
    return signature === this.#csrfSignature(user, time);
  }

  /** Makes every ticket invalid that was issued so far. */
  expireAll(): void {
    this.#tickets.clear();
  }

  #csrfSignature(user: string, time: string): string {
    return this.#sign(`csrf:${user}:${time}`).slice(0, 43);
  }

  #sign(text: string): string {
    return createHmac("sha256", this.#key).update(text).digest("base64");
  }
}
