import { localVolumesOf } from "../cluster/volumes.js";
import type { Volume } from "../cluster/volumes.js";
import type { Cluster, ClusterNode, Guest } from "../cluster/cluster.js";
import { changeUsage } from "../cluster/volumes.js";
import { announceChange, placeGuest, switchGuest } from "../cluster/change-guest.js";
import { reverseReplication } from "./replication.js";
import type { Task } from "../tasks/task.js";

const KIB = 1024;

/** A migration that was accepted and is to be executed. */
export interface MigrationRequest {
  readonly cluster: Cluster;
  readonly guest: Guest;
  readonly source: ClusterNode;
  readonly target: ClusterNode;
  readonly task: Task;
  readonly withLocalDisks: boolean;
  readonly withConntrackState: boolean;
  /** Storage of the source → storage of the target; storages that are not in it keep their name. */
  readonly storageMap: (storage: string) => string;
  /** Own limit in KiB per second; 0 means none. */
  readonly bwlimitKib: number;
  /** Started by the HA agent, which forces what a user may not. */
  readonly byHa: boolean;
}

/** Gives the limit of a migration in bytes per second: its own, that of the guest's configuration, or none. */
export function limitOf(request: MigrationRequest): number {
  const speed = Number(request.guest.config["migrate_speed"] ?? 0);
  const own = request.bwlimitKib > 0 ? request.bwlimitKib * KIB : Infinity;
  return Math.min(own, speed > 0 ? speed * 1000 * 1000 : Infinity);
}

/** Lists the volumes that the migration has to copy. */
export function volumesToCopy(request: MigrationRequest): readonly Volume[] {
  return localVolumesOf(request.cluster, request.guest).filter((volume) => !volume.cdrom && !volume.cloudInit);
}

/** Puts the guest on the target: from here on its API path is there, and its local volumes with it. */
export function switchNode(request: MigrationRequest): void {
  const { cluster, guest, source, target } = request;
  const config = { ...guest.config };
  for (const volume of volumesToCopy(request)) {
    if (volume.storage === undefined) continue;
    const storage = request.storageMap(volume.storage);
    changeUsage(cluster, volume.storage, source.name, -volume.sizeBytes);
    changeUsage(cluster, storage, target.name, volume.sizeBytes);
    config[volume.key] = String(config[volume.key]).replace(`${volume.storage}:`, `${storage}:`);
  }
  guest.config = config;
  guest.incomingOn = undefined;
  placeGuest(cluster, guest, target.name);
  reverseReplication(cluster, guest, source.name);
}

/** Takes back what the migration has reserved and set; the guest stays where it is. */
export function release(request: MigrationRequest): void {
  request.guest.incomingOn = undefined;
  request.guest.lock = undefined;
  const ha = [...request.cluster.ha.resources.values()].find((resource) => resource.vmid === request.guest.vmid);
  if (ha !== undefined) ha.migratingTo = undefined;
  announceChange(request.cluster);
}

/** Ends a migration that arrived. */
export function succeed(request: MigrationRequest, durationText: string): void {
  const { cluster, guest, task } = request;
  const end = cluster.faults.takeMigrationEnd(guest.vmid);
  const warnings = cluster.faults.takeMigrationWarnings(guest.vmid);
  for (const warning of warnings) task.log(`WARN: ${warning}`);
  if (end === "crashed") switchGuest(cluster, guest, "stopped");
  if (end === "stayed-but-ok") placeGuest(cluster, guest, request.source.name);
  release(request);
  if (end === "moved-but-failed") {
    task.log(`ERROR: migration finished with problems (duration ${durationText})`);
    task.finish("migration problems");
    return;
  }
  task.log(`migration finished successfully (duration ${durationText})`);
  task.finish(warnings.length > 0 ? `WARNINGS: ${warnings.length}` : "OK");
}
