import type { Cluster, Guest } from "../cluster/cluster.js";
import { permissionError } from "../http/api-error.js";
import type { Caller } from "./access-control.js";

/** Says whether a caller has a privilege on a path; on the path of a guest that of its pool counts too. */
export function may(cluster: Cluster, caller: Caller, path: string, ...privileges: readonly string[]): boolean {
  const granted = cluster.access.privileges(caller, path, poolOfPath(cluster, path));
  return privileges.some((privilege) => granted.has(privilege));
}

/** Says whether a caller may see a guest. */
export function maySee(cluster: Cluster, caller: Caller, guest: Guest): boolean {
  return cluster.access.privileges(caller, `/vms/${guest.vmid}`, guest.pool).has("VM.Audit");
}

/** Throws the refusal that the real server sends when a caller has none of the privileges on a path. */
export function demand(cluster: Cluster, caller: Caller, path: string, ...privileges: readonly string[]): void {
  if (!may(cluster, caller, path, ...privileges)) throw permissionError(path, privileges);
}

function poolOfPath(cluster: Cluster, path: string): string | undefined {
  const vmid = /^\/vms\/(\d+)$/.exec(path)?.[1];
  return vmid === undefined ? undefined : cluster.guests.get(Number(vmid))?.pool;
}
