import type { PolicyKey, PolicyKind } from "./policy-key.js";
import { PSI_FIELDS } from "./psi-keys.js";

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
      "Names the node that the entry is for. Without it the entry is for every node that has no entry of its own.",
  },
  {
    name: "memory_mib",
    kind: { type: "number", min: 0, max: MUCH_MEMORY_MIB },
    default: 0,
    description: "Gives the memory in MiB that guests must leave free. Defaults to 0.",
  },
  {
    name: "cpu_cores",
    kind: { type: "number", min: 0, max: MANY },
    default: 0,
    description: "Gives the CPU cores that guests must leave free. Defaults to 0.",
  },
];

const POOL_FIELDS: readonly PolicyKey[] = [
  { name: "pool_id", kind: TEXT, description: "Identifies the Proxmox pool whose members the rule is about." },
  {
    name: "type",
    kind: { type: "string", allowed: ["affinity", "anti-affinity"] },
    default: null,
    description:
      "Says how the members relate: `affinity` keeps them on one node, `anti-affinity` on different nodes. Without it, only `pin` binds them.",
  },
  {
    name: "pin",
    kind: TEXTS,
    default: [],
    description: "Lists the nodes that the members may run on. Defaults to the empty list, which allows every node.",
  },
  {
    name: "strict",
    kind: { type: "bool" },
    default: true,
    description:
      "Says whether the rule is never broken (`true`, the default) or only where nothing else helps (`false`).",
  },
];

const RULE_FIELDS: readonly PolicyKey[] = [
  { name: "name", kind: TEXT, description: "Names the rule in reasons and messages." },
  {
    name: "type",
    kind: { type: "string", allowed: ["affinity", "anti-affinity", "node-affinity"] },
    description:
      "Says what the rule asks for: `affinity` (one node for all), `anti-affinity` (different nodes) or `node-affinity` (only the nodes listed).",
  },
  {
    name: "strength",
    kind: { type: "string", allowed: ["must", "should"] },
    default: "must",
    description:
      "Says how strictly the rule binds: `must` (the default) is never broken; `should` yields to must rules, evacuation and capacity.",
  },
  {
    name: "vm_ids",
    kind: VMIDS,
    default: [],
    description: "Lists the ids of guests that the rule is about. Defaults to none.",
  },
  {
    name: "names",
    kind: TEXTS,
    default: [],
    description: "Lists the names of guests that the rule is about; `*` and `?` are wildcards. Defaults to none.",
  },
  {
    name: "tags",
    kind: TEXTS,
    default: [],
    description: "Lists the tags of guests that the rule is about. Defaults to none.",
  },
  {
    name: "nodes",
    kind: TEXTS,
    default: [],
    description: "Lists the nodes that the guests may run on. Needed by `node-affinity` and refused by the others.",
  },
];

const PARALLEL_FIELDS: readonly PolicyKey[] = [
  {
    name: "per_node",
    kind: { type: "number", min: 1, max: 1000, integer: true },
    default: 1,
    description:
      "Limits the migrations that one node takes part in at the same time, as source or target. Defaults to 1.",
  },
  {
    name: "total",
    kind: { type: "number", min: 1, max: MANY, integer: true },
    default: 4,
    description: "Limits the migrations that run at the same time in the whole cluster. Defaults to 4.",
  },
];

