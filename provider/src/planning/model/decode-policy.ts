import { parseDuration } from "./duration.js";
import { POLICY_KEYS } from "./policy-keys.js";
import type { BalanceMethod, MigrationPolicy, NodeReserve, Policy, PolicyRule, PoolRule } from "./policy.js";
import { buildPsi, findPsiContradictions } from "./psi-policy.js";
import { type PlainObject, type PolicyProblem, readPlainObject } from "./read-policy-value.js";

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

function findContradictions(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (policy.balancinessTarget > policy.balanciness) {
    problems.push({
      path: ["balanciness_target"],
      message: `The target (${policy.balancinessTarget}) must not be above balanciness (${policy.balanciness}), or no plan would ever settle.`,
    });
  }
  problems.push(...findUsageContradictions(policy), ...findPsiContradictions(policy.psi, policy));
  problems.push(...findReserveContradictions(policy));
  const names = new Set<string>();
  for (const [i, rule] of policy.rules.entries()) {
    if (names.has(rule.name)) {
      problems.push({ path: ["rules", i, "name"], message: `The rule "${rule.name}" is listed twice.` });
    }
    names.add(rule.name);
    problems.push(...findRuleContradictions(rule, i));
  }
  for (const [i, pool] of policy.pools.entries()) {
    if (pool.type === null && pool.pin.length === 0) {
      const message = `The entry for pool "${pool.pool}" says nothing; give it a type, a pin or both.`;
      problems.push({ path: ["pools", i], message });
    }
  }
  return problems;
}

function findUsageContradictions({ usageWindowSeconds, usageStatistic, mode }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (usageStatistic !== "current" && usageWindowSeconds === 0) {
    const message = `The statistic "${usageStatistic}" needs a window to look at; set usage_window, such as "1h".`;
    problems.push({ path: ["usage_window"], message });
  }
  if (usageStatistic === "current" && usageWindowSeconds > 0) {
    const message = `A usage_window has no effect with the statistic "current"; set usage_statistic to "mean", "max" or a percentile.`;
    problems.push({ path: ["usage_statistic"], message });
  }
  if (usageStatistic !== "current" && mode === "assigned") {
    const message = `The statistic "${usageStatistic}" has no effect with the mode "assigned", which does not look at use; remove it or set mode to "used".`;
    problems.push({ path: ["usage_statistic"], message });
  }
  return problems;
}

function findReserveContradictions({ nodeReserve }: Policy): PolicyProblem[] {
  return nodeReserve.flatMap(({ node }, i) => {
    if (nodeReserve.findIndex((other) => other.node === node) === i) return [];
    return node === null
      ? [{ path: ["node_reserve", i], message: "A second entry without node_name is for the same nodes as the first." }]
      : [{ path: ["node_reserve", i, "node_name"], message: `The node "${node}" has two entries; make them one.` }];
  });
}

function findRuleContradictions(rule: PolicyRule, i: number): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (rule.vmids.length + rule.names.length + rule.tags.length === 0) {
    const message = `The rule "${rule.name}" is about no guests; give it vm_ids, names or tags.`;
    problems.push({ path: ["rules", i], message });
  }
  if (rule.type === "node-affinity" && rule.nodes.length === 0) {
    const message = `The rule "${rule.name}" of type node-affinity must list at least one node.`;
    problems.push({ path: ["rules", i, "nodes"], message });
  }
  if (rule.type !== "node-affinity" && rule.nodes.length > 0) {
    const message = `The rule "${rule.name}" lists nodes, which only the type node-affinity does.`;
    problems.push({ path: ["rules", i, "nodes"], message });
  }
  return problems;
}
