import { isIPv6 } from "node:net";

/** An endpoint as an origin (`https://pve1:8006`), or the reason why the text is none. */
export type EndpointResult = { readonly origin: string } | { readonly problem: string };

const DEFAULT_PORT = 8006;

const HOST_NAME = /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?$/;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads an endpoint: a URL, whose path is ignored, or one of `host`, `host:port`, `[v6]`, `[v6]:port`, `v6:port` and
 * `v6`. Without a URL scheme the port is 8006 unless given; in a URL it is that of the scheme. In an IPv6 address
 * without brackets the part after the last colon is the port wherever the rest is still an address.
 */
export function parseEndpoint(text: string): EndpointResult {
  const trimmed = text.trim();
  if (trimmed === "") {
    return { problem: "is empty" };
  }
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? parseUrl(trimmed) : parseHost(trimmed);
}

function parseUrl(text: string): EndpointResult {
  if (!URL.canParse(text)) {
    return { problem: "is not a valid URL" };
  }
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    return { problem: "must not contain a user or password; use api_token, or username and password" };
  }
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
    return { problem: "must start with https://, because http would send the credentials in the clear" };
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return { problem: "must start with https://" };
  }
  return url.hostname === "" ? { problem: "has no host" } : { origin: url.origin };
}

function parseHost(text: string): EndpointResult {
  const [host, port] = splitPort(text.replace(/\/$/, ""));
  const isAddress = isIPv6(host);
  if (!isAddress && !HOST_NAME.test(host)) {
    return { problem: "is neither a host name, an IP address nor a URL" };
  }
  if (port !== null && !isPort(port)) {
    return { problem: "has a port outside 1 to 65535" };
  }
  const url = `https://${isAddress ? `[${host}]` : host}:${port ?? DEFAULT_PORT}`;
  return URL.canParse(url) ? { origin: new URL(url).origin } : { problem: "is not a valid host" };
}

/** Splits off the port; returns the host without brackets. */
function splitPort(text: string): readonly [string, string | null] {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
  if (bracketed !== null) {
    return [bracketed[1] ?? "", bracketed[2] ?? null];
  }
  const lastColon = text.lastIndexOf(":");
  if (lastColon < 0) {
    return [text, null];
  }
  const head = text.slice(0, lastColon);
  const isBareAddress = head.includes(":") && !isIPv6(head);
  return isBareAddress ? [text, null] : [head, text.slice(lastColon + 1)];
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
