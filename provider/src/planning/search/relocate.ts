import type { Bundle } from "../constraints/bundle.js";
import { isFeasible } from "../constraints/feasible.js";
import { NOTHING, outside, outsideAfter } from "../objectives/band.js";
import { tallyChange } from "../objectives/tally-change.js";
import type { Tally } from "../objectives/violations.js";
import { isSmall } from "./candidate-nodes.js";
import { pressureHeat } from "./node-rating.js";
import { chance, PRESSURE_NOISE, type SearchState } from "./search-state.js";
import { shortlist } from "./shortlist.js";
import { take } from "./walk.js";

/** Says which changes of the tally a relocation may bring. */
export type Acceptance = (change: Tally) => boolean;

/** Accepts what repairs a `must` rule. */
export const repairsMust: Acceptance = (change) => change.hard < 0;

/** Accepts what repairs a `should` rule and costs nothing that matters more. */
export const repairsShould: Acceptance = (change) => change.soft < 0 && change.hard <= 0 && change.evacuations <= 0;

/** Accepts what empties a node in maintenance and breaks no `must` rule. */
export const evacuates: Acceptance = (change) => change.evacuations < 0 && change.hard <= 0;

/** Accepts what breaks no `must` rule and holds up no evacuation: for guests that only make room. */
export const doesNoHarm: Acceptance = (change) => change.hard <= 0 && change.evacuations <= 0;

interface Choice {
  readonly bundle: Bundle;
  readonly to: number;
  readonly change: Tally;
  /** Load outside the band after the move, less that before, or the pressure of the target; and a bit of chance. */
  readonly worsening: number;
}

/**
 * Moves the best of some bundles to the best node that accepts it: rules first, then load or, where it
 * counts, pressure, then the fewest guests.
 *
 * @returns whether a move was made
 */
export function relocateBest(search: SearchState, bundles: readonly Bundle[], accepts: Acceptance): boolean {
  let best: Choice | null = null;
  for (const targets of targetTiers(search)) {
    for (const bundle of bundles) {
      for (const to of targets) {
        best = better(search, best, considerTarget(search, bundle, to, accepts));
      }
    }
    if (best !== null) {
      take(search.walk, best.bundle.guests, best.to);
      return true;
    }
  }
  return false;
}

/**
 * In large clusters one of the coldest nodes will mostly do; the others are looked at only if none does. Of pressure the
 * load does not tell.
 */
function targetTiers(search: SearchState): readonly (readonly number[])[] {
  const { activeNodes } = search.layout.index;
  return isSmall(search) || countsPressure(search) ? [activeNodes] : [shortlist(search).cold, activeNodes];
}

function considerTarget(search: SearchState, bundle: Bundle, to: number, accepts: Acceptance): Choice | null {
  const { layout } = search.walk;
  search.evaluations += 1;
  if (!isFeasible(layout, bundle, to)) {
    return null;
  }
  const change = tallyChange(layout, bundle.guests, to);
  if (!accepts(change)) {
    return null;
  }
  return {
    bundle,
    to,
    change,
    worsening: countsPressure(search) ? pressureAt(search, bundle, to) : worsen(search, bundle, to),
  };
}

function countsPressure({ layout }: SearchState): boolean {
  return layout.index.policy.mode === "psi";
}

function pressureAt(search: SearchState, { size }: Bundle, to: number): number {
  return pressureHeat(search.layout, size, to) + PRESSURE_NOISE * chance(search);
}

function worsen(search: SearchState, bundle: Bundle, to: number): number {
  const { layout } = search.walk;
  const from = layout.nodeOf[bundle.guests[0] ?? -1] ?? -1;
  let worsening = outsideAfter(search, to, bundle.size, NOTHING) - outside(search, to);
  if (layout.index.roles[from] === "active") {
    worsening += outsideAfter(search, from, NOTHING, bundle.size) - outside(search, from);
  }
  return worsening + heatOf(search, bundle, to);
}

/** Where the band does not tell nodes apart, the one that stays coolest wins; far too small to outweigh the band. */
const HEAT_WEIGHT = 1e-6;

function heatOf(search: SearchState, bundle: Bundle, to: number): number {
  const { layout } = search.walk;
  let heat = 0;
  for (const goal of search.goals) {
    const at = to * bundle.size.length + goal.quantity;
    const load = (layout.load[at] ?? 0) + (bundle.size[goal.quantity] ?? 0);
    const capacity = layout.index.capacity[at] ?? 0;
    heat = Math.max(heat, capacity > 0 ? load / capacity : 0);
  }
  return heat * HEAT_WEIGHT + chance(search);
}

function better(search: SearchState, a: Choice | null, b: Choice | null): Choice | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  const order = compareChanges(a.change, b.change) || a.worsening - b.worsening || compareCost(search, a, b);
  return order <= 0 ? a : b;
}

function compareChanges(a: Tally, b: Tally): number {
  return a.hard - b.hard || a.evacuations - b.evacuations || a.soft - b.soft;
}

function compareCost(search: SearchState, a: Choice, b: Choice): number {
  const seconds = (choice: Choice): number => search.seconds[choice.bundle.guests[0] ?? -1] ?? 0;
  return a.bundle.guests.length - b.bundle.guests.length || seconds(a) - seconds(b);
}
