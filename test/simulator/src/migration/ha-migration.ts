import type { Cluster, Guest, HaResource } from "../cluster/cluster.js";
import { isVersion9, nodeOf } from "../cluster/cluster.js";
import { blockingResources, dependentResources } from "../cluster/ha-rules.js";

/** A migration that the HA manager is asked for. */
export interface HaMigrationOrder {
  readonly resource: HaResource;
  readonly guest: Guest;
  readonly target: string;
  /** Who asks: owner of the task that queues the request. */
  readonly user: string;
  /** Starts the real migration of the guest or of one that must stay with it. */
  readonly run: (guest: Guest) => void;
}

const QUEUE_TASK_MS = 1000;

/** Queues a request to the HA manager by a task that ends at once; the manager acts on it in one of its next rounds. */
export function startHaMigration(cluster: Cluster, order: HaMigrationOrder): string {
  const { clock } = cluster;
  const { guest, resource, target } = order;
  const source = nodeOf(cluster, guest.node);
  const task = cluster.tasks.start({ host: source, type: "hamigrate", id: String(guest.vmid), user: order.user });
  task.logPlain(`Requesting HA migration for ${resource.sid} to node ${target}`);
  const blocking = blockingResources(cluster, resource.sid, target);
  clock.schedule(clock.nowMs + QUEUE_TASK_MS, () => {
    const cause = blocking[0];
    if (cause === undefined) {
      task.finish("OK");
      scheduleRun(cluster, order);
    } else {
      // Version 8 accepts the request and lets the manager drop it without a word.
      task.finish(isVersion9(source) ? refusalText(order, cause.sid) : "OK");
    }
  });
  return task.upid;
}

function scheduleRun(cluster: Cluster, order: HaMigrationOrder): void {
  const { clock, times, ha } = cluster;
  const { resource, target } = order;
  const together = [
    resource,
    ...dependentResources(cluster, resource.sid).flatMap((sid) => ha.resources.get(sid) ?? []),
  ];
  for (const each of together) each.migratingTo = target;
  clock.schedule(clock.nowMs + times.haQueueMs, () => {
    for (const each of together) {
      const guest = cluster.guests.get(each.vmid);
      if (guest !== undefined && guest.lock === undefined && guest.node !== target) order.run(guest);
      else each.migratingTo = undefined;
    }
  });
}

function refusalText(order: HaMigrationOrder, blockedBy: string): string {
  const { resource, target } = order;
  const rule = blockedBy === resource.sid ? "a node affinity rule" : `a resource affinity rule with '${blockedBy}'`;
  return `cannot migrate resource '${resource.sid}' to node '${target}': ${rule} does not allow it`;
}
