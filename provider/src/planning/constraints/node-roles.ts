import type { NodeRole } from "../model/cluster-index.js";
import type { Node } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";

/**
 * Decides what a node may do in a plan. Ignoring a node outweighs maintenance: its guests are not touched even to drain it.
 */
export function nodeRole(node: Node, policy: Policy): NodeRole {
  if (policy.ignoreNodes.includes(node.name)) {
    return "ignored";
  }
  if (!node.online) {
    return "offline";
  }
  return node.maintenance || policy.maintenanceNodes.includes(node.name) ? "maintenance" : "active";
}

/** Says why a node with this role takes no guests, or gives null for an active node. */
export function rolePreventsArrival(name: string, role: NodeRole): string | null {
  switch (role) {
    case "active":
      return null;
    case "maintenance":
      return `${name} is in maintenance.`;
    case "ignored":
      return `${name} is listed in ignore_nodes.`;
    case "offline":
      return `${name} is offline.`;
  }
}