/** Every attribute of the policy: the one place for names, kinds, bounds, defaults and texts. */
export const POLICY_KEYS: readonly PolicyKey[] = [
  {
    name: "enabled",
    kind: { type: "bool" },
    default: true,
    description: "Says whether anything is planned at all. Defaults to `true`; `false` gives empty plans.",
  },
  {
    name: "methods",
    kind: { type: "list", of: { type: "string", allowed: METHODS }, minItems: 1 },
    default: ["memory"],
    description:
      'Lists the resources that are balanced jointly: `memory`, `cpu` and `disk`, which is the local disk. Defaults to `["memory"]`.',
  },
  {
    name: "weights",
    kind: { type: "number-map", keys: METHODS, min: 0.001, max: 1000 },
    default: {},
    description:
      "Gives each method a weight, by which its spread is multiplied before it is compared. Defaults to 1 for every method.",
  },
  {
    name: "mode",
    kind: { type: "string", allowed: ["used", "assigned", "psi"] },
    default: "used",
    description:
      "Says how load is read: `used` (the default) is what guests consume, `assigned` is what they are configured with, and `psi` is how long they wait for a resource (pressure stall information of Proxmox VE 9), with the thresholds of `psi` in place of `balanciness` and `thresholds`.",
  },
  {
    name: "psi",
    kind: { type: "object", fields: PSI_FIELDS },
    default: null,
    description:
      "Gives the thresholds of the mode `psi`, in percent; only the resources that `methods` lists are looked at. Defaults to none, which the mode `psi` refuses.",
  },
  {
    name: "usage_window",
    kind: { type: "duration" },
    default: null,
    description:
      "Says how far back the use of nodes and guests is looked at, such as `1h`; needs a `usage_statistic`. Defaults to now alone.",
  },
  {
    name: "usage_statistic",
    kind: { type: "string", allowed: ["current", "mean", "max", "p50", "p90", "p95", "p99"] },
    default: "current",
    description:
      "Says what is made of the use within `usage_window`: `mean`, `max` or a percentile (`p50`, `p90`, `p95`, `p99`). Defaults to `current`, the newest figures, which takes no window.",
  },
  {
    name: "balanciness",
    kind: { type: "number", min: 0, max: 1000 },
    default: 10,
    description:
      "Gives the difference between the most and the least loaded node, in percent points, above which a plan starts. Defaults to 10.",
  },
  {
    name: "balanciness_target",
    kind: { type: "number", min: 0, max: 1000 },
    default: null,
    description:
      "Gives the difference in percent points that a plan aims at once it starts; at most `balanciness`. Defaults to 0.8 times `balanciness`, so that small changes do not start the next plan at once.",
  },
  {
    name: "thresholds",
    kind: { type: "number-map", keys: METHODS, min: 0, max: 1000 },
    default: {},
    description:
      "Gives, per method, a load of a node in percent; `threshold_mode` says what reaching it does. Defaults to no thresholds.",
  },
  {
    name: "threshold_mode",
    kind: { type: "string", allowed: ["gate", "trigger"] },
    default: "gate",
    description:
      "Says what `thresholds` do: `gate` (the default) balances only if some node reaches one; `trigger` also starts below `balanciness` when one does.",
  },
  {
    name: "min_gain",
    kind: { type: "number", min: 0, max: 1000 },
    default: 0,
    description:
      "Says how many percent points the balancing moves of a plan must win together; otherwise they are left out. Defaults to 0.",
  },
  {
    name: "minimize",
    kind: { type: "string", allowed: ["moves", "seconds"] },
    default: "moves",
    description:
      "Says what a plan that reaches its goals keeps as low as possible: the number of `moves` (the default) or the `seconds` that they are estimated to take.",
  },
  {
    name: "cooldown",
    kind: { type: "duration" },
    default: null,
    description:
      "Says how long a guest that was moved takes no part in balancing, such as `1h`; repairs and evacuations move it nevertheless. Defaults to not at all.",
  },
  {
    name: "max_migrations",
    kind: { type: "number", min: 0, max: MANY, integer: true },
    default: null,
    description: "Limits the migrations of one plan. Defaults to no limit.",
  },
  {
    name: "cpu_overcommit",
    kind: { type: "number", min: 0.01, max: 1000 },
    default: null,
    description:
      "Limits the ratio of assigned virtual CPUs to the cores of a node, the reserve left out. Defaults to no limit.",
  },
  {
    name: "memory_overcommit",
    kind: { type: "number", min: 0.01, max: 1000 },
    default: null,
    description:
      "Limits the ratio of assigned memory to the memory of a node, the reserve left out. Defaults to no limit.",
  },
  {
    name: "placement",
    kind: { type: "string", allowed: ["balance", "pack"] },
    default: "balance",
    description:
      "Says where new guests go: `balance` (the default) chooses the least loaded node, `pack` the fullest that has room, which keeps other nodes free for large guests.",
  },
  {
    name: "node_reserve",
    kind: { type: "object-list", fields: RESERVE_FIELDS },
    default: [],
    description:
      "Lists the resources of nodes that are kept free of guests; loads are percentages of what is left. Defaults to none.",
  },
  {
    name: "maintenance_nodes",
    kind: TEXTS,
    default: [],
    description:
      "Lists the nodes that guests leave and do not enter, besides those that the cluster itself has in maintenance. Defaults to none.",
  },
  {
    name: "ignore_nodes",
    kind: TEXTS,
    default: [],
    description:
      "Lists the nodes that are neither source nor target; their guests still count in rules. Defaults to none.",
  },
  {
    name: "ignore_guests",
    kind: TEXTS,
    default: [],
    description:
      "Lists the names or ids of guests that never move; `*` and `?` are wildcards. They still count as load. Defaults to none.",
  },
  {
    name: "ignore_tags",
    kind: TEXTS,
    default: [],
    description:
      "Lists the tags of guests that never move, besides `plb_ignore*`; `*` and `?` are wildcards. They still count as load. Defaults to none.",
  },
  {
    name: "tag_dialects",
    kind: { type: "list", of: { type: "string", allowed: ["proxlb", "proxbalance"] } },
    default: ["proxlb"],
    description:
      'Lists the dialects whose tags are read: `proxlb` (always) and `proxbalance`, in which `ignore` keeps a guest where it is and `exclude_<group>` keeps guests apart. Defaults to `["proxlb"]`.',
  },
  {
    name: "balance_types",
    kind: { type: "list", of: { type: "string", allowed: ["vm", "ct"] } },
    default: ["vm"],
    description:
      'Lists the kinds of guests that may move: `vm`, `ct` or both. Defaults to `["vm"]`, because a running container restarts when it moves.',
  },
  {
    name: "pools",
    kind: { type: "object-list", fields: POOL_FIELDS },
    default: [],
    description: "Lists rules over all members of a Proxmox pool. Defaults to none.",
  },
  {
    name: "rules",
    kind: { type: "object-list", fields: RULE_FIELDS },
    default: [],
    description:
      "Lists rules over guests that are named by id, by name or by tag; the three are united. Defaults to none.",
  },
  {
    name: "max_parallel_migrations",
    kind: { type: "object", fields: PARALLEL_FIELDS },
    default: {},
    description: "Limits the migrations that run at the same time. Defaults to 1 per node and 4 in all.",
  },
  {
    name: "live",
    kind: { type: "bool" },
    default: true,
    description: "Says whether running virtual machines migrate without being stopped. Defaults to `true`.",
  },
  {
    name: "with_local_disks",
    kind: { type: "bool" },
    default: true,
    description: "Says whether disks on storage that is not shared are copied along. Defaults to `true`.",
  },
  {
    name: "with_conntrack_state",
    kind: { type: "bool" },
    default: true,
    description:
      "Says whether the firewall's connection tracking state moves along, where the nodes support it. Defaults to `true`.",
  },
  {
    name: "target_storage",
    kind: TEXT,
    default: null,
    description:
      "Names the storage that local disks are copied to. Defaults to the storage of the same name on the target node.",
  },
  {
    name: "migration_timeout",
    kind: { type: "duration" },
    default: "30m",
    description: 'Limits the time that one migration may take, such as `90s`, `30m` or `1h30m`. Defaults to `"30m"`.',
  },
  {
    name: "on_interrupt",
    kind: { type: "string", allowed: ["finish", "stop"] },
    default: "finish",
    description:
      "Says what becomes of running migrations when an apply is interrupted or its timeout is up: `finish` (the default) leaves them to Proxmox VE, which carries them out; `stop` stops them, and their guests stay where they are.",
  },
];
