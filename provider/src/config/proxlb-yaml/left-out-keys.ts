import type { PlainSection } from "./check-value.js";
import { isSection } from "./check-value.js";

interface LeftOutKey {
  readonly path: string;
  /** The value that asks for nothing else than what happens anyway. */
  readonly harmless?: boolean;
  /** Without which it asks for nothing. */
  readonly switch?: Switch;
  /** Full sentences: what happens, and what to use instead. */
  readonly advice: string;
}

interface Switch {
  readonly path: string;
  /** What is assumed where it is left out. */
  readonly byDefault: boolean;
}

const DAEMON: Switch = { path: "service.daemon", byDefault: true };

const DELAY: Switch = { path: "service.delay.enable", byDefault: false };

/** Off by default in ProxLB, but somebody who sets up the solver and does not switch it off means to use it. */
const SOLVER: Switch = { path: "solver.enable", byDefault: true };

const SCHEDULE = "The provider works when plan and apply run. Run them on a schedule, for example in a pipeline.";

const SEARCH = "The provider has one search, which repairs rules and reserves as part of every plan.";

const LEFT_OUT: readonly LeftOutKey[] = [
  {
    path: "proxmox_api.retries",
    advice: "Failed reads are repeated anyway; request_timeout limits how long each may take.",
  },
  { path: "proxmox_api.wait_time", advice: "The provider chooses the pauses between repetitions itself." },
  {
    path: "proxmox_cluster.overprovisioning",
    harmless: false,
    advice:
      "ProxLB never read it. Memory in use never exceeds a node here; set policy.memory_overcommit and policy.cpu_overcommit to limit what is assigned.",
  },
  {
    path: "balancing.enable",
    harmless: true,
    advice:
      "It becomes policy.enabled = false, which makes plans empty, where ProxLB still plans. For plans that nobody executes, leave proxlb_balance out instead.",
  },
  {
    path: "balancing.force",
    harmless: false,
    advice:
      "Rules are repaired and nodes in maintenance emptied whenever needed; to balance earlier, lower balanciness.",
  },
  {
    path: "balancing.balance_larger_guests_first",
    harmless: false,
    advice:
      'Plans have as few migrations as possible, which favours large guests; set policy.minimize = "seconds" to favour quick ones.',
  },
  {
    path: "balancing.enforce_affinity",
    harmless: true,
    advice: 'Broken rules are always repaired. Write them in policy.rules with strength = "should" if they may wait.',
  },
  {
    path: "balancing.enforce_pinning",
    harmless: true,
    advice: 'Wrong pins are always repaired. Write them in policy.rules with strength = "should" if they may wait.',
  },
  {
    path: "balancing.max_node_inflow",
    advice:
      "Set policy.max_parallel_migrations.per_node for what runs at the same time, or policy.max_migrations for the whole plan.",
  },
  { path: "service.daemon", harmless: false, advice: SCHEDULE },
  { path: "service.schedule", switch: DAEMON, advice: SCHEDULE },
  { path: "service.delay", switch: DELAY, advice: SCHEDULE },
  {
    path: "service.enable_ha",
    harmless: false,
    advice: "A state with locking keeps two runs from interfering, wherever they start.",
  },
  { path: "service.log_level", advice: "Set the environment variable TF_LOG_PROVIDER instead, for example to DEBUG." },
  { path: "solver.enable", harmless: false, advice: SEARCH },
  {
    path: "solver.mode",
    switch: SOLVER,
    advice: "To compare without executing, use proxlb_migration_plan without proxlb_balance.",
  },
  {
    path: "solver.timeout_seconds",
    switch: SOLVER,
    advice: "The search ends by itself; timeouts.read of a data source limits it.",
  },
  {
    path: "solver.use_reservations",
    harmless: true,
    switch: SOLVER,
    advice: "Reserves always hold. Remove node_resource_reserve if they shall not.",
  },
  {
    path: "solver.active_step_retries",
    switch: SOLVER,
    advice: "A failed migration ends the run, and the next plan starts from what is true then.",
  },
  { path: "solver.log_dir", switch: SOLVER, advice: "Set TF_LOG_PROVIDER and TF_LOG_PATH to keep a log." },
];

const valueAt = (document: PlainSection, path: string): unknown => {
  let value: unknown = document;
  for (const name of path.split(".")) value = isSection(value) ? value[name] : undefined;
  return value;
};

const isSwitchedOff = (document: PlainSection, { path, byDefault }: Switch): boolean =>
  (valueAt(document, path) ?? byDefault) === false;

const asksForNothing = (document: PlainSection, { path, harmless, switch: owner }: LeftOutKey): boolean => {
  const value = valueAt(document, path) ?? null;
  return value === null || value === harmless || (owner !== undefined && isSwitchedOff(document, owner));
};

/** Returns a full sentence for every key that asks for something which cannot be honoured: what to use instead. */
export const leftOutKeys = (document: PlainSection): readonly string[] =>
  LEFT_OUT.filter((key) => !asksForNothing(document, key)).map(({ path, advice }) => `${path}: ${advice}`);
