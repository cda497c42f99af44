/** The connection attributes of the provider block, under their Terraform names; absent and null mean "not set". */
export interface ProviderAttributes {
  readonly endpoint?: string | null;
  readonly endpoints?: readonly string[] | null;
  readonly api_token?: string | null;
  readonly auth_ticket?: string | null;
  readonly csrf_prevention_token?: string | null;
  readonly username?: string | null;
  readonly password?: string | null;
  readonly insecure?: boolean | null;
  readonly min_tls?: string | null;
  readonly ca_certificate?: string | null;
  readonly tls_fingerprint?: string | null;
  /** A duration such as `30s`. */
  readonly request_timeout?: string | null;
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable that stands in for each attribute: the names of the bpg provider, so that its users need no new ones. */
export const ENVIRONMENT_VARIABLES = {
  endpoint: "PROXMOX_VE_ENDPOINT",
  api_token: "PROXMOX_VE_API_TOKEN",
  auth_ticket: "PROXMOX_VE_AUTH_TICKET",
  csrf_prevention_token: "PROXMOX_VE_CSRF_PREVENTION_TOKEN",
  username: "PROXMOX_VE_USERNAME",
  password: "PROXMOX_VE_PASSWORD",
  insecure: "PROXMOX_VE_INSECURE",
  min_tls: "PROXMOX_VE_MIN_TLS",
} as const;

/** The attributes that can also be set by a variable and hold a text. */
export type TextAttribute = Exclude<keyof typeof ENVIRONMENT_VARIABLES, "insecure">;

/** Returns the configured value, else that of the environment, else null; empty variables count as not set. */
export function textSetting(attributes: ProviderAttributes, env: Environment, name: TextAttribute): string | null {
  const configured = attributes[name] ?? null;
  if (configured !== null) {
    return configured;
  }
  const fromEnvironment = env[ENVIRONMENT_VARIABLES[name]] ?? "";
  return fromEnvironment === "" ? null : fromEnvironment;
}

/** Names an attribute together with its variable: `api_token (or the variable PROXMOX_VE_API_TOKEN)`. */
export function attributeAndVariable(name: keyof typeof ENVIRONMENT_VARIABLES): string {
  return `${name} (or the variable ${ENVIRONMENT_VARIABLES[name]})`;
}
