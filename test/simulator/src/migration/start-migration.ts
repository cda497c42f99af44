import type { Caller } from "../access/access-control.js";
import { callerId } from "../access/access-control.js";
import type { Cluster, ClusterNode, Guest } from "../cluster/cluster.js";
import { managedResource } from "../cluster/cluster.js";
import { failure, parameterError } from "../http/api-error.js";
import { requestHaMigration } from "../ha/request-ha-migration.js";
import { checkLock } from "./check-lock.js";
import { executeMigration, readStorageMap } from "./execute-migration.js";
import { checkReplication } from "./replication.js";
import { lackingOn, usedStorages } from "./obstacles.js";

/** What a caller asks for. */
export interface MigrationOrder {
  readonly caller: Caller;
  readonly guest: Guest;
  readonly target: string;
  /** Live for VMs, by restart for containers: the option without which a running guest is not touched. */
  readonly mayTouchRunning: boolean;
  readonly withLocalDisks: boolean;
  readonly withConntrackState: boolean;
  readonly targetStorage: string | undefined;
  readonly bwlimitKib: number;
}

/** Checks what the real server checks before it starts a task, and starts the task. Throws the refusal; gives the task id. */
export function startMigration(cluster: Cluster, order: MigrationOrder): string {
  const { guest } = order;
  const target = checkTarget(cluster, order);
  checkLock(guest);
  checkRunning(order);
  checkReplication(cluster, guest, target.name);
  const missing = lackingOn(usedStorages(cluster, guest), target.name).find(
    (name) => readStorageMap(order.targetStorage)(name) === name,
  );
  if (missing !== undefined) throw failure(`storage '${missing}' is not available on node '${target.name}'`);
  const user = callerId(order.caller);
  const resource = managedResource(cluster, guest);
  if (resource !== undefined) return requestHaMigration(cluster, { resource, guest, target: target.name, user });
  return executeMigration(cluster, { ...order, user, byHa: false });
}

function checkTarget(cluster: Cluster, order: MigrationOrder): ClusterNode {
  if (order.target === order.guest.node) throw parameterError({ target: "target is local node." });
  const target = cluster.nodes.get(order.target);
  if (target === undefined) throw failure(`no such cluster node '${order.target}'`);
  return target;
}

function checkRunning({ guest, mayTouchRunning }: MigrationOrder): void {
  if (guest.status === "stopped" || mayTouchRunning) return;
  if (guest.kind === "qemu") throw failure("can't migrate running VM without --online");
  throw failure("can't migrate running container without --online or --restart");
}
