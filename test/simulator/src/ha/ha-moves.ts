import type { Cluster, Guest, HaResource } from "../cluster/cluster.js";
import { executeMigration } from "../migration/execute-migration.js";

const DEFAULT_MAX_WORKERS = 4;
const EXECUTOR_ROUND_MS = 5000;

/** Lets the manager move resources to a node; the executor of their node begins after its usual delay. */
export function queueMoves(cluster: Cluster, resources: readonly HaResource[], target: string): void {
  const { clock, times } = cluster;
  for (const each of resources) each.migratingTo = target;
  clock.schedule(clock.nowMs + times.haQueueMs, () => {
    for (const each of resources) execute(cluster, each, target);
  });
}

/** Says whether the manager or an executor is moving anything at the moment. */
export function isMoving(cluster: Cluster): boolean {
  return [...cluster.ha.resources.values()].some((resource) => resource.migratingTo !== undefined);
}

function execute(cluster: Cluster, resource: HaResource, target: string): void {
  const guest = cluster.guests.get(resource.vmid);
  const here = guest === undefined ? undefined : cluster.nodes.get(guest.node);
  if (resource.migratingTo !== target) return;
  if (guest === undefined || guest.lock !== undefined || guest.node === target || here?.online !== true) {
    resource.migratingTo = undefined;
    return;
  }
  if (busyWorkers(cluster, guest.node) >= maxWorkers(cluster)) {
    cluster.clock.schedule(cluster.clock.nowMs + EXECUTOR_ROUND_MS, () => {
      execute(cluster, resource, target);
    });
    return;
  }
  executeMigration(cluster, {
    guest,
    target,
    user: "root@pam",
    withLocalDisks: true,
    withConntrackState: true,
    targetStorage: undefined,
    bwlimitKib: 0,
    byHa: true,
  });
}

function busyWorkers(cluster: Cluster, node: string): number {
  const moving = [...cluster.ha.resources.values()].filter((resource) => resource.migratingTo !== undefined);
  const isWorking = (guest: Guest | undefined): boolean => guest?.node === node && guest.lock === "migrate";
  return moving.filter((resource) => isWorking(cluster.guests.get(resource.vmid))).length;
}

function maxWorkers(cluster: Cluster): number {
  const limit = Number(cluster.options["max_workers"] ?? DEFAULT_MAX_WORKERS);
  return limit > 0 ? limit : DEFAULT_MAX_WORKERS;
}
