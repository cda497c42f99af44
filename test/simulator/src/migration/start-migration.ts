import type { Caller } from "../access/access-control.js";
import { callerId } from "../access/access-control.js";
import type { Cluster, ClusterNode, Guest, HaResource } from "../cluster/cluster.js";
import { nodeOf, sidOf } from "../cluster/cluster.js";
import { failure, parameterError } from "../http/api-error.js";
import { startHaMigration } from "./ha-migration.js";
import { migrateContainer } from "./migrate-container.js";
import { migrateVm } from "./migrate-vm.js";
import { unavailableStorages } from "./obstacles.js";

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
  const source = nodeOf(cluster, guest.node);
  const target = checkTarget(cluster, order);
  checkLock(guest);
  checkRunning(order);
  const missing = unavailableStorages(cluster, guest, target.name).find(
    (name) => storageMap(order.targetStorage)(name) === name,
  );
  if (missing !== undefined) throw failure(`storage '${missing}' is not available on node '${target.name}'`);
  const managed = cluster.ha.resources.get(sidOf(guest));
  if (managed !== undefined && isManaged(managed)) return orderHaMigration(cluster, order, managed);
  return execute(cluster, { order, source, target, user: callerId(order.caller), byHa: false });
}

/** Throws the refusal that a locked guest answers to every action. */
export function checkLock(guest: Guest): void {
  if (guest.lock !== undefined) throw failure(`${guest.kind === "qemu" ? "VM" : "CT"} is locked (${guest.lock})`);
}

/** Reads a storage map: one id for everything, `1` for no change, or a list of pairs. */
function storageMap(text: string | undefined): (storage: string) => string {
  if (text === undefined || text === "1") return (storage) => storage;
  const pairs = text.split(",").map((part) => part.trim().split(":"));
  const named = new Map(
    pairs.flatMap(([from, to]) => (from !== undefined && to !== undefined ? [[from, to] as const] : [])),
  );
  const single = pairs.find((parts) => parts.length === 1)?.[0];
  return (storage) => named.get(storage) ?? single ?? storage;
}

interface Execution {
  readonly order: MigrationOrder;
  readonly source: ClusterNode;
  readonly target: ClusterNode;
  readonly user: string;
  readonly byHa: boolean;
}

function execute(cluster: Cluster, execution: Execution): string {
  const { order, source, target, user, byHa } = execution;
  const { guest } = order;
  const isVm = guest.kind === "qemu";
  const task = cluster.tasks.start({
    host: source,
    type: isVm ? "qmigrate" : "vzmigrate",
    id: String(guest.vmid),
    user,
  });
  guest.lock = "migrate";
  const request = {
    cluster,
    guest,
    source,
    target,
    task,
    withLocalDisks: order.withLocalDisks || byHa,
    withConntrackState: order.withConntrackState,
    storageMap: storageMap(order.targetStorage),
    bwlimitKib: order.bwlimitKib,
    byHa,
  };
  if (isVm) migrateVm(request);
  else migrateContainer(request);
  return task.upid;
}

function orderHaMigration(cluster: Cluster, order: MigrationOrder, resource: HaResource): string {
  const { guest, target } = order;
  return startHaMigration(cluster, {
    resource,
    guest,
    target,
    user: callerId(order.caller),
    run: (moved) => {
      const [source, destination] = [nodeOf(cluster, moved.node), nodeOf(cluster, target)];
      execute(cluster, {
        order: { ...order, guest: moved },
        source,
        target: destination,
        user: "root@pam",
        byHa: true,
      });
    },
  });
}

function isManaged(resource: HaResource): boolean {
  return resource.description.state !== "ignored";
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
