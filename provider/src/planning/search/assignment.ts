import { swapRemove } from "./swap-remove.js";

/**
 * A final node for every unit of guests, whatever the way there. Flat arrays that are changed in place, because the
 * search looks at millions of changes. Dimensions are the balanced resources, in points of the cluster, and after them
 * the limited quantities.
 */
export interface Assignment {
  /** Number of nodes, the stride of what is kept per unit and node. */
  readonly nodes: number;
  readonly dimensions: number;
  /** The first dimensions, which are balanced. */
  readonly goals: number;
  /** `[unit * dimensions + dimension]` */
  readonly size: Float64Array;
  /** `[node * dimensions + dimension]` */
  readonly load: Float64Array;
  /** Most that a node may carry, `[node * dimensions + dimension]`; Infinity where nothing limits it. */
  readonly limit: Float64Array;
  /** The band, `[node * goals + goal]`. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What it costs to have a unit on a node, `[unit * nodes + node]`; Infinity where it may not be. */
  readonly price: Float64Array;
  /** The cheapest node of each unit. */
  readonly home: Int32Array;
  /** Anti-affinity groups of each unit, by number. */
  readonly groupsOf: readonly (readonly number[])[];
  /** Members of anti-affinity groups, `[group * nodes + node]`. */
  readonly members: Int32Array;
  /** Node of each unit. */
  readonly nodeOf: Int32Array;
  /** Units per node, in no particular order, and the position of each in its list. */
  readonly unitsOn: readonly number[][];
  readonly position: Int32Array;
  /** Units that cost more than at home, in no particular order, and the position of each; -1 for the others. */
  readonly away: number[];
  readonly awayPosition: Int32Array;
  /** How far each node is outside the band. */
  readonly outside: Float64Array;
  totalOutside: number;
  /** Sum of the prices. */
  cost: number;
}

/** Computes how much more a change of node would cost. */
export function extraCost({ price, nodes, nodeOf }: Assignment, unit: number, to: number): number {
  return (price[unit * nodes + to] ?? Infinity) - (price[unit * nodes + (nodeOf[unit] ?? 0)] ?? 0);
}

/**
 * Books what a unit carries on another node, so that the change can be judged. To be followed by `settle`, or by
 * booking it back.
 */
export function book(assignment: Assignment, unit: number, from: number, to: number): void {
  const { dimensions, load, size, nodes, members, outside } = assignment;
  const [source, target, first] = [from * dimensions, to * dimensions, unit * dimensions];
  for (let d = 0; d < dimensions; d += 1) {
    const amount = size[first + d] ?? 0;
    load[source + d] = (load[source + d] ?? 0) - amount;
    load[target + d] = (load[target + d] ?? 0) + amount;
  }
  for (const group of assignment.groupsOf[unit] ?? []) {
    members[group * nodes + from] = (members[group * nodes + from] ?? 0) - 1;
    members[group * nodes + to] = (members[group * nodes + to] ?? 0) + 1;
  }
  const before = (outside[from] ?? 0) + (outside[to] ?? 0);
  const after = measure(assignment, from) + measure(assignment, to);
  assignment.totalOutside += after - before;
}

/** Computes anew how far a node is outside the band, and notes it. */
export function measure({ goals, dimensions, load, low, high, outside }: Assignment, node: number): number {
  let sum = 0;
  for (let g = 0; g < goals; g += 1) {
    const carried = load[node * dimensions + g] ?? 0;
    const [least, most] = [low[node * goals + g] ?? 0, high[node * goals + g] ?? 0];
    sum += carried > most ? carried - most : carried < least ? least - carried : 0;
  }
  outside[node] = sum;
  return sum;
}

/** Tells whether a node carries less than the band wants, of any balanced resource. */
export function isTooCold({ goals, dimensions, load, low }: Assignment, node: number): boolean {
  for (let g = 0; g < goals; g += 1) {
    if ((load[node * dimensions + g] ?? 0) < (low[node * goals + g] ?? 0)) {
      return true;
    }
  }
  return false;
}

/** Makes the change final that was booked. */
export function settle(assignment: Assignment, unit: number, to: number): void {
  const { nodeOf, unitsOn, position } = assignment;
  assignment.cost += extraCost(assignment, unit, to);
  swapRemove(unitsOn[nodeOf[unit] ?? -1] ?? [], position, unit);
  nodeOf[unit] = to;
  const list = unitsOn[to] ?? [];
  position[unit] = list.length;
  list.push(unit);
  noteAway(assignment, unit);
}

/** Lists a unit among those away from home, or takes it off the list. */
export function noteAway({ price, nodes, home, nodeOf, away, awayPosition }: Assignment, unit: number): void {
  const [here, atHome] = [price[unit * nodes + (nodeOf[unit] ?? 0)], price[unit * nodes + (home[unit] ?? 0)]];
  const isAway = (here ?? 0) > (atHome ?? 0);
  const isListed = (awayPosition[unit] ?? -1) >= 0;
  if (isAway && !isListed) {
    awayPosition[unit] = away.length;
    away.push(unit);
  } else if (!isAway && isListed) {
    swapRemove(away, awayPosition, unit);
    awayPosition[unit] = -1;
  }
}

/** Tells whether a unit may be on a node that it is booked on: there is room, and nobody that it keeps apart from. */
export function isLegal(assignment: Assignment, unit: number, node: number): boolean {
  const { goals, dimensions, load, limit, members, nodes } = assignment;
  for (let d = goals; d < dimensions; d += 1) {
    if ((load[node * dimensions + d] ?? 0) > (limit[node * dimensions + d] ?? 0)) {
      return false;
    }
  }
  for (const group of assignment.groupsOf[unit] ?? []) {
    if ((members[group * nodes + node] ?? 0) > 1) {
      return false;
    }
  }
  return true;
}
