import { bundleOf } from "../constraints/bundle.js";
import { MEMORY_ASSIGNED } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { PlacementRequest } from "../model/placement.js";

/** New guests that go to one node together: one guest, or several that affinity ties. */
export interface NewBundle {
  /** Guest indexes, ascending, which are the positions of the requests. */
  readonly guests: readonly number[];
  readonly size: readonly number[];
  /** True when a rule concerns one of the guests. */
  readonly ruled: boolean;
  /** Nodes that the requests allow; null for any. */
  readonly allowed: ReadonlySet<number> | null;
  /** Nodes that a request excludes, and those that cannot take one of the guests. */
  readonly excluded: ReadonlySet<number>;
  /** Why nodes cannot take one of the guests. */
  readonly unfit: ReadonlyMap<number, string>;
}

/**
 * Bundles the new guests of a layout, which come first in it, and sorts them: those that fewest nodes can take first, then
 * the largest, then by key, so that the order of the requests does not matter.
 */
export function newBundles(layout: Layout, requests: readonly PlacementRequest[]): NewBundle[] {
  const nodeByName = new Map(layout.index.nodeNames.map((name, node) => [name, node]));
  const seen = new Set<number>();
  const bundles: { bundle: NewBundle; homes: number; key: string }[] = [];
  for (const guest of requests.keys()) {
    if (!seen.has(guest)) {
      const { guests, size, ruled } = bundleOf(layout, guest, "must");
      guests.forEach((member) => seen.add(member));
      const members = guests.flatMap((i) => requests[i] ?? []);
      const bundle = { guests, size, ruled, ...wishesOf(members, nodeByName) };
      bundles.push({ bundle, homes: countHomes(layout, bundle), key: firstKey(members) });
    }
  }
  const memory = ({ bundle }: { readonly bundle: NewBundle }): number => bundle.size[MEMORY_ASSIGNED] ?? 0;
  bundles.sort((a, b) => a.homes - b.homes || memory(b) - memory(a) || (a.key < b.key ? -1 : 1));
  return bundles.map(({ bundle }) => bundle);
}

function firstKey(requests: readonly PlacementRequest[]): string {
  return requests.reduce((first, { key }) => (first === "" || key < first ? key : first), "");
}

function wishesOf(
  requests: readonly PlacementRequest[],
  nodeByName: ReadonlyMap<string, number>,
): Pick<NewBundle, "allowed" | "excluded" | "unfit"> {
  const resolve = (names: readonly string[]): number[] => names.flatMap((name) => nodeByName.get(name) ?? []);
  const lists = requests.flatMap(({ allowedNodes }) => (allowedNodes === null ? [] : [resolve(allowedNodes)]));
  const [first, ...others] = lists;
  const unfit = new Map(
    requests.flatMap(({ unfitNodes }) =>
      [...(unfitNodes ?? [])].flatMap(([name, reason]) => resolve([name]).map((node) => [node, reason] as const)),
    ),
  );
  return {
    allowed: first === undefined ? null : new Set(first.filter((node) => others.every((list) => list.includes(node)))),
    excluded: new Set([...requests.flatMap(({ excludedNodes }) => resolve(excludedNodes)), ...unfit.keys()]),
    unfit,
  };
}

function countHomes({ index }: Layout, { guests, ruled, allowed, excluded }: NewBundle): number {
  if (!ruled && allowed === null && excluded.size === 0) {
    return index.activeNodes.length;
  }
  return index.activeNodes.filter(
    (node) =>
      allowed?.has(node) !== false &&
      !excluded.has(node) &&
      guests.every((guest) => (index.nodeRulesOf[guest] ?? []).every((rule) => rule.allowed[node] === 1)),
  ).length;
}
