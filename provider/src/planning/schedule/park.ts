import { type Effort, sendInOrder } from "./find-order.js";
import { type Journey, slackAfter } from "./journey.js";
import type { MigrationClock } from "./migration-seconds.js";

/** Units that wait elsewhere at the same time, at most. */
const MOST_PARKED = 3;

/** Ways to park that are tried where units wait for each other, and nodes per unit. */
const MOST_WAYS = 12;
const NODES_PER_UNIT = 3;

interface Way {
  readonly unit: number;
  readonly node: number;
  /** Whether a unit that waits can go at once. */
  readonly frees: boolean;
  readonly seconds: number;
  readonly slack: number;
}

/**
 * Breaks a cycle of units that wait for each other's room: one goes to another node, and on to its target once the others
 * have moved up. The unit that takes the least time is parked, on the node that keeps most room; no rule is broken there.
 *
 * @returns whether more units have arrived and none is left parked; otherwise nothing has changed
 */
export function breakCycle(journey: Journey, clock: MigrationClock, effort: Effort): boolean {
  const { size } = journey.pending;
  const mark = journey.moves.length;
  for (const { unit, node } of waysToPark(journey, clock)) {
    journey.go(unit, node);
    sendInOrder(journey, effort);
    const deeper = journey.parked.size > 0 && journey.parked.size < MOST_PARKED;
    if (deeper) {
      breakCycle(journey, clock, effort);
    }
    if (journey.parked.size === 0 && journey.pending.size < size) {
      return true;
    }
    journey.undoTo(mark);
  }
  return false;
}

function waysToPark(journey: Journey, clock: MigrationClock): Way[] {
  const pending = [...journey.pending].sort((a, b) => a - b);
  const ways = pending.flatMap((unit) => {
    const from = journey.nodeOf(unit);
    return journey.pending.goingTo(from).size > 0 && !journey.wasParked(unit) ? waysForUnit(journey, clock, unit) : [];
  });
  ways.sort(
    (a, b) =>
      Number(b.frees) - Number(a.frees) ||
      a.seconds - b.seconds ||
      b.slack - a.slack ||
      a.unit - b.unit ||
      a.node - b.node,
  );
  return ways.slice(0, MOST_WAYS);
}

function waysForUnit(journey: Journey, clock: MigrationClock, unit: number): Way[] {
  const { layout, pending } = journey;
  const { bundle, to } = journey.unit(unit);
  const from = journey.nodeOf(unit);
  const places = layout.index.activeNodes
    .filter((node) => node !== to && journey.mayGo(unit, node))
    .map((node) => ({ node, slack: slackAfter(layout, bundle.size, node, pending) }));
  places.sort((a, b) => b.slack - a.slack || a.node - b.node);
  return places.slice(0, NODES_PER_UNIT).map(({ node, slack }) => ({
    unit,
    node,
    slack,
    frees: freesSomebody(journey, unit, node),
    seconds:
      clock.secondsOfMove({ guests: bundle.guests, from, to: node }) +
      clock.secondsOfMove({ guests: bundle.guests, from: node, to }),
  }));
}

function freesSomebody(journey: Journey, unit: number, node: number): boolean {
  const mark = journey.moves.length;
  const from = journey.nodeOf(unit);
  journey.go(unit, node);
  // Nothing could go before, so only what the move has touched can now.
  const frees = [...journey.touchedBy(unit, from, node)].some(
    (other) => other !== unit && journey.mayGo(other, journey.unit(other).to),
  );
  journey.undoTo(mark);
  return frees;
}
