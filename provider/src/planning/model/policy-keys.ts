/** What a policy attribute may hold. Numbers are bounded on both sides, both bounds included. */
export type PolicyKind =
  | { readonly type: "bool" }
  | { readonly type: "number"; readonly min: number; readonly max: number; readonly integer?: boolean }
  | { readonly type: "string"; readonly allowed?: readonly string[] }
  | { readonly type: "duration" }
  | { readonly type: "list"; readonly of: PolicyKind; readonly minItems?: number }
  | { readonly type: "number-map"; readonly keys: readonly string[]; readonly min: number; readonly max: number }
  | { readonly type: "object"; readonly fields: readonly PolicyKey[] }
  | { readonly type: "object-list"; readonly fields: readonly PolicyKey[] };

/** One attribute of the policy, or of an object inside it. */
export interface PolicyKey {
  readonly name: string;
  readonly kind: PolicyKind;
  /** Full sentences with the default and the allowed values; the text of the Terraform schema. */
  readonly description: string;
  /** Value when the attribute is unset, in the shape of the plain object. Absent for required fields. */
  readonly default?: unknown;
}

const METHODS = ["memory", "cpu", "disk"];
const TEXT: PolicyKind = { type: "string" };
const TEXTS: PolicyKind = { type: "list", of: TEXT };
const VMIDS: PolicyKind = { type: "list", of: { type: "number", min: 1, max: 999_999_999, integer: true } };

/** Bounds that only keep out nonsense: no cluster comes near them. */
const MANY = 1_000_000;
const MUCH_MEMORY_MIB = 1_073_741_824;

const RESERVE_FIELDS: readonly PolicyKey[] = [
  {
    name: "node_name",
    kind: TEXT,
    default: null,
    description:
      "Name of the node that the entry is for. Without it the entry is for every node that has no entry of its own.",
  },
  {
    name: "memory_mib",
    kind: { type: "number", min: 0, max: MUCH_MEMORY_MIB },
    default: 0,
    description: "Memory in MiB that guests must leave free. Defaults to 0.",
  },
  {
    name: "cpu_cores",
    kind: { type: "number", min: 0, max: MANY },
    default: 0,
    description: "CPU cores that guests must leave free. Defaults to 0.",
  },
];

const POOL_FIELDS: readonly PolicyKey[] = [
  { name: "pool_id", kind: TEXT, description: "Id of the Proxmox pool whose members the rule is about. Required." },
  {
    name: "type",
    kind: { type: "string", allowed: ["affinity", "anti-affinity"] },
    default: null,
    description:
      "How the members relate: `affinity` keeps them on one node, `anti-affinity` on different nodes. Without it they do not.",
  },
  {
    name: "pin",
    kind: TEXTS,
    default: [],
    description: "Names of the nodes that the members may run on. Defaults to the empty list, which allows every node.",
  },
  {
    name: "strict",
    kind: { type: "bool" },
    default: true,
    description: "Whether the rule is never broken (`true`, the default) or only where nothing else helps (`false`).",
  },
];

const RULE_FIELDS: readonly PolicyKey[] = [
  { name: "name", kind: TEXT, description: "Name of the rule, used in reasons and messages. Required." },
  {
    name: "type",
    kind: { type: "string", allowed: ["affinity", "anti-affinity", "node-affinity"] },
    description:
      "What the rule asks for: `affinity` (one node for all), `anti-affinity` (different nodes) or `node-affinity` (only the nodes listed). Required.",
  },
  {
    name: "strength",
    kind: { type: "string", allowed: ["must", "should"] },
    default: "must",
    description: "`must` (the default) is never broken; `should` yields to must rules, evacuation and capacity.",
  },
  { name: "vm_ids", kind: VMIDS, default: [], description: "Ids of guests that the rule is about. Defaults to none." },
  {
    name: "names",
    kind: TEXTS,
    default: [],
    description: "Names of guests that the rule is about; `*` and `?` are wildcards. Defaults to none.",
  },
  { name: "tags", kind: TEXTS, default: [], description: "Tags of guests that the rule is about. Defaults to none." },
  {
    name: "nodes",
    kind: TEXTS,
    default: [],
    description: "Names of the nodes that the guests may run on. Needed by `node-affinity` and refused by the others.",
  },
];

const PERCENT: PolicyKind = { type: "number", min: 0, max: 100 };

const PSI_THRESHOLD_FIELDS: readonly PolicyKey[] = [
  {
    name: "pressure_full",
    kind: PERCENT,
    default: null,
    description:
      "Percent of the time in which everything waited, on average, from which on the resource is hot, if `pressure_some` is reached as well. Where Proxmox does not measure it, as for the CPU of nodes, the time in which anything waited counts in its place. By default it is not looked at.",
  },
  {
    name: "pressure_some",
    kind: PERCENT,
    default: null,
    description:
      "Percent of the time in which anything waited, on average, from which on the resource is hot, if `pressure_full` is reached as well. By default it is not looked at.",
  },
  {
    name: "pressure_spikes",
    kind: PERCENT,
    default: null,
    description:
      "Highest recent percentage of the time in which everything waited, from which on the resource is hot whatever the averages. By default it is not looked at.",
  },
];

