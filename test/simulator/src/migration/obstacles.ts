import type { Cluster, ClusterNode, ClusterStorage, Guest } from "../cluster/cluster.js";
import { isUsableOn } from "../cluster/cluster.js";
import { localVolumesOf, volumesOf } from "../cluster/volumes.js";
import type { MigrationRequest } from "./migration-request.js";
import { volumesToCopy } from "./migration-request.js";

const COPYABLE_TYPES = new Set(["dir", "btrfs", "zfspool", "lvmthin", "lvm"]);
const LOCAL_DEVICE_KEY = /^(?:hostpci|usb|serial|parallel|virtiofs)\d+$|^ivshmem$/;

/** Lists the configuration keys of devices that tie a VM to its node. */
export function localResourcesOf(guest: Guest): readonly string[] {
  if (guest.kind !== "qemu") return [];
  return Object.entries(guest.config)
    .filter(([key, value]) => LOCAL_DEVICE_KEY.test(key) && isNodeBound(key, String(value)))
    .map(([key]) => key);
}

/** Lists the configuration keys of devices that are taken from a cluster-wide mapping, with the name of the mapping. */
export function mappedResourcesOf(guest: Guest): ReadonlyMap<string, string> {
  const mapped = Object.entries(guest.config).flatMap(([key, value]) => {
    const name = LOCAL_DEVICE_KEY.test(key) ? /(?:^|,)mapping=([^,]+)/.exec(String(value))?.[1] : undefined;
    return name === undefined ? [] : [[key, name] as const];
  });
  return new Map(mapped);
}

/** Lists the storages that a guest uses. */
export function usedStorages(cluster: Cluster, guest: Guest): readonly ClusterStorage[] {
  const used = new Set(volumesOf(guest).map((volume) => volume.storage));
  return cluster.storages.filter((storage) => used.has(storage.name));
}

/** Lists, of some storages, those that a node lacks, because they are disabled or limited to other nodes. */
export function lackingOn(storages: readonly ClusterStorage[], node: string): readonly string[] {
  return storages.filter((storage) => !isUsableOn(storage, node)).map((storage) => storage.name);
}

/** Finds what ends a VM migration before any data flows. */
export function vmObstacle(request: MigrationRequest): string | undefined {
  const { cluster, guest } = request;
  const devices = request.byHa ? [] : localResourcesOf(guest);
  if (devices.length > 0) return `can't migrate VM which uses local devices: ${devices.join(", ")}`;
  const local = localVolumesOf(cluster, guest);
  const cdrom = local.find((volume) => volume.cdrom && !volume.cloudInit);
  if (cdrom !== undefined) return `can't migrate local cdrom '${cdrom.volid}': local cdrom image`;
  const copied = volumesToCopy(request);
  if (copied.length > 0 && guest.status !== "stopped" && !request.withLocalDisks) {
    return "can't live migrate attached local disks without with-local-disks option";
  }
  if (copied.length > 0 && guest.status !== "stopped" && guest.snapshots.length > 0)
    return "online storage migration not possible if non-replicated snapshot exists";
  return copyObstacle(request, "images");
}

/** Finds what ends a container migration before anything happens. */
export function containerObstacle(request: MigrationRequest): string | undefined {
  const bind = volumesOf(request.guest).find((volume) => volume.storage === undefined && !volume.shared);
  if (bind !== undefined) return `cannot migrate local bind mount point '${bind.key}'`;
  return copyObstacle(request, "rootdir");
}

/** Finds what keeps the source from reaching the target at all. */
export function connectionObstacle(request: MigrationRequest): string | undefined {
  return request.target.online ? undefined : "Can't connect to destination address using public key";
}

function copyObstacle(request: MigrationRequest, content: string): string | undefined {
  for (const volume of volumesToCopy(request)) {
    const from = storageNamed(request.cluster, volume.storage);
    const to = storageNamed(
      request.cluster,
      volume.storage === undefined ? undefined : request.storageMap(volume.storage),
    );
    if (from === undefined || to === undefined) continue;
    if (!COPYABLE_TYPES.has(from.type))
      return `can't migrate attached disk '${volume.volid}': storage type '${from.type}' not supported`;
    const problem = storageProblem(to, request.target, content, volume.sizeBytes);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function storageProblem(
  storage: ClusterStorage,
  target: ClusterNode,
  content: string,
  bytes: number,
): string | undefined {
  if (!isUsableOn(storage, target.name)) return `storage '${storage.name}' is not available on node '${target.name}'`;
  if (!storage.content.includes(content))
    return `content type '${content}' is not available on storage '${storage.name}'`;
  const usage = storage.usage.get(target.name);
  if (usage !== undefined && usage.usedBytes + bytes > usage.sizeBytes)
    return `storage '${storage.name}' is full: not enough free space`;
  return undefined;
}

function storageNamed(cluster: Cluster, name: string | undefined): ClusterStorage | undefined {
  return cluster.storages.find((storage) => storage.name === name);
}

function isNodeBound(key: string, value: string): boolean {
  if (/(?:^|,)mapping=/.test(value)) return false;
  if (key.startsWith("serial")) return value !== "socket";
  return !(key.startsWith("usb") && value.startsWith("spice"));
}
