import { maySee } from "../access/permissions.js";
import type { ClusterStorage, Guest } from "../cluster/cluster.js";
import { isUsableOn } from "../cluster/cluster.js";
import type { Volume } from "../cluster/volumes.js";
import { volumesOf } from "../cluster/volumes.js";
import { failure } from "../http/api-error.js";
import type { Answer, Call, Endpoints } from "../http/call.js";
import { numberOf, requiredText, textOf } from "../http/call.js";

interface OwnedVolume {
  readonly guest: Guest;
  readonly volume: Volume;
}

/** The volumes of storages, as far as guests use them. */
export const storageContentEndpoints: Endpoints = {
  "GET /nodes/{node}/storage/{storage}/content": listContent,
  "GET /nodes/{node}/storage/{storage}/content/{volume}": oneVolume,
};

function listContent(call: Call): Answer {
  const wanted = textOf(call, "content");
  const vmid = numberOf(call, "vmid", 0);
  const rows = ownedVolumes(call).map(({ guest, volume }) => ({
    volid: volume.volid,
    content: contentOf(guest, volume),
    ctime: Math.floor(call.cluster.clock.startMs / 1000),
    format: formatOf(volume),
    size: volume.sizeBytes,
    used: volume.sizeBytes,
    vmid: guest.vmid,
  }));
  return {
    data: rows.filter((row) => (wanted === undefined || row.content === wanted) && (vmid === 0 || row.vmid === vmid)),
  };
}

function oneVolume(call: Call): Answer {
  const name = requiredText(call, "volume");
  const storage = storageInPath(call);
  const volid = name.includes(":") ? name : `${storage.name}:${name}`;
  const found = ownedVolumes(call).find(({ volume }) => volume.volid === volid);
  if (found === undefined) throw failure(`volume '${volid}' does not exist`);
  const { volume } = found;
  const path = `/mnt/${storage.name}/${volid.slice(storage.name.length + 1)}`;
  return { data: { format: formatOf(volume), path, size: volume.sizeBytes, used: volume.sizeBytes } };
}

function ownedVolumes(call: Call): readonly OwnedVolume[] {
  const { cluster, caller, executor } = call;
  const storage = storageInPath(call);
  return [...cluster.guests.values()]
    .filter((guest) => (storage.shared || guest.node === executor.name) && maySee(cluster, caller, guest))
    .flatMap((guest) => volumesOf(guest).map((volume) => ({ guest, volume })))
    .filter(({ volume }) => volume.storage === storage.name);
}

function storageInPath(call: Call): ClusterStorage {
  const name = requiredText(call, "storage");
  const storage = call.cluster.storages.find((each) => each.name === name);
  if (storage === undefined) throw failure(`storage '${name}' does not exist`);
  if (!isUsableOn(storage, call.executor.name))
    throw failure(`storage '${name}' is not available on node '${call.executor.name}'`);
  return storage;
}

function contentOf(guest: Guest, volume: Volume): string {
  if (volume.volid.includes(":iso/")) return "iso";
  return guest.kind === "qemu" ? "images" : "rootdir";
}

function formatOf({ volid }: Volume): string {
  if (volid.includes(":subvol-")) return "subvol";
  return /\.(raw|qcow2|vmdk|iso|subvol)$/.exec(volid)?.[1] ?? "raw";
}
