import type { ConfigValue, Guest } from "../cluster/cluster.js";
import { isDiskKey, volumesOf } from "../cluster/volumes.js";

const MIB = 1024 ** 2;
const DEFAULT_MEMORY_MIB = 512;

/** Computes anew what lists say about a guest when one of these keys of its configuration has changed. */
export function deriveFields(guest: Guest, changed: readonly string[]): void {
  const concerns = (...keys: readonly string[]): boolean => changed.some((key) => keys.includes(key));
  if (concerns("name", "hostname")) guest.name = textOf(guest.config[guest.kind === "qemu" ? "name" : "hostname"]);
  if (concerns("memory")) guest.memoryBytes = memoryMib(guest.config["memory"]) * MIB;
  if (concerns("template")) guest.template = guest.config["template"] === 1;
  if (concerns("cores", "sockets", "vcpus", "cpulimit")) guest.cores = coresOf(guest);
  if (changed.some((key) => isDiskKey(guest, key))) guest.maxDiskBytes = largestFirst(guest);
}

function coresOf({ kind, config }: Guest): number | undefined {
  const number = (key: string): number | undefined => {
    const value = Number(config[key] ?? 0);
    return value > 0 ? value : undefined;
  };
  if (kind === "lxc") return number("cores") ?? number("cpulimit");
  return Math.min((number("sockets") ?? 1) * (number("cores") ?? 1), number("vcpus") ?? Infinity);
}

function memoryMib(value: ConfigValue | undefined): number {
  const text = String(value ?? DEFAULT_MEMORY_MIB);
  return Number(/^(?:current=)?(\d+)/.exec(text)?.[1] ?? DEFAULT_MEMORY_MIB);
}

function largestFirst(guest: Guest): number {
  return volumesOf(guest).find((volume) => !volume.cdrom && volume.sizeBytes > 0)?.sizeBytes ?? 0;
}

function textOf(value: ConfigValue | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
