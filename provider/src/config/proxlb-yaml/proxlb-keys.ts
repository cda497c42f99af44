/** What a key of a ProxLB configuration may hold. */
export type ProxlbKind =
  | { readonly type: "flag" }
  | { readonly type: "number"; readonly min: number; readonly max: number; readonly integer: boolean }
  | { readonly type: "text"; readonly allowed?: readonly string[]; readonly secret?: boolean }
  | { readonly type: "texts"; readonly allowed?: readonly string[] }
  | { readonly type: "section"; readonly keys: ProxlbKeys }
  /** An object whose keys are names of the user's choice, such as those of nodes. */
  | { readonly type: "named"; readonly of: ProxlbKind };

/** The keys of a section. */
export type ProxlbKeys = Readonly<Record<string, ProxlbKind>>;

const FLAG: ProxlbKind = { type: "flag" };

const TEXT: ProxlbKind = { type: "text" };

const SECRET: ProxlbKind = { type: "text", secret: true };

const TEXTS: ProxlbKind = { type: "texts" };

/** More than any key is ever set to; keeps out slips of the finger. */
const MANY = 1_000_000;

const integer = (min: number, max = MANY): ProxlbKind => ({ type: "number", min, max, integer: true });

const number = (min: number, max = MANY): ProxlbKind => ({ type: "number", min, max, integer: false });

const section = (keys: ProxlbKeys): ProxlbKind => ({ type: "section", keys });

const named = (of: ProxlbKind): ProxlbKind => ({ type: "named", of });

const PERCENT = number(0, 100);

const UNIT: ProxlbKind = { type: "text", allowed: ["hours", "minutes"] };

const PRESSURES = section({ pressure_full: PERCENT, pressure_some: PERCENT, pressure_spikes: PERCENT });

const PRESSURES_PER_RESOURCE = section({ memory: PRESSURES, cpu: PRESSURES, disk: PRESSURES });

const MAINTENANCE_SCHEDULE = section({ duration: number(0), "pre-migration": number(0), schedules: named(TEXTS) });

const API_KEYS: ProxlbKeys = {
  hosts: TEXTS,
  user: TEXT,
  pass: SECRET,
  token_id: TEXT,
  token_secret: SECRET,
  ssl_verification: FLAG,
  timeout: number(0.1, 3600),
  retries: integer(0),
  wait_time: integer(0),
};

const CLUSTER_KEYS: ProxlbKeys = {
  maintenance_nodes: TEXTS,
  maintenance_nodes_schedule: MAINTENANCE_SCHEDULE,
  ignore_nodes: TEXTS,
  overprovisioning: FLAG,
};

const BALANCING_KEYS: ProxlbKeys = {
  enable: FLAG,
  force: FLAG,
  balance_types: { type: "texts", allowed: ["vm", "ct"] },
  method: { type: "text", allowed: ["memory", "cpu", "disk"] },
  mode: { type: "text", allowed: ["used", "assigned", "psi"] },
  balanciness: number(0, 1000),
  memory_threshold: PERCENT,
  cpu_threshold: PERCENT,
  disk_threshold: PERCENT,
  balance_larger_guests_first: FLAG,
  enforce_affinity: FLAG,
  enforce_pinning: FLAG,
  parallel: FLAG,
  parallel_jobs: integer(0, 1000),
  live: FLAG,
  with_local_disks: FLAG,
  with_conntrack_state: FLAG,
  max_job_validation: integer(1),
  node_resource_reserve: named(section({ memory: number(0) })),
  pools: named(section({ type: { type: "text", allowed: ["affinity", "anti-affinity"] }, pin: TEXTS, strict: FLAG })),
  psi: section({ nodes: PRESSURES_PER_RESOURCE, guests: PRESSURES_PER_RESOURCE }),
  psi_thresholds: PRESSURES_PER_RESOURCE,
  cpu_overcommit: number(0.01, 1000),
  max_node_inflow: integer(0),
};

const SERVICE_KEYS: ProxlbKeys = {
  daemon: FLAG,
  schedule: section({ interval: integer(0), format: UNIT }),
  delay: section({ enable: FLAG, time: integer(0), format: UNIT }),
  enable_ha: FLAG,
  log_level: { type: "text", allowed: ["CRITICAL", "ERROR", "WARNING", "INFO", "DEBUG"] },
};

const SOLVER_KEYS: ProxlbKeys = {
  enable: FLAG,
  mode: { type: "text", allowed: ["shadow", "active"] },
  timeout_seconds: number(0),
  use_reservations: FLAG,
  active_step_retries: integer(0),
  log_dir: TEXT,
};

/** Every key of ProxLB 1.1 and 2, and of its older documentation. */
export const PROXLB_KEYS: ProxlbKeys = {
  proxmox_api: section(API_KEYS),
  proxmox_cluster: section(CLUSTER_KEYS),
  balancing: section(BALANCING_KEYS),
  service: section(SERVICE_KEYS),
  solver: section(SOLVER_KEYS),
};