const psiThresholdsOf = (subject: string): readonly PolicyKey[] =>
  METHODS.map((method) => ({
    name: method,
    kind: { type: "object", fields: PSI_THRESHOLD_FIELDS },
    default: null,
    description: `Pressure of ${method} that makes a ${subject} hot. Without it the pressure of ${method} does not.`,
  }));

const PSI_FIELDS: readonly PolicyKey[] = [
  {
    name: "nodes",
    kind: { type: "object", fields: psiThresholdsOf("node") },
    default: null,
    description: "Pressures, by resource, that make a node hot, so that its busiest guests leave. Defaults to none.",
  },
  {
    name: "guests",
    kind: { type: "object", fields: psiThresholdsOf("guest") },
    default: null,
    description:
      "Pressures, by resource, that make a guest hot, so that it goes to a node with much lower pressure. Defaults to none.",
  },
];

const PARALLEL_FIELDS: readonly PolicyKey[] = [
  {
    name: "per_node",
    kind: { type: "number", min: 1, max: 1000, integer: true },
    default: 1,
    description: "Migrations that one node takes part in at the same time, as source or target. Defaults to 1.",
  },
  {
    name: "total",
    kind: { type: "number", min: 1, max: MANY, integer: true },
    default: 4,
    description: "Migrations that run at the same time in the whole cluster. Defaults to 4.",
  },
];

