import { describe, expect, it } from "vitest";
import type { Rule } from "../../../provider/src/planning/model/cluster-snapshot.js";
import { type JudgedMigration, judgePlan } from "../../support/planning-judge.js";
import { cluster, GIB, type GuestSketch, type NodeSketch, policyOf } from "../../support/snapshot-builders.js";

/*
 * The judge of plans is itself tried: every rule is broken once, and once just not. Nodes have 100 GiB and 32 cores.
 */

interface Trial {
  readonly what: string;
  readonly nodes: Readonly<Record<string, NodeSketch>>;
  readonly rules?: readonly Rule[];
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Each entry is a step: vmid, from and to of its migrations. */
  readonly steps: readonly (readonly (readonly [number, string, string])[])[];
  readonly faults: readonly string[];
}

const empty: NodeSketch = { guests: [] };

const tagged = (used: number, ...tags: string[]): GuestSketch => ({ used, tags });

const db = (used = 10): GuestSketch => tagged(used, "plb_anti_affinity_db");

const pair = tagged(10, "plb_affinity_pair");

const rule = (
  kind: "affinity" | "anti-affinity",
  vmids: readonly number[],
  strength: "must" | "should" = "must",
): Rule => ({
  kind,
  name: "r",
  origin: "HA rule r",
  strength,
  vmids,
});

const nodeRule = (
  vmids: readonly number[],
  nodes: readonly string[],
  more: { strength?: "must" | "should"; priorities?: Readonly<Record<string, number>> } = {},
): Rule => ({ kind: "node-affinity", name: "r", origin: "HA rule r", strength: "must", vmids, nodes, ...more });

const away = [[[100, "a", "b"]]] as const;

const stored = (gib: number, storage = "local"): GuestSketch => ({
  used: 10,
  localDiskBytes: gib * GIB,
  disks: [{ storage, bytes: gib * GIB }],
});

const having = (storage: string, gib: number, shared = false): Partial<NodeSketch> => ({
  storages: [{ id: storage, totalBytes: gib * GIB, usedBytes: 0, shared }],
});

