import { hasDiskSpace } from "../constraints/disk-space.js";
import { isFeasible } from "../constraints/feasible.js";
import { type ClusterIndex, DISK, QUANTITIES } from "../model/cluster-index.js";
import { createLayout, type Layout } from "../model/layout.js";
import { applyMove, type Move, revertMove } from "../moves/move.js";
import { PendingUnits } from "./pending-units.js";
import type { TargetUnit } from "./target-units.js";

/** A move of a unit: to its target, or to a node where it waits. */
export interface UnitMove extends Move {
  readonly unit: number;
  /** True when the node is not the target. */
  readonly parks: boolean;
}

/** The units of a target on their way: which have arrived, which wait, and where every guest is meanwhile. */
export class Journey {
  readonly units: readonly TargetUnit[];
  readonly layout: Layout;
  readonly moves: UnitMove[] = [];
  /** Units that have not arrived. */
  readonly pending: PendingUnits;
  /** Units that wait on a node that is not their target. */
  readonly parked = new Set<number>();
  readonly #everParked: number[];
  readonly #unitOf = new Map<number, number>();

  constructor(index: ClusterIndex, units: readonly TargetUnit[]) {
    this.units = units;
    this.layout = createLayout(index);
    this.pending = new PendingUnits(index, units);
    this.#everParked = units.map(() => 0);
    for (const [i, { bundle }] of units.entries()) {
      for (const guest of bundle.guests) {
        this.#unitOf.set(guest, i);
      }
    }
  }

  /** Gives the unit at a position; units are numbered as they were given. */
  unit(i: number): TargetUnit {
    const unit = this.units[i];
    if (unit === undefined) {
      throw new RangeError(`There is no unit ${i}.`);
    }
    return unit;
  }

  /** Node that a unit is on now. */
  nodeOf(i: number): number {
    return this.layout.nodeOf[this.unit(i).bundle.guests[0] ?? -1] ?? -1;
  }

  /** Tells whether a unit may go to a node right now. */
  mayGo(i: number, to: number): boolean {
    return isFeasible(this.layout, this.unit(i).bundle, to);
  }

  /** Tells whether a unit was parked before; once is enough, or the search would not end. */
  wasParked(i: number): boolean {
    return (this.#everParked[i] ?? 0) > 0;
  }

  /** Moves a unit; the caller has checked that it may go. */
  go(i: number, to: number): void {
    const { bundle, to: target } = this.unit(i);
    const move = { guests: bundle.guests, from: this.nodeOf(i), to, unit: i, parks: to !== target };
    applyMove(this.layout, move);
    this.moves.push(move);
    if (move.parks) {
      this.parked.add(i);
      this.#everParked[i] = (this.#everParked[i] ?? 0) + 1;
    } else {
      this.parked.delete(i);
      this.pending.delete(i);
    }
  }

  /** Takes moves back until `length` of them are left. */
  undoTo(length: number): void {
    while (this.moves.length > length) {
      const move = this.moves.pop();
      if (move !== undefined) {
        revertMove(this.layout, move);
        this.#forget(move);
      }
    }
  }

  #forget({ unit, parks }: UnitMove): void {
    if (parks) {
      this.parked.delete(unit);
      this.#everParked[unit] = (this.#everParked[unit] ?? 0) - 1;
    } else {
      this.pending.add(unit);
      if (this.wasParked(unit)) {
        this.parked.add(unit);
      }
    }
  }

  /** Tells whether a unit that may go can do so without any other unit noticing: its target has room for all that come. */
  goesUnnoticed(i: number): boolean {
    const { to } = this.unit(i);
    return (
      slackAfter(this.layout, NOTHING, to, this.pending) >= 0 &&
      this.#haveDiskSpace(to) &&
      !this.#affinityMates(i).some((other) => this.pending.has(other))
    );
  }

  #haveDiskSpace(to: number): boolean {
    return (
      this.layout.index.storage === null ||
      hasDiskSpace(
        this.layout,
        [...this.pending.goingTo(to)].flatMap((other) => this.unit(other).bundle.guests),
        to,
      )
    );
  }

  /** Lists the units on their way for which a move of a unit may have changed whether they may go, or go unnoticed. */
  touchedBy(i: number, from: number, to: number): ReadonlySet<number> {
    const touched = new Set([...this.pending.goingTo(from), ...this.pending.goingTo(to), ...this.#affinityMates(i)]);
    for (const node of [from, to]) {
      for (const guest of this.layout.guestsOn[node] ?? []) {
        touched.add(this.#unitOf.get(guest) ?? i);
      }
    }
    return new Set([...touched].filter((other) => this.pending.has(other)));
  }

  /** Other units with guests of the same affinity groups. */
  #affinityMates(i: number): number[] {
    const { groupsOf } = this.layout.index;
    return this.unit(i).bundle.guests.flatMap((guest) =>
      (groupsOf[guest] ?? [])
        .filter(({ kind }) => kind === "affinity")
        .flatMap(({ members }) => members.map((member) => this.#unitOf.get(member) ?? i))
        .filter((other) => other !== i),
    );
  }
}

const NOTHING: readonly number[] = [];

/**
 * Computes which share of a node is left when an amount per quantity and all units on their way to it have come, by its
 * scarcest resource; negative when they do not fit.
 */
export function slackAfter(
  { index, load }: Layout,
  extra: readonly number[],
  node: number,
  { arriving }: PendingUnits,
): number {
  let slack = Infinity;
  for (let q = 0; q < QUANTITIES; q += 1) {
    const at = node * QUANTITIES + q;
    const limit = index.limit[at] ?? 0;
    const amount = (arriving[at] ?? 0) + (extra[q] ?? 0);
    if (limit < Infinity && (amount > 0 || q !== DISK)) {
      slack = Math.min(slack, (limit - (load[at] ?? 0) - amount) / Math.max(1, index.capacity[at] ?? 0));
    }
  }
  return slack;
}
