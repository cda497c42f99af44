import { callerId } from "../access/access-control.js";
import type { ClusterNode, Guest } from "../cluster/cluster.js";
import { nodeOf } from "../cluster/cluster.js";
import type { Volume } from "../cluster/volumes.js";
import { changeUsage, configSize, parseSize, volumesOf } from "../cluster/volumes.js";
import { failure, parameterError } from "../http/api-error.js";
import type { Call } from "../http/call.js";
import { flagOf, requiredText } from "../http/call.js";
import { checkLock } from "../migration/check-lock.js";
import { newVolumeId, occupy, usableStorage } from "./allocate-volume.js";
import { lockGuest, startGuestTask } from "./guest-task.js";
import { writeSettings } from "./guest-settings.js";
import { formatProperties, parseProperties } from "./property-text.js";

const NEW_SIZE = /^(\+?)(\d+(?:\.\d+)?[KMGT]?)$/;

/** Makes a disk larger by a task. Throws the refusal. */
export function resizeDisk(call: Call, guest: Guest): string {
  const { cluster } = call;
  checkLock(guest);
  const volume = volumeNamed(guest, requiredText(call, "disk"));
  const [, plus, text] = NEW_SIZE.exec(requiredText(call, "size")) ?? [];
  if (text === undefined) throw parameterError({ size: "value does not match the regex pattern" });
  const sizeBytes = (plus === "+" ? volume.sizeBytes : 0) + parseSize(text);
  if (sizeBytes < volume.sizeBytes) throw failure("shrinking disks is not supported");
  const node = hostOf(call, guest);
  return startGuestTask(cluster, {
    node,
    type: "resize",
    vmid: guest.vmid,
    user: callerId(call.caller),
    durationMs: cluster.taskTimes.resizeMs,
    finish: () => {
      occupy(cluster, volume.storage ?? "", node.name, sizeBytes - volume.sizeBytes);
      rewrite(call, guest, volume.key, { volid: volume.volid, sizeBytes });
    },
  });
}

/** Moves a disk to another storage by a task; the old volume stays, unused, unless it is to be deleted. Throws the refusal. */
export function moveDisk(call: Call, guest: Guest, key: string): string {
  const { cluster } = call;
  checkLock(guest);
  const volume = volumeNamed(guest, key);
  const storage = usableStorage(cluster, requiredText(call, "storage"), guest).name;
  if (storage === volume.storage) throw failure("you can't move to the same storage with same format");
  const unlock = lockGuest(guest, "disk");
  const node = hostOf(call, guest);
  const { sizeBytes } = volume;
  return startGuestTask(cluster, {
    node,
    type: guest.kind === "qemu" ? "qmmove" : "move_volume",
    vmid: guest.vmid,
    user: callerId(call.caller),
    durationMs: cluster.taskTimes.cloneMs + (sizeBytes / cluster.taskTimes.copyBytesPerSecond) * 1000,
    log: [`create full clone of drive ${key} (${volume.volid})`],
    finish: () => {
      occupy(cluster, storage, node.name, sizeBytes);
      const volid = newVolumeId(cluster, { guest, storage, sizeBytes, purpose: "disk", taken: new Set() });
      rewrite(call, guest, key, { volid, sizeBytes });
      if (flagOf(call, "delete")) forget(call, guest, volume, node);
      unlock();
    },
    abort: unlock,
  });
}

function hostOf({ cluster }: Call, guest: Guest): ClusterNode {
  return nodeOf(cluster, guest.node);
}

function rewrite(
  { cluster }: Call,
  guest: Guest,
  key: string,
  { volid, sizeBytes }: { readonly volid: string; readonly sizeBytes: number },
): void {
  const { pairs } = parseProperties(String(guest.config[key]));
  const value = formatProperties(volid, new Map([...pairs, ["size", configSize(sizeBytes)]]));
  writeSettings(cluster, guest, { values: { [key]: value }, made: [], tags: undefined }, []);
}

function forget({ cluster }: Call, guest: Guest, volume: Volume, node: ClusterNode): void {
  const left = Object.entries(guest.config).find(([key, value]) => key.startsWith("unused") && value === volume.volid);
  if (left === undefined || volume.storage === undefined) return;
  guest.config = Object.fromEntries(Object.entries(guest.config).filter(([key]) => key !== left[0]));
  changeUsage(cluster, volume.storage, node.name, -volume.sizeBytes);
}

function volumeNamed(guest: Guest, key: string): Volume {
  const volume = volumesOf(guest).find((each) => each.key === key && !each.cdrom);
  if (volume === undefined) throw failure(`disk '${key}' does not exist`);
  return volume;
}
