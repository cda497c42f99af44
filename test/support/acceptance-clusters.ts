import type { ClusterInput } from "../simulator/src/description/cluster-description.js";

/** One node of a cluster as a test writes it. */
export type NodeInput = ClusterInput["nodes"][number];

/** One guest of a cluster as a test writes it. */
export type GuestInput = NonNullable<ClusterInput["guests"]>[number];

/** Hundreds of virtual seconds pass in one real second, so that a migration takes a few hundredths of a second. */
export const CLOCK_SPEED = 400;

const SHARED_STORAGE = { name: "ceph", type: "rbd", size: "20TiB", used: "2TiB" };

/** A node with 32 cores and 64 GiB, of which the host itself uses 2 GiB. */
export const node = (name: string, changes: Partial<NodeInput> = {}): NodeInput => ({
  name,
  cpus: 32,
  memory: "64GiB",
  ...changes,
});

/** A running VM on shared storage that uses exactly the memory it is assigned, in GiB. */
export const vm = (id: number, onNode: string, memoryGib: number, changes: Partial<GuestInput> = {}): GuestInput => ({
  id,
  name: `vm${id}`,
  node: onNode,
  cores: 2,
  memory: `${memoryGib}GiB`,
  load: { cpu: 0.5, memory: `${memoryGib}GiB` },
  disks: [{ storage: "ceph", size: "16GiB" }],
  ...changes,
});

/** A cluster of such nodes and guests whose clock runs fast. */
export const clusterOf = (
  nodes: readonly NodeInput[],
  guests: readonly GuestInput[],
  changes: Partial<ClusterInput> = {},
): ClusterInput => ({
  clock: { mode: "accelerated", speed: CLOCK_SPEED },
  storages: [SHARED_STORAGE],
  nodes: [...nodes],
  guests: [...guests],
  ...changes,
});

/**
 * Three equal nodes, and three guests of 8 GiB (12.5 points of a node) all on pve1: two of them have to move, one to each of
 * the others.
 */
export const lopsidedCluster = (changes: Partial<ClusterInput> = {}): ClusterInput =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [101, 102, 103].map((id) => vm(id, "pve1", 8)),
    changes,
  );

/** Two equal nodes, and two guests of 8 GiB both on pve1: one of them has to move to pve2. */
export const tiltedCluster = (changes: Partial<ClusterInput> = {}): ClusterInput =>
  clusterOf([node("pve1"), node("pve2")], [vm(101, "pve1", 8), vm(102, "pve1", 8)], changes);

/** Three equal nodes with one guest of 8 GiB on each: nothing has to move. */
export const evenCluster = (changes: Partial<ClusterInput> = {}): ClusterInput =>
  clusterOf(
    [node("pve1"), node("pve2"), node("pve3")],
    [vm(101, "pve1", 8), vm(201, "pve2", 8), vm(301, "pve3", 8)],
    changes,
  );
