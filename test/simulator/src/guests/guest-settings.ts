import type { Cluster, ConfigValue, Guest } from "../cluster/cluster.js";
import { changeUsage, isDiskKey, volumesOf } from "../cluster/volumes.js";
import type { ParameterValue } from "../http/call.js";
import type { DeclaredParameters } from "../http/declare.js";
import { CONTAINER_OPTIONS, VM_OPTIONS } from "../http/guest-options.js";
import { isImage } from "./allocate-volume.js";
import { deriveFields } from "./derive-fields.js";
import { storedDisk } from "./stored-disk.js";
import type { StoredDisk } from "./stored-disk.js";
import { storedContainerNetwork, storedVmNetwork } from "./stored-network.js";

const HIDDEN_SECRET = "**********";
const NOT_CONFIGURATION = new Set(["tags", "lock"]);

/** What a write to a configuration amounts to, in the server's form. */
export interface ConfigChange {
  readonly values: Readonly<Record<string, ConfigValue>>;
  readonly made: readonly NonNullable<StoredDisk["made"]>[];
  readonly tags: string | undefined;
}

/** Brings the configuration keys among the parameters of a call into the server's form. Throws what the server refuses at once. */
export function readSettings(
  cluster: Cluster,
  guest: Guest,
  parameters: Readonly<Record<string, ParameterValue>>,
): ConfigChange {
  const options: DeclaredParameters = guest.kind === "qemu" ? VM_OPTIONS : CONTAINER_OPTIONS;
  const values: Record<string, ConfigValue> = {};
  const made: NonNullable<StoredDisk["made"]>[] = [];
  for (const [key, value] of Object.entries(parameters)) {
    if (options[key] === undefined || NOT_CONFIGURATION.has(key)) continue;
    if (isDiskKey(guest, key)) {
      const taken = new Set(made.map((each) => each.volid));
      const disk = storedDisk(cluster, { key, text: String(value), guest, taken });
      values[key] = disk.text;
      if (disk.made !== undefined) made.push(disk.made);
    } else values[key] = storedValue(cluster, guest, key, value);
  }
  const tags = parameters["tags"];
  return { values, made, tags: tags === undefined ? undefined : storedTags(cluster, String(tags)) };
}

/** Writes a change into a guest's configuration and removes keys; a removed disk stays as an unused volume. */
export function writeSettings(cluster: Cluster, guest: Guest, change: ConfigChange, remove: readonly string[]): void {
  const config = new Map(Object.entries(guest.config));
  const giveUp = (key: string): void => {
    const old = config.get(key);
    config.delete(key);
    if (old !== undefined && isDiskKey(guest, key)) detach(cluster, { ...guest, config: { [key]: old } }, config);
  };
  if (remove.includes("tags")) guest.tags = undefined;
  for (const key of remove) giveUp(key);
  for (const [key, value] of Object.entries(change.values)) {
    if (isDiskKey(guest, key) && volumeOf(config.get(key)) !== volumeOf(value)) giveUp(key);
    config.set(key, value);
  }
  guest.config = Object.fromEntries(config);
  guest.tags = change.tags ?? guest.tags;
  deriveFields(guest, [...remove, ...Object.keys(change.values)]);
}

function detach(cluster: Cluster, holder: Guest, config: Map<string, ConfigValue>): void {
  for (const volume of volumesOf(holder)) {
    if (volume.storage === undefined || isImage(volume.volid)) continue;
    if (volume.key.startsWith("unused") || volume.cloudInit) {
      changeUsage(cluster, volume.storage, holder.node, -volume.sizeBytes);
      continue;
    }
    const free = Array.from({ length: 256 }, (_, index) => `unused${index}`).find((key) => !config.has(key));
    if (free !== undefined) config.set(free, volume.volid);
  }
}

function volumeOf(value: ConfigValue | undefined): string {
  return String(value ?? "").split(",")[0] ?? "";
}

function storedValue(cluster: Cluster, guest: Guest, key: string, value: ParameterValue): ConfigValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (key === "cipassword") return HIDDEN_SECRET;
  if (!/^net\d+$/.test(key)) return value;
  const request = { key, text: String(value), vmid: guest.vmid, seed: cluster.seed };
  return guest.kind === "qemu" ? storedVmNetwork(request) : storedContainerNetwork(request);
}

function storedTags(cluster: Cluster, text: string): string {
  const style = cluster.options["tag-style"];
  const keepsOrder = JSON.stringify(style ?? {}).includes('"ordering":"config"');
  const tags = [...new Set(text.split(/[,; ]+/).filter((tag) => tag !== ""))];
  return (keepsOrder ? tags : tags.sort()).join(";");
}
