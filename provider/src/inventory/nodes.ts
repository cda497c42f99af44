import type { NodeRowWire } from "../pve/schemas/cluster-resources.js";
import type { Node } from "../planning/model/cluster-snapshot.js";

/** Turns the row of a node into the planner's node. A node without figures counts as offline, with all figures 0. */
export function nodeFromRow(row: NodeRowWire, maintenance: boolean): Node {
  const figures = row.figures;
  return {
    name: row.node,
    online: isOnline(row),
    maintenance,
    cpuCores: figures?.maxcpu ?? 0,
    memoryBytes: figures?.maxmem ?? 0,
    cpuUsedCores: figures === null ? 0 : figures.cpu * figures.maxcpu,
    memoryUsedBytes: figures?.mem ?? 0,
    diskBytes: figures?.maxdisk ?? 0,
    diskUsedBytes: figures?.disk ?? 0,
  };
}

/** Says whether a node can be planned on: it is up and its figures are known. */
export function isOnline(row: NodeRowWire): boolean {
  return row.status === "online" && row.figures !== null;
}
