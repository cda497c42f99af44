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

const tokenProblems = (api: PlainSection): readonly ProxlbProblem[] => {
  const [user, id, secret] = ["user", "token_id", "token_secret"].map((name) => textOf(api, name));
  const problem = (name: string, message: string): ProxlbProblem => ({ path: `proxmox_api.${name}`, message });
  return [
    ...(id !== null && /[@!]/.test(id ?? "")
      ? [
          problem(
            "token_id",
            "Only the token's own name is expected, the part behind the !; the user goes to proxmox_api.user.",
          ),
        ]
      : []),
    ...(id === null && secret !== null
      ? [problem("token_id", "A token_secret is set, so token_id must name the token.")]
      : []),
    ...(id !== null && secret === null
      ? [problem("token_secret", "A token_id is set, so token_secret must hold its secret.")]
      : []),
    ...(id !== null && user === null
      ? [problem("user", "A token belongs to a user; name it with its realm, such as proxlb@pve.")]
      : []),
  ];
};

/** Finds what is wrong with the section `proxmox_api` beyond the types of its values. */
export const connectionProblems = (api: PlainSection): readonly ProxlbProblem[] => [
  ...hostProblems(textsOf(api, "hosts") ?? []),
  ...tokenProblems(api),
  ...(textOf(api, "pass") !== null && textOf(api, "token_secret") !== null
    ? [{ path: "proxmox_api.pass", message: "A password and a token are both set. Keep the token and remove pass." }]
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
