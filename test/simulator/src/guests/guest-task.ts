import type { Cluster, ClusterNode, Guest } from "../cluster/cluster.js";
import { announceChange } from "../cluster/change-guest.js";
import { StageFailure } from "../migration/staged-job.js";
import type { Task } from "../tasks/task.js";

/** A worker that does one thing at its end. */
export interface GuestTask {
  readonly node: ClusterNode;
  readonly type: string;
  readonly vmid: number;
  readonly user: string;
  readonly durationMs: number;
  /** First lines of its log, without time stamps. */
  readonly log?: readonly string[];
  /** At its end; may throw a StageFailure, whose message becomes the exit text. */
  readonly finish: (task: Task) => void;
  /** When it fails or is interrupted. */
  readonly abort?: () => void;
}

/** Starts a worker and gives its task id. */
export function startGuestTask(cluster: Cluster, plan: GuestTask): string {
  const { clock } = cluster;
  const task = cluster.tasks.start({ host: plan.node, type: plan.type, id: String(plan.vmid), user: plan.user });
  for (const line of plan.log ?? []) task.logPlain(line);
  const end = clock.schedule(clock.nowMs + plan.durationMs, () => {
    finish(plan, task);
    announceChange(cluster);
  });
  const giveUp = (exitStatus: string): void => {
    end.cancel();
    plan.abort?.();
    task.finish(exitStatus);
    announceChange(cluster);
  };
  task.attach({
    writePending: () => undefined,
    interrupt: () => {
      giveUp("interrupted by signal");
    },
    loseNode: (name) => {
      if (name === plan.node.name) giveUp("unexpected status");
    },
  });
  return task.upid;
}

/** Sets a lock for the time of a worker: gives the function that takes it away again. */
export function lockGuest(guest: Guest, lock: string): () => void {
  guest.lock = lock;
  return () => {
    if (guest.lock === lock) guest.lock = undefined;
  };
}

function finish(plan: GuestTask, task: Task): void {
  try {
    plan.finish(task);
    task.finish("OK");
  } catch (error) {
    if (!(error instanceof StageFailure)) throw error;
    plan.abort?.();
    task.finish(error.message);
  }
}
