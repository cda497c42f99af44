import { attributeAndVariable, textSetting } from "./provider-attributes.js";
import type { Environment, ProviderAttributes } from "./provider-attributes.js";
import type { Resolved, SettingProblem } from "./setting-problem.js";

/** The credentials that were chosen. */
export type Credentials =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "ticket"; readonly ticket: string; readonly csrfPreventionToken: string }
  | { readonly kind: "password"; readonly username: string; readonly password: string };

/** Proxmox VE allows an @ in the name, too, as identity providers use mail addresses; what follows the last one is the realm. */
const USER = "\\S+@[^\\s@]+";

const TOKEN_USER = "[^\\s!=:/]+@[A-Za-z][A-Za-z0-9._-]*";

const TOKEN_ID = "[A-Za-z][A-Za-z0-9._-]*";

const TOKEN_SECRET = "[A-Za-z0-9-]+";

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

/** The forms of what a login is made of: any user, and the parts of an API token, `user!id=secret`. */
export const CREDENTIAL_FORMS = {
  user: whole(USER),
  tokenUser: whole(TOKEN_USER),
  tokenId: whole(TOKEN_ID),
  tokenSecret: whole(TOKEN_SECRET),
} as const;

const TOKEN = whole(`${TOKEN_USER}!${TOKEN_ID}=${TOKEN_SECRET}`);

/** One-time passwords cannot be repeated when a ticket has to be renewed, so this variable is refused, not ignored. */
const OTP_VARIABLE = "PROXMOX_VE_OTP";

/** Chooses the credentials: the API token, else the ticket, else user and password. Never echoes a secret. */
export function resolveCredentials(attributes: ProviderAttributes, env: Environment): Resolved<Credentials> {
  const token = textSetting(attributes, env, "api_token");
  if (token !== null) {
    return TOKEN.test(token) ? { settings: { kind: "token", token } } : { problems: [malformedToken()] };
  }
  const ticket = textSetting(attributes, env, "auth_ticket");
  if (ticket !== null) {
    return ticketCredentials(ticket, textSetting(attributes, env, "csrf_prevention_token"));
  }
  const username = textSetting(attributes, env, "username");
  const password = textSetting(attributes, env, "password");
  if (username === null && password === null) {
    return { problems: [missingCredentials()] };
  }
  return passwordCredentials(username, password, env);
}

function ticketCredentials(ticket: string, csrfPreventionToken: string | null): Resolved<Credentials> {
  if (csrfPreventionToken === null) {
    return {
      problems: [missing("csrf_prevention_token", "A ticket needs the CSRF prevention token that came with it.")],
    };
  }
  // Copied from a browser's cookie store, a ticket is percent-encoded.
  const plain = /^PVE%3A/i.test(ticket) ? decodeURIComponent(ticket) : ticket;
  return { settings: { kind: "ticket", ticket: plain, csrfPreventionToken } };
}

function passwordCredentials(
  username: string | null,
  password: string | null,
  env: Environment,
): Resolved<Credentials> {
  const problems: SettingProblem[] = [];
  if (username === null) {
    problems.push(missing("username", "A password is set, but no user."));
  } else if (!CREDENTIAL_FORMS.user.test(username)) {
    problems.push({
      attribute: "username",
      summary: "Invalid Proxmox VE User Name",
      detail: `The user name "${username}" has no realm. Write it as user@realm, for example root@pam.`,
    });
  }
  if (password === null) {
    problems.push(missing("password", "A user is set, but no password."));
  }
  if ((env[OTP_VARIABLE] ?? "") !== "") {
    problems.push(oneTimePassword());
  }
  return username === null || password === null || problems.length > 0
    ? { problems }
    : { settings: { kind: "password", username, password } };
}

function missing(attribute: "csrf_prevention_token" | "username" | "password", what: string): SettingProblem {
  return {
    attribute,
    isMissing: true,
    summary: "Incomplete Proxmox VE API Credentials",
    detail: `${what} Set ${attributeAndVariable(attribute)}, or use an API token: ${attributeAndVariable("api_token")}.`,
  };
}

function missingCredentials(): SettingProblem {
  return {
    attribute: "api_token",
    summary: "Missing Proxmox VE API Credentials",
    detail:
      `No credentials are set. Set ${attributeAndVariable("api_token")}; ` +
      `or ${attributeAndVariable("auth_ticket")} together with ${attributeAndVariable("csrf_prevention_token")}; ` +
      `or ${attributeAndVariable("username")} together with ${attributeAndVariable("password")}.`,
  };
}

function malformedToken(): SettingProblem {
  return {
    attribute: "api_token",
    summary: "Invalid Proxmox VE API Token",
    detail:
      "The API token is not of the form user@realm!tokenid=secret, for example " +
      "balancer@pve!plan=00000000-0000-0000-0000-000000000000. It is not shown here because it is a secret. " +
      `Correct ${attributeAndVariable("api_token")}.`,
  };
}

function oneTimePassword(): SettingProblem {
  return {
    attribute: "username",
    summary: "One-Time Passwords Are Not Supported",
    detail:
      `The variable ${OTP_VARIABLE} is set, but a one-time password cannot be used again when the login is renewed. ` +
      `Unset ${OTP_VARIABLE} and use an API token: ${attributeAndVariable("api_token")}.`,
  };
}
