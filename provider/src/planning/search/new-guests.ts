import type { Guest } from "../model/cluster-snapshot.js";
import type { PlacementRequest } from "../model/placement.js";
import type { PlacementBase } from "./placement-base.js";

/** Vmids for guests that have none yet; above what Proxmox VE hands out. */
const FIRST_PROVISIONAL_VMID = 1_000_000_000;

/** Makes guests without a node of requests. A vmid that is taken would hide the guest that has it, so such a request gets a provisional one like those without. */
export function newGuests(base: Pick<PlacementBase, "guestByVmid">, requests: readonly PlacementRequest[]): Guest[] {
  const own = new Set<number>();
  return requests.map((request, i) => {
    const wanted = request.vmid ?? FIRST_PROVISIONAL_VMID + i;
    const vmid = base.guestByVmid.has(wanted) || own.has(wanted) ? FIRST_PROVISIONAL_VMID + i : wanted;
    own.add(vmid);
    return asGuest(request, vmid);
  });
}

/** Puts the names of new guests in place of provisional vmids, which nobody but the planner knows. */
export function nameNewGuests(sentence: string, requests: readonly PlacementRequest[]): string {
  return sentence.replace(/\bguest (\d{10,})\b/g, (found, vmid: string) => {
    const request = requests[Number(vmid) - FIRST_PROVISIONAL_VMID];
    return request === undefined ? found : newGuestText(request);
  });
}

/** A single guest has an empty key, and may have a name. */
function newGuestText({ key, name }: PlacementRequest): string {
  const known = key === "" ? (name ?? "") : key;
  return known === "" ? "the new guest" : `the new guest "${known}"`;
}

/** What a new guest will use is not known, so it counts with all that is assigned to it. */
function asGuest(request: PlacementRequest, vmid: number): Guest {
  return {
    vmid,
    name: request.name ?? "",
    type: request.type,
    node: "",
    status: "running",
    template: false,
    lock: null,
    cpuCores: request.cpuCores,
    cpuUsedCores: request.cpuCores,
    memoryBytes: request.memoryBytes,
    memoryUsedBytes: request.memoryBytes,
    diskBytes: request.diskBytes,
    localDiskBytes: 0,
    tags: request.tags,
    pool: request.pool,
    haManaged: false,
  };
}
