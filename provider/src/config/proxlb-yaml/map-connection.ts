import { CREDENTIAL_FORMS } from "../credentials.js";
import { parseEndpoint } from "../endpoint.js";
import type { PlainSection, ProxlbProblem } from "./check-value.js";
import { flagOf, numberOf, textOf, textsOf } from "./read-value.js";

/** How a ProxLB configuration connects, in the attributes of the provider; null where it says nothing. */
export interface FileConnection {
  readonly endpoints: readonly string[] | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly apiToken: string | null;
  readonly insecure: boolean | null;
  readonly requestTimeout: string | null;
}

const hostProblems = (hosts: readonly string[]): readonly ProxlbProblem[] =>
  hosts.flatMap((host, index) => {
    const result = parseEndpoint(host);
    return "problem" in result
      ? [
          {
            path: `proxmox_api.hosts[${index}]`,
            message: `The host ${result.problem}. Write host, host:port, [IPv6] or [IPv6]:port.`,
          },
        ]
      : [];
  });

const problemAt = (name: string, message: string): ProxlbProblem => ({ path: `proxmox_api.${name}`, message });

const userProblem = (user: string, hasToken: boolean): ProxlbProblem | undefined => {
  if (!CREDENTIAL_FORMS.user.test(user))
    return problemAt("user", `The user "${user}" has no realm. Write it as user@realm, for example root@pam.`);
  if (!hasToken || CREDENTIAL_FORMS.tokenUser.test(user)) return undefined;
  return problemAt("user", `The user "${user}" is not of the form user@realm, as the user of a token is.`);
};

const tokenIdProblem = (id: string): ProxlbProblem | undefined => {
  if (/[@!]/.test(id))
    return problemAt(
      "token_id",
      "Only the token's own name is expected, the part behind the !; the user goes to proxmox_api.user.",
    );
  if (CREDENTIAL_FORMS.tokenId.test(id)) return undefined;
  return problemAt(
    "token_id",
    'The name of a token begins with a letter and goes on with letters, digits and the characters ".", "_" and "-".',
  );
};

const tokenSecretProblem = (secret: string): ProxlbProblem | undefined =>
  CREDENTIAL_FORMS.tokenSecret.test(secret)
    ? undefined
    : problemAt("token_secret", "The secret of a token consists of letters, digits and hyphens only.");

/** Finds parts of a login that have another form than Proxmox VE gives them. */
const formProblems = (api: PlainSection): readonly ProxlbProblem[] => {
  const [user, id, secret] = ["user", "token_id", "token_secret"].map((name) => textOf(api, name) ?? undefined);
  return [
    user === undefined ? undefined : userProblem(user, id !== undefined),
    id === undefined ? undefined : tokenIdProblem(id),
    secret === undefined ? undefined : tokenSecretProblem(secret),
  ].filter((problem) => problem !== undefined);
};

/** Finds parts of a token that others need beside them. */
const tokenProblems = (api: PlainSection): readonly ProxlbProblem[] => {
  const [hasUser, hasId, hasSecret] = ["user", "token_id", "token_secret"].map((name) => textOf(api, name) !== null);
  return [
    ...(!hasId && hasSecret ? [problemAt("token_id", "A token_secret is set, so token_id must name the token.")] : []),
    ...(hasId && !hasSecret
      ? [problemAt("token_secret", "A token_id is set, so token_secret must hold its secret.")]
      : []),
    ...(hasId && !hasUser
      ? [problemAt("user", "A token belongs to a user; name it with its realm, such as proxlb@pve.")]
      : []),
  ];
};

/** Finds what is wrong with the section `proxmox_api` beyond the types of its values. */
export const connectionProblems = (api: PlainSection): readonly ProxlbProblem[] => [
  ...hostProblems(textsOf(api, "hosts") ?? []),
  ...formProblems(api),
  ...tokenProblems(api),
  ...(textOf(api, "pass") !== null && textOf(api, "token_secret") !== null
    ? [problemAt("pass", "A password and a token are both set. Keep the token and remove pass.")]
    : []),
];

/** Maps the section `proxmox_api`, in which nothing is wrong, to the attributes of the provider. */
export const mapConnection = (api: PlainSection): FileConnection => {
  const tokenId = textOf(api, "token_id");
  const verify = flagOf(api, "ssl_verification");
  const timeoutSeconds = numberOf(api, "timeout");
  return {
    endpoints: textsOf(api, "hosts"),
    username: textOf(api, "user"),
    password: textOf(api, "pass"),
    apiToken: tokenId === null ? null : `${textOf(api, "user") ?? ""}!${tokenId}=${textOf(api, "token_secret") ?? ""}`,
    insecure: verify === null ? null : !verify,
    requestTimeout: timeoutSeconds === null ? null : `${Math.round(timeoutSeconds * 1000)}ms`,
  };
};
