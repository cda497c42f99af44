/** A node of an HA rule or group; a higher priority is preferred. */
export interface PrioritisedNode {
  readonly node: string;
  readonly priority: number;
}

/** Reads `n1:2,n2`; nodes without a priority have 0. */
export function parseNodeList(text: string): readonly PrioritisedNode[] {
  return listItems(text).map((item) => {
    const [node = "", priority = "0"] = item.split(":");
    return { node, priority: Number.parseInt(priority, 10) || 0 };
  });
}

/** Reads `vm:100,ct:101` into vmids; items that name no guest are left out. */
export function parseGuestList(text: string): readonly number[] {
  return listItems(text)
    .map((item) => Number(/^(?:vm|ct):(\d+)$/.exec(item)?.[1] ?? Number.NaN))
    .filter((vmid) => !Number.isNaN(vmid));
}

/**
 * Returns the nodes that the HA manager would use now: those of the highest priority that has an available node. When none
 * is available, those of the highest priority.
 */
export function preferredNodes(nodes: readonly PrioritisedNode[], available: ReadonlySet<string>): readonly string[] {
  const usable = nodes.filter(({ node }) => available.has(node));
  const considered = usable.length > 0 ? usable : nodes;
  const highest = Math.max(...considered.map(({ priority }) => priority));
  return nodes.filter(({ priority }) => priority === highest).map(({ node }) => node);
}

function listItems(text: string): readonly string[] {
  return text.split(/[,;\s]+/).filter((item) => item !== "");
}
