import type { GuestRowWire } from "../pve/schemas/cluster-resources.js";
import type { Guest, GuestStatus } from "../planning/model/cluster-snapshot.js";

/**
 * Turns the row of a guest into the planner's guest. Which disks are local is not known here (`localDiskBytes` 0); it is
 * asked only for guests that a plan moves. A guest without data has all figures 0.
 */
export function guestFromRow(row: GuestRowWire): Guest {
  const status = guestStatus(row.status);
  return {
    vmid: row.vmid,
    name: row.name ?? "",
    type: row.type === "qemu" ? "vm" : "ct",
    node: row.node,
    status,
    template: row.template ?? false,
    lock: lockOf(row),
    ...guestSize(row.figures),
    ...guestUsage(row.figures, status),
    localDiskBytes: 0,
    tags: splitTags(row.tags ?? ""),
    pool: emptyAsNull(row.pool),
    haManaged: isHaManaged(row.hastate),
  };
}

/** Says whether the HA manager owns a guest of this HA state; `ignored` is configured but left alone. */
function isHaManaged(haState: string | null | undefined): boolean {
  return haState !== null && haState !== undefined && haState !== "" && haState !== "ignored";
}

/** Splits a tag list; Proxmox writes semicolons, and takes commas and blanks as well. */
function splitTags(text: string): readonly string[] {
  return text.split(/[;,\s]+/).filter((tag) => tag !== "");
}

function guestSize(figures: GuestRowWire["figures"]): Pick<Guest, "cpuCores" | "memoryBytes" | "diskBytes"> {
  return figures === null
    ? { cpuCores: 0, memoryBytes: 0, diskBytes: 0 }
    : { cpuCores: figures.maxcpu, memoryBytes: figures.maxmem, diskBytes: figures.maxdisk };
}

/**
 * A stopped guest uses nothing, whatever its row still says. Memory is what the guest's host counts for it, because that is what
 * its node is relieved of and what another has to have; but where pages are shared (KSM) or a balloon is inflated the guest's own
 * figure may be higher, and then the target needs that much.
 */
function guestUsage(
  figures: GuestRowWire["figures"],
  status: GuestStatus,
): Pick<Guest, "cpuUsedCores" | "memoryUsedBytes"> {
  const consumes = status === "running" || status === "paused";
  return figures === null || !consumes
    ? { cpuUsedCores: 0, memoryUsedBytes: 0 }
    : { cpuUsedCores: figures.cpu * figures.maxcpu, memoryUsedBytes: Math.max(figures.mem, figures.memhost ?? 0) };
}

/**
 * Returns the bytes that the host of a running guest counts for it beyond what the guest says of itself: what its kernel caches,
 * and memory that it gave back but that the host has not got. 0 where the host does not tell, as on Proxmox VE 8.
 */
export function hostShareBytes({ figures }: GuestRowWire): number {
  return figures === null ? 0 : Math.max(0, (figures.memhost ?? 0) - figures.mem);
}

function guestStatus(status: string): GuestStatus {
  switch (status) {
    case "running":
    case "stopped":
      return status;
    case "paused":
    case "suspended":
    case "prelaunch":
      return "paused";
    default:
      return "unknown";
  }
}

/** HA states in which the manager is about to move or repair a guest, or refuses to move it. */
const UNSETTLED_HA_STATES: ReadonlySet<string> = new Set([
  "error",
  "fence",
  "freeze",
  "migrate",
  "recovery",
  "relocate",
]);

/** The guest's own lock; else the HA state as `ha-…` while it stands in the way of a migration just as a lock does. */
function lockOf(row: GuestRowWire): string | null {
  const lock = emptyAsNull(row.lock);
  if (lock !== null) {
    return lock;
  }
  const haState = row.hastate ?? "";
  return UNSETTLED_HA_STATES.has(haState) ? `ha-${haState}` : null;
}

function emptyAsNull(text: string | null | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
