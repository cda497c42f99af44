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

function listItems(text: string): readonly string[] {
  return text.split(/[,;\s]+/).filter((item) => item !== "");
}
