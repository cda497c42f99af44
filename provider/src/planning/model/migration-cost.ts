import type { Guest } from "./cluster-snapshot.js";

/** One gigabit per second: the slowest link that clusters commonly migrate over, so estimates err on the long side. */
export const USUAL_BYTES_PER_SECOND = 125_000_000;

/** A guest dirties memory while it is copied; an idle one about a fifth of it. */
const LIVE_COPY_FACTOR = 1.2;

/** Stopping and starting a guest on top of copying. */
const RESTART_SECONDS = 15;

/** Setting a migration up and handing the guest over. */
const SETUP_SECONDS = 5;

/** What QEMU may leave for the final stop, unless Proxmox VE is told otherwise: as much as is copied in this time. */
const FINAL_STOP_SECONDS = 0.1;

/** Resuming a guest on its new node. */
const RESUME_SECONDS = 0.2;

/** Rounds after which the guest is stopped although too much is left. */
const MOST_ROUNDS = 30;

/** What one migration costs. */
interface MigrationCost {
  readonly seconds: number;
  /** How long the guest stands still: the whole time of a restart, or the final stop of a live migration. */
  readonly downtimeSeconds: number;
}

/** Tells whether a guest is restarted on the way: running containers are, and virtual machines where `live` is false. */
export function needsDowntime(guest: Pick<Guest, "status" | "type">, live = true): boolean {
  return guest.status === "running" && (guest.type === "ct" || !live);
}

/**
 * Tells whether the memory of a guest is dirtied faster than it is copied. Such a migration ends only because Proxmox VE
 * slows the guest down, or in a long stop.
 */
export function outrunsCopy(guest: Guest, bytesPerSecond = USUAL_BYTES_PER_SECOND): boolean {
  return !needsDowntime(guest) && (guest.dirtyBytesPerSecond ?? 0) >= bytesPerSecond;
}

/** Estimates how long the migration of a guest takes over a link of a given speed, in whole seconds. */
export function estimateSeconds(guest: Guest, bytesPerSecond = USUAL_BYTES_PER_SECOND): number {
  return Math.ceil(estimateMigration(guest, bytesPerSecond).seconds);
}

/** Estimates how long a guest stands still while it migrates, in seconds. */
export function estimateDowntime(guest: Guest, bytesPerSecond: number, live: boolean): number {
  return estimateMigration(guest, bytesPerSecond, live).downtimeSeconds;
}

function estimateMigration(guest: Guest, bytesPerSecond: number, live = true): MigrationCost {
  const disk = guest.localDiskBytes / bytesPerSecond;
  if (needsDowntime(guest, live)) {
    return { seconds: disk + RESTART_SECONDS, downtimeSeconds: disk + RESTART_SECONDS };
  }
  const memory = copyMemory(guest, bytesPerSecond);
  return { seconds: memory.seconds + disk + SETUP_SECONDS, downtimeSeconds: memory.downtimeSeconds };
}

/** Memory is copied in rounds: each copies what was dirtied during the one before, until little enough is left. */
function copyMemory({ memoryUsedBytes, dirtyBytesPerSecond }: Guest, bytesPerSecond: number): MigrationCost {
  const once = memoryUsedBytes / bytesPerSecond;
  if (dirtyBytesPerSecond === undefined) {
    return { seconds: LIVE_COPY_FACTOR * once, downtimeSeconds: FINAL_STOP_SECONDS + RESUME_SECONDS };
  }
  const ratio = Math.min(1, dirtyBytesPerSecond / bytesPerSecond);
  const rounds = copyRounds(once, ratio);
  const copies = ratio < 1 ? (1 - ratio ** (rounds + 1)) / (1 - ratio) : rounds + 1;
  return { seconds: copies * once, downtimeSeconds: once * ratio ** rounds + RESUME_SECONDS };
}

function copyRounds(onceSeconds: number, ratio: number): number {
  if (onceSeconds <= FINAL_STOP_SECONDS) {
    return 0;
  }
  if (ratio >= 1) {
    return MOST_ROUNDS;
  }
  const needed = Math.ceil(Math.log(FINAL_STOP_SECONDS / onceSeconds) / Math.log(ratio));
  return Math.min(MOST_ROUNDS, Math.max(1, needed));
}
