import { callerId } from "../access/access-control.js";
import { announceChange } from "../cluster/change-guest.js";
import type { Cluster, ClusterNode, ConfigValue, Guest } from "../cluster/cluster.js";
import { nodeOf } from "../cluster/cluster.js";
import type { Volume } from "../cluster/volumes.js";
import { configSize, localVolumesOf, volumesOf } from "../cluster/volumes.js";
import { failure } from "../http/api-error.js";
import type { Call } from "../http/call.js";
import { numberOf, textOf } from "../http/call.js";
import { checkLock } from "../migration/check-lock.js";
import { isImage, newVolumeId, occupy, releaseVolumes } from "./allocate-volume.js";
import { deriveFields } from "./derive-fields.js";
import { lockGuest, startGuestTask } from "./guest-task.js";
import { checkFreeId, checkPool, identityOf, newGuest } from "./new-guest.js";
import { formatProperties, parseProperties } from "./property-text.js";
import { storedContainerNetwork, storedVmNetwork } from "./stored-network.js";

/** Clones a guest: the copy exists at once, locked, and is ready when the task of the original ends. Throws the refusal. */
export function cloneGuest(call: Call, source: Guest): string {
  const { cluster } = call;
  const target = checkClone(call, source);
  const copy = newGuest(source.kind, numberOf(call, "newid", 0), target.name);
  const copied = copyConfig(call, source, copy);
  const full = isFull(call, source);
  const bytes = full ? copied.volumes.reduce((sum, volume) => sum + volume.sizeBytes, 0) : 0;
  const locks = [lockGuest(copy, "clone"), ...(source.template ? [] : [lockGuest(source, "clone")])];
  cluster.guests.set(copy.vmid, copy);
  const unlock = (): void => {
    for (const release of locks) release();
  };
  return startGuestTask(cluster, {
    node: nodeOf(cluster, source.node),
    type: source.kind === "qemu" ? "qmclone" : "vzclone",
    vmid: source.vmid,
    user: callerId(call.caller),
    durationMs: cluster.taskTimes.cloneMs + (bytes / cluster.taskTimes.copyBytesPerSecond) * 1000,
    log: copied.volumes.map(
      (volume) => `create ${full ? "full" : "linked"} clone of drive ${volume.key} (${volume.volid})`,
    ),
    finish: () => {
      for (const volume of full ? copied.volumes : [])
        occupy(cluster, storageOf(call, volume), target.name, volume.sizeBytes);
      Object.assign(copy, { config: copied.config, pool: textOf(call, "pool"), tags: source.tags });
      copy.demand = source.demand;
      deriveFields(copy, Object.keys(copied.config));
      unlock();
      announceChange(cluster);
    },
    abort: () => {
      unlock();
      releaseVolumes(cluster, copy);
      cluster.guests.delete(copy.vmid);
    },
  });
}

function checkClone(call: Call, source: Guest): ClusterNode {
  const { cluster } = call;
  const newid = numberOf(call, "newid", 0);
  checkLock(source);
  checkFreeId(cluster, newid, (text) => failure(`unable to create VM ${newid}: ${text}`));
  checkPool(cluster, textOf(call, "pool"));
  const target = cluster.nodes.get(textOf(call, "target") ?? source.node);
  if (target === undefined) throw failure(`no such cluster node '${textOf(call, "target") ?? ""}'`);
  const local = target.name === source.node ? undefined : localVolumesOf(cluster, source).find((each) => !each.cdrom);
  if (local !== undefined) throw failure(`can't clone to node '${target.name}': Volume '${local.volid}' is not shared`);
  if (!source.template && call.parameters["full"] === false)
    throw failure("Linked clone feature is not supported for a guest that is no template");
  return target;
}

function copyConfig(
  call: Call,
  source: Guest,
  copy: Guest,
): { readonly config: Record<string, ConfigValue>; readonly volumes: readonly Volume[] } {
  const { cluster } = call;
  const config: Record<string, ConfigValue> = { ...source.config };
  const volumes = volumesOf(source).filter((volume) => volume.storage !== undefined && !isImage(volume.volid));
  const taken = new Set<string>();
  for (const volume of volumes) {
    const purpose = volume.cloudInit ? "cloudinit" : "disk";
    const storage = storageOf(call, volume);
    const volid = newVolumeId(cluster, { guest: copy, storage, sizeBytes: volume.sizeBytes, purpose, taken });
    taken.add(volid);
    const { pairs } = parseProperties(String(config[volume.key]));
    config[volume.key] = formatProperties(volid, new Map([...pairs, ["size", configSize(volume.sizeBytes)]]));
  }
  delete config["template"];
  for (const key of Object.keys(config).filter((each) => /^net\d+$/.test(each)))
    config[key] = renewedNetwork(cluster, copy, key, String(config[key]));
  const name = textOf(call, source.kind === "qemu" ? "name" : "hostname");
  if (name !== undefined) config[source.kind === "qemu" ? "name" : "hostname"] = name;
  const description = textOf(call, "description");
  if (description !== undefined) config["description"] = description;
  if (source.kind === "qemu") Object.assign(config, identityOf(cluster, copy.vmid));
  return { config, volumes };
}

function renewedNetwork(cluster: Cluster, copy: Guest, key: string, old: string): string {
  const text = old.replace(/^(\w+)=[0-9A-Fa-f:]{17}/, "$1").replace(/,hwaddr=[0-9A-Fa-f:]{17}/, "");
  const request = { key, text, vmid: copy.vmid, seed: cluster.seed };
  return copy.kind === "qemu" ? storedVmNetwork(request) : storedContainerNetwork(request);
}

// Templates are cloned by reference unless the caller asks for more.
function isFull(call: Call, source: Guest): boolean {
  return call.parameters["full"] === undefined ? !source.template : call.parameters["full"] === true;
}

function storageOf(call: Call, volume: Volume): string {
  return textOf(call, "storage") ?? volume.storage ?? "";
}
