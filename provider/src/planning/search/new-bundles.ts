import { bundleOf } from "../constraints/bundle.js";
import { MEMORY_ASSIGNED } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { PlacementRequest } from "../model/placement.js";

/** New guests that go to one node together: one guest, or several that affinity ties. */
export interface NewBundle {
  /** Guest indexes, ascending. */
  readonly guests: readonly number[];
  /** Positions of the requests, in the same order. */
  readonly positions: readonly number[];
  readonly size: readonly number[];
  /** Nodes that the requests allow, by name; null for any. */
  readonly allowedNodes: ReadonlySet<string> | null;
  readonly excludedNodes: ReadonlySet<string>;
}

/**
 * Bundles the new guests of a layout and sorts them: those that fewest nodes can take first, then the largest, then by
 * key, so that the order of the requests does not matter.
 */
export function newBundles(layout: Layout, requests: readonly PlacementRequest[], firstGuest: number): NewBundle[] {
  const seen = new Set<number>();
  const bundles: NewBundle[] = [];
  for (const position of requests.keys()) {
    const guest = firstGuest + position;
    if (!seen.has(guest)) {
      const { guests, size } = bundleOf(layout, guest, "must");
      guests.forEach((member) => seen.add(member));
      bundles.push(makeBundle(requests, guests, size, firstGuest));
    }
  }
  const homes = new Map(bundles.map((bundle) => [bundle, countHomes(layout, bundle)]));
  const keyOf = (bundle: NewBundle): string => requests[bundle.positions[0] ?? -1]?.key ?? "";
  return bundles.sort(
    (a, b) =>
      (homes.get(a) ?? 0) - (homes.get(b) ?? 0) ||
      (b.size[MEMORY_ASSIGNED] ?? 0) - (a.size[MEMORY_ASSIGNED] ?? 0) ||
      (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

function makeBundle(
  requests: readonly PlacementRequest[],
  guests: readonly number[],
  size: readonly number[],
  firstGuest: number,
): NewBundle {
  const positions = guests.map((guest) => guest - firstGuest);
  const members = positions.flatMap((position) => requests[position] ?? []);
  return {
    guests,
    positions,
    size,
    allowedNodes: intersect(members.flatMap(({ allowedNodes }) => (allowedNodes === null ? [] : [allowedNodes]))),
    excludedNodes: new Set(members.flatMap(({ excludedNodes }) => excludedNodes)),
  };
}

function intersect(lists: readonly (readonly string[])[]): ReadonlySet<string> | null {
  const [first, ...others] = lists;
  return first === undefined ? null : new Set(first.filter((name) => others.every((list) => list.includes(name))));
}

function countHomes(layout: Layout, bundle: NewBundle): number {
  const { index } = layout;
  return index.activeNodes.filter((node) => {
    const name = index.nodeNames[node] ?? "";
    return (
      bundle.allowedNodes?.has(name) !== false &&
      !bundle.excludedNodes.has(name) &&
      bundle.guests.every((guest) => (index.nodeRulesOf[guest] ?? []).every((rule) => rule.allowed[node] === 1))
    );
  }).length;
}
