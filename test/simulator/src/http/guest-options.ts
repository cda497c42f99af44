import type { DeclaredParameters } from "./declare.js";
import { atLeast, BOOLEAN, each, INTEGER, NUMBER, numbered, oneOf, TEXT } from "./declare.js";

const VM_BOOLEANS =
  "acpi autostart ciupgrade freeze keephugepages kvm localtime numa onboot protection reboot tablet tdf template";
const VM_TEXTS =
  "affinity agent amd-sev args audio0 boot bootdisk cdrom cicustom cipassword citype ciuser cpu description efidisk0 " +
  "hookscript hotplug hugepages ivshmem keyboard machine memory name nameserver ostype rng0 scsihw searchdomain smbios1 " +
  "sshkeys startdate startup tags tpmstate0 vga vmgenid vmstatestorage watchdog";
const VM_DEVICES = [
  ...numbered("hostpci", 16),
  ...numbered("ide", 4),
  ...numbered("ipconfig", 32),
  ...numbered("net", 32),
  ...numbered("numa", 8),
  ...numbered("parallel", 3),
  ...numbered("sata", 6),
  ...numbered("scsi", 31),
  ...numbered("serial", 4),
  ...numbered("unused", 256),
  ...numbered("usb", 14),
  ...numbered("virtio", 16),
  ...numbered("virtiofs", 10),
];
const CONTAINER_TEXTS =
  "description entrypoint env features hookscript hostname lock nameserver ostype rootfs searchdomain startup tags timezone";
const CONTAINER_DEVICES = [
  ...numbered("dev", 256),
  ...numbered("mp", 256),
  ...numbered("net", 32),
  ...numbered("unused", 256),
];

/** The configuration keys of a virtual machine. */
export const VM_OPTIONS: DeclaredParameters = {
  ...each(VM_BOOLEANS.split(" "), BOOLEAN),
  ...each(VM_TEXTS.split(" "), TEXT),
  ...each(VM_DEVICES, TEXT),
  ...each(["balloon", "migrate_speed", "shares"], atLeast(0)),
  ...each(["cores", "sockets", "vcpus", "cpuunits"], atLeast(1)),
  ...each(["cpulimit", "migrate_downtime"], { ...NUMBER, minimum: 0 }),
  bios: oneOf("seabios", "ovmf"),
};

/** The configuration keys of a container. */
export const CONTAINER_OPTIONS: DeclaredParameters = {
  ...each(["console", "debug", "onboot", "protection", "template", "unprivileged"], BOOLEAN),
  ...each(CONTAINER_TEXTS.split(" "), TEXT),
  ...each(CONTAINER_DEVICES, TEXT),
  ...each(["cores", "cpuunits"], atLeast(1)),
  ...each(["swap", "tty"], atLeast(0)),
  memory: atLeast(16),
  cpulimit: { ...NUMBER, minimum: 0 },
  arch: oneOf("amd64", "i386", "arm64", "armhf", "riscv32", "riscv64"),
  cmode: oneOf("shell", "console", "tty"),
};

/** What a creation takes beside the configuration, for both kinds. */
export const CREATION_OPTIONS: DeclaredParameters = {
  ...each(["force", "start", "unique"], BOOLEAN),
  ...each(["pool", "storage"], TEXT),
  bwlimit: NUMBER,
};

/** What a configuration change takes beside the keys. */
export const CHANGE_OPTIONS: DeclaredParameters = {
  ...each(["delete", "digest", "revert"], TEXT),
  ...each(["force", "skiplock"], BOOLEAN),
  background_delay: INTEGER,
};
