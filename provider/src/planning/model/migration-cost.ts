import type { Guest } from "./cluster-snapshot.js";

/** One gigabit per second: the slowest link that clusters commonly migrate over, so estimates err on the long side. */
const BYTES_PER_SECOND = 125_000_000;

/** A guest dirties memory while it is copied; an idle one about a fifth of it. */
const LIVE_COPY_FACTOR = 1.2;

/** Stopping and starting a guest on top of copying. */
const RESTART_SECONDS = 15;

/** Setting a migration up and handing the guest over. */
const SETUP_SECONDS = 5;

/** Tells whether a guest is restarted on the way: running containers are, virtual machines migrate live. */
export function needsDowntime(guest: Guest): boolean {
  return guest.status === "running" && guest.type === "ct";
}

/** Estimates how long the migration of a guest takes, in whole seconds. */
export function estimateSeconds(guest: Guest): number {
  const disk = guest.localDiskBytes / BYTES_PER_SECOND;
  if (needsDowntime(guest)) {
    return Math.ceil(disk + RESTART_SECONDS);
  }
  return Math.ceil((LIVE_COPY_FACTOR * guest.memoryUsedBytes) / BYTES_PER_SECOND + disk + SETUP_SECONDS);
}
