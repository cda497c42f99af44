import type { PveClient } from "../client.js";
import { apiPath, withQuery } from "../api-path.js";
import { decodeGuestConfig } from "../schemas/guest-config.js";
import type { GuestConfigWire } from "../schemas/guest-config.js";
import { decodeGuestHistory } from "../schemas/guest-history.js";
import type { GuestHistoryPointWire } from "../schemas/guest-history.js";
import { decodeGuestList } from "../schemas/guest-list.js";
import type { GuestListRowWire } from "../schemas/guest-list.js";
import { decodeCtPreconditions, decodeVmPreconditions } from "../schemas/migrate-preconditions.js";
import type { MigratePreconditionsWire } from "../schemas/migrate-preconditions.js";
import { decodeUpid } from "../upid.js";
import type { Upid } from "../upid.js";

/** Where a guest is to be found in the API. */
export interface GuestAddress {
  /** The node that the guest is on now. */
  readonly node: string;
  readonly type: "vm" | "ct";
  readonly vmid: number;
}

/** Reads the configuration of a guest. */
export function readGuestConfig(client: PveClient, guest: GuestAddress, signal: AbortSignal): Promise<GuestConfigWire> {
  return client.get(`${guestPath(guest)}/config`, decodeGuestConfig, signal);
}

/** How far back a history goes and how its points are made. */
export interface HistoryQuery {
  readonly timeframe: "hour" | "day" | "week" | "month" | "year";
  readonly points: "AVERAGE" | "MAX";
}

/** Reads the history of a guest, oldest first; any node answers for all. */
export function readGuestHistory(
  client: PveClient,
  guest: GuestAddress,
  { timeframe, points }: HistoryQuery,
  signal: AbortSignal,
): Promise<readonly GuestHistoryPointWire[]> {
  return client.get(withQuery(`${guestPath(guest)}/rrddata`, { timeframe, cf: points }), decodeGuestHistory, signal);
}

/** Reads all guests of one type on one node with what they are waiting for now. */
export function readGuestList(
  client: PveClient,
  { node, type }: Pick<GuestAddress, "node" | "type">,
  signal: AbortSignal,
): Promise<readonly GuestListRowWire[]> {
  const path = type === "vm" ? apiPath`/nodes/${node}/qemu` : apiPath`/nodes/${node}/lxc`;
  return client.get(path, decodeGuestList, signal);
}

/**
 * Reads what stands against a migration. A locked guest is an error (see `isLocked`), and containers on Proxmox VE 8
 * have no such request (see `isNotImplemented`).
 */
export function readMigratePreconditions(
  client: PveClient,
  guest: GuestAddress,
  signal: AbortSignal,
): Promise<MigratePreconditionsWire> {
  const decode = guest.type === "vm" ? decodeVmPreconditions : decodeCtPreconditions;
  return client.get(`${guestPath(guest)}/migrate`, decode, signal);
}

/** How a VM is to move. */
export interface VmMigration {
  readonly target: string;
  /** Live migration; without it a running VM is refused. */
  readonly online: boolean;
  /** Copies disks on storage that is not shared. */
  readonly withLocalDisks: boolean;
  /** A storage id, a map `from:to,…`, or null to keep the storages. */
  readonly targetStorage: string | null;
  /** Carries open connections over; sent only to Proxmox VE 9 and later, which alone know it. */
  readonly withConntrackState: boolean;
  /** Major version of Proxmox VE on the node that the VM is on. */
  readonly pveMajor: number;
}

/** Starts the migration of a VM and returns its task; for guests under HA the task only queues the move. */
export function startVmMigration(
  client: PveClient,
  guest: GuestAddress,
  migration: VmMigration,
  signal: AbortSignal,
): Promise<Upid> {
  const fields = {
    target: migration.target,
    online: orLeftOut(migration.online),
    "with-local-disks": orLeftOut(migration.withLocalDisks),
    targetstorage: migration.targetStorage,
    "with-conntrack-state": orLeftOut(migration.withConntrackState && migration.pveMajor >= CONNTRACK_MAJOR),
  };
  return client.post(`${guestPath(guest)}/migrate`, { fields, decode: decodeUpid }, signal);
}

/** How a container is to move. */
export interface CtMigration {
  readonly target: string;
  /** Shuts a running container down and starts it on the target; without it a running container is refused. */
  readonly restart: boolean;
  /** Limit for the shutdown; null for the server's default of 180 s. */
  readonly shutdownTimeoutSeconds: number | null;
  readonly targetStorage: string | null;
}

/** Starts the migration of a container and returns its task. */
export function startCtMigration(
  client: PveClient,
  guest: GuestAddress,
  migration: CtMigration,
  signal: AbortSignal,
): Promise<Upid> {
  const fields = {
    target: migration.target,
    restart: orLeftOut(migration.restart),
    timeout: migration.shutdownTimeoutSeconds,
    "target-storage": migration.targetStorage,
  };
  return client.post(`${guestPath(guest)}/migrate`, { fields, decode: decodeUpid }, signal);
}

/** First version that carries connection tracking over; older ones refuse the unknown parameter. */
const CONNTRACK_MAJOR = 9;

function guestPath({ node, type, vmid }: GuestAddress): string {
  return type === "vm" ? apiPath`/nodes/${node}/qemu/${vmid}` : apiPath`/nodes/${node}/lxc/${vmid}`;
}

function orLeftOut(wanted: boolean): true | null {
  return wanted ? true : null;
}
