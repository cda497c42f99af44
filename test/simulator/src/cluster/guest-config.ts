import { createHash } from "node:crypto";
import { seededHex, seededUuid } from "../clock/random.js";
import type { GuestDescription } from "../description/cluster-description.js";
import type { JsonObject } from "../json.js";
import type { ConfigValue, Guest } from "./cluster.js";
import { configSize } from "./volumes.js";

const MIB = 1024 ** 2;
const DEFAULT_DISK_BYTES = 8 * 1024 ** 3;

/** Derives the configuration that a real server would have stored for a described guest. */
export function buildConfig(
  guest: GuestDescription,
  seed: number,
  defaultStorage: string | undefined,
): Readonly<Record<string, ConfigValue>> {
  const derived = guest.kind === "vm" ? vmConfig(guest, seed) : containerConfig(guest, seed);
  return {
    ...derived,
    ...diskConfig(guest, defaultStorage),
    ...(guest.template ? { template: 1 } : {}),
    ...guest.config,
  };
}

/** Gives a guest's configuration as `.../config` answers it: with tags, lock and digest. */
export function configAnswer(guest: Guest): JsonObject {
  const content = { ...guest.config, tags: guest.tags === "" ? undefined : guest.tags, lock: guest.lock };
  const digest = createHash("sha1").update(JSON.stringify(content)).digest("hex");
  return { ...content, digest };
}

function vmConfig(guest: GuestDescription, seed: number): Record<string, ConfigValue> {
  return {
    ...(guest.name === undefined ? {} : { name: guest.name }),
    cores: guest.cores ?? 1,
    sockets: 1,
    cpu: "x86-64-v2-AES",
    memory: String(Math.floor(guest.memory / MIB)),
    numa: 0,
    ostype: "l26",
    scsihw: "virtio-scsi-single",
    boot: "order=scsi0;net0",
    net0: `virtio=${macAddress(seed, guest.id)},bridge=${guest.bridge},firewall=1`,
    onboot: 1,
    smbios1: `uuid=${seededUuid(seed, "smbios", guest.id)}`,
    vmgenid: seededUuid(seed, "vmgenid", guest.id),
    meta: "creation-qemu=10.0.2,ctime=1758100000",
  };
}

function containerConfig(guest: GuestDescription, seed: number): Record<string, ConfigValue> {
  return {
    ...(guest.name === undefined ? {} : { hostname: guest.name }),
    ...(guest.cores === undefined ? {} : { cores: guest.cores }),
    arch: "amd64",
    memory: Math.floor(guest.memory / MIB),
    swap: 512,
    ostype: "debian",
    unprivileged: 1,
    features: "nesting=1",
    net0: `name=eth0,bridge=${guest.bridge},firewall=1,hwaddr=${macAddress(seed, guest.id)},ip=dhcp,type=veth`,
    onboot: 1,
  };
}

function diskConfig(guest: GuestDescription, defaultStorage: string | undefined): Record<string, ConfigValue> {
  const fallback =
    defaultStorage === undefined
      ? []
      : [{ storage: defaultStorage, size: DEFAULT_DISK_BYTES, key: undefined, cdrom: false }];
  const disks = guest.disks ?? fallback;
  return Object.fromEntries(
    disks.map((disk, index) => {
      const prefix = guest.kind === "vm" ? "vm" : "subvol";
      const volume = disk.cdrom
        ? `${disk.storage}:iso/installer.iso,media=cdrom`
        : `${disk.storage}:${prefix}-${guest.id}-disk-${index}`;
      return [disk.key ?? diskKey(guest, index), `${volume},size=${configSize(disk.size)}${mountPoint(guest, index)}`];
    }),
  );
}

function diskKey(guest: GuestDescription, index: number): string {
  if (guest.kind === "vm") return `scsi${index}`;
  return index === 0 ? "rootfs" : `mp${index - 1}`;
}

function mountPoint(guest: GuestDescription, index: number): string {
  return guest.kind === "ct" && index > 0 ? `,mp=/mnt/data${index}` : "";
}

function macAddress(seed: number, vmid: number): string {
  const tail = seededHex(seed, 6, "mac", vmid).toUpperCase();
  return ["BC:24:11", tail.slice(0, 2), tail.slice(2, 4), tail.slice(4, 6)].join(":");
}
