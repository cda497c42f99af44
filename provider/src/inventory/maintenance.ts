import type { HaManagerStatusWire } from "../pve/schemas/ha-manager-status.js";
import type { NodeRowWire } from "../pve/schemas/cluster-resources.js";

/**
 * Returns the nodes in maintenance. Proxmox shows it in four places, none of which is complete: the request, the state
 * that the HA manager reached, the mode of the node's own resource manager, and the node's row (8.3 and later).
 */
export function maintenanceNodes(status: HaManagerStatusWire, rows: readonly NodeRowWire[]): ReadonlySet<string> {
  const { node_request: requests, node_status: states } = status.manager_status ?? {};
  return new Set([
    ...namesWhere(requests ?? {}, (request) => request.maintenance === true),
    ...namesWhere(states ?? {}, (state) => state === MAINTENANCE),
    ...namesWhere(status.lrm_status ?? {}, (lrm) => lrm?.mode === MAINTENANCE),
    ...rows.filter((row) => row.hastate === MAINTENANCE).map((row) => row.node),
  ]);
}

const MAINTENANCE = "maintenance";

function namesWhere<T>(entries: Readonly<Record<string, T>>, matches: (value: T) => boolean): readonly string[] {
  return Object.entries(entries)
    .filter(([, value]) => matches(value))
    .map(([name]) => name);
}
