import { isVersion9 } from "../cluster/cluster.js";
import { notePeaks } from "../cluster/publication.js";
import { byteText, clockDuration, shortDuration } from "../clock/time-text.js";
import type { Volume } from "../cluster/volumes.js";
import type { MigrationFailure } from "../faults/fault-table.js";
import { attachWorker } from "./attach-worker.js";
import { isReplicatedTo, UNREPLICATED_SHARE } from "./replication.js";
import { memoryStage } from "./memory-stage.js";
import type { MigrationRequest } from "./migration-request.js";
import { limitOf, release, succeed, switchNode, volumesToCopy } from "./migration-request.js";
import { connectionObstacle, vmObstacle } from "./obstacles.js";
import { liveObstacle, startObstacle } from "./start-obstacles.js";
import type { Stage } from "./staged-job.js";
import { StagedJob, StageFailure } from "./staged-job.js";

/** Starts the execution of a VM migration, live when the VM runs. */
export function migrateVm(request: MigrationRequest): void {
  const { cluster, guest, source, target } = request;
  const startMs = cluster.clock.nowMs;
  const live = guest.status !== "stopped";
  const failure = cluster.faults.takeMigrationFailure(guest.vmid, target.name);
  const job = new StagedJob({
    clock: cluster.clock,
    transfers: cluster.transfers,
    source: source.name,
    target: target.name,
    limitBytesPerSecond: limitOf(request),
    stages: live ? liveStages(request, startMs, failure) : offlineStages(request, startMs, failure),
    sabotage: failure === undefined ? undefined : { ...failure, stage: transferStage(request, failure, live) },
    onFailure: (cause, stage) => {
      if (live && stage !== "check") abortTransfer(request, cause, startMs);
      else abortEarly(request, cause, startMs);
    },
  });
  attachWorker(request, job, "clean-up");
  job.start();
}

function transferStage(request: MigrationRequest, failure: MigrationFailure, live: boolean): string {
  if (!live) return "storage";
  return failure.stage === "storage" && volumesToCopy(request).length === 0 ? "memory" : failure.stage;
}

function liveStages(
  request: MigrationRequest,
  startMs: number,
  failure: MigrationFailure | undefined,
): readonly Stage[] {
  const { cluster, guest, target, task } = request;
  return [
    checkStage(request, failure),
    {
      name: "start",
      work: { ms: cluster.times.startMs },
      enter: () => {
        task.log(`starting VM ${guest.vmid} on remote node '${target.name}'`);
        guest.incomingOn = target.name;
        notePeaks(cluster);
      },
      leave: () => {
        const obstacle = failure?.stage === "target-start" ? failure.cause : targetObstacle(request);
        if (obstacle === undefined) return;
        task.log(`[${target.name}] ${obstacle}`);
        throw new StageFailure("remote command failed with exit code 255");
      },
    },
    {
      name: "tunnel",
      work: { ms: cluster.times.tunnelMs },
      enter: () => {
        task.log("start remote tunnel");
      },
      leave: () => {
        task.log("ssh tunnel ver 1");
      },
    },
    ...mirrorStages(request),
    memoryStage(request),
    cleanUpStage(request, startMs),
  ];
}

function targetObstacle({ cluster, guest, source, target }: MigrationRequest): string | undefined {
  return startObstacle(cluster, guest, target) ?? liveObstacle(guest, source, target);
}

function checkStage(request: MigrationRequest, failure: MigrationFailure | undefined): Stage {
  const { guest, source, target, task } = request;
  return {
    name: "check",
    work: { ms: 0 },
    enter: () => {
      if (request.byHa) task.logPlain("task started by HA resource agent");
      if (isVersion9(source) && guest.status !== "stopped" && !request.withConntrackState) {
        task.log("conntrack state migration not supported or disabled, active connections might get dropped");
      }
      task.log(`starting migration of VM ${guest.vmid} to node '${target.name}' (${target.address})`);
      for (const volume of volumesToCopy(request)) task.log(`found local disk '${volume.volid}' (attached)`);
      const planned = failure?.stage === "before-data" ? failure.cause : undefined;
      const obstacle = planned ?? vmObstacle(request) ?? connectionObstacle(request);
      if (obstacle !== undefined) throw new StageFailure(obstacle);
    },
  };
}

