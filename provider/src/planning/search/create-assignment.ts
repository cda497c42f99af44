import { QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import { placeBand } from "../objectives/band.js";
import { type Assignment, measure, noteAway } from "./assignment.js";
import type { SearchState } from "./search-state.js";
import type { Unit } from "./units.js";

/** Prepares the assignment that the walk stands at; its band is still to be set. */
export function createAssignment(search: SearchState, units: readonly Unit[]): Assignment {
  const { layout, goals } = search;
  const { index } = layout;
  const nodes = index.nodeNames.length;
  const nodeOf = Int32Array.from(units, (guests) => layout.nodeOf[guests[0] ?? -1] ?? -1);
  const price = pricesOf(search, units);
  const assignment: Assignment = {
    nodes,
    goals: goals.length,
    ...dimensionsOf(search, units),
    low: new Float64Array(nodes * goals.length),
    high: new Float64Array(nodes * goals.length),
    price,
    home: Int32Array.from(units, (_, unit) => cheapest(price.subarray(unit * nodes, (unit + 1) * nodes))),
    ...groupsApart(layout, units),
    nodeOf,
    ...listPerNode(nodes, nodeOf),
    away: [],
    awayPosition: new Int32Array(units.length).fill(-1),
    outside: new Float64Array(nodes),
    totalOutside: 0,
    cost: nodeOf.reduce((sum, node, unit) => sum + (price[unit * nodes + node] ?? 0), 0),
  };
  units.forEach((_, unit) => {
    noteAway(assignment, unit);
  });
  return assignment;
}

/** Measures an assignment against the band at other offsets, as parts of its width below the mean, per goal. */
export function setBand(assignment: Assignment, search: SearchState, offsets: readonly number[]): void {
  const { layout, goals, target } = search;
  const { low, high } = assignment;
  for (const [g, goal] of goals.entries()) {
    const width = target / goal.weight;
    const bottom = goal.meanPercent - (offsets[g] ?? 0) * width;
    // A point of a node is this many points of the cluster, for each unit of its capacity.
    const scale = goal.weight / Math.max(1, goal.totalCapacity);
    for (const node of layout.index.activeNodes) {
      const capacity = layout.index.capacity[node * QUANTITIES + goal.quantity] ?? 0;
      low[node * goals.length + g] = capacity * scale * bottom;
      high[node * goals.length + g] = capacity > 0 ? capacity * scale * (bottom + width) : Infinity;
    }
  }
  let total = 0;
  for (const node of layout.index.activeNodes) {
    total += measure(assignment, node);
  }
  assignment.totalOutside = total;
}

function dimensionsOf(
  search: SearchState,
  units: readonly Unit[],
): Pick<Assignment, "dimensions" | "size" | "load" | "limit"> {
  const { index, load } = search.layout;
  const limited = Array.from({ length: QUANTITIES }, (_, q) => q).filter((q) =>
    index.activeNodes.some((node) => Number.isFinite(index.limit[node * QUANTITIES + q])),
  );
  const { quantities: balanced, scale } = placeBand(search.layout, search.goals, search.target, 0);
  const quantities = [...balanced, ...limited];
  const perNode = (value: (at: number, d: number) => number): Float64Array =>
    Float64Array.from(index.nodeNames.flatMap((_, node) => quantities.map((q, d) => value(node * QUANTITIES + q, d))));
  const amount = (guest: number, q: number): number => index.size[guest * QUANTITIES + q] ?? 0;
  return {
    dimensions: quantities.length,
    size: Float64Array.from(
      units.flatMap((guests) =>
        quantities.map((q, d) => (scale[d] ?? 1) * guests.reduce((sum, guest) => sum + amount(guest, q), 0)),
      ),
    ),
    load: perNode((at, d) => (scale[d] ?? 1) * (load[at] ?? 0)),
    // A node may stay as full as it is at the start.
    limit: perNode((at, d) =>
      d < balanced.length ? Infinity : Math.max(index.limit[at] ?? 0, index.startLoad[at] ?? 0),
    ),
  };
}

/** Counts migrations, or their seconds where the policy wants them few. */
function pricesOf(search: SearchState, units: readonly Unit[]): Float64Array {
  const { index } = search.layout;
  const nodes = index.nodeNames.length;
  const timeFirst = index.policy.minimize === "seconds";
  const price = new Float64Array(units.length * nodes).fill(Infinity);
  for (const [unit, guests] of units.entries()) {
    for (const node of index.activeNodes) {
      if (guests.every((guest) => (index.nodeRulesOf[guest] ?? []).every((rule) => rule.allowed[node] === 1))) {
        const moved = guests.filter((guest) => index.startNode[guest] !== node);
        price[unit * nodes + node] = timeFirst
          ? moved.reduce((sum, guest) => sum + (search.seconds[guest] ?? 0), 0)
          : moved.length;
      }
    }
  }
  return price;
}

function cheapest(prices: Float64Array): number {
  return prices.reduce((best, price, node) => (price < (prices[best] ?? Infinity) ? node : best), 0);
}

function groupsApart(layout: Layout, units: readonly Unit[]): Pick<Assignment, "groupsOf" | "members"> {
  const { groups, groupsOf, nodeNames } = layout.index;
  const apart = groups.filter((group) => group.kind === "anti-affinity");
  const numbers = new Map(apart.map((group, number) => [group, number]));
  const members = new Int32Array(apart.length * nodeNames.length);
  for (const [number, group] of apart.entries()) {
    for (const node of group.members.map((guest) => layout.nodeOf[guest] ?? -1).filter((place) => place >= 0)) {
      members[number * nodeNames.length + node] = (members[number * nodeNames.length + node] ?? 0) + 1;
    }
  }
  return {
    members,
    groupsOf: units.map((guests) =>
      guests
        .flatMap((guest) => (groupsOf[guest] ?? []).map((group) => numbers.get(group)))
        .filter((number) => number !== undefined),
    ),
  };
}

function listPerNode(nodes: number, nodeOf: Int32Array): Pick<Assignment, "unitsOn" | "position"> {
  const unitsOn: number[][] = Array.from({ length: nodes }, () => []);
  const position = Int32Array.from(nodeOf, (node, unit) => (unitsOn[node]?.push(unit) ?? 1) - 1);
  return { unitsOn, position };
}
