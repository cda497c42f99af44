import { QUANTITIES } from "../model/cluster-index.js";
import { outside } from "../objectives/band.js";
import type { SearchState } from "./search-state.js";

/** Clusters up to this size are searched in full; larger ones only at their extremes. */
const SMALL_CLUSTER = 24;

/** Hottest nodes that moves start from, and coldest that they go to, in large clusters: more finds little. */
const SOURCES = 2;
const TARGETS = 8;

/** Nodes that balancing moves may start from and go to. */
export interface CandidateNodes {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  /** How far each node is outside the band, by node index. */
  readonly outside: Float64Array;
}

/** Picks the nodes to look at next. */
export function candidateNodes(search: SearchState): CandidateNodes {
  const { layout } = search.walk;
  const { activeNodes, nodeNames } = layout.index;
  const distance = new Float64Array(nodeNames.length);
  for (const node of activeNodes) {
    distance[node] = outside(layout, search.band, node);
  }
  if (activeNodes.length <= SMALL_CLUSTER) {
    return { sources: activeNodes, targets: activeNodes, outside: distance };
  }
  const sources = new Set<number>();
  const targets = new Set<number>();
  for (const goal of search.goals) {
    const heat = (node: number): number => {
      const at = node * QUANTITIES + goal.quantity;
      return (layout.load[at] ?? 0) / (layout.index.capacity[at] ?? 1);
    };
    highest(activeNodes, heat, SOURCES).forEach((node) => sources.add(node));
    highest(activeNodes, (node) => -heat(node), TARGETS).forEach((node) => targets.add(node));
  }
  return { sources: [...sources], targets: [...targets], outside: distance };
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
