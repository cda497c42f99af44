import { formatDuration } from "../../planning/model/duration.js";
import type { PlainObject, PolicyProblem } from "../../planning/model/read-policy-value.js";
import type { PlainSection } from "./check-value.js";
import { isSection } from "./check-value.js";
import { flagOf, numberOf, sectionOf, textOf, textsOf } from "./read-value.js";

const MIB_PER_GIB = 1024;

/** What ProxLB takes where `parallel` is set and `parallel_jobs` is not. */
const DEFAULT_PARALLEL_JOBS = 5;

/** The name under which `node_resource_reserve` keeps what applies to all other nodes. */
const ALL_NODES = "defaults";

const METHODS = ["memory", "cpu", "disk"];

/** Leaves out what is not set, so that the defaults of the provider hold there. */
const present = (entries: Readonly<Record<string, unknown>>): PlainObject =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null && value !== undefined));

const thresholds = (balancing: PlainSection): PlainObject | null => {
  // ProxLB takes 0 as not set.
  const set = METHODS.map((method) => [method, numberOf(balancing, `${method}_threshold`)] as const);
  const above = set.filter(([, percent]) => percent !== null && percent > 0);
  return above.length === 0 ? null : Object.fromEntries(above);
};

/** Without `parallel`, ProxLB migrates one guest at a time, whatever `parallel_jobs` says; it knows no limit per node. */
const parallelism = (balancing: PlainSection): PlainObject | null => {
  const parallel = flagOf(balancing, "parallel");
  const jobs = numberOf(balancing, "parallel_jobs");
  if (parallel === null && jobs === null) return null;
  const total = parallel === true ? Math.max(1, jobs ?? DEFAULT_PARALLEL_JOBS) : 1;
  return { per_node: total, total };
};

const reserve = (balancing: PlainSection): readonly PlainObject[] | null => {
  const reserves = sectionOf(balancing, "node_resource_reserve");
  const entries = Object.keys(reserves).flatMap((name) => {
    const gib = numberOf(sectionOf(reserves, name), "memory");
    return gib === null ? [] : [{ node_name: name === ALL_NODES ? null : name, memory_mib: gib * MIB_PER_GIB }];
  });
  return entries.length === 0 ? null : entries;
};

const pools = (balancing: PlainSection): readonly PlainObject[] | null => {
  const named = sectionOf(balancing, "pools");
  const entries = Object.keys(named).map((id) => {
    const pool = sectionOf(named, id);
    return present({
      pool_id: id,
      type: textOf(pool, "type"),
      pin: textsOf(pool, "pin"),
      strict: flagOf(pool, "strict"),
    });
  });
  return entries.length === 0 ? null : entries;
};

/** Takes over thresholds that say something; a resource whose section is empty is left out. */
const pressures = (section: PlainSection): PlainObject | null => {
  const entries = METHODS.map((method) => [method, present(sectionOf(section, method))] as const);
  const set = entries.filter(([, levels]) => Object.keys(levels).length > 0);
  return set.length === 0 ? null : Object.fromEntries(set);
};

/** ProxLB 1.1 also knows one map for nodes and guests alike. */
const psi = (balancing: PlainSection): PlainObject | null => {
  const both = pressures(sectionOf(balancing, "psi_thresholds"));
  const own = sectionOf(balancing, "psi");
  const nodes = pressures(sectionOf(own, "nodes")) ?? both;
  const guests = pressures(sectionOf(own, "guests")) ?? both;
  return nodes === null && guests === null ? null : present({ nodes, guests });
};

/** Says in which key of a ProxLB configuration a problem of the policy stands that was made of it. */
export const proxlbKeyOf = (policy: PlainObject, [name = "", index]: PolicyProblem["path"]): string => {
  const entries = policy["pools"];
  if (name !== "pools" || typeof index !== "number" || !Array.isArray(entries)) return `balancing.${name}`;
  const pool: unknown = entries[index];
  return `balancing.pools.${isSection(pool) ? String(pool["pool_id"]) : index}`;
};

const seconds = (value: number | null): string | null => (value === null ? null : formatDuration(value));

/**
 * Maps the sections `proxmox_cluster` and `balancing` to a policy that is not decoded yet. Keys that are left out are left
 * out here too. `inWindow` are the nodes whose scheduled maintenance is under way.
 */
export const mapPolicy = (
  { cluster, balancing }: { readonly cluster: PlainSection; readonly balancing: PlainSection },
  inWindow: readonly string[],
): PlainObject => {
  const method = textOf(balancing, "method");
  const maintenance = [...new Set([...(textsOf(cluster, "maintenance_nodes") ?? []), ...inWindow])];
  return present({
    enabled: flagOf(balancing, "enable"),
    balance_types: textsOf(balancing, "balance_types"),
    methods: method === null ? null : [method],
    mode: textOf(balancing, "mode"),
    psi: psi(balancing),
    balanciness: numberOf(balancing, "balanciness"),
    thresholds: thresholds(balancing),
    max_parallel_migrations: parallelism(balancing),
    live: flagOf(balancing, "live"),
    with_local_disks: flagOf(balancing, "with_local_disks"),
    with_conntrack_state: flagOf(balancing, "with_conntrack_state"),
    migration_timeout: seconds(numberOf(balancing, "max_job_validation")),
    node_reserve: reserve(balancing),
    pools: pools(balancing),
    cpu_overcommit: numberOf(balancing, "cpu_overcommit"),
    maintenance_nodes: maintenance.length === 0 ? null : maintenance,
    ignore_nodes: textsOf(cluster, "ignore_nodes"),
  });
};
