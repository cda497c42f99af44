import type { Cluster, ConfigValue, Guest } from "./cluster.js";

/** A volume, or a path of the host, that a guest's configuration names. */
export interface Volume {
  /** Configuration key: `scsi0`, `rootfs`, `mp0`, `unused0`. */
  readonly key: string;
  /** `storage:volume`, or a path or device of the host. */
  readonly volid: string;
  /** Undefined for a path or device of the host. */
  readonly storage: string | undefined;
  readonly sizeBytes: number;
  readonly cdrom: boolean;
  readonly cloudInit: boolean;
  /** Declared to be the same on every node, whatever its storage says. */
  readonly shared: boolean;
}

const VM_DISK_KEY = /^(?:scsi|virtio|sata|ide|unused)\d+$|^(?:efidisk0|tpmstate0)$/;
const CONTAINER_DISK_KEY = /^(?:rootfs|mp\d+|unused\d+)$/;
const SIZE = /^(\d+(?:\.\d+)?)([KMGT]?)$/;
const SIZE_FACTORS: Readonly<Record<string, number>> = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 };

/** Lists the volumes of a guest in the order of its configuration; empty CD-ROM drives are left out. */
export function volumesOf(guest: Guest): readonly Volume[] {
  return Object.entries(guest.config).flatMap(([key, value]) => (isDiskKey(guest, key) ? volume(key, value) : []));
}

/** Says whether a configuration key of a guest of this kind names a disk. */
export function isDiskKey({ kind }: Pick<Guest, "kind">, key: string): boolean {
  return (kind === "qemu" ? VM_DISK_KEY : CONTAINER_DISK_KEY).test(key);
}

/** Lists the volumes that exist only on the guest's node: a move has to copy them or cannot happen. */
export function localVolumesOf(cluster: Cluster, guest: Guest): readonly Volume[] {
  return volumesOf(guest).filter(
    (each) => each.storage !== undefined && !each.shared && isLocal(cluster, each.storage),
  );
}

/** Adds bytes to (or, negative, takes them from) what is used of a storage: on one node, or on all when it is shared. */
export function changeUsage(cluster: Cluster, storageName: string, node: string, bytes: number): void {
  const storage = cluster.storages.find((each) => each.name === storageName);
  const concerned = storage?.shared === true ? [...storage.usage.values()] : [storage?.usage.get(node)];
  for (const usage of concerned) if (usage !== undefined) usage.usedBytes = Math.max(0, usage.usedBytes + bytes);
}

/** Prints a size the way configuration files do: `32G`, `528K`. */
export function configSize(bytes: number): string {
  for (const unit of ["T", "G", "M", "K"]) {
    const factor = SIZE_FACTORS[unit] ?? 1;
    if (bytes >= factor && bytes % factor === 0) return `${bytes / factor}${unit}`;
  }
  return String(bytes);
}

function isLocal(cluster: Cluster, storageName: string): boolean {
  return cluster.storages.find((each) => each.name === storageName)?.shared === false;
}

function volume(key: string, value: ConfigValue): readonly Volume[] {
  const [first = "", ...rest] = String(value).split(",");
  if (first === "none") return [];
  const properties = new Map(rest.map((each) => each.split("=", 2)).map(([name = "", text = ""]) => [name, text]));
  const storage = /^([A-Za-z][\w.-]*):/.exec(first)?.[1];
  return [
    {
      key,
      volid: first,
      storage,
      sizeBytes: parseSize(properties.get("size")),
      cdrom: properties.get("media") === "cdrom" || first === "cdrom",
      cloudInit: first.endsWith("cloudinit"),
      shared: properties.get("shared") === "1",
    },
  ];
}

/** Reads a size as configuration files write it, in bytes; 0 when there is none. */
export function parseSize(text: string | undefined): number {
  const [, digits, unit] = SIZE.exec(text ?? "") ?? [];
  return Number(digits ?? 0) * (SIZE_FACTORS[unit ?? ""] ?? 1);
}
