import { configureProvider, EMPTY_PROVIDER_BLOCK } from "../configure-provider.js";
import { parseConnectionFile } from "../config/connection-file.js";
import type { ConnectionFile } from "../config/connection-file.js";
import { parsePolicyPart } from "../config/policy-file.js";
import { formatPath } from "../cty/path.js";
import { Diagnostics } from "../framework/diagnostics.js";
import type { Diagnostic } from "../framework/diagnostics.js";
import type { Logger } from "../framework/logger.js";
import type { ClusterAccess } from "../inventory/cluster-access.js";
import type { ClusterServices } from "../inventory/cluster-services.js";
import { decodePolicy } from "../planning/model/decode-policy.js";
import { mergePolicies } from "../planning/model/merge-policies.js";
import type { Policy } from "../planning/model/policy.js";
import type { PlainObject } from "../planning/model/read-policy-value.js";
import { type CliIo, UsageError, warnAll } from "./cli-io.js";
import { readText } from "./read-inputs.js";

/** The options by which every command finds its cluster and policy. */
export const CLUSTER_OPTIONS = {
  config: { type: "string", short: "c" },
  snapshot: { type: "string" },
  policy: { type: "string" },
  "ca-certificate": { type: "string" },
  "tls-fingerprint": { type: "string" },
  insecure: { type: "boolean" },
} as const;

/** What was given for these options; undefined where nothing was. */
export interface ClusterChoice {
  readonly config?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly policy?: string | undefined;
  readonly "ca-certificate"?: string | undefined;
  readonly "tls-fingerprint"?: string | undefined;
  readonly insecure?: boolean | undefined;
}

/** A cluster that a command works on, and the policy to judge it by. */
export interface ClusterSession {
  readonly cluster: ClusterAccess;
  readonly policy: Policy;
  /** Whether something says `enabled = true`, which the policy takes for granted where nothing says anything. */
  readonly saysEnabled: boolean;
}

type ProviderBlock = Parameters<typeof configureProvider>[0];

/** A command tells what it does itself. */
const SILENT: Logger = {
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => SILENT,
};

/**
 * Connects as the provider block does, from the file of `--config`, the options and the environment, runs `body`, and closes
 * the connection.
 *
 * @throws UsageError naming every setting that is wrong
 */
export async function withCluster(
  io: CliIo,
  choice: ClusterChoice,
  body: (session: ClusterSession) => Promise<number>,
): Promise<number> {
  const file = await readConfig(io, choice.config);
  const own = choice.policy === undefined ? null : await readPolicyPart(io, choice.policy);
  const block = { ...(await blockOf(io, file, choice)), policy: mergePolicies(file.policy, own) };
  const { services, policy } = await connect(io, block, hintFor(choice));
  try {
    return await body({ cluster: services.cluster, policy, saysEnabled: services.policy["enabled"] === true });
  } finally {
    await services.cluster.client?.close();
  }
}

/** A ProxLB configuration is YAML; one of ours is a JSON object. */
async function readConfig(io: CliIo, path: string | undefined): Promise<ConnectionFile> {
  if (path === undefined) return { attributes: {}, policy: null };
  const text = await readText(io, path, "configuration");
  return text.trimStart().startsWith("{")
    ? parseConnectionFile(text, path)
    : { attributes: { config_file: path }, policy: null };
}

async function blockOf(io: CliIo, { attributes }: ConnectionFile, choice: ClusterChoice): Promise<ProviderBlock> {
  const { snapshot, insecure, "ca-certificate": authority, "tls-fingerprint": fingerprint } = choice;
  return {
    ...EMPTY_PROVIDER_BLOCK,
    ...attributes,
    ...(snapshot === undefined ? {} : { snapshot_file: snapshot }),
    ...(insecure === undefined ? {} : { insecure }),
    ...(authority === undefined ? {} : { ca_certificate: await readText(io, authority, "certificate") }),
    ...(fingerprint === undefined ? {} : { tls_fingerprint: fingerprint }),
  };
}

/** Somebody who gave nothing at all may not know that a file can say it. */
function hintFor({ config, snapshot }: ClusterChoice): readonly string[] {
  return config === undefined && snapshot === undefined
    ? ["--config FILE names a file that says how to connect; --snapshot FILE works on a captured cluster instead."]
    : [];
}

/** The services that a block was turned into, and the policy that all of it amounts to. */
interface Connection {
  readonly services: ClusterServices;
  readonly policy: Policy;
}

async function connect(io: CliIo, block: ProviderBlock, hint: readonly string[]): Promise<Connection> {
  const diagnostics = new Diagnostics();
  const surroundings = { env: io.env, now: io.date, redact: io.redact };
  const services = await configureProvider(block, surroundings, { diagnostics, log: SILENT });
  const told = (severity: string): readonly Diagnostic[] =>
    diagnostics.items.filter((item) => item.severity === severity);
  warnAll(io, told("warning").map(sentenceOf));
  const decoded = decodePolicy(services?.policy);
  if (services !== null && "policy" in decoded) return { services, policy: decoded.policy };
  const errors = told("error");
  const advice = errors.every(isInside) ? [] : hint;
  throw new UsageError([...errors.map(sentenceOf), ...advice].join("\n"));
}

/** Tells whether something is wrong inside an attribute, such as the policy, which a sentence about it does not name. */
const isInside = ({ path }: Diagnostic): boolean => path.length > 1;

const sentenceOf = (item: Diagnostic): string =>
  isInside(item) ? `${formatPath(item.path)}: ${item.detail}` : item.detail;

async function readPolicyPart(io: CliIo, path: string): Promise<PlainObject> {
  return parsePolicyPart(await readText(io, path, "policy"), path);
}
