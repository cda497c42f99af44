import type { IncomingHttpHeaders } from "node:http";
import type { Caller } from "../access/access-control.js";
import type { Cluster, ClusterNode } from "../cluster/cluster.js";
import { ApiError } from "./api-error.js";

const TOKEN_HEADER = /^PVEAPIToken[= ](([^\s:/@]+@[^\s:/!]+)!([A-Za-z][A-Za-z0-9.\-_]+))[=:](.*)$/;

/** Finds out who sends a request. Throws the 401 that the real server sends. */
export function authenticate(
  cluster: Cluster,
  entry: ClusterNode,
  method: string,
  headers: IncomingHttpHeaders,
): Caller {
  const authorization = headers.authorization;
  if (authorization?.startsWith("PVEAPIToken") === true) return authenticateToken(cluster, authorization);
  const ticket = ticketCookie(headers.cookie);
  if (ticket === undefined) throw unauthorized("No ticket");
  const csrfToken = method === "GET" ? undefined : String(headers["csrfpreventiontoken"] ?? "");
  return authenticateTicket(cluster, entry, ticket, csrfToken);
}

/** Gives the user that a request claims to come from, for the record, without checking it. */
export function claimedUser(cluster: Cluster, entry: ClusterNode, headers: IncomingHttpHeaders): string | undefined {
  const token = TOKEN_HEADER.exec(headers.authorization ?? "")?.[1];
  const ticket = ticketCookie(headers.cookie);
  return token ?? (ticket === undefined ? undefined : cluster.tickets.userOf(ticket, entry.clockSkewMs));
}

function authenticateToken(cluster: Cluster, authorization: string): Caller {
  const [, id = "", user = "", tokenId = "", secret = ""] = TOKEN_HEADER.exec(authorization) ?? [];
  if (id === "") throw unauthorized("no tokenid specified");
  if (!cluster.access.hasUser(user)) throw unauthorized(`no such user ('${user}')`);
  if (!cluster.access.hasSecret(id, secret)) throw unauthorized("invalid token value!");
  return { user, tokenId };
}

function authenticateTicket(
  cluster: Cluster,
  entry: ClusterNode,
  ticket: string,
  csrfToken: string | undefined,
): Caller {
  const user = cluster.tickets.userOf(ticket, entry.clockSkewMs);
  if (user === undefined) throw unauthorized("permission denied - invalid PVE ticket");
  if (csrfToken !== undefined && !cluster.tickets.isCsrfToken(user, csrfToken)) {
    throw unauthorized("Permission denied - invalid csrf token");
  }
  return { user, tokenId: undefined };
}

function ticketCookie(cookie: string | undefined): string | undefined {
  const raw = /(?:^|;\s*)PVEAuthCookie=([^;]*)/.exec(cookie ?? "")?.[1];
  if (raw === undefined) return undefined;
  // Python and Go send the ticket as it is, others escape it; an escape cannot occur in a ticket itself.
  return raw.includes("%") ? decodeURIComponent(raw) : raw;
}

function unauthorized(text: string): ApiError {
  return new ApiError(401, text);
}
