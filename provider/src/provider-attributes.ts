import { providerPolicyAttribute } from "./attributes/policy-attribute.js";
import type { DraftModel, Model } from "./framework/schema/attribute.js";
import { optional } from "./framework/schema/attribute.js";
import { list } from "./framework/schema/collection-shapes.js";
import { bool, string } from "./framework/schema/primitive-shapes.js";
import { duration, each, notBlank, notEmpty, oneOf } from "./framework/validators.js";

/** The attributes of the `proxlb` provider block. Names and variables are those of the bpg provider. */
export const providerAttributes = {
  endpoint: optional(
    string,
    "Gives the address of a node of the cluster: a URL such as `https://pve1.example.com:8006/`, or `host`, `host:port`, " +
      "`[IPv6]` or `[IPv6]:port`. Can also be set with `PROXMOX_VE_ENDPOINT`.",
    { validators: [notBlank] },
  ),
  endpoints: optional(
    list(string),
    "Lists addresses of several nodes, which are tried in order until one answers; `endpoint` comes first where both are set.",
    { validators: [notEmpty, each(notBlank)] },
  ),
  api_token: optional(
    string,
    "Gives an API token as `user@realm!name=secret`; preferred to all other credentials. Can also be set with " +
      "`PROXMOX_VE_API_TOKEN`.",
    { sensitive: true },
  ),
  auth_ticket: optional(
    string,
    "Gives a ticket of an earlier login; needs `csrf_prevention_token` too. Can also be set with `PROXMOX_VE_AUTH_TICKET`.",
    { sensitive: true },
  ),
  csrf_prevention_token: optional(
    string,
    "Gives the token that belongs to `auth_ticket`. Can also be set with `PROXMOX_VE_CSRF_PREVENTION_TOKEN`.",
    { sensitive: true },
  ),
  username: optional(
    string,
    "Names the user to log in as, with its realm, such as `balancer@pve`. Can also be set with `PROXMOX_VE_USERNAME`.",
  ),
  password: optional(string, "Gives the password of `username`. Can also be set with `PROXMOX_VE_PASSWORD`.", {
    sensitive: true,
  }),
  insecure: optional(
    bool,
    "Skips the check of the server's certificate; whoever is in between can then read and change everything. Default `false`. " +
      "Can also be set with `PROXMOX_VE_INSECURE`.",
  ),
  min_tls: optional(
    string,
    "Gives the lowest TLS version that is accepted: `1.0`, `1.1`, `1.2` or `1.3` (default). Can also be set with `PROXMOX_VE_MIN_TLS`.",
    { validators: [oneOf(["1.0", "1.1", "1.2", "1.3"])] },
  ),
  ca_certificate: optional(
    string,
    "Gives the certificate of the authority that signed the server's certificate, as PEM text; on a node it is " +
      "`/etc/pve/pve-root-ca.pem`. Default: the authorities of the system.",
  ),
  tls_fingerprint: optional(
    string,
    "Gives the SHA-256 fingerprint that the server's certificate must have, as the web interface shows it. It replaces the " +
      "check of the authority.",
  ),
  request_timeout: optional(string, "Limits how long one request may take, as a duration. Default `35s`.", {
    validators: [duration],
  }),
  config_file: optional(
    string,
    "Names an existing configuration of ProxLB (`proxlb.yaml`), of which every key is read: how to connect, and the policy. Attributes " +
      "of this block come before it, and it comes before the environment. Keys that it leaves out take the defaults of this " +
      "provider; a key that cannot be honoured is named in a warning that says what to use instead.",
    { validators: [notBlank] },
  ),
  snapshot_file: optional(
    string,
    "Names a file with a captured cluster (snapshot version 1) to plan on in place of a running one. Nothing is contacted, " +
      "and nothing can be executed.",
    { validators: [notBlank] },
  ),
  policy: providerPolicyAttribute,
};

/** A provider block, parts of which may be unknown. */
export type ProviderDraft = DraftModel<typeof providerAttributes>;

/** A provider block whose values are all known. */
export type ProviderModel = Model<typeof providerAttributes>;
