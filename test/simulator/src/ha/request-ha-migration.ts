import type { Cluster, Guest, HaResource } from "../cluster/cluster.js";
import { isVersion9, nodeOf } from "../cluster/cluster.js";
import type { Blocking } from "../cluster/ha-rules.js";
import { blockingResources, dependentResources } from "../cluster/ha-rules.js";
import { failure } from "../http/api-error.js";
import type { JsonObject } from "../json.js";
import { queueMoves } from "./ha-moves.js";

/** A move that somebody asks the HA manager for. */
export interface HaMigrationOrder {
  readonly resource: HaResource;
  readonly guest: Guest;
  readonly target: string;
  /** Who asks: owner of the task that queues the request. */
  readonly user: string;
}

const QUEUE_TASK_MS = 1000;

/** Queues a request to the HA manager by a task that ends at once; the manager acts on it in one of its next rounds. */
export function requestHaMigration(cluster: Cluster, order: HaMigrationOrder): string {
  const { clock } = cluster;
  const { guest, resource, target } = order;
  const source = nodeOf(cluster, guest.node);
  const task = cluster.tasks.start({ host: source, type: "hamigrate", id: String(guest.vmid), user: order.user });
  task.logPlain(`Requesting HA migration for ${resource.sid} to node ${target}`);
  const blocking = blockingResources(cluster, resource.sid, target)[0];
  clock.schedule(clock.nowMs + QUEUE_TASK_MS, () => {
    if (resource.phase === "error") task.finish(errorStateText(resource));
    else if (blocking === undefined) {
      task.finish("OK");
      queueMoves(cluster, togetherWith(cluster, resource), target);
    } else {
      // Version 8 accepts the request and lets the manager drop it without a word.
      task.finish(isVersion9(source) ? refusalText(order, blocking) : "OK");
    }
  });
  return task.upid;
}

/** Asks the HA manager directly; answers what a node of this version answers. Throws when the resource is in error. */
export function orderHaMove(cluster: Cluster, resource: HaResource, target: string, isNew: boolean): JsonObject | null {
  if (!cluster.nodes.has(target)) throw failure(`cluster node '${target}' does not exist`);
  if (resource.phase === "error") throw failure(errorStateText(resource));
  const blocking = blockingResources(cluster, resource.sid, target);
  const together = togetherWith(cluster, resource);
  if (blocking.length === 0) queueMoves(cluster, together, target);
  if (!isNew) return null;
  const others = together.map((each) => each.sid).filter((sid) => sid !== resource.sid);
  return {
    sid: resource.sid,
    "requested-node": target,
    ...(blocking.length === 0 ? {} : { "blocking-resources": blocking.map(({ sid, cause }) => ({ sid, cause })) }),
    ...(others.length === 0 ? {} : { "comigrated-resources": others }),
  };
}

function togetherWith(cluster: Cluster, resource: HaResource): readonly HaResource[] {
  const others = dependentResources(cluster, resource.sid).flatMap((sid) => cluster.ha.resources.get(sid) ?? []);
  return [resource, ...others];
}

function errorStateText({ sid }: HaResource): string {
  return `service '${sid}' in error state, must be disabled and fixed first`;
}

function refusalText({ resource, target }: HaMigrationOrder, blockedBy: Blocking): string {
  const rule =
    blockedBy.sid === resource.sid ? "a node affinity rule" : `a resource affinity rule with '${blockedBy.sid}'`;
  return `cannot migrate resource '${resource.sid}' to node '${target}': ${rule} does not allow it`;
}
