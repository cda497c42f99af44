import { parseDuration } from "./duration.js";
import { POLICY_KEYS } from "./policy-keys.js";
import type { BalanceMethod, MigrationPolicy, NodeReserve, Policy, PolicyRule, PoolRule } from "./policy.js";
import { findContradictions } from "./policy-contradictions.js";
import { buildPsi } from "./psi-policy.js";
import { isPlainObject, type PlainObject, type PolicyProblem, readPlainObject } from "./read-policy-value.js";

/** Either a policy with all defaults filled in, or what is wrong with it. */
export type DecodedPolicy = { readonly policy: Policy } | { readonly problems: readonly PolicyProblem[] };

/** Part of `balanciness` that a plan aims at unless told: the dead band that keeps the next small change from starting a plan. */
const DEFAULT_TARGET_SHARE = 0.8;

const BYTES_PER_MIB = 1024 * 1024;

/**
 * Decodes a policy from a plain object with the attribute names of the Terraform schema (see `POLICY_KEYS`). Null and
 * undefined mean unset, and so does an absent document.
 */
export function decodePolicy(json: unknown): DecodedPolicy {
  const problems: PolicyProblem[] = [];
  const plain = readPlainObject(json ?? {}, POLICY_KEYS, [], problems);
  if (problems.length > 0) {
    return { problems };
  }
  // Every key was checked against the table just now, so the shapes below hold.
  const policy = buildPolicy(plain);
  problems.push(...findContradictions(policy));
  return problems.length > 0 ? { problems } : { policy };
}

/**
 * Checks a plain object that will be laid over another policy: the attributes that it sets, and what these contradict among
 * themselves. What they say together with the other policy is for `decodePolicy` to judge once they are merged.
 */
export function checkPolicyPart(json: unknown): readonly PolicyProblem[] {
  const part = json ?? {};
  const problems: PolicyProblem[] = [];
  const plain = readPlainObject(part, POLICY_KEYS, [], problems);
  if (problems.length > 0 || !isPlainObject(part)) {
    return problems;
  }
  return findContradictions(buildPolicy(plain)).filter(({ keys }) => keys.every((key) => isSet(part[key])));
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** The policy in which every attribute has its default. */
export const DEFAULT_POLICY: Policy = buildPolicy(readPlainObject({}, POLICY_KEYS, [], []));

function buildPolicy(plain: PlainObject): Policy {
  const balanciness = plain["balanciness"] as number;
  return {
    enabled: plain["enabled"] as boolean,
    methods: plain["methods"] as readonly BalanceMethod[],
    weights: { memory: 1, cpu: 1, disk: 1, ...(plain["weights"] as Partial<Record<BalanceMethod, number>>) },
    mode: plain["mode"] as Policy["mode"],
    psi: buildPsi(plain["psi"] as PlainObject | null),
    usageWindowSeconds: secondsOf(plain["usage_window"]),
    usageStatistic: plain["usage_statistic"] as Policy["usageStatistic"],
    balanciness,
    balancinessTarget: (plain["balanciness_target"] as number | null) ?? DEFAULT_TARGET_SHARE * balanciness,
    thresholds: plain["thresholds"] as Policy["thresholds"],
    thresholdMode: plain["threshold_mode"] as Policy["thresholdMode"],
    minGain: plain["min_gain"] as number,
    maxMigrations: plain["max_migrations"] as number | null,
    cpuOvercommit: plain["cpu_overcommit"] as number | null,
    memoryOvercommit: plain["memory_overcommit"] as number | null,
    placement: plain["placement"] as Policy["placement"],
    nodeReserve: (plain["node_reserve"] as PlainObject[]).map(buildReserve),
    maintenanceNodes: plain["maintenance_nodes"] as readonly string[],
    ignoreNodes: plain["ignore_nodes"] as readonly string[],
    ignoreGuests: plain["ignore_guests"] as readonly string[],
    ignoreTags: plain["ignore_tags"] as readonly string[],
    tagDialects: plain["tag_dialects"] as Policy["tagDialects"],
    minimize: plain["minimize"] as Policy["minimize"],
    cooldownSeconds: secondsOf(plain["cooldown"]),
    balanceTypes: plain["balance_types"] as Policy["balanceTypes"],
    pools: (plain["pools"] as PlainObject[]).map(buildPool),
    rules: (plain["rules"] as PlainObject[]).map(buildRule),
    migration: buildMigration(plain),
  };
}

/** Unset is 0. */
function secondsOf(duration: unknown): number {
  return typeof duration === "string" ? (parseDuration(duration) ?? 0) : 0;
}

function buildReserve(plain: PlainObject): NodeReserve {
  return {
    node: plain["node_name"] as string | null,
    memoryBytes: Math.round((plain["memory_mib"] as number) * BYTES_PER_MIB),
    cpuCores: plain["cpu_cores"] as number,
  };
}

function buildPool(plain: PlainObject): PoolRule {
  return {
    pool: plain["pool_id"] as string,
    type: plain["type"] as PoolRule["type"],
    pin: plain["pin"] as readonly string[],
    strict: plain["strict"] as boolean,
  };
}

function buildRule(plain: PlainObject): PolicyRule {
  return {
    name: plain["name"] as string,
    type: plain["type"] as PolicyRule["type"],
    strength: plain["strength"] as PolicyRule["strength"],
    vmids: plain["vm_ids"] as readonly number[],
    names: plain["names"] as readonly string[],
    tags: plain["tags"] as readonly string[],
    nodes: plain["nodes"] as readonly string[],
  };
}

function buildMigration(plain: PlainObject): MigrationPolicy {
  const parallel = plain["max_parallel_migrations"] as PlainObject;
  return {
    maxParallelPerNode: parallel["per_node"] as number,
    maxParallelTotal: parallel["total"] as number,
    live: plain["live"] as boolean,
    withLocalDisks: plain["with_local_disks"] as boolean,
    withConntrackState: plain["with_conntrack_state"] as boolean,
    targetStorage: plain["target_storage"] as string | null,
    timeoutSeconds: secondsOf(plain["migration_timeout"]),
    onInterrupt: plain["on_interrupt"] as MigrationPolicy["onInterrupt"],
  };
}
