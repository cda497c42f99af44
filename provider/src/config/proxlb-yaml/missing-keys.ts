import type { ProviderAttributes } from "../provider-attributes.js";
import { attributeAndVariable } from "../provider-attributes.js";
import type { SettingProblem } from "../setting-problem.js";
import type { ProxlbProblem } from "./check-value.js";
import type { FileConnection } from "./map-connection.js";

/**
 * Finds the key of a ProxLB configuration in which a missing setting belongs, because the file says the rest of it: neither
 * the provider block (`own`) nor the environment has it either. Undefined where the file is not part of the matter.
 */
export const missingKey = (
  { attribute, isMissing }: SettingProblem,
  own: ProviderAttributes,
  file: FileConnection,
): ProxlbProblem | undefined => {
  const isOwn = (name: "endpoints" | "username" | "password"): boolean => (own[name] ?? null) !== null;
  if (isMissing !== true) return undefined;
  if (attribute === "endpoint" && file.endpoints?.length === 0 && !isOwn("endpoints"))
    return {
      path: "proxmox_api.hosts",
      message: `The list is empty. Name at least one node there, or set ${attributeAndVariable("endpoint")}.`,
    };
  if (attribute === "username" && file.password !== null && !isOwn("password"))
    return {
      path: "proxmox_api.user",
      message: "A password is set, but no user. Name the user with its realm, such as root@pam.",
    };
  if (attribute === "password" && file.username !== null && !isOwn("username"))
    return {
      path: "proxmox_api.pass",
      message:
        "A user is set, but neither a password nor a token. Add pass, or token_id and token_secret, or set " +
        `${attributeAndVariable("password")}.`,
    };
  return undefined;
};
