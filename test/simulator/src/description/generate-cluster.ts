import { seededFraction } from "../clock/random.js";
import type { ClusterInput } from "./cluster-description.js";

/** How large a generated cluster is. */
export interface GeneratorOptions {
  readonly nodes: number;
  readonly guests: number;
  /** Same seed, same cluster; default 1. */
  readonly seed?: number;
  /** Share of guests that are containers, 0 to 1; default 0.2. */
  readonly containerShare?: number;
  /** Share of guests that lie on the first node, whatever it can carry; default 0 (even shares). */
  readonly hotspotShare?: number;
  /** Memory used by all guests together, as a share of the memory of all nodes; default 0.5. */
  readonly fill?: number;
  /** Version of every node; default 9.2.3. */
  readonly version?: string;
}

const GIB = 1024 ** 3;
const NODE_MEMORIES_GIB = [128, 256, 512];
const CORES = [1, 2, 4, 8];

/** Makes the description of a cluster with unequal nodes and guests on shared storage, and a manual clock. */
export function generateCluster(options: GeneratorOptions): ClusterInput {
  const seed = options.seed ?? 1;
  const nodes = Array.from({ length: options.nodes }, (_, index) => {
    const memoryGib = pick(NODE_MEMORIES_GIB, seed, "node", index);
    return { name: `node${index + 1}`, cpus: memoryGib / 4, memory: memoryGib * GIB };
  });
  const totalBytes = nodes.reduce((sum, node) => sum + node.memory, 0);
  const averageBytes = (totalBytes * (options.fill ?? 0.5)) / Math.max(1, options.guests);
  const guests = Array.from({ length: options.guests }, (_, index) => {
    const node = nodeFor(options, seed, index);
    return guest({ seed, index, node, averageBytes, containerShare: options.containerShare ?? 0.2 });
  });
  return {
    name: "generated",
    seed,
    version: options.version ?? "9.2.3",
    clock: { mode: "manual" },
    nodes,
    storages: [{ name: "ceph-vm", type: "rbd", size: "100TiB", used: "20TiB" }],
    guests,
  };
}

interface GuestOptions {
  readonly seed: number;
  readonly index: number;
  readonly node: string;
  readonly averageBytes: number;
  readonly containerShare: number;
}

function guest({
  seed,
  index,
  node,
  averageBytes,
  containerShare,
}: GuestOptions): NonNullable<ClusterInput["guests"]>[number] {
  const fraction = (what: string): number => seededFraction(seed, what, index);
  const used = Math.round(averageBytes * (0.25 + 1.5 * fraction("memory")));
  const cores = pick(CORES, seed, "cores", index);
  return {
    id: 100 + index,
    kind: fraction("kind") < containerShare ? "ct" : "vm",
    name: `guest-${100 + index}`,
    node,
    cores,
    memory: Math.ceil((used * 1.5) / GIB) * GIB,
    load: { cpu: cores * 0.5 * fraction("cpu"), memory: used },
  };
}

function nodeFor(options: GeneratorOptions, seed: number, index: number): string {
  if (seededFraction(seed, "hotspot", index) < (options.hotspotShare ?? 0)) return "node1";
  return `node${1 + Math.floor(seededFraction(seed, "place", index) * options.nodes)}`;
}

function pick(choices: readonly number[], seed: number, ...parts: readonly (string | number)[]): number {
  return choices[Math.floor(seededFraction(seed, ...parts) * choices.length)] ?? 1;
}
