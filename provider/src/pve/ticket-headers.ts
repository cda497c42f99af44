import type { SecretKeeper } from "./redaction.js";
import type { Ticket } from "./session.js";
import type { HttpMethod } from "./transport.js";

/** Tickets live two hours; a new one is fetched well before, so that no write meets an expired one. */
export const RENEW_AFTER_MS = 90 * 60 * 1000;

/** Leaves many attempts until the old ticket expires, and troubles no node that refuses them. */
export const TRY_AGAIN_AFTER_MS = 60 * 1000;

/** Makes sure that neither half of a ticket is ever shown. */
export function registerTicket(ticket: Ticket, secrets: SecretKeeper): void {
  secrets.add(ticket.ticket);
  secrets.add(ticket.csrfPreventionToken);
}

/** Returns the headers of a request with a ticket; whatever is not a read needs the second half too. */
export function ticketHeaders(ticket: Ticket, method: HttpMethod): Readonly<Record<string, string>> {
  const cookie = { cookie: `PVEAuthCookie=${encodeURIComponent(ticket.ticket)}` };
  return method === "GET" ? cookie : { ...cookie, csrfpreventiontoken: ticket.csrfPreventionToken };
}
