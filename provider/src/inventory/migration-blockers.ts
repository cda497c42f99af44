import type { GuestDisk } from "../planning/model/cluster-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { isLocked, isNotImplemented, PveApiError } from "../pve/errors.js";
import { readMigratePreconditions } from "../pve/endpoints/guest.js";
import type { GuestAddress } from "../pve/endpoints/guest.js";
import type { MigratePreconditionsWire, NodeObjectionsWire } from "../pve/schemas/migrate-preconditions.js";
import { parseGuestList } from "./ha-priorities.js";

/** A node that a guest cannot move to. */
export interface BlockedNode {
  readonly node: string;
  /** Full sentences. */
  readonly reasons: readonly string[];
  /** Storages that the node lacks and nothing else, so that naming one that it has may help; empty when more is in the way. */
  readonly onlyLacks: readonly string[];
  /** Guests whose place alone is in the way by an HA rule, so that it is not when they move; empty when more is in the way. */
  readonly onlyBecauseOf: readonly number[];
}

/** What Proxmox says beforehand about moving one guest. */
export interface MigrationBlockers {
  readonly vmid: number;
  /** Full sentences; not empty means that the guest can move nowhere as it is. */
  readonly blocked: readonly string[];
  /** Nodes that are ruled out as targets. */
  readonly blockedNodes: readonly BlockedNode[];
  /** Bytes on storage that is not shared, which have to be copied (`with_local_disks`); of containers see `withContainerVolumes`. */
  readonly localDiskBytes: number;
  /** These disks per storage. */
  readonly disks: readonly GuestDisk[];
  /** Storages on which the guest has nothing but volumes that a migration copies. */
  readonly copiedStorages: readonly string[];
  /** Names of snapshots that hold such disks of a running VM. */
  readonly localSnapshots: readonly string[];
  /** Guests that HA moves along. */
  readonly movesAlong: readonly number[];
}

/**
 * Asks what stands against moving a guest; one request. A lock is an answer here, not an error. Containers on Proxmox VE 8
 * cannot be asked and count as free. Space, memory, CPU types and bridges of the target are not part of the answer.
 *
 * @throws PveError for all else, such as a guest that is gone.
 */
export async function migrationBlockers(
  client: PveClient,
  guest: GuestAddress,
  signal: AbortSignal,
): Promise<MigrationBlockers> {
  try {
    const wire = await readMigratePreconditions(client, guest, signal);
    return {
      vmid: guest.vmid,
      blocked: blockedEverywhere(wire),
      blockedNodes: blockedNodes(wire),
      localDiskBytes: localDisks(wire).reduce((sum, disk) => sum + disk.size, 0),
      disks: disksByStorage(wire),
      copiedStorages: copiedStorages(wire),
      localSnapshots: wire.running
        ? [...new Set(localDisks(wire).flatMap((disk) => Object.keys(disk.referenced_in_snapshot ?? {})))].sort()
        : [],
      movesAlong: parseGuestList(wire.dependentHaResources.join(",")),
    };
  } catch (failure) {
    if (isLocked(failure) && failure instanceof PveApiError) {
      return { ...nothingKnown(guest.vmid), blocked: [`The guest is busy: ${failure.serverText}.`] };
    }
    if (isNotImplemented(failure) && guest.type === "ct") {
      return nothingKnown(guest.vmid);
    }
    throw failure;
  }
}

function nothingKnown(vmid: number): MigrationBlockers {
  const nothing = { blocked: [], blockedNodes: [], disks: [], copiedStorages: [], localSnapshots: [], movesAlong: [] };
  return { vmid, localDiskBytes: 0, ...nothing };
}

function blockedEverywhere(wire: MigratePreconditionsWire): readonly string[] {
  const cdrom = wire.localDisks.find((disk) => disk.cdrom === true && !isCloudInit(disk.volid));
  const clone = localDisks(wire).find(({ volid }) => LINKED_CLONE.test(volid));
  const fixedMappings = Object.entries(wire.mappedResources)
    .filter(([, info]) => wire.running && info["live-migration"] !== true)
    .map(([key]) => key);
  return [
    ...(wire.localResources.length === 0
      ? []
      : [`The guest uses devices of its node: ${wire.localResources.join(", ")}.`]),
    ...(cdrom === undefined ? [] : [cdromReason(cdrom.volid)]),
    ...(clone === undefined
      ? []
      : [`The guest is a linked clone whose template is on storage that is not shared: ${clone.volid}.`]),
    ...(fixedMappings.length === 0
      ? []
      : [`The guest runs with mapped devices that cannot move live: ${fixedMappings.join(", ")}.`]),
  ];
}

