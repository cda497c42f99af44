import type { Diagnostics } from "../../framework/diagnostics.js";
import type { GuestModel } from "../../placing/guest-attributes.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import { currentNodes } from "./current-nodes.js";
import type { PlacementModel } from "./placement-attributes.js";

const ENTRY = /^\s*(.+?)\s*=\s*(\d+)\s*$/;

const byId = (vmid: number): GuestModel => ({
  type: null,
  name: null,
  vm_id: vmid,
  cpu_cores: null,
  memory_mib: null,
  disk_gib: null,
  storage: null,
  tags: null,
  pool: null,
  allowed_nodes: null,
  excluded_nodes: null,
});

/** Reads an import id; undefined when it is none. */
const parseId = (id: string): ReadonlyMap<string, GuestModel> | undefined => {
  const entries = id.split(",").map((text) => ENTRY.exec(text));
  const pairs = entries.flatMap((entry) => (entry === null ? [] : [[entry[1] ?? "", Number(entry[2])] as const]));
  const isComplete =
    pairs.length === entries.length && new Set(pairs.flatMap((pair) => pair)).size === 2 * pairs.length;
  return isComplete ? new Map(pairs.map(([key, vmid]) => [key, byId(vmid)])) : undefined;
};

/**
 * Takes guests that exist over: each keeps the node it is on. The id lists keys with the ids of their guests, such as
 * `web1=101,web2=102`. Returns null after adding errors.
 */
export const importPlacement = (
  id: string,
  snapshot: ClusterSnapshot,
  diagnostics: Diagnostics,
): PlacementModel | null => {
  const guests = parseId(id);
  if (guests === undefined) {
    diagnostics.error(
      "Invalid Import Id",
      `The import id of proxlb_placement lists keys with the Proxmox ids of their guests, each once, such as "web1=101,web2=102", but it is "${id}".`,
    );
    return null;
  }
  const current = currentNodes(snapshot, guests);
  for (const [key, { vm_id: vmid }] of guests) {
    if (current.has(key)) continue;
    diagnostics.error(
      "Guest Not Found",
      `The cluster has no guest ${vmid ?? ""}, which the import id names for the key "${key}". Correct the id or leave the key out.`,
    );
  }
  if (diagnostics.hasErrors) return null;
  return { guests, keepers: null, policy: null, assignments: current, current, timeouts: null };
};