const TRIALS: readonly Trial[] = [
  { what: "a guest that goes where there is room", nodes: { a: { guests: [10] }, b: empty }, steps: away, faults: [] },
  {
    what: "a guest that does not exist",
    nodes: { a: empty, b: empty },
    steps: [[[999, "a", "b"]]],
    faults: ["guest 999 does not exist"],
  },
  {
    what: "a guest that is elsewhere",
    nodes: { a: empty, b: empty, c: { guests: [10] } },
    steps: away,
    faults: ["guest 100 is not on a"],
  },
  {
    what: "a guest that stays",
    nodes: { a: { guests: [10] } },
    steps: [[[100, "a", "a"]]],
    faults: ["guest 100 does not move"],
  },
  {
    what: "a guest that moves twice at the same time",
    nodes: { a: { guests: [10] }, b: empty, c: empty },
    policy: { max_parallel_migrations: { per_node: 4 } },
    steps: [
      [
        [100, "a", "b"],
        [100, "a", "c"],
      ],
    ],
    faults: ["guest 100 moves twice in a step"],
  },
  ...[
    { what: "a node in maintenance", nodes: { a: { guests: [10] }, b: { ...empty, maintenance: true } }, policy: {} },
    { what: "a node that the policy empties", nodes: {}, policy: { maintenance_nodes: ["b"] } },
    { what: "a node that is offline", nodes: { a: { guests: [10] }, b: { ...empty, online: false } }, policy: {} },
    { what: "an ignored node", nodes: {}, policy: { ignore_nodes: ["b"] } },
    {
      what: "a node whose reserve leaves nothing",
      nodes: {},
      policy: { node_reserve: [{ node_name: "b", memory_mib: 100 * 1024 }] },
    },
  ].map(({ what, nodes, policy }) => ({
    what: `a guest that enters ${what}`,
    nodes: { a: { guests: [10] }, b: empty, ...nodes },
    policy,
    steps: away,
    faults: expect.arrayContaining(["b takes no guests"]) as readonly string[],
  })),
  ...[
    { what: "a template", guest: { used: 10, template: true } },
    { what: "a locked guest", guest: { used: 10, lock: "backup" } },
    { what: "a stopped guest", guest: { used: 10, status: "stopped" as const } },
    { what: "a paused guest", guest: { used: 10, status: "paused" as const } },
    { what: "a guest that has a device of its node", guest: { used: 10, immovable: "It has a device." } },
    { what: "an ignored guest", guest: tagged(10, "plb_ignore_x") },
    { what: "a container", guest: { used: 10, type: "ct" as const } },
    { what: "a guest with an ignored tag", guest: tagged(10, "blue"), policy: { ignore_tags: ["bl*"] } },
    { what: "a guest that the policy names", guest: { used: 10 }, policy: { ignore_guests: ["guest?00"] } },
    { what: "a guest that the policy numbers", guest: { used: 10 }, policy: { ignore_guests: ["100"] } },
    {
      what: "a guest that ProxBalance ignores",
      guest: tagged(10, "ignore"),
      policy: { tag_dialects: ["proxlb", "proxbalance"] },
    },
    { what: "a guest that would have to stop", guest: { used: 10 }, policy: { live: false } },
    { what: "a guest whose disks stay", guest: stored(1), policy: { with_local_disks: false } },
    { what: "a guest of an ignored node", guest: { used: 10 }, policy: { ignore_nodes: ["a"] } },
  ].map(({ what, guest, policy = {} }) => ({
    what: `a move of ${what}`,
    nodes: { a: { guests: [guest] }, b: empty },
    policy,
    steps: away,
    faults: ["guest 100 must not move"],
  })),
  {
    what: "a move of a guest whose node is offline",
    nodes: { a: { online: false, guests: [10] }, b: empty },
    steps: away,
    faults: ["guest 100 must not move"],
  },
  {
    what: "guests that arrive together where there is room for one",
    nodes: { a: { guests: [60] }, b: empty, c: { guests: [60] } },
    policy: { max_parallel_migrations: { per_node: 2 } },
    steps: [
      [
        [100, "a", "b"],
        [101, "c", "b"],
      ],
    ],
    faults: ["b is short of memory"],
  },
  {
    what: "a guest that arrives before another has left",
    nodes: { a: { guests: [60] }, b: { guests: [60] }, c: empty },
    policy: { max_parallel_migrations: { per_node: 2 } },
    steps: [
      [
        [100, "a", "b"],
        [101, "b", "c"],
      ],
    ],
    faults: ["b is short of memory"],
  },
  {
    what: "a guest that arrives after another has left",
    nodes: { a: { guests: [60] }, b: { guests: [60] }, c: empty },
    steps: [[[101, "b", "c"]], [[100, "a", "b"]]],
    faults: [],
  },
  {
    what: "a guest that takes from the reserve",
    nodes: { a: { guests: [60] }, b: empty },
    policy: { node_reserve: [{ memory_mib: 50 * 1024 }] },
    steps: away,
    faults: ["b is short of memory"],
  },
  {
    what: "a guest that is assigned too much",
    nodes: { a: { guests: [{ used: 1, assigned: 120 }] }, b: empty },
    policy: { memory_overcommit: 1.1 },
    steps: away,
    faults: ["b exceeds memory_overcommit"],
  },
  {
    what: "a guest with too many virtual CPUs",
    nodes: { a: { guests: [{ used: 1, cpuCores: 31 }] }, b: empty },
    policy: { cpu_overcommit: 1, node_reserve: [{ cpu_cores: 2 }] },
    steps: away,
    faults: ["b exceeds cpu_overcommit"],
  },
  {
    what: "a guest that fills the local disk",
    nodes: { a: { guests: [{ used: 1, localDiskBytes: 60 * GIB }] }, b: { ...empty, diskBytes: 50 * GIB } },
    steps: away,
    faults: ["b is short of disk"],
  },
  {
    what: "a guest that fills a storage",
    nodes: { a: { guests: [stored(60)] }, b: { ...empty, ...having("local", 50) } },
    steps: away,
    faults: ["local of b is short of space"],
  },
  {
    what: "a guest whose storage is missing",
    nodes: { a: { guests: [stored(60, "nfs")] }, b: { ...empty, ...having("local", 500) } },
    steps: away,
    faults: ["b does not have nfs"],
  },
  {
    what: "a guest whose storage is shared, however full",
    nodes: { a: { guests: [stored(60, "nfs")] }, b: { ...empty, ...having("nfs", 1, true) } },
    steps: away,
    faults: [],
  },
  {
    what: "a guest whose disks the policy sends to a storage that is too small",
    nodes: { a: { guests: [stored(60)] }, b: { ...empty, ...having("fast", 50) } },
    policy: { target_storage: "fast" },
    steps: away,
    faults: ["fast of b is short of space"],
  },
  {
    what: "guests that fill a storage that the first of them has not left yet",
    nodes: {
      a: { guests: [stored(30)] },
      b: {
        guests: [stored(30)],
        storages: [{ id: "local", totalBytes: 50 * GIB, usedBytes: 30 * GIB, shared: false }],
      },
      c: empty,
    },
    policy: { max_parallel_migrations: { per_node: 2 } },
    steps: [
      [
        [100, "a", "b"],
        [101, "b", "c"],
      ],
    ],
    faults: ["local of b is short of space"],
  },
  {
    what: "a guest that leaves its mate",
    nodes: { a: { guests: [pair, pair] }, b: empty },
    steps: away,
    faults: ["a step breaks tag plb_affinity_pair"],
  },
  {
    what: "mates that travel together, although the limit is one",
    nodes: { a: { guests: [pair, pair] }, b: empty },
    steps: [
      [
        [100, "a", "b"],
        [101, "a", "b"],
      ],
    ],
    faults: [],
  },
  {
    what: "guests that meet",
    nodes: { a: { guests: [db()] }, b: { guests: [db()] } },
    steps: away,
    faults: ["guests of tag plb_anti_affinity_db meet on b", "a step breaks tag plb_anti_affinity_db"],
  },
  {
    what: "guests that meet only while they travel",
    nodes: { a: { guests: [db()] }, b: { guests: [db()] }, c: empty },
    policy: { max_parallel_migrations: { per_node: 2 } },
    steps: [
      [
        [100, "a", "b"],
        [101, "b", "c"],
      ],
    ],
    faults: ["guests of tag plb_anti_affinity_db meet on b"],
  },
  {
    what: "a guest that leaves its pin",
    nodes: { a: { guests: [tagged(10, "plb_pin_A")] }, b: empty },
    steps: away,
    faults: ["pin of 100 keeps guest 100 from b", "a step breaks pin of 100"],
  },
  {
    what: "a guest that is pinned to a node that does not exist",
    nodes: { a: { guests: [tagged(10, "plb_pin_gone")] }, b: empty },
    steps: away,
    faults: [],
  },
  {
    what: "guests of a pool that meet",
    nodes: { a: { guests: [{ used: 1, pool: "p" }] }, b: { guests: [{ used: 1, pool: "p" }] } },
    policy: { pools: [{ pool_id: "p", type: "anti-affinity" }] },
    steps: away,
    faults: ["guests of pool p meet on b", "a step breaks pool p"],
  },
  {
    what: "a guest that leaves the nodes of its pool",
    nodes: { a: { guests: [{ used: 1, pool: "p" }] }, b: empty },
    policy: { pools: [{ pool_id: "p", pin: ["a"] }] },
    steps: away,
    faults: ["pool p keeps guest 100 from b", "a step breaks pool p"],
  },
  {
    what: "a guest that leaves the nodes of its pool, which only wishes",
    nodes: { a: { guests: [{ used: 1, pool: "p" }] }, b: empty },
    policy: { pools: [{ pool_id: "p", pin: ["a"], strict: false }] },
    steps: away,
    faults: [],
  },
  {
    what: "guests of a rule of the policy that part",
    nodes: { a: { guests: [1, { used: 1, name: "web1" }] }, b: empty },
    policy: { rules: [{ name: "w", type: "affinity", vm_ids: [100], names: ["web*"] }] },
    steps: away,
    faults: ["a step breaks policy rule w"],
  },
  {
    what: "guests of ProxBalance that meet",
    nodes: { a: { guests: [tagged(1, "exclude_x")] }, b: { guests: [tagged(1, "exclude_x")] } },
    policy: { tag_dialects: ["proxlb", "proxbalance"] },
    steps: away,
    faults: ["guests of tag exclude_x meet on b", "a step breaks tag exclude_x"],
  },
  {
    what: "guests that an HA rule keeps together",
    nodes: { a: { guests: [1, 1] }, b: empty },
    rules: [rule("affinity", [100, 101])],
    steps: away,
    faults: ["a step breaks HA rule r"],
  },
  {
    what: "guests that an HA rule keeps apart",
    nodes: { a: { guests: [1] }, b: { guests: [1] } },
    rules: [rule("anti-affinity", [100, 101])],
    steps: away,
    faults: ["guests of HA rule r meet on b", "a step breaks HA rule r"],
  },
  {
    what: "guests that an HA rule would rather keep apart",
    nodes: { a: { guests: [1] }, b: { guests: [1] } },
    rules: [rule("anti-affinity", [100, 101], "should")],
    steps: away,
    faults: [],
  },
  {
    what: "a guest that leaves the nodes of a strict HA rule",
    nodes: { a: { guests: [1] }, b: empty },
    rules: [nodeRule([100], ["a"])],
    steps: away,
    faults: ["HA rule r keeps guest 100 from b", "a step breaks HA rule r"],
  },
  {
    what: "a guest that goes to a node of lower priority",
    nodes: { a: { guests: [1] }, b: empty },
    rules: [nodeRule([100], ["a", "b"], { priorities: { a: 2, b: 1 } })],
    steps: away,
    faults: [],
  },
  {
    what: "a guest with failback that goes to a node of lower priority",
    nodes: { a: { guests: [{ used: 1, ha: { failback: true } }] }, b: empty },
    rules: [nodeRule([100], ["a", "b"], { priorities: { a: 2, b: 1 }, strength: "should" })],
    steps: away,
    faults: ["HA rule r keeps guest 100 from b", "a step breaks HA rule r"],
  },
  {
    what: "a guest with failback whose node of the highest priority is in maintenance",
    nodes: { a: { maintenance: true, guests: [{ used: 1, ha: { failback: true } }] }, b: empty },
    rules: [nodeRule([100], ["a", "b"], { priorities: { a: 2, b: 1 } })],
    steps: away,
    faults: [],
  },
  {
    what: "more migrations of a node than it may take part in",
    nodes: { a: { guests: [1, 1] }, b: empty, c: empty },
    steps: [
      [
        [100, "a", "b"],
        [101, "a", "c"],
      ],
    ],
    faults: ["a takes part in more migrations at a time than the policy allows"],
  },
  {
    what: "more migrations than may run in the cluster",
    nodes: { a: { guests: [1] }, b: empty, c: { guests: [1] }, d: empty },
    policy: { max_parallel_migrations: { total: 1 } },
    steps: [
      [
        [100, "a", "b"],
        [101, "c", "d"],
      ],
    ],
    faults: ["there are more migrations at a time than the policy allows"],
  },
  {
    what: "more migrations than a plan may have",
    nodes: { a: { guests: [1] }, b: empty },
    policy: { max_migrations: 0 },
    steps: away,
    faults: ["there are more migrations than max_migrations"],
  },
];

describe("the judge of plans", () => {
  it.each(TRIALS)("judges $what", ({ nodes, rules, policy, steps, faults }) => {
    const migrations = steps.flatMap((moves, i) =>
      moves.map(([vmid, from, to]): JudgedMigration => ({ step: i + 1, vmid, from, to })),
    );
    expect(judgePlan(cluster(nodes, rules), policyOf(policy), migrations).faults).toEqual(faults);
  });
});
