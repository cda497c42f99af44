import { createHmac } from "node:crypto";
import { seededHex } from "../clock/random.js";

/** Lifetime of a ticket in real time: clients renew by their own clocks, so virtual speed must not matter. */
export const TICKET_LIFETIME_MS = 2 * 60 * 60 * 1000;

/** What a login answers. */
export interface IssuedTicket {
  readonly ticket: string;
  readonly csrfToken: string;
}

/** Issues and checks the tickets of a cluster. */
export class TicketOffice {
  readonly #key: string;
  readonly #realNowMs: () => number;
  readonly #tickets = new Map<string, { readonly user: string; readonly issuedMs: number }>();

  constructor(seed: number, realNowMs: () => number) {
    this.#key = seededHex(seed, 64, "ticket key");
    this.#realNowMs = realNowMs;
  }

  /** Issues a ticket and the token against request forgery that belongs to it; `virtualSeconds` is printed in both. */
  issue(user: string, virtualSeconds: number): IssuedTicket {
    const time = virtualSeconds.toString(16).toUpperCase().padStart(8, "0");
    const ticket = `PVE:${user}:${time}::${this.#sign(`${user}:${time}:${this.#tickets.size}`)}`;
    this.#tickets.set(ticket, { user, issuedMs: this.#realNowMs() });
    return { ticket, csrfToken: `${time}:${this.#csrfSignature(user, time)}` };
  }

  /** Gives the user of a valid ticket; undefined when it is foreign or has expired. */
  userOf(ticket: string): string | undefined {
    const entry = this.#tickets.get(ticket);
    return entry !== undefined && this.#realNowMs() - entry.issuedMs < TICKET_LIFETIME_MS ? entry.user : undefined;
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
