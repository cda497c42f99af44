import type { Random } from "./random.js";
import { type Assignment, book, extraCost, isLegal, isTooCold, settle } from "./assignment.js";

/** An assignment that is being changed at random. */
export interface Annealing {
  readonly assignment: Assignment;
  readonly random: Random;
  /** Nodes that units may go to. */
  readonly targets: readonly number[];
  /** Most that the assignment may cost. */
  budget: number;
  /** Changes for the worse are taken the more often the higher this is, in points of the cluster. */
  temperature: number;
}

/** Shares of the kinds of proposals; replacements find most where the budget is spent. */
const REPLACEMENT_SHARE = 0.5;
const TRADE_SHARE = 0.15;

/** Share of the shifts that concern a unit that is away already. */
const AWAY_SHARE = 0.6;

/** Share of the replacements that serve a node outside the band, and how many nodes are compared to find one. */
const NEEDY_SHARE = 0.3;
const NODES_COMPARED = 3;

/** Changes the assignment at random, or leaves it as it is. */
export function propose(annealing: Annealing): void {
  const dice = annealing.random();
  if (dice < REPLACEMENT_SHARE) {
    proposeReplacement(annealing);
  } else if (dice < REPLACEMENT_SHARE + TRADE_SHARE) {
    proposeTrade(annealing);
  } else {
    proposeShift(annealing);
  }
}

/** Tells whether a change of the load outside the band is taken. */
export function accepts({ random, temperature }: Annealing, growth: number): boolean {
  return growth <= 0 || random() < Math.exp(-growth / temperature);
}

function pick({ random }: Annealing, items: readonly number[]): number | undefined {
  return items[Math.floor(random() * items.length)];
}

function pickUnit({ random, assignment }: Annealing): number {
  return Math.floor(random() * assignment.nodeOf.length);
}

/** One unit goes to another node. */
function proposeShift(annealing: Annealing): void {
  const { assignment, random, targets } = annealing;
  const unit = (random() < AWAY_SHARE ? pick(annealing, assignment.away) : undefined) ?? pickUnit(annealing);
  const to = pick(annealing, targets);
  const from = assignment.nodeOf[unit];
  if (to === undefined || from === undefined || to === from) {
    return;
  }
  if (assignment.cost + extraCost(assignment, unit, to) > annealing.budget) {
    return;
  }
  const before = assignment.totalOutside;
  book(assignment, unit, from, to);
  if (isLegal(assignment, unit, to) && accepts(annealing, assignment.totalOutside - before)) {
    settle(assignment, unit, to);
  } else {
    book(assignment, unit, to, from);
  }
}

/**
 * One unit goes home, and another leaves instead: mostly from the same node, and half of the time to the same. Some
 * start from a node that is far outside the band, for there the most is to win.
 */
function proposeReplacement(annealing: Annealing): void {
  const { assignment, random, targets } = annealing;
  const back = pick(annealing, assignment.away);
  if (back === undefined) {
    return;
  }
  const home = assignment.home[back] ?? 0;
  let from = random() < 0.5 ? home : undefined;
  let to = random() < 0.5 ? assignment.nodeOf[back] : pick(annealing, targets);
  if (random() < NEEDY_SHARE) {
    const node = pickNeedy(annealing);
    if (isTooCold(assignment, node)) {
      to = node;
    } else {
      from = node;
    }
  }
  const unit = from === undefined ? pickUnit(annealing) : pick(annealing, assignment.unitsOn[from] ?? []);
  if (unit !== undefined && unit !== back && to !== undefined) {
    proposePair(annealing, { unit, to }, { unit: back, to: home });
  }
}

/** Gives the node that is farthest outside the band of a few. */
function pickNeedy(annealing: Annealing): number {
  const { targets, assignment } = annealing;
  let best = pick(annealing, targets) ?? 0;
  for (let i = 1; i < NODES_COMPARED; i += 1) {
    const node = pick(annealing, targets) ?? 0;
    best = (assignment.outside[node] ?? 0) > (assignment.outside[best] ?? 0) ? node : best;
  }
  return best;
}

/** Two units that are away change places. */
function proposeTrade(annealing: Annealing): void {
  const { assignment } = annealing;
  const one = pick(annealing, assignment.away);
  const other = pick(annealing, assignment.away);
  if (one === undefined || other === undefined) {
    return;
  }
  const [from, to] = [assignment.nodeOf[one] ?? 0, assignment.nodeOf[other] ?? 0];
  proposePair(annealing, { unit: one, to }, { unit: other, to: from });
}

interface Step {
  readonly unit: number;
  readonly to: number;
}

function proposePair(annealing: Annealing, one: Step, other: Step): void {
  const { assignment } = annealing;
  const [from, otherFrom] = [assignment.nodeOf[one.unit] ?? 0, assignment.nodeOf[other.unit] ?? 0];
  if (from === one.to || otherFrom === other.to) {
    return;
  }
  const cost = extraCost(assignment, one.unit, one.to) + extraCost(assignment, other.unit, other.to);
  // A place that is not allowed costs Infinity, and then the sum may not even be a number.
  if (!(assignment.cost + cost <= annealing.budget)) {
    return;
  }
  const before = assignment.totalOutside;
  book(assignment, other.unit, otherFrom, other.to);
  book(assignment, one.unit, from, one.to);
  const legal = isLegal(assignment, one.unit, one.to) && isLegal(assignment, other.unit, other.to);
  if (legal && accepts(annealing, assignment.totalOutside - before)) {
    settle(assignment, one.unit, one.to);
    settle(assignment, other.unit, other.to);
  } else {
    book(assignment, one.unit, one.to, from);
    book(assignment, other.unit, other.to, otherFrom);
  }
}
