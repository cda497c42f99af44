import { clockDuration } from "../clock/time-text.js";
import { switchGuest } from "../cluster/change-guest.js";
import type { MigrationFailure } from "../faults/fault-table.js";
import { attachWorker } from "./attach-worker.js";
import type { MigrationRequest } from "./migration-request.js";
import { limitOf, release, succeed, switchNode, volumesToCopy } from "./migration-request.js";
import { connectionObstacle, containerObstacle } from "./obstacles.js";
import type { Stage } from "./staged-job.js";
import { StagedJob, StageFailure } from "./staged-job.js";

const FINAL_CLEANUP_MS = 1000;

/** Starts the execution of a container migration; a running container is stopped, moved and started again. */
export function migrateContainer(request: MigrationRequest): void {
  const { cluster, source, target, task, guest } = request;
  const startMs = cluster.clock.nowMs;
  const running = guest.status !== "stopped";
  const failure = cluster.faults.takeMigrationFailure(guest.vmid, target.name);
  const job = new StagedJob({
    clock: cluster.clock,
    transfers: cluster.transfers,
    source: source.name,
    target: target.name,
    limitBytesPerSecond: limitOf(request),
    stages: running ? restartStages(request, startMs, failure) : stoppedStages(request, startMs, failure),
    sabotage: failure === undefined ? undefined : { ...failure, stage: "copy" },
    onFailure: (cause) => {
      if (running) start(request);
      release(request);
      task.log(`ERROR: migration aborted (duration ${clockDuration(cluster.clock.nowMs - startMs)}): ${cause}`);
      task.finish(cause === "interrupted by signal" ? cause : "migration aborted");
    },
  });
  attachWorker(request, job, "start");
  job.start();
}

function restartStages(
  request: MigrationRequest,
  startMs: number,
  failure: MigrationFailure | undefined,
): readonly Stage[] {
  const { cluster, guest, task } = request;
  return [
    checkStage(request, failure),
    {
      name: "shutdown",
      work: { ms: cluster.times.containerShutdownMs },
      enter: () => {
        task.log(`shutdown CT ${guest.vmid}`);
      },
      leave: () => {
        switchGuest(cluster, guest, "stopped");
      },
    },
    ...copyStages(request),
    finalStage(request),
    {
      name: "start",
      work: { ms: cluster.times.containerStartMs },
      enter: () => {
        task.log("start container on target node");
      },
      leave: () => {
        start(request);
        succeed(request, clockDuration(cluster.clock.nowMs - startMs));
      },
    },
  ];
}

function stoppedStages(
  request: MigrationRequest,
  startMs: number,
  failure: MigrationFailure | undefined,
): readonly Stage[] {
  const done: Stage = {
    name: "done",
    work: { ms: 0 },
    enter: () => {
      succeed(request, clockDuration(request.cluster.clock.nowMs - startMs));
    },
  };
  return [checkStage(request, failure), ...copyStages(request), finalStage(request), done];
}

function checkStage(request: MigrationRequest, failure: MigrationFailure | undefined): Stage {
  return {
    name: "check",
    work: { ms: 0 },
    enter: () => {
      if (request.byHa) request.task.logPlain("task started by HA resource agent");
      const planned = failure?.stage === "before-data" ? failure.cause : undefined;
      const obstacle = planned ?? containerObstacle(request) ?? connectionObstacle(request);
      if (obstacle !== undefined) throw new StageFailure(obstacle);
    },
  };
}

function copyStages(request: MigrationRequest): readonly Stage[] {
  const { guest, target, task } = request;
  const announce: Stage = {
    name: "copy",
    work: { ms: request.cluster.times.offlineMs },
    enter: () => {
      task.log(`starting migration of CT ${guest.vmid} to node '${target.name}' (${target.address})`);
      for (const volume of volumesToCopy(request))
        task.log(`found local volume '${volume.volid}' (in current VM config)`);
    },
  };
  return [announce, ...volumesToCopy(request).map((volume) => ({ name: "copy", work: { bytes: volume.sizeBytes } }))];
}

function finalStage(request: MigrationRequest): Stage {
  return {
    name: "final",
    work: { ms: FINAL_CLEANUP_MS },
    enter: () => {
      request.task.log("start final cleanup");
      switchNode(request);
    },
  };
}

function start({ cluster, guest }: MigrationRequest): void {
  switchGuest(cluster, guest, "running");
}
