import fc from "fast-check";
import type {
  ClusterSnapshot,
  GuestDisk,
  NodeStorage,
  Pressure,
  Pressures,
  Rule,
} from "../../provider/src/planning/model/cluster-snapshot.js";
import { cluster, GIB, type GuestSketch, type NodeSketch } from "./snapshot-builders.js";

/*
 * Clusters and policies that use everything a snapshot and a policy can say: storages, pressure, HA rules, wishes, pools,
 * brakes of every kind.
 */

/** When the snapshots are taken; guests moved ten minutes or half a day before. */
const NOW = "2026-01-01T12:00:00Z";
const MOVES = ["2026-01-01T11:50:00Z", "2026-01-01T00:00:00Z"];

/** Mostly the first: rare things must not drown the others. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });
}

function sometimes<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

const TAG_SETS: readonly (readonly string[])[] = [
  ["plb_affinity_a"],
  ["plb_affinity_b"],
  ["plb_anti_affinity_x"],
  ["plb_anti_affinity_y"],
  ["plb_anti_affinity_x", "plb_anti_affinity_y"],
  ["plb_anti_affinity_x", "plb_affinity_a"],
  ["plb_ignore_me"],
  ["plb_pin_n0", "plb_pin_n1"],
  ["plb_pin_N2"],
  ["plb_pin_nowhere", "plb_pin_n3"],
  ["ignore"],
  ["exclude_web"],
  ["exclude_web", "blue"],
  ["blue"],
];

const pressure: fc.Arbitrary<Pressure> = fc.record(
  {
    some: fc.integer({ min: 0, max: 60 }),
    full: fc.integer({ min: 0, max: 40 }),
    fullSpike: fc.integer({ min: 0, max: 80 }),
  },
  { requiredKeys: ["some"] },
);

const pressures: fc.Arbitrary<Pressures> = fc.record(
  { memory: pressure, cpu: pressure, disk: pressure },
  { requiredKeys: [] },
);

interface DiskSketch {
  readonly local: number;
  readonly fast: number;
  readonly shared: number;
}

const diskSketch: fc.Arbitrary<DiskSketch> = fc.record({
  local: mostly(0, 10, 40),
  fast: mostly(0, 15),
  shared: mostly(0, 20),
});

function disksOf({ local, fast, shared }: DiskSketch): GuestDisk[] {
  return [
    { storage: "local", bytes: local * GIB },
    { storage: "fast", bytes: fast * GIB },
    { storage: "shared", bytes: shared * GIB },
  ].filter(({ bytes }) => bytes > 0);
}

const guestSketch: fc.Arbitrary<GuestSketch> = fc
  .record({
    used: fc.integer({ min: 0, max: 24 }),
    assigned: fc.integer({ min: 0, max: 32 }),
    cpuCores: fc.integer({ min: 1, max: 8 }),
    cpuUsedCores: fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10),
    tags: mostly<readonly string[]>([], ...TAG_SETS),
    status: mostly<"running" | "stopped" | "paused" | "unknown">(
      "running",
      "running",
      "running",
      "stopped",
      "paused",
      "unknown",
    ),
    type: mostly<"vm" | "ct">("vm", "ct"),
    lock: mostly<string | null>(null, null, null, "backup"),
    template: mostly(false, false, false, true),
    pool: mostly<string | null>(null, "prod", "dev"),
    disk: diskSketch,
    extras: fc.record(
      {
        immovable: mostly("", "", "It has a device of its node."),
        ha: fc.record({ state: fc.constant("started"), failback: fc.boolean() }),
        lastMovedAt: fc.constantFrom(...MOVES),
        dirtyBytesPerSecond: fc.constantFrom(1_000_000, 200_000_000),
        pressure: pressures,
      },
      { requiredKeys: [] },
    ),
    tellsDisks: mostly(true, false),
  })
  .map(({ disk, extras: { immovable = "", ...extras }, tellsDisks, ...guest }) => ({
    ...guest,
    ...extras,
    ...(immovable === "" ? {} : { immovable }),
    ...(tellsDisks ? { disks: disksOf(disk) } : {}),
    localDiskBytes: (disk.local + disk.fast) * GIB,
    diskBytes: (disk.local + disk.fast + disk.shared) * GIB,
  }));

const storages: fc.Arbitrary<readonly NodeStorage[]> = fc
  .record({
    local: mostly(400, 60, null),
    fast: mostly(200, 20, null),
    shared: mostly(1000, null),
    used: mostly(0, 10, 50),
  })
  .map(({ local, fast, shared, used }) =>
    [
      { id: "local", size: local, shared: false },
      { id: "fast", size: fast, shared: false },
      { id: "shared", size: shared, shared: true },
    ].flatMap(({ id, size, shared: isShared }) =>
      size === null ? [] : [{ id, totalBytes: size * GIB, usedBytes: Math.min(used, size) * GIB, shared: isShared }],
    ),
  );

const nodeSketch: fc.Arbitrary<NodeSketch> = fc
  .record({
    gib: fc.constantFrom(64, 100, 128),
    cpuCores: fc.constantFrom(16, 32),
    maintenance: mostly(false, false, true),
    online: mostly(true, true, true, false),
    hostGib: mostly(0, 4),
    diskGib: mostly(500, 100, 0),
    guests: fc.array(guestSketch, { maxLength: 6 }),
    extras: fc.record(
      { storages, pressure: pressures, migrationBytesPerSecond: fc.constantFrom(125_000_000, 1_250_000_000) },
      { requiredKeys: [] },
    ),
  })
  .map(({ hostGib, diskGib, extras, ...node }) => {
    const sum = (value: (guest: GuestSketch) => number): number =>
      node.guests.reduce((total, guest) => total + value(guest), 0);
    return {
      ...node,
      ...extras,
      memoryUsedBytes: (hostGib + sum(({ used }) => used)) * GIB,
      diskBytes: diskGib * GIB,
      diskUsedBytes: diskGib === 0 ? 0 : sum(({ localDiskBytes = 0 }) => localDiskBytes),
    };
  });

const NODES = ["n0", "n1", "n2", "n3", "n4"];

const someVmids = fc.uniqueArray(fc.integer({ min: 100, max: 118 }), { minLength: 1, maxLength: 4 });

const strength = fc.constantFrom("must" as const, "should" as const);

const clusterRule: fc.Arbitrary<Rule> = fc
  .oneof(
    fc.record({ kind: fc.constantFrom("affinity" as const, "anti-affinity" as const), vmids: someVmids, strength }),
    fc
      .record({
        kind: fc.constant("node-affinity" as const),
        vmids: someVmids,
        strength,
        nodes: fc.uniqueArray(fc.constantFrom(...NODES, "gone"), { minLength: 1, maxLength: 3 }),
        ranks: sometimes(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 })),
      })
      .map(({ ranks, ...rule }) => ({
        ...rule,
        ...(ranks === undefined
          ? {}
          : { priorities: Object.fromEntries(rule.nodes.map((node, i) => [node, ranks[i] ?? 0])) }),
      })),
  )
  .map((rule): Rule => ({ ...rule, name: "", origin: "" }));

/** Clusters that use everything a snapshot can say, in any state, legal or not. */
export const anyFullCluster: fc.Arbitrary<ClusterSnapshot> = fc
  .record({
    nodes: fc.array(nodeSketch, { minLength: 1, maxLength: 5 }),
    rules: fc.array(clusterRule, { maxLength: 3 }),
    takenAt: mostly<string | null>(NOW, null),
  })
  .map(({ nodes, rules, takenAt }) => ({
    ...cluster(
      Object.fromEntries(nodes.map((node, i) => [`n${i}`, node])),
      rules.map((rule, i) => ({ ...rule, name: `rule${i}`, origin: `HA rule rule${i}` })),
    ),
    takenAt,
  }));

