import { QUANTITIES } from "../model/cluster-index.js";
import type { SearchState, Shortlist } from "./search-state.js";

/** Nodes kept per resource and end. A move changes two nodes, so the very extremes stay on the list until it is renewed. */
const LENGTH = 40;

/** Looks after which the list is made anew. */
const MOST_USES = 16;

/** Gives the shortlist of a search, made anew when it has been used for long or the band was moved. */
export function shortlist(search: SearchState): Shortlist {
  const known = search.shortlist;
  if (known?.band === search.band && known.uses < MOST_USES) {
    known.uses += 1;
    return known;
  }
  const { activeNodes } = search.layout.index;
  const hot = new Set<number>();
  const cold = new Set<number>();
  for (const goal of search.goals) {
    const heat = new Float64Array(search.distance.length);
    for (const node of activeNodes) {
      heat[node] = heatOf(search, goal.quantity, node);
    }
    const sorted = Int32Array.from(activeNodes).sort((a, b) => (heat[b] ?? 0) - (heat[a] ?? 0) || a - b);
    sorted.subarray(0, LENGTH).forEach((node) => hot.add(node));
    sorted.subarray(-LENGTH).forEach((node) => cold.add(node));
  }
  search.shortlist = { band: search.band, hot: [...hot].sort(byIndex), cold: [...cold].sort(byIndex), uses: 0 };
  return search.shortlist;
}

const byIndex = (a: number, b: number): number => a - b;

/** Gives the part of a node's capacity that is in use. */
export function heatOf({ layout }: Pick<SearchState, "layout">, quantity: number, node: number): number {
  const at = node * QUANTITIES + quantity;
  const capacity = layout.index.capacity[at] ?? 0;
  return capacity > 0 ? (layout.load[at] ?? 0) / capacity : 0;
}
