import type { Cluster } from "./cluster.js";
import { demandByNode } from "./load.js";

/** The state of a simulated cluster at one moment, for assertions. */
export interface ClusterState {
  /** Virtual UNIX milliseconds. */
  readonly nowMs: number;
  readonly quorate: boolean;
  readonly nodes: readonly NodeState[];
  readonly guests: readonly GuestState[];
  readonly tasks: readonly TaskState[];
}

/** A node as it really is, whatever it has published. */
interface NodeState {
  readonly name: string;
  readonly online: boolean;
  readonly maintenance: boolean;
  readonly cpuCores: number;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly memoryTotalBytes: number;
  /** Highest memory demand since the start, guests on their way included. */
  readonly peakMemoryBytes: number;
}

/** A guest as it really is. */
interface GuestState {
  readonly vmid: number;
  readonly kind: "vm" | "ct";
  readonly name: string | undefined;
  readonly node: string;
  readonly status: string;
  readonly lock: string | undefined;
  /** Node that already holds memory for it because it is on its way there. */
  readonly incomingOn: string | undefined;
}

/** A task with its whole log. */
interface TaskState {
  readonly upid: string;
  readonly node: string;
  readonly type: string;
  readonly id: string;
  readonly user: string;
  /** Undefined while it runs. */
  readonly exitStatus: string | undefined;
  readonly log: readonly string[];
}

/** Reads the state of a cluster as one consistent document. */
export function clusterState(cluster: Cluster): ClusterState {
  const demands = demandByNode(cluster);
  return {
    nowMs: cluster.clock.nowMs,
    quorate: cluster.quorate,
    nodes: [...cluster.nodes.values()].map((node) => ({
      name: node.name,
      online: node.online,
      maintenance: node.maintenance,
      cpuCores: demands.get(node.name)?.cpuCores ?? 0,
      cpus: node.cpus,
      memoryBytes: Math.round(demands.get(node.name)?.memoryBytes ?? 0),
      memoryTotalBytes: node.memoryBytes,
      peakMemoryBytes: node.peakMemoryBytes,
    })),
    guests: [...cluster.guests.values()].map(({ vmid, kind, name, node, status, lock, incomingOn }) => ({
      vmid,
      kind: kind === "qemu" ? "vm" : "ct",
      name,
      node,
      status,
      lock,
      incomingOn,
    })),
    tasks: [...cluster.tasks.list()].reverse().map(({ upid, parts, exitStatus, lines }) => ({
      upid,
      node: parts.node,
      type: parts.type,
      id: parts.id,
      user: parts.user,
      exitStatus,
      log: [...lines],
    })),
  };
}
