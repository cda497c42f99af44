import { MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { acceptsNew, type Decision, settle } from "./batch-layout.js";
import type { NewBundle } from "./new-bundles.js";
import { heatAfter } from "./node-rating.js";

/** Nodes looked at before the search gives up; enough to try everything that a small batch can be. */
const MOST_LOOKS = 400_000;

/**
 * Looks for nodes for all bundles at once: each goes to the fullest node that has room, and where one is left over, those
 * before it go elsewhere. Finds a way whenever there is one, unless the batch is so large that the search gives up. Leaves
 * the layout as it was.
 *
 * @param order the hardest first
 * @returns null when no way was found
 */
export function packBatch(layout: Layout, order: readonly NewBundle[]): readonly Decision[] | null {
  const decisions: Decision[] = [];
  const found = placeRest({ layout, order, decisions, looks: 0 });
  for (const { bundle } of decisions) {
    settle(layout, bundle, -1);
  }
  return found ? decisions : null;
}

interface Packing {
  readonly layout: Layout;
  readonly order: readonly NewBundle[];
  readonly decisions: Decision[];
  looks: number;
}

function placeRest(packing: Packing): boolean {
  const { layout, order, decisions } = packing;
  const bundle = order[decisions.length];
  if (bundle === undefined) {
    return true;
  }
  for (const node of fittingNodes(packing, bundle)) {
    if (packing.looks > MOST_LOOKS) {
      return false;
    }
    settle(layout, bundle, node);
    decisions.push({ bundle, node });
    if (placeRest(packing)) {
      return true;
    }
    decisions.pop();
    settle(layout, bundle, -1);
  }
  return false;
}

/** The fullest first; of nodes that look the same to the bundle, one. */
function fittingNodes(packing: Packing, bundle: NewBundle): number[] {
  const { layout } = packing;
  const { activeNodes } = layout.index;
  packing.looks += activeNodes.length;
  const fitting = activeNodes
    .filter((node) => acceptsNew(layout, bundle, node))
    .map((node) => ({ node, heat: heatAfter(layout, bundle.size, node), twin: twinKey(layout, bundle, node) }))
    .sort((a, b) => b.heat - a.heat || a.node - b.node);
  const seen = new Set<string>();
  return fitting.flatMap(({ node, twin }) => {
    const isTwin = twin !== null && seen.has(twin);
    seen.add(twin ?? "");
    return isTwin ? [] : [node];
  });
}

/** Where no rule and no wish concerns any bundle, nodes with equal room are interchangeable. */
function twinKey({ index, load }: Layout, { ruled, allowed, excluded }: NewBundle, node: number): string | null {
  if (ruled || allowed !== null || excluded.size > 0 || index.nodeRules.length + index.groups.length > 0) {
    return null;
  }
  const room: number[] = [];
  for (let q = MEMORY_USED; q < QUANTITIES; q += 1) {
    const at = node * QUANTITIES + q;
    room.push((index.limit[at] ?? 0) - (load[at] ?? 0));
  }
  return room.join(" ");
}
