import type { ClusterSnapshot, Guest, Node, Rule } from "../../provider/src/planning/model/cluster-snapshot.js";
import { decodePolicy } from "../../provider/src/planning/model/decode-policy.js";
import type { Policy } from "../../provider/src/planning/model/policy.js";

/** Bytes of a gibibyte. */
export const GIB = 2 ** 30;

/** A guest for tests; sizes in GiB, so that on a node of 100 GiB a GiB is a percent. */
export interface GuestSketch extends Partial<Omit<Guest, "memoryUsedBytes" | "memoryBytes">> {
  readonly used: number;
  readonly assigned?: number;
}

/** A node for tests with the guests on it; 100 GiB and 32 cores unless said. */
export interface NodeSketch extends Partial<Omit<Node, "name" | "memoryBytes">> {
  readonly gib?: number;
  readonly guests: readonly (number | GuestSketch)[];
}

/** Builds a snapshot from nodes by name; vmids count up from 100 in order of appearance. */
export function cluster(nodes: Readonly<Record<string, NodeSketch>>, rules: readonly Rule[] = []): ClusterSnapshot {
  let nextVmid = 100;
  const guests = Object.entries(nodes).flatMap(([node, sketch]) =>
    sketch.guests.map((guest) => {
      const built = buildGuest(typeof guest === "number" ? { used: guest } : guest, node, nextVmid);
      nextVmid = Math.max(nextVmid, built.vmid) + 1;
      return built;
    }),
  );
  return {
    takenAt: null,
    nodes: Object.entries(nodes).map(([name, sketch]) => buildNode(name, sketch, guests)),
    guests,
    rules,
  };
}

function buildGuest({ used, assigned, ...rest }: GuestSketch, node: string, vmid: number): Guest {
  return {
    vmid,
    name: `guest${rest.vmid ?? vmid}`,
    type: "vm",
    node,
    status: "running",
    template: false,
    lock: null,
    cpuCores: 1,
    cpuUsedCores: 0.1,
    memoryBytes: Math.round((assigned ?? used) * GIB),
    memoryUsedBytes: Math.round(used * GIB),
    diskBytes: 0,
    localDiskBytes: 0,
    tags: [],
    pool: null,
    haManaged: false,
    ...rest,
  };
}

/** Keys of a sketch that are not keys of a node. */
const SKETCH_KEYS = ["gib", "guests"];

function buildNode(name: string, sketch: NodeSketch, guests: readonly Guest[]): Node {
  const residents = guests.filter((guest) => guest.node === name);
  return {
    name,
    online: true,
    maintenance: false,
    cpuCores: 32,
    memoryBytes: (sketch.gib ?? 100) * GIB,
    cpuUsedCores: residents.reduce((sum, guest) => sum + guest.cpuUsedCores, 0),
    memoryUsedBytes: residents.reduce((sum, guest) => sum + guest.memoryUsedBytes, 0),
    diskBytes: 0,
    diskUsedBytes: 0,
    ...Object.fromEntries(Object.entries(sketch).filter(([key]) => !SKETCH_KEYS.includes(key))),
  };
}

/** Decodes a policy that is known to be valid. */
export function policyOf(json: Readonly<Record<string, unknown>> = {}): Policy {
  const decoded = decodePolicy(json);
  if ("problems" in decoded) {
    throw new Error(JSON.stringify(decoded.problems));
  }
  return decoded.policy;
}
