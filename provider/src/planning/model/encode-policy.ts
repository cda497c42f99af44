import { formatDuration } from "./duration.js";
import { encodePsi } from "./psi-policy.js";
import type { NodeReserve, Policy, PolicyRule, PoolRule } from "./policy.js";

const BYTES_PER_MIB = 1024 * 1024;

/** Encodes a policy as the plain object that `decodePolicy` reads back unchanged, with every attribute present. */
export function encodePolicy(policy: Policy): Record<string, unknown> {
  return {
    enabled: policy.enabled,
    methods: [...policy.methods],
    weights: { ...policy.weights },
    mode: policy.mode,
    psi: encodePsi(policy.psi),
    usage_window: orNull(policy.usageWindowSeconds),
    usage_statistic: policy.usageStatistic,
    balanciness: policy.balanciness,
    balanciness_target: policy.balancinessTarget,
    thresholds: { ...policy.thresholds },
    threshold_mode: policy.thresholdMode,
    min_gain: policy.minGain,
    max_migrations: policy.maxMigrations,
    cpu_overcommit: policy.cpuOvercommit,
    memory_overcommit: policy.memoryOvercommit,
    placement: policy.placement,
    node_reserve: policy.nodeReserve.map(encodeReserve),
    maintenance_nodes: [...policy.maintenanceNodes],
    ignore_nodes: [...policy.ignoreNodes],
    ignore_guests: [...policy.ignoreGuests],
    ignore_tags: [...policy.ignoreTags],
    tag_dialects: [...policy.tagDialects],
    minimize: policy.minimize,
    cooldown: orNull(policy.cooldownSeconds),
    balance_types: [...policy.balanceTypes],
    pools: policy.pools.map(encodePool),
    rules: policy.rules.map(encodeRule),
    max_parallel_migrations: {
      per_node: policy.migration.maxParallelPerNode,
      total: policy.migration.maxParallelTotal,
    },
    live: policy.migration.live,
    with_local_disks: policy.migration.withLocalDisks,
    with_conntrack_state: policy.migration.withConntrackState,
    target_storage: policy.migration.targetStorage,
    migration_timeout: formatDuration(policy.migration.timeoutSeconds),
    on_interrupt: policy.migration.onInterrupt,
  };
}

/** 0 stands for unset, which the duration "0s" would not be read back as. */
function orNull(seconds: number): string | null {
  return seconds === 0 ? null : formatDuration(seconds);
}

function encodeReserve(reserve: NodeReserve): Record<string, unknown> {
  return {
    node_name: reserve.node,
    memory_mib: reserve.memoryBytes / BYTES_PER_MIB,
    cpu_cores: reserve.cpuCores,
  };
}

function encodePool(pool: PoolRule): Record<string, unknown> {
  return { pool_id: pool.pool, type: pool.type, pin: [...pool.pin], strict: pool.strict };
}

function encodeRule(rule: PolicyRule): Record<string, unknown> {
  return {
    name: rule.name,
    type: rule.type,
    strength: rule.strength,
    vm_ids: [...rule.vmids],
    names: [...rule.names],
    tags: [...rule.tags],
    nodes: [...rule.nodes],
  };
}
