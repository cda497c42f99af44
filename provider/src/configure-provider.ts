import { attributePath } from "./cty/path.js";
import { plainPolicy } from "./attributes/plain-policy.js";
import { refusePolicy } from "./attributes/effective-policy.js";
import type { Environment } from "./config/provider-attributes.js";
import { layerFile } from "./config/layer-file.js";
import type { ProxlbProblem } from "./config/proxlb-yaml/check-value.js";
import { proxlbKeyOf } from "./config/proxlb-yaml/map-policy.js";
import type { ProxlbConfig } from "./config/proxlb-yaml/map-proxlb-config.js";
import { missingKey } from "./config/proxlb-yaml/missing-keys.js";
import { readProxlbFile } from "./config/proxlb-yaml/read-proxlb-file.js";
import { resolveProviderSettings } from "./config/provider-settings.js";
import type { Path } from "./cty/path.js";
import type { Diagnostics } from "./framework/diagnostics.js";
import type { Logger } from "./framework/logger.js";
import { isWhollyKnownModel } from "./framework/schema/known-model.js";
import { capturedCluster } from "./inventory/captured-cluster.js";
import type { ClusterAccess } from "./inventory/cluster-access.js";
import type { ClusterServices } from "./inventory/cluster-services.js";
import { decodePolicy } from "./planning/model/decode-policy.js";
import { mergePolicies } from "./planning/model/merge-policies.js";
import type { PlainObject } from "./planning/model/read-policy-value.js";
import type { ProviderDraft, ProviderModel } from "./provider-attributes.js";

/** What the process gives to a provider. */
export interface ProviderSurroundings {
  readonly env: Environment;
  readonly now: () => Date;
  /** Remembers a secret that no log line may show. */
  readonly redact: (secret: string) => void;
}

const SECRETS = ["api_token", "auth_ticket", "csrf_prevention_token", "password"] as const;

/** Terraform hands unknown values to a provider whose block depends on a resource that is about to be created. */
const refuseUnknown = (config: ProviderDraft, diagnostics: Diagnostics): config is ProviderModel => {
  const unknown = Object.entries(config).filter(([, value]) => !isWhollyKnownModel(value));
  for (const [name] of unknown) {
    diagnostics.error(
      name === "endpoint" ? "Unknown Proxmox VE API Endpoint" : "Unknown Provider Setting",
      `"${name}" is known only after apply, but the cluster must be reached during the plan. Set it to a value that does not ` +
        "depend on a resource, or apply that resource first with -target.",
      attributePath(name),
    );
  }
  return unknown.length === 0;
};

