import { byteText } from "../clock/time-text.js";
import { seededFraction } from "../clock/random.js";
import { announceChange } from "../cluster/change-guest.js";
import { isVersion9 } from "../cluster/cluster.js";
import { demandAt } from "../cluster/guest-demand.js";
import type { MigrationRequest } from "./migration-request.js";
import { switchNode } from "./migration-request.js";
import type { Stage } from "./staged-job.js";

const NO_COUNTERS = { netin: 0, netout: 0, diskread: 0, diskwrite: 0 };
const MIN_DOWNTIME_MS = 13;
const DOWNTIME_RANGE_MS = 60;
const FIRST_DOWNTIME_LIMIT_MS = 100;

/** One pass over the memory: all of it, or what was written anew during the pass before. */
interface Pass {
  readonly bytes: number;
  readonly isFirst: boolean;
  /** Sent by the passes before. */
  readonly sentBytes: number;
  /** Time of the passes before. */
  readonly elapsedMs: number;
  readonly downtimeLimitMs: number;
}

/**
 * The part of a live migration that sends the memory. A guest that writes as fast as it is sent needs pass after pass,
 * with twice the permitted downtime each time, until what is left fits.
 */
export function memoryStage(request: MigrationRequest): Stage {
  const { cluster, guest } = request;
  const { dirtyShare, dirtyBytesPerSecond } = guest.demand;
  const used = demandAt(cluster, guest, cluster.clock.nowMs).memoryBytes;
  const bytes = Math.round(dirtyBytesPerSecond === undefined ? used * (1 + dirtyShare) : used);
  return passStage(request, {
    bytes,
    isFirst: true,
    sentBytes: 0,
    elapsedMs: 0,
    downtimeLimitMs: FIRST_DOWNTIME_LIMIT_MS,
  });
}

function passStage(request: MigrationRequest, pass: Pass): Stage {
  const { guest, task } = request;
  let following: Stage | undefined;
  return {
    name: "memory",
    work: { bytes: pass.bytes },
    ...(pass.isFirst
      ? {
          enter: () => {
            announce(request);
          },
        }
      : {}),
    progress: ({ atMs, doneBytes, bytesPerSecond }) => {
      const amounts = `transferred ${byteText(pass.sentBytes + doneBytes)} of ${byteText(guest.memoryBytes)} VM-state`;
      task.log(`migration active, ${amounts}, ${byteText(bytesPerSecond)}/s`, atMs);
    },
    leave: (elapsedMs) => {
      const next = nextPass(request, pass, elapsedMs);
      if (next === undefined) switchOver(request, pass, elapsedMs);
      else following = passStage(request, next);
    },
    next: () => following,
  };
}

function announce({ task, guest }: MigrationRequest): void {
  const socket = `unix:/run/qemu-server/${guest.vmid}.migrate`;
  task.log(`starting online/live migration on ${socket}`);
  task.log("set migration capabilities");
  task.log(`migration downtime limit: ${FIRST_DOWNTIME_LIMIT_MS} ms`);
  task.log(`migration cachesize: ${byteText(cacheBytes(guest.memoryBytes))}`);
  task.log("set migration parameters");
  task.log(`start migrate command to ${socket}`);
}

// Undefined when what was written anew in the meantime can be sent within the permitted downtime.
function nextPass({ guest, task }: MigrationRequest, pass: Pass, elapsedMs: number): Pass | undefined {
  const rate = guest.demand.dirtyBytesPerSecond ?? 0;
  const dirty = Math.min(Math.round((rate * elapsedMs) / 1000), guest.memoryBytes);
  const bytesPerMs = pass.bytes / Math.max(1, elapsedMs);
  if (dirty <= bytesPerMs * pass.downtimeLimitMs) return undefined;
  const isStuck = dirty >= pass.bytes && !pass.isFirst;
  const downtimeLimitMs = pass.isFirst || !isStuck ? pass.downtimeLimitMs : pass.downtimeLimitMs * 2;
  if (isStuck) task.log(`auto-increased downtime to continue migration: ${downtimeLimitMs} ms`);
  return {
    bytes: dirty,
    isFirst: false,
    sentBytes: pass.sentBytes + pass.bytes,
    elapsedMs: pass.elapsedMs + elapsedMs,
    downtimeLimitMs,
  };
}

function switchOver(request: MigrationRequest, pass: Pass, elapsedMs: number): void {
  const { cluster, guest, task } = request;
  const rate = guest.demand.dirtyBytesPerSecond ?? 0;
  const usual = MIN_DOWNTIME_MS + Math.floor(DOWNTIME_RANGE_MS * seededFraction(cluster.seed, "downtime", task.upid));
  const left = (rate * elapsedMs) / 1000 / Math.max(1, pass.bytes / Math.max(1, elapsedMs));
  const seconds = (pass.elapsedMs + elapsedMs) / 1000;
  const speed = byteText(guest.memoryBytes / Math.max(seconds, 0.001));
  task.log(`average migration speed: ${speed}/s - downtime ${usual + Math.round(left)} ms`);
  if (isVersion9(request.source))
    task.log(`migration completed, transferred ${byteText(pass.sentBytes + pass.bytes)} VM-state`);
  task.log("migration status: completed");
  // The process on the target is a new one and counts from zero.
  guest.startedAtMs = cluster.clock.nowMs;
  guest.counterBase = NO_COUNTERS;
  switchNode(request);
  announceChange(cluster);
}

function cacheBytes(memoryBytes: number): number {
  const eighth = memoryBytes / 8;
  return 2 ** Math.floor(Math.log2(Math.max(eighth, 1)));
}