/** Every attribute of the policy: the one place for names, kinds, bounds, defaults and texts. */
export const POLICY_KEYS: readonly PolicyKey[] = [
  {
    name: "enabled",
    kind: { type: "bool" },
    default: true,
    description: "Whether anything is planned at all. Defaults to `true`; `false` gives empty plans.",
  },
  {
    name: "methods",
    kind: { type: "list", of: { type: "string", allowed: METHODS }, minItems: 1 },
    default: ["memory"],
    description:
      'Resources that are balanced jointly: `memory`, `cpu` and `disk`, which is the local disk. Defaults to `["memory"]`.',
  },
  {
    name: "weights",
    kind: { type: "number-map", keys: METHODS, min: 0.001, max: 1000 },
    default: {},
    description:
      "Weight per method; the spread of a method is multiplied by it before it is compared. Defaults to 1 for every method.",
  },
  {
    name: "mode",
    kind: { type: "string", allowed: ["used", "assigned", "psi"] },
    default: "used",
    description:
      "How load is read: `used` (the default) is what guests consume, `assigned` is what they are configured with, and `psi` is how long they wait for a resource (pressure stall information of Proxmox VE 9), with the thresholds of `psi` in place of `balanciness` and `thresholds`.",
  },
  {
    name: "psi",
    kind: { type: "object", fields: PSI_FIELDS },
    default: null,
    description:
      "Thresholds of the mode `psi`, in percent; only the resources that `methods` lists are looked at. Defaults to none, which the mode `psi` refuses.",
  },
  {
    name: "usage_window",
    kind: { type: "duration" },
    default: null,
    description:
      "How far back the use of nodes and guests is looked at, such as `1h`; needs a `usage_statistic`. Defaults to now alone.",
  },
  {
    name: "usage_statistic",
    kind: { type: "string", allowed: ["current", "mean", "max", "p50", "p90", "p95", "p99"] },
    default: "current",
    description:
      "What is made of the use within `usage_window`: `mean`, `max` or a percentile (`p50`, `p90`, `p95`, `p99`). Defaults to `current`, the newest figures, which takes no window.",
  },
  {
    name: "balanciness",
    kind: { type: "number", min: 0, max: 1000 },
    default: 10,
    description:
      "Difference between the most and the least loaded node, in percent points, above which a plan starts. Defaults to 10.",
  },
  {
    name: "balanciness_target",
    kind: { type: "number", min: 0, max: 1000 },
    default: null,
    description:
      "Difference in percent points that a plan aims at once it starts; at most `balanciness`. Defaults to 0.8 times `balanciness`, so that small changes do not start the next plan at once.",
  },
  {
    name: "thresholds",
    kind: { type: "number-map", keys: METHODS, min: 0, max: 1000 },
    default: {},
    description: "Load of a node in percent, per method; see `threshold_mode`. Defaults to no thresholds.",
  },
  {
    name: "threshold_mode",
    kind: { type: "string", allowed: ["gate", "trigger"] },
    default: "gate",
    description:
      "`gate` (the default) balances only if some node reaches a threshold; `trigger` also starts below `balanciness` when one does.",
  },
  {
    name: "min_gain",
    kind: { type: "number", min: 0, max: 1000 },
    default: 0,
    description:
      "Percent points that the balancing moves of a plan must win together; otherwise they are left out. Defaults to 0.",
  },
  {
    name: "minimize",
    kind: { type: "string", allowed: ["moves", "seconds"] },
    default: "moves",
    description:
      "What a plan that reaches its goals keeps as low as possible: the number of `moves` (the default) or the `seconds` that they are estimated to take.",
  },
  {
    name: "cooldown",
    kind: { type: "duration" },
    default: null,
    description:
      "How long a guest that was moved takes no part in balancing, such as `1h`; repairs and evacuations move it nevertheless. Defaults to not at all.",
  },
  {
    name: "max_migrations",
    kind: { type: "number", min: 0, max: MANY, integer: true },
    default: null,
    description: "Most migrations in one plan. Defaults to no limit.",
  },
  {
    name: "cpu_overcommit",
    kind: { type: "number", min: 0.01, max: 1000 },
    default: null,
    description:
      "Largest ratio of assigned virtual CPUs to the cores of a node, the reserve left out. Defaults to no limit.",
  },
  {
    name: "memory_overcommit",
    kind: { type: "number", min: 0.01, max: 1000 },
    default: null,
    description:
      "Largest ratio of assigned memory to the memory of a node, the reserve left out. Defaults to no limit.",
  },
  {
    name: "placement",
    kind: { type: "string", allowed: ["balance", "pack"] },
    default: "balance",
    description:
      "Where new guests go: `balance` (the default) chooses the least loaded node, `pack` the fullest that has room, which keeps other nodes free for large guests.",
  },
  {
    name: "node_reserve",
    kind: { type: "object-list", fields: RESERVE_FIELDS },
    default: [],
    description:
      "Resources of nodes that are kept free of guests; loads are percentages of what is left. Defaults to none.",
  },
  {
    name: "maintenance_nodes",
    kind: TEXTS,
    default: [],
    description:
      "Names of nodes that guests leave and do not enter, besides those that the cluster itself has in maintenance. Defaults to none.",
  },
  {
    name: "ignore_nodes",
    kind: TEXTS,
    default: [],
    description:
      "Names of nodes that are neither source nor target; their guests still count in rules. Defaults to none.",
  },
  {
    name: "ignore_guests",
    kind: TEXTS,
    default: [],
    description:
      "Names or ids of guests that never move; `*` and `?` are wildcards. They still count as load. Defaults to none.",
  },
  {
    name: "ignore_tags",
    kind: TEXTS,
    default: [],
    description:
      "Tags of guests that never move, besides `plb_ignore*`; `*` and `?` are wildcards. They still count as load. Defaults to none.",
  },
  {
    name: "tag_dialects",
    kind: { type: "list", of: { type: "string", allowed: ["proxlb", "proxbalance"] } },
    default: ["proxlb"],
    description:
      'Dialects whose tags are read: `proxlb` (always) and `proxbalance`, in which `ignore` keeps a guest where it is and `exclude_<group>` keeps guests apart. Defaults to `["proxlb"]`.',
  },
  {
    name: "balance_types",
    kind: { type: "list", of: { type: "string", allowed: ["vm", "ct"] } },
    default: ["vm"],
    description:
      'Kinds of guests that may move: `vm`, `ct` or both. Defaults to `["vm"]`, because a running container restarts when it moves.',
  },
  {
    name: "pools",
    kind: { type: "object-list", fields: POOL_FIELDS },
    default: [],
    description: "Rules over all members of a Proxmox pool. Defaults to none.",
  },
  {
    name: "rules",
    kind: { type: "object-list", fields: RULE_FIELDS },
    default: [],
    description: "Rules over guests that are named by id, by name or by tag; the three are united. Defaults to none.",
  },
  {
    name: "max_parallel_migrations",
    kind: { type: "object", fields: PARALLEL_FIELDS },
    default: {},
    description: "Limits on migrations that run at the same time. Defaults to 1 per node and 4 in all.",
  },
  {
    name: "live",
    kind: { type: "bool" },
    default: true,
    description: "Whether running virtual machines migrate without being stopped. Defaults to `true`.",
  },
  {
    name: "with_local_disks",
    kind: { type: "bool" },
    default: true,
    description: "Whether disks on storage that is not shared are copied along. Defaults to `true`.",
  },
  {
    name: "with_conntrack_state",
    kind: { type: "bool" },
    default: true,
    description:
      "Whether the firewall's connection tracking state moves along, where the nodes support it. Defaults to `true`.",
  },
  {
    name: "target_storage",
    kind: TEXT,
    default: null,
    description: "Storage that local disks are copied to. Defaults to the storage of the same name on the target node.",
  },
  {
    name: "migration_timeout",
    kind: { type: "duration" },
    default: "30m",
    description: 'Longest time that one migration may take, such as `90s`, `30m` or `1h30m`. Defaults to `"30m"`.',
  },
  {
    name: "on_interrupt",
    kind: { type: "string", allowed: ["finish", "stop"] },
    default: "finish",
    description:
      "What becomes of running migrations when an apply is interrupted or its timeout is up: `finish` (the default) leaves them to Proxmox VE, which carries them out; `stop` stops them, and their guests stay where they are.",
  },
];
