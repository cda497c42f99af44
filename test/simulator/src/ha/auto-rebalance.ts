import type { Cluster, ClusterNode, Guest, HaResource } from "../cluster/cluster.js";
import { demandAt } from "../cluster/guest-demand.js";
import { demandByNode } from "../cluster/load.js";
import { blockingResources } from "../cluster/ha-rules.js";
import type { JsonObject } from "../json.js";
import { queueMoves } from "./ha-moves.js";
import { chooseNode, isUsable } from "./ha-placement.js";

const DEFAULT_THRESHOLD_PERCENT = 30;
const DEFAULT_MARGIN_PERCENT = 10;
const DEFAULT_HOLD_ROUNDS = 3;

interface Load {
  readonly cpuFraction: number;
  readonly memoryFraction: number;
}

/** Says whether the native balancer of version 9.2 is switched on. */
export function wantsRebalance(cluster: Cluster): boolean {
  const crs = crsOf(cluster);
  return crs["ha-auto-rebalance"] === 1 && (crs["ha"] === "dynamic" || crs["ha"] === "static");
}

/** Gives the balancer one round; takes and gives the number of rounds for which the cluster has been out of balance. */
export function rebalance(cluster: Cluster, roundsBefore: number): number {
  const crs = crsOf(cluster);
  const loads = loadsOf(cluster);
  const before = imbalance([...loads.values()]);
  if (before <= percentage(crs, "threshold", DEFAULT_THRESHOLD_PERCENT)) return 0;
  const rounds = roundsBefore + 1;
  if (rounds < Number(crs["ha-auto-rebalance-hold-duration"] ?? DEFAULT_HOLD_ROUNDS)) return rounds;
  const best = candidates(cluster)
    .map((move) => ({ ...move, after: imbalance(loadsAfter(cluster, loads, move)) }))
    .reduce<Candidate | undefined>(
      (least, each) => (least === undefined || each.after < least.after ? each : least),
      undefined,
    );
  if (best === undefined || (before - best.after) / before < percentage(crs, "margin", DEFAULT_MARGIN_PERCENT))
    return rounds;
  queueMoves(cluster, [best.resource], best.target);
  return 0;
}

interface Move {
  readonly resource: HaResource;
  readonly guest: Guest;
  readonly target: string;
}

interface Candidate extends Move {
  readonly after: number;
}

function candidates(cluster: Cluster): readonly Move[] {
  return [...cluster.ha.resources.values()].flatMap((resource) => {
    const guest = cluster.guests.get(resource.vmid);
    const { state, autoRebalance } = resource.description;
    if (guest === undefined || guest.status === "stopped" || guest.lock !== undefined || resource.phase !== "normal")
      return [];
    // What a rule already binds to its node is not the balancer's to move.
    if (state !== "started" || autoRebalance === false || chooseNode(cluster, resource) !== guest.node) return [];
    return [...cluster.nodes.values()]
      .filter((node) => isUsable(node) && node.name !== guest.node)
      .filter((node) => blockingResources(cluster, resource.sid, node.name).length === 0)
      .map((node) => ({ resource, guest, target: node.name }));
  });
}

function loadsOf(cluster: Cluster): ReadonlyMap<string, Load> {
  const demands = demandByNode(cluster);
  const nodes = [...cluster.nodes.values()].filter(isUsable);
  return new Map(nodes.map((node) => [node.name, loadOf(node, demands.get(node.name))]));
}

function loadsAfter(cluster: Cluster, loads: ReadonlyMap<string, Load>, { guest, target }: Move): readonly Load[] {
  const own = demandAt(cluster, guest, cluster.clock.nowMs);
  return [...loads].map(([name, load]) => {
    const node = cluster.nodes.get(name);
    const sign = name === target ? 1 : name === guest.node ? -1 : 0;
    if (node === undefined || sign === 0) return load;
    return {
      cpuFraction: load.cpuFraction + (sign * own.cpuCores) / node.cpus,
      memoryFraction: load.memoryFraction + (sign * own.memoryBytes) / node.memoryBytes,
    };
  });
}

function loadOf(
  node: ClusterNode,
  demand: { readonly cpuCores: number; readonly memoryBytes: number } | undefined,
): Load {
  return {
    cpuFraction: (demand?.cpuCores ?? 0) / node.cpus,
    memoryFraction: (demand?.memoryBytes ?? 0) / node.memoryBytes,
  };
}

// Relative spread of the mean of CPU and memory, scaled so that one loaded node among idle ones is 1.
function imbalance(loads: readonly Load[]): number {
  const values = loads.map((load) => (load.cpuFraction + load.memoryFraction) / 2);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length < 2 || mean === 0) return 0;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean / Math.sqrt(values.length - 1);
}

// Percent, or a fraction as the first releases had it.
function percentage(crs: JsonObject, name: string, fallback: number): number {
  const value = Number(crs[`ha-auto-rebalance-${name}`] ?? fallback);
  return value <= 1 ? value : value / 100;
}

function crsOf(cluster: Cluster): JsonObject {
  const crs = cluster.options["crs"];
  return typeof crs === "object" && crs !== null && !Array.isArray(crs) ? Object.fromEntries(Object.entries(crs)) : {};
}
