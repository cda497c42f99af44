import type { Cluster, Guest } from "../cluster/cluster.js";
import { isVersion9, nodeOf, sidOf } from "../cluster/cluster.js";
import { blockingResources, dependentResources } from "../cluster/ha-rules.js";
import { localVolumesOf } from "../cluster/volumes.js";
import type { JsonObject, JsonValue } from "../json.js";
import { lackingOn, localResourcesOf, mappedResourcesOf, usedStorages } from "./obstacles.js";
import { unmappedOn } from "./start-obstacles.js";
import { checkLock } from "./check-lock.js";

/** Answers what the real server checks before a VM moves: storages, devices and HA rules, but neither memory nor whether a node is up. */
export function vmPreconditions(cluster: Cluster, guest: Guest, target: string | undefined): JsonObject {
  checkLock(guest);
  const source = nodeOf(cluster, guest.node);
  const isNew = isVersion9(source);
  const used = usedStorages(cluster, guest);
  const mapped = mappedResourcesOf(guest);
  const nodes = candidates(cluster, guest, target).map((node) => {
    const storages = lackingOn(used, node);
    const blocking = isNew && isHaManaged(cluster, guest) ? blockingResources(cluster, sidOf(guest), node) : [];
    return [
      node,
      {
        ...unlessEmpty("unavailable_storages", storages),
        ...unlessEmpty("unavailable-resources", unmappedOn(cluster, mapped, node)),
        ...unlessEmpty("blocking-ha-resources", blocking.map(toJson)),
      },
    ] as const;
  });
  return {
    running: guest.status === "stopped" ? 0 : 1,
    // An allowed node appears below too, with an empty object.
    allowed_nodes: nodes.filter(([, reasons]) => Object.keys(reasons).length === 0).map(([node]) => node),
    not_allowed_nodes: Object.fromEntries(nodes),
    local_disks: localDisks(cluster, guest),
    local_resources: localResourcesOf(guest),
    "mapped-resources": [...mapped.keys()],
    "mapped-resource-info": Object.fromEntries([...mapped].map(([key, name]) => [key, { name }])),
    ...(isNew ? { "has-dbus-vmstate": 1 } : {}),
    ...(isNew && isHaManaged(cluster, guest)
      ? { "dependent-ha-resources": dependentResources(cluster, sidOf(guest)) }
      : {}),
  };
}

/** Answers what the real server checks before a container moves: HA rules only, with hyphens in the keys. */
export function containerPreconditions(cluster: Cluster, guest: Guest, target: string | undefined): JsonObject {
  checkLock(guest);
  const managed = isHaManaged(cluster, guest);
  const blocked = candidates(cluster, guest, target).map(
    (node) => [node, managed ? blockingResources(cluster, sidOf(guest), node) : []] as const,
  );
  return {
    running: guest.status === "stopped" ? 0 : 1,
    "allowed-nodes": blocked.filter(([, blocking]) => blocking.length === 0).map(([node]) => node),
    "not-allowed-nodes": Object.fromEntries(
      blocked
        .filter(([, blocking]) => blocking.length > 0)
        .map(([node, blocking]) => [node, { "blocking-ha-resources": blocking.map(toJson) }]),
    ),
    ...(managed ? { "dependent-ha-resources": dependentResources(cluster, sidOf(guest)) } : {}),
  };
}

function candidates(cluster: Cluster, guest: Guest, target: string | undefined): readonly string[] {
  return [...cluster.nodes.keys()].filter((node) => node !== guest.node && (target === undefined || node === target));
}

function localDisks(cluster: Cluster, guest: Guest): readonly JsonObject[] {
  return localVolumesOf(cluster, guest).map((volume) => ({
    volid: volume.volid,
    size: volume.sizeBytes,
    cdrom: volume.cdrom ? 1 : 0,
    is_unused: volume.key.startsWith("unused") ? 1 : 0,
    drivename: volume.key,
    is_attached: volume.key.startsWith("unused") ? 0 : 1,
    referenced_in_config: 1,
    referenced_in_snapshot: Object.fromEntries(guest.snapshots.map((name) => [name, 1])),
    shared: 0,
  }));
}

function isHaManaged(cluster: Cluster, guest: Guest): boolean {
  return cluster.ha.resources.has(sidOf(guest));
}

function unlessEmpty(key: string, list: readonly JsonValue[]): JsonObject {
  return list.length === 0 ? {} : { [key]: list };
}

function toJson({ sid, cause }: { readonly sid: string; readonly cause: string }): JsonObject {
  return { sid, cause };
}
