import { announceChange, switchGuest } from "../cluster/change-guest.js";
import type { Cluster, Guest, HaResource } from "../cluster/cluster.js";
import { managedResource, nodeOf } from "../cluster/cluster.js";
import { failure } from "../http/api-error.js";
import { checkLock } from "../migration/check-lock.js";
import { startObstacle } from "../migration/start-obstacles.js";
import { StageFailure } from "../migration/staged-job.js";
import { startGuestTask } from "./guest-task.js";

const QUEUE_TASK_MS = 1000;

/** Switches a guest on, or asks the HA manager to; gives the task id. Throws the refusal. */
export function requestStart(cluster: Cluster, guest: Guest, user: string): string {
  checkLock(guest);
  if (guest.template) throw failure(`you can't start a ${guest.kind === "qemu" ? "vm" : "CT"} if it's a template`);
  const managed = managedResource(cluster, guest);
  if (managed !== undefined) return requestState(cluster, managed, { guest, state: "started", user });
  if (guest.kind === "lxc" && guest.status !== "stopped") throw failure(`CT ${guest.vmid} already running`);
  return startGuest(cluster, guest, { user });
}

/** Switches a guest off, or asks the HA manager to; gives the task id. Throws the refusal. */
export function requestStop(cluster: Cluster, guest: Guest, user: string, how: "stop" | "shutdown"): string {
  checkLock(guest);
  const managed = managedResource(cluster, guest);
  if (managed !== undefined && guest.status !== "stopped")
    return requestState(cluster, managed, { guest, state: "stopped", user });
  if (guest.kind === "lxc" && guest.status === "stopped") throw failure(`CT ${guest.vmid} not running`);
  return stopGuest(cluster, guest, user, how);
}

/** How a guest is started. */
interface StartOptions {
  readonly user: string;
  /** By the agent of the HA manager, which says so in the log. */
  readonly byHa?: boolean;
  readonly onEnd?: (started: boolean) => void;
}

/** Starts a guest on its node by a task of its own, which fails when the node cannot run it. */
export function startGuest(cluster: Cluster, guest: Guest, { user, byHa = false, onEnd }: StartOptions): string {
  const isVm = guest.kind === "qemu";
  return startGuestTask(cluster, {
    node: nodeOf(cluster, guest.node),
    type: isVm ? "qmstart" : "vzstart",
    vmid: guest.vmid,
    user,
    durationMs: cluster.taskTimes.startMs,
    log: byHa ? ["task started by HA resource agent"] : [],
    finish: (task) => {
      if (guest.status !== "stopped") throw new StageFailure(`${isVm ? "VM" : "CT"} ${guest.vmid} already running`);
      const obstacle = startObstacle(cluster, guest, nodeOf(cluster, guest.node));
      if (obstacle !== undefined) task.logPlain(obstacle);
      if (obstacle !== undefined)
        throw new StageFailure(isVm ? "start failed: QEMU exited with code 1" : "startup for container failed");
      switchGuest(cluster, guest, "running");
      onEnd?.(true);
    },
    abort: () => {
      onEnd?.(false);
    },
  });
}

/** Stops a guest on its node by a task of its own. */
export function stopGuest(cluster: Cluster, guest: Guest, user: string, how: "stop" | "shutdown"): string {
  const prefix = guest.kind === "qemu" ? "qm" : "vz";
  return startGuestTask(cluster, {
    node: nodeOf(cluster, guest.node),
    type: `${prefix}${how}`,
    vmid: guest.vmid,
    user,
    durationMs: guest.status === "stopped" ? 0 : cluster.taskTimes[how === "stop" ? "stopMs" : "shutdownMs"],
    finish: () => {
      switchGuest(cluster, guest, "stopped");
    },
  });
}

/** Restarts a guest on its node; gives the task id. Throws the refusal. */
export function rebootGuest(cluster: Cluster, guest: Guest, user: string): string {
  checkLock(guest);
  const isVm = guest.kind === "qemu";
  if (guest.status === "stopped") throw failure(`${isVm ? "VM" : "CT"} ${guest.vmid} not running`);
  return startGuestTask(cluster, {
    node: nodeOf(cluster, guest.node),
    type: isVm ? "qmreboot" : "vzreboot",
    vmid: guest.vmid,
    user,
    durationMs: cluster.taskTimes.rebootMs,
    finish: () => {
      switchGuest(cluster, guest, "stopped");
      switchGuest(cluster, guest, "running");
    },
  });
}

interface StateRequest {
  readonly guest: Guest;
  readonly state: "started" | "stopped";
  readonly user: string;
}

function requestState(cluster: Cluster, resource: HaResource, { guest, state, user }: StateRequest): string {
  const verb = state === "started" ? "start" : "stop";
  return startGuestTask(cluster, {
    node: nodeOf(cluster, guest.node),
    type: `ha${verb}`,
    vmid: guest.vmid,
    user,
    durationMs: QUEUE_TASK_MS,
    log: [`Requesting HA ${verb} for ${guest.kind === "qemu" ? "VM" : "CT"} ${guest.vmid}`],
    finish: () => {
      resource.description = { ...resource.description, state };
      announceChange(cluster);
    },
  });
}