const policyRule = fc
  .record({
    type: fc.constantFrom("affinity", "anti-affinity", "node-affinity"),
    strength,
    vm_ids: someVmids,
    tags: mostly<string[]>([], ["blue"]),
    nodes: fc.uniqueArray(fc.constantFrom(...NODES), { minLength: 1, maxLength: 3 }),
  })
  .map(({ nodes, ...rule }) => (rule.type === "node-affinity" ? { ...rule, nodes } : rule));

const pool = fc.record({
  pool_id: fc.constant("prod"),
  type: fc.constantFrom("affinity", "anti-affinity"),
  pin: mostly<string[]>([], ["n0", "n1"], ["n2"]),
  strict: fc.boolean(),
});

/** Policies that may use every key that the planner reads; balance is judged by use or by what is assigned. */
export const anyFullPolicyJson: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    balanciness: fc.constantFrom(3, 10, 20),
    methods: fc.constantFrom(["memory"], ["memory"], ["memory", "cpu"], ["memory", "cpu", "disk"], ["disk"]),
    mode: mostly("used", "assigned"),
    weights: mostly<Record<string, number>>({}, { cpu: 2 }, { memory: 0.5 }),
    memory_overcommit: mostly<number | null>(null, 1, 1.5),
    cpu_overcommit: mostly<number | null>(null, 1),
    thresholds: mostly<Record<string, number>>({}, { memory: 30 }, { memory: 70, cpu: 50 }),
    threshold_mode: fc.constantFrom("gate", "trigger"),
    min_gain: mostly(0, 2, 8),
    max_migrations: mostly<number | null>(null, 0, 1, 3),
    cooldown: mostly<string | null>(null, "1h"),
    minimize: mostly("moves", "seconds"),
    balance_types: mostly(["vm"], ["vm", "ct"]),
    ignore_nodes: mostly<string[]>([], ["n1"]),
    maintenance_nodes: mostly<string[]>([], ["n0"]),
    ignore_guests: mostly<string[]>([], ["guest10?", "112"]),
    ignore_tags: mostly<string[]>([], ["bl*"]),
    tag_dialects: mostly(["proxlb"], ["proxlb", "proxbalance"]),
    node_reserve: mostly<object[]>(
      [],
      [{ memory_mib: 10 * 1024, cpu_cores: 2 }],
      [{ node_name: "n0", memory_mib: 60 * 1024 }, { memory_mib: 4096 }],
      [{ node_name: "n1", memory_mib: 200 * 1024 }],
    ),
    max_parallel_migrations: mostly<object>({}, { per_node: 2, total: 3 }, { per_node: 4, total: 2 }),
    live: mostly(true, true, true, false),
    with_local_disks: mostly(true, true, false),
    target_storage: mostly<string | null>(null, "fast"),
    pools: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.tuple(pool) }),
    rules: fc.array(policyRule, { maxLength: 2 }),
    enabled: mostly(true, true, true, false),
  })
  .map(({ rules, ...policy }) => ({ ...policy, rules: rules.map((rule, i) => ({ ...rule, name: `wish${i}` })) }));

const psiThreshold = fc.constantFrom({ pressure_some: 20 }, { pressure_full: 5 }, { pressure_spikes: 30 });

/** The same with balance judged by pressure. */
export const anyPsiPolicyJson: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(anyFullPolicyJson, psiThreshold, psiThreshold)
  .map(([policy, node, guest]) => ({
    ...policy,
    mode: "psi",
    methods: ["memory", "cpu", "disk"],
    psi: { nodes: { memory: node, cpu: node, disk: guest }, guests: { memory: guest, cpu: node } },
  }));