function mirrorStages(request: MigrationRequest): readonly Stage[] {
  const { task, guest, source } = request;
  const volumes = volumesToCopy(request);
  const prefix = isVersion9(source) ? "mirror" : "drive";
  return volumes.map((volume, index) => ({
    name: "storage",
    work: { bytes: bytesToSend(request, volume) },
    enter: () => {
      if (index === 0) task.log("starting storage migration");
      task.log(
        `${volume.key}: start migration to nbd:unix:/run/qemu-server/${guest.vmid}_nbd.migrate:exportname=drive-${volume.key}`,
      );
      task.logPlain(mirrorLine(prefix, volume, 0, 0));
    },
    progress: ({ doneBytes, elapsedMs }) => {
      task.logPlain(mirrorLine(prefix, volume, doneBytes, elapsedMs));
    },
    leave: (elapsedMs) => {
      task.logPlain(`${mirrorLine(prefix, volume, volume.sizeBytes, elapsedMs)}, ready`);
      if (index === volumes.length - 1) task.logPlain("all 'mirror' jobs are ready");
    },
  }));
}

// A copy that replication has made needs only what was written since.
function bytesToSend({ cluster, guest, target }: MigrationRequest, { sizeBytes }: Volume): number {
  return isReplicatedTo(cluster, guest, target.name) ? Math.round(sizeBytes * UNREPLICATED_SHARE) : sizeBytes;
}

function mirrorLine(prefix: string, volume: Volume, doneBytes: number, elapsedMs: number): string {
  const percent = volume.sizeBytes === 0 ? 100 : (doneBytes / volume.sizeBytes) * 100;
  const amounts = `transferred ${byteText(doneBytes)} of ${byteText(volume.sizeBytes)}`;
  return `${prefix}-${volume.key}: ${amounts} (${percent.toFixed(2)}%) in ${shortDuration(elapsedMs)}`;
}

function cleanUpStage(request: MigrationRequest, startMs: number): Stage {
  const { cluster } = request;
  return {
    name: "clean-up",
    work: { ms: cluster.times.cleanupMs },
    leave: () => {
      succeed(request, clockDuration(cluster.clock.nowMs - startMs));
    },
  };
}

function offlineStages(
  request: MigrationRequest,
  startMs: number,
  failure: MigrationFailure | undefined,
): readonly Stage[] {
  const copies = volumesToCopy(request).map((volume) => ({
    name: "storage",
    work: { bytes: volume.sizeBytes },
    enter: () => {
      request.task.log(`copying local disk image(s): ${volume.volid}`);
    },
  }));
  const finish: Stage = {
    name: "storage",
    work: { ms: request.cluster.times.offlineMs },
    leave: () => {
      switchNode(request);
      succeed(request, clockDuration(request.cluster.clock.nowMs - startMs));
    },
  };
  return [checkStage(request, failure), ...copies, finish];
}

function abortEarly(request: MigrationRequest, cause: string, startMs: number): void {
  const { cluster, task } = request;
  const duration = clockDuration(cluster.clock.nowMs - startMs);
  release(request);
  task.log(`ERROR: migration aborted (duration ${duration}): ${cause}`);
  task.finish(cause === "interrupted by signal" ? cause : "migration aborted");
}

function abortTransfer(request: MigrationRequest, cause: string, startMs: number): void {
  const { cluster, task } = request;
  const interrupted = cause === "interrupted by signal";
  task.log(`ERROR: online migrate failure - ${cause}`);
  task.log("aborting phase 2 - cleanup resources");
  task.log("migrate_cancel");
  const finish = (): void => {
    if (task.exitStatus !== undefined) return;
    release(request);
    const duration = clockDuration(cluster.clock.nowMs - startMs);
    if (!interrupted) task.log(`ERROR: migration finished with problems (duration ${duration})`);
    task.finish(interrupted ? cause : "migration problems");
  };
  if (interrupted) finish();
  else cluster.clock.schedule(cluster.clock.nowMs + cluster.times.cleanupMs, finish);
}
