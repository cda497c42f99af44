import { outside } from "../objectives/band.js";
import type { SearchState } from "./search-state.js";
import { heatOf, shortlist } from "./shortlist.js";

/** Clusters up to this size are searched in full; larger ones only at their extremes. */
const SMALL_CLUSTER = 24;

/** Hottest nodes that moves start from, and coldest that they go to, in large clusters: more finds little. */
const SOURCES = 2;
const TARGETS = 8;

/** Nodes that balancing moves may start from and go to. */
export interface CandidateNodes {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** How far each of these nodes is outside the band, by node index. */
  readonly outside: Float64Array;
}

/** Tells whether every node of the cluster is looked at in every step. */
export function isSmall(search: SearchState): boolean {
  return search.layout.index.activeNodes.length <= SMALL_CLUSTER;
}

/** Picks the nodes to look at next. */
export function candidateNodes(search: SearchState): CandidateNodes {
  const { activeNodes } = search.layout.index;
  if (isSmall(search)) {
    return { sources: activeNodes, targets: activeNodes, outside: measure(search, activeNodes) };
  }
  const { hot, cold } = shortlist(search);
  const sources = new Set<number>();
  const targets = new Set<number>();
  for (const { quantity } of search.goals) {
    highest(hot, (node) => heatOf(search, quantity, node), SOURCES).forEach((node) => sources.add(node));
    highest(cold, (node) => -heatOf(search, quantity, node), TARGETS).forEach((node) => targets.add(node));
  }
  return { sources: [...sources], targets: [...targets], outside: measure(search, [...sources, ...targets]) };
}

function measure(search: SearchState, nodes: readonly number[]): Float64Array {
  const distance = search.distance.fill(0);
  for (const node of nodes) {
    distance[node] = outside(search, node);
  }
  return distance;
}

/** Finds the few nodes with the highest value, highest first, ties by order, without sorting all. */
export function highest(nodes: readonly number[], value: (node: number) => number, count: number): number[] {
  const found: number[] = [];
  const values: number[] = [];
  for (const node of nodes) {
    const own = value(node);
    if (found.length === count && own <= (values[count - 1] ?? 0)) {
      continue;
    }
    const at = values.findIndex((other) => own > other);
    found.splice(at < 0 ? found.length : at, 0, node);
    values.splice(at < 0 ? values.length : at, 0, own);
    found.length = Math.min(found.length, count);
    values.length = found.length;
  }
  return found;
}
