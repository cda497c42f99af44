import type { ClusterIndex } from "../model/cluster-index.js";
import type { PlacementRequest } from "../model/placement.js";

/** Warns of nodes that requests name but the cluster does not have, each once. */
export function requestWarnings(index: ClusterIndex, requests: readonly PlacementRequest[]): readonly string[] {
  const known = new Set(index.nodeNames);
  const warnings = requests.flatMap(({ allowedNodes, excludedNodes }) => [
    ...unknown("allowed_nodes", allowedNodes ?? [], known),
    ...unknown("excluded_nodes", excludedNodes, known),
  ]);
  return [...new Set(warnings)];
}

function unknown(attribute: string, names: readonly string[], known: ReadonlySet<string>): string[] {
  return names
    .filter((name) => !known.has(name))
    .map((name) => `${attribute} names the node "${name}", which the cluster does not have.`);
}
