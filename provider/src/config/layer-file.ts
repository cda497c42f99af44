import type { Environment, ProviderAttributes } from "./provider-attributes.js";
import { ENVIRONMENT_VARIABLES } from "./provider-attributes.js";
import type { FileConnection } from "./proxlb-yaml/map-connection.js";

const CREDENTIALS = ["api_token", "auth_ticket", "csrf_prevention_token", "username", "password"] as const;

const isSet = (value: unknown): boolean => value !== null && value !== undefined;

const withoutCredentials = (env: Environment): Environment => {
  const names: readonly string[] = CREDENTIALS.map((name) => ENVIRONMENT_VARIABLES[name]);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
};

/**
 * Lays the provider block over a configuration file, and both over the environment. Credentials are one thing: those of
 * the file are taken only where the block sets none, and then no variable mixes with them.
 */
export const layerFile = (
  attributes: ProviderAttributes,
  file: FileConnection,
  env: Environment,
): { readonly attributes: ProviderAttributes; readonly env: Environment } => {
  const ownCredentials = CREDENTIALS.some((name) => isSet(attributes[name]));
  const takesSecrets = !ownCredentials && (file.apiToken !== null || file.password !== null);
  const ownEndpoints = isSet(attributes.endpoint) || isSet(attributes.endpoints);
  return {
    attributes: {
      ...attributes,
      ...(ownEndpoints ? {} : { endpoints: file.endpoints }),
      ...(takesSecrets ? { api_token: file.apiToken, password: file.password } : {}),
      username: attributes.username ?? file.username,
      insecure: attributes.insecure ?? file.insecure,
      request_timeout: attributes.request_timeout ?? file.requestTimeout,
    },
    env: takesSecrets ? withoutCredentials(env) : env,
  };
};
