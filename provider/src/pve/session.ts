import type { SecretKeeper } from "./redaction.js";
import type { HttpMethod } from "./transport.js";

/** The credentials of a client. */
export type PveAuth =
  /** In the form `user@realm!tokenid=secret`. */
  | { readonly kind: "token"; readonly token: string }
  /** Ends two hours after it was made unless it is exchanged for a new one before. */
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
  /** Called when a ticket could not be exchanged in time, so that the old one goes on. */
  readonly renewalFailed: (failure: unknown) => void;
}

/** Headers that prove who asks. */
export type AuthHeaders = Readonly<Record<string, string>>;

/** Produces the authentication headers of each request. */
export interface Session {
  readonly identity: PveIdentity;
  /** Returns the headers for a request; a promise where it may have to log in first. */
  headers(method: HttpMethod): AuthHeaders | Promise<AuthHeaders>;
  /** Takes note that the server refused these headers; true when asking again can help. */
  refused(headers: AuthHeaders): boolean;
}
