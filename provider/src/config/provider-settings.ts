import { parseMilliseconds } from "../planning/model/duration.js";
import { resolveCredentials } from "./credentials.js";
import type { Credentials } from "./credentials.js";
import { parseEndpoint } from "./endpoint.js";
import { ENVIRONMENT_VARIABLES, attributeAndVariable, textSetting } from "./provider-attributes.js";
import type { Environment, ProviderAttributes } from "./provider-attributes.js";
import type { Resolved, SettingProblem } from "./setting-problem.js";
import { resolveTls } from "./tls-settings.js";
import type { TlsSettings } from "./tls-settings.js";

/** Everything that is needed to connect, checked; the shape that the Proxmox client takes. */
export interface ProviderSettings {
  /** Origins such as `https://pve1:8006`, without repetitions, in the order in which they are tried. */
  readonly endpoints: readonly string[];
  readonly auth: Credentials;
  readonly tls: TlsSettings;
  readonly requestTimeoutMs: number;
}

/** Entry nodes give up on another node after 30 s and then name it; waiting a little longer lets that answer through. */
const DEFAULT_REQUEST_TIMEOUT_MS = 35_000;

const MIN_REQUEST_TIMEOUT_MS = 100;

const MAX_REQUEST_TIMEOUT_MS = 3_600_000;

/**
 * Resolves the provider block against the environment: a configured value beats a variable. All problems are reported at
 * once. Reads nothing but its arguments.
 */
export function resolveProviderSettings(attributes: ProviderAttributes, env: Environment): Resolved<ProviderSettings> {
  const endpoints = resolveEndpoints(attributes, env);
  const auth = resolveCredentials(attributes, env);
  const tls = resolveTls(attributes, env);
  const timeout = resolveTimeout(attributes.request_timeout ?? null);
  if ("settings" in endpoints && "settings" in auth && "settings" in tls && "settings" in timeout) {
    return {
      settings: {
        endpoints: endpoints.settings,
        auth: auth.settings,
        tls: tls.settings,
        requestTimeoutMs: timeout.settings,
      },
    };
  }
  return { problems: [endpoints, auth, tls, timeout].flatMap((part) => ("problems" in part ? part.problems : [])) };
}

function resolveEndpoints(attributes: ProviderAttributes, env: Environment): Resolved<readonly string[]> {
  const list = (attributes.endpoints ?? []).map((text, index) => ({ attribute: `endpoints[${index}]`, text }));
  // The variable stands in for the provider block, so it does not add to a list that is configured there.
  const single = list.length > 0 ? (attributes.endpoint ?? null) : textSetting(attributes, env, "endpoint");
  const texts = single === null ? list : [{ attribute: "endpoint", text: single }, ...list];
  if (texts.length === 0) {
    return { problems: [missingEndpoint()] };
  }
  const problems: SettingProblem[] = [];
  const origins = new Set<string>();
  for (const { attribute, text } of texts) {
    const result = parseEndpoint(text);
    if ("problem" in result) {
      problems.push(invalidEndpoint(attribute, text, result.problem));
    } else {
      origins.add(result.origin);
    }
  }
  return problems.length > 0 ? { problems } : { settings: [...origins] };
}

function missingEndpoint(): SettingProblem {
  return {
    attribute: "endpoint",
    isMissing: true,
    summary: "Missing Proxmox VE API Endpoint",
    detail:
      `No endpoint is set. Set ${attributeAndVariable("endpoint")} to the URL of a node, for example ` +
      "https://pve1.example.com:8006/, or set endpoints to several of them.",
  };
}

function invalidEndpoint(attribute: string, text: string, problem: string): SettingProblem {
  // A URL with a password in it must not be shown.
  const shown = text.includes("@") ? "The endpoint" : `The endpoint "${text}"`;
  return {
    attribute,
    summary: "Invalid Proxmox VE API Endpoint",
    detail:
      `${shown} ${problem}. Write a URL such as https://pve1.example.com:8006/, or host, host:port, [IPv6] or [IPv6]:port. ` +
      `The endpoint comes from ${attribute} or the variable ${ENVIRONMENT_VARIABLES.endpoint}.`,
  };
}

function resolveTimeout(text: string | null): Resolved<number> {
  const timeoutMs = text === null ? DEFAULT_REQUEST_TIMEOUT_MS : parseMilliseconds(text);
  if (timeoutMs !== null && timeoutMs >= MIN_REQUEST_TIMEOUT_MS && timeoutMs <= MAX_REQUEST_TIMEOUT_MS) {
    return { settings: timeoutMs };
  }
  const problem = {
    attribute: "request_timeout",
    summary: "Invalid Request Timeout",
    detail: `"${text ?? ""}" is not a duration between 100ms and 1h. Write for example 30s or 1m30s.`,
  };
  return { problems: [problem] };
}