/** Volumes of templates are called `base-…`, and those of their linked clones are below them. */
const LINKED_CLONE = /\bbase-\d+-[^/]*\/./;

/** A volume has a storage before its colon; the drive of the node itself has none. */
function cdromReason(volumeId: string): string {
  return volumeId.includes(":")
    ? `The guest has a CD-ROM image on local storage: ${volumeId}.`
    : "The guest uses the CD-ROM drive of its node.";
}

/** Proxmox creates the cloud-init drive anew on the target, although it lists it as a local CD-ROM. */
function isCloudInit(volumeId: string): boolean {
  return /vm-\d+-cloudinit\b/.test(volumeId);
}

/** Only a reason rules a node out. */
function blockedNodes(wire: MigratePreconditionsWire): readonly BlockedNode[] {
  return Object.entries(wire.objections)
    .map(([node, objections]) => ({
      node,
      reasons: reasonsAgainst(node, objections),
      onlyLacks: storagesLacking(node, objections),
      onlyBecauseOf: guestsInTheWay(node, objections),
    }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => (a.node < b.node ? -1 : 1));
}

function storagesLacking(node: string, objections: NodeObjectionsWire): readonly string[] {
  const isAll = reasonsAgainst(node, { ...objections, unavailable_storages: [] }).length === 0;
  return isAll ? (objections.unavailable_storages ?? []) : [];
}

function guestsInTheWay(node: string, objections: NodeObjectionsWire): readonly number[] {
  const isAll = reasonsAgainst(node, { ...objections, "blocking-ha-resources": [] }).length === 0;
  const sids = (objections["blocking-ha-resources"] ?? []).map(({ sid }) => sid);
  const vmids = parseGuestList(sids.join(","));
  return isAll && vmids.length === sids.length ? vmids : [];
}

function reasonsAgainst(node: string, objections: NodeObjectionsWire): readonly string[] {
  const storages = objections.unavailable_storages ?? [];
  const mappings = objections["unavailable-resources"] ?? [];
  const haResources = objections["blocking-ha-resources"] ?? [];
  return [
    ...(storages.length === 0 ? [] : [`Storage ${storages.join(", ")} is not available on ${node}.`]),
    ...(mappings.length === 0 ? [] : [`The resource mapping ${mappings.join(", ")} does not exist on ${node}.`]),
    ...haResources.map(({ sid, cause }) => `HA keeps the guest off ${node} because of ${sid} (${cause ?? "HA rule"}).`),
    ...Object.keys(objections)
      .filter((key) => !KNOWN_OBJECTIONS.has(key))
      .map((key) => `Proxmox VE rules ${node} out: ${key}.`),
  ];
}

const KNOWN_OBJECTIONS: ReadonlySet<string> = new Set([
  "unavailable_storages",
  "unavailable-resources",
  "blocking-ha-resources",
]);

function localDisks({ localDisks: disks }: MigratePreconditionsWire): MigratePreconditionsWire["localDisks"] {
  return disks.filter((disk) => disk.cdrom !== true && disk.shared !== true);
}

function disksByStorage(wire: MigratePreconditionsWire): readonly GuestDisk[] {
  const sizes = new Map<string, number>();
  for (const { volid, size } of localDisks(wire)) {
    const storage = storageOf(volid);
    sizes.set(storage, (sizes.get(storage) ?? 0) + size);
  }
  return [...sizes].map(([storage, bytes]) => ({ storage, bytes }));
}

/** Proxmox copies a cloud-init drive along with the disks, but neither images nor volumes that are said to be everywhere. */
function copiedStorages({ localDisks: volumes }: MigratePreconditionsWire): readonly string[] {
  const isCopied = ({ volid, cdrom, shared }: (typeof volumes)[number]): boolean =>
    shared !== true && (cdrom !== true || isCloudInit(volid));
  const staying = new Set(volumes.filter((volume) => !isCopied(volume)).map(({ volid }) => storageOf(volid)));
  const copied = volumes.filter(isCopied).map(({ volid }) => storageOf(volid));
  return [...new Set(copied)].filter((storage) => !staying.has(storage));
}

function storageOf(volumeId: string): string {
  return volumeId.split(":")[0] ?? "";
}