const pathOf = (attribute: string): Path => {
  const [, name = attribute, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(attribute) ?? [];
  return index === undefined ? attributePath(name) : [{ attribute: name }, { index: Number(index) }];
};

const refuseFile = (file: string | null, { path, message }: ProxlbProblem, diagnostics: Diagnostics): void => {
  const where = path === "" ? "" : ` at ${path}`;
  diagnostics.error(
    "Invalid Configuration File",
    `The file ${file ?? ""} cannot be used${where}. ${message}`,
    attributePath("config_file"),
  );
};

interface Context {
  readonly diagnostics: Diagnostics;
  readonly log: Logger;
}

/** Reads the configuration file, if there is one. Returns undefined after adding errors. */
const readConfigFile = async (
  { config_file: file }: ProviderModel,
  { now, redact }: ProviderSurroundings,
  { diagnostics }: Context,
): Promise<ProxlbConfig | null | undefined> => {
  if (file === null) return null;
  const mapped = await readProxlbFile(file, now());
  if ("problems" in mapped) {
    for (const problem of mapped.problems) refuseFile(file, problem, diagnostics);
    return undefined;
  }
  const { connection, leftOut } = mapped.config;
  for (const secret of [connection.password, connection.apiToken]) if (secret !== null) redact(secret);
  if (leftOut.length > 0) {
    diagnostics.warning(
      "Keys of the Configuration File Left Out",
      `Some keys of ${file} have no counterpart. Remove them, or follow the advice:\n${leftOut.map((line) => `  - ${line}`).join("\n")}`,
      attributePath("config_file"),
    );
  }
  return mapped.config;
};

const connect = async (
  config: ProviderModel,
  { env, now, redact, file }: ProviderSurroundings & { readonly file: ProxlbConfig | null },
  { diagnostics, log }: Context,
): Promise<ClusterAccess | undefined> => {
  if (config.snapshot_file !== null) return capturedCluster(config.snapshot_file);
  const layered = file === null ? { attributes: config, env } : layerFile(config, file.connection, env);
  const resolved = resolveProviderSettings(layered.attributes, layered.env);
  if ("problems" in resolved) {
    for (const problem of resolved.problems) {
      const inFile = file === null ? undefined : missingKey(problem, config, file.connection);
      if (inFile === undefined) diagnostics.error(problem.summary, problem.detail, pathOf(problem.attribute));
      else refuseFile(config.config_file, inFile, diagnostics);
    }
    return undefined;
  }
  // Most processes of a command never connect, and reading a cluster brings the schemas of all its answers.
  const [{ PveClient }, { liveCluster }] = await Promise.all([
    import("./pve/client.js"),
    import("./inventory/live-cluster.js"),
  ]);
  const pve = log.child("pve");
  const client = new PveClient({
    ...resolved.settings,
    onSecret: redact,
    trace: (entry) => {
      pve.trace("HTTP exchange", { ...entry });
    },
    onRenewalFailed: (failure) => {
      pve.debug("A ticket could not be renewed; the old one goes on", { error: String(failure) });
    },
  });
  return liveCluster(client, now);
};

/** Merges the policies of file and block. Adds an error for what is wrong with both together, where the key at fault stands. */
const mergedPolicy = (config: ProviderModel, file: ProxlbConfig | null, diagnostics: Diagnostics): PlainObject => {
  const base = file?.policy ?? {};
  const own = config.policy === null ? {} : plainPolicy(config.policy);
  const merged = mergePolicies(base, own);
  const decoded = decodePolicy(merged);
  for (const problem of "problems" in decoded ? decoded.problems : []) {
    const { path, message, keys = [String(path[0])] } = problem;
    const isOwn = file === null || keys.some((key) => (own[key] ?? null) !== null);
    if (isOwn) refusePolicy(problem, { base, baseName: "config_file", own }, diagnostics);
    else refuseFile(config.config_file, { path: proxlbKeyOf(base, path), message }, diagnostics);
  }
  return merged;
};

/** A provider block in which nothing is set. */
export const EMPTY_PROVIDER_BLOCK: ProviderModel = {
  endpoint: null,
  endpoints: null,
  api_token: null,
  auth_ticket: null,
  csrf_prevention_token: null,
  username: null,
  password: null,
  insecure: null,
  min_tls: null,
  ca_certificate: null,
  tls_fingerprint: null,
  request_timeout: null,
  config_file: null,
  snapshot_file: null,
  policy: null,
};

/** Turns the provider block into services; touches no network. Returns null after adding errors. */
export const configureProvider = async (
  config: ProviderDraft,
  surroundings: ProviderSurroundings,
  context: Context,
): Promise<ClusterServices | null> => {
  for (const name of SECRETS) {
    const secret = config[name];
    if (typeof secret === "string") surroundings.redact(secret);
  }
  if (!refuseUnknown(config, context.diagnostics)) return null;
  const file = await readConfigFile(config, surroundings, context);
  if (file === undefined) return null;
  const policy = mergedPolicy(config, file, context.diagnostics);
  const cluster = await connect(config, { ...surroundings, file }, context);
  if (cluster === undefined || context.diagnostics.hasErrors) return null;
  return { cluster, policy, now: surroundings.now };
};
