import type { Cluster, ClusterStorage, Guest } from "../cluster/cluster.js";
import { isUsableOn } from "../cluster/cluster.js";
import { changeUsage, volumesOf } from "../cluster/volumes.js";
import { failure } from "../http/api-error.js";
import { StageFailure } from "../migration/staged-job.js";

const FILE_TYPES = new Set(["dir", "nfs", "cifs", "cephfs", "glusterfs", "btrfs"]);

/** A volume that is to be made for a guest. */
export interface VolumeRequest {
  readonly guest: Guest;
  readonly storage: string;
  readonly sizeBytes: number;
  /** `cloudinit` or a numbered disk. */
  readonly purpose: "disk" | "cloudinit";
  /** Volumes that are taken although no configuration names them yet. */
  readonly taken: ReadonlySet<string>;
}

/** Finds a storage that can hold the disks of a guest on a node. Throws the refusal of the real server. */
export function usableStorage(cluster: Cluster, name: string, guest: Guest): ClusterStorage {
  const storage = cluster.storages.find((each) => each.name === name);
  if (storage === undefined) throw failure(`storage '${name}' does not exist`);
  if (!isUsableOn(storage, guest.node))
    throw failure(
      storage.disabled ? `storage '${name}' is disabled` : `storage '${name}' is not available on node '${guest.node}'`,
    );
  const content = guest.kind === "qemu" ? "images" : "rootdir";
  if (!storage.content.includes(content)) {
    throw failure(`storage '${name}' does not support content type '${content}'`);
  }
  return storage;
}

/** Chooses the id of a new volume: `storage:vm-100-disk-0`, or with a folder and a file type on storages of files. */
export function newVolumeId(cluster: Cluster, request: VolumeRequest): string {
  const { guest, purpose } = request;
  const storage = usableStorage(cluster, request.storage, guest);
  if (purpose === "cloudinit") return volumeId(storage, guest, `vm-${guest.vmid}-cloudinit`, "qcow2");
  const subvolume = guest.kind === "lxc" && (storage.type === "zfspool" || storage.type === "btrfs");
  const used = new Set([...request.taken, ...[...cluster.guests.values()].flatMap(volumeIds)]);
  for (let index = 0; ; index += 1) {
    const name = `${subvolume ? "subvol" : "vm"}-${guest.vmid}-disk-${index}`;
    const id = volumeId(storage, guest, name, subvolume ? "subvol" : "raw");
    if (!used.has(id)) return id;
  }
}

/** Takes the space of a volume. Throws a StageFailure when there is not enough. */
export function occupy(cluster: Cluster, storageName: string, node: string, bytes: number): void {
  const storage = cluster.storages.find((each) => each.name === storageName);
  const usage = storage?.usage.get(node);
  if (usage !== undefined && usage.usedBytes + bytes > usage.sizeBytes)
    throw new StageFailure(`unable to create image: storage '${storageName}' is full: not enough free space`);
  changeUsage(cluster, storageName, node, bytes);
}

/** Gives back the space of every volume of a guest. */
export function releaseVolumes(cluster: Cluster, guest: Guest): void {
  for (const volume of volumesOf(guest)) {
    if (volume.storage !== undefined && !isImage(volume.volid))
      changeUsage(cluster, volume.storage, guest.node, -volume.sizeBytes);
  }
}

/** Says whether a volume belongs to nobody: an installation image or a template of a container. */
export function isImage(volid: string): boolean {
  return /:(?:iso|vztmpl|import)\//.test(volid);
}

function volumeId(storage: ClusterStorage, guest: Guest, name: string, extension: string): string {
  return FILE_TYPES.has(storage.type)
    ? `${storage.name}:${guest.vmid}/${name}.${extension}`
    : `${storage.name}:${name}`;
}

function volumeIds(guest: Guest): readonly string[] {
  return volumesOf(guest).map((volume) => volume.volid);
}
