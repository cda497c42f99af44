import type { Cluster, Guest } from "../cluster/cluster.js";
import { configSize, volumesOf } from "../cluster/volumes.js";
import { newVolumeId } from "./allocate-volume.js";
import { formatProperties, parseProperties } from "./property-text.js";

const GIB = 1024 ** 3;
const CLOUD_INIT_BYTES = 4 * 1024 ** 2;
const IMPORTED_BYTES = 2 * GIB;
const NEW_VOLUME = /^([A-Za-z][\w.-]*):(\d+(?:\.\d+)?)$/;
const NEW_CLOUD_INIT = /^([A-Za-z][\w.-]*):cloudinit$/;
const EFI_BYTES: Readonly<Record<string, number>> = { efidisk0: 528 * 1024, tpmstate0: CLOUD_INIT_BYTES };
// What a client says about the making of a volume and the server does not keep.
const NOT_KEPT = ["file", "volume", "format", "import-from"];

/** A disk as a client sends it. */
export interface DiskRequest {
  /** Configuration key: `scsi0`, `rootfs`. */
  readonly key: string;
  readonly text: string;
  readonly guest: Guest;
  /** Volumes that earlier keys of the same request have taken. */
  readonly taken: ReadonlySet<string>;
}

/** A disk in the server's form. */
export interface StoredDisk {
  /** `local-lvm:vm-100-disk-0,size=8G`. */
  readonly text: string;
  /** What has to be taken of a storage for it; undefined when the volume was there before. */
  readonly made: { readonly volid: string; readonly storage: string; readonly sizeBytes: number } | undefined;
}

/** Gives a disk in the server's form, with the id and size of a new volume where one is wanted. Throws when its storage cannot hold it. */
export function storedDisk(cluster: Cluster, request: DiskRequest): StoredDisk {
  const { guest, key, taken } = request;
  const { first, pairs } = parseProperties(request.text);
  const source = first ?? pairs.get("file") ?? pairs.get("volume") ?? "none";
  const options = new Map([...pairs].filter(([name]) => !NOT_KEPT.includes(name)));
  const cloudInit = NEW_CLOUD_INIT.exec(source)?.[1];
  if (cloudInit !== undefined) {
    const wanted = { guest, storage: cloudInit, sizeBytes: CLOUD_INIT_BYTES, purpose: "cloudinit", taken } as const;
    options.set("media", "cdrom");
    return made(newVolumeId(cluster, wanted), wanted, options);
  }
  const [, storage, gib] = NEW_VOLUME.exec(source) ?? [];
  if (storage === undefined) return { text: existing(guest, source, options), made: undefined };
  const sizeBytes = EFI_BYTES[key] ?? newSize(Number(gib), pairs);
  const wanted = { guest, storage, sizeBytes, purpose: "disk", taken } as const;
  return made(newVolumeId(cluster, wanted), wanted, options);
}

function newSize(gib: number, pairs: ReadonlyMap<string, string>): number {
  return pairs.has("import-from") || gib === 0 ? IMPORTED_BYTES : Math.round(gib * GIB);
}

function made(
  volid: string,
  { storage, sizeBytes }: { readonly storage: string; readonly sizeBytes: number },
  options: Map<string, string>,
): StoredDisk {
  options.set("size", configSize(sizeBytes));
  return { text: formatProperties(volid, options), made: { volid, storage, sizeBytes } };
}

// The size belongs to the volume: what a client says about it changes nothing.
function existing(guest: Guest, volid: string, options: Map<string, string>): string {
  const known = volumesOf(guest).find((volume) => volume.volid === volid);
  if (known !== undefined && known.sizeBytes > 0) options.set("size", configSize(known.sizeBytes));
  return formatProperties(volid, options);
}
