import { type ClusterIndex, QUANTITIES } from "../model/cluster-index.js";
import type { TargetUnit } from "./target-units.js";

/** The units of a target that have not arrived, by their numbers and by the nodes that they go to. */
export class PendingUnits implements Iterable<number> {
  /** What the units bring to each node together: `[node * QUANTITIES + quantity]`. */
  readonly arriving: Float64Array;
  readonly #units: readonly TargetUnit[];
  readonly #all = new Set<number>();
  readonly #byTarget: readonly Set<number>[];

  constructor(index: ClusterIndex, units: readonly TargetUnit[]) {
    this.arriving = new Float64Array(index.nodeNames.length * QUANTITIES);
    this.#units = units;
    this.#byTarget = index.nodeNames.map(() => new Set());
    for (const i of units.keys()) {
      this.add(i);
    }
  }

  get size(): number {
    return this.#all.size;
  }

  [Symbol.iterator](): Iterator<number> {
    return this.#all.values();
  }

  /** Tells whether a unit has not arrived. */
  has(i: number): boolean {
    return this.#all.has(i);
  }

  /** Gives the units that are still to come to a node. */
  goingTo(node: number): ReadonlySet<number> {
    return this.#byTarget[node] ?? new Set();
  }

  /** Notes that a unit is on its way; it must not be already. */
  add(i: number): void {
    this.#all.add(i);
    this.#book(i, 1)?.add(i);
  }

  /** Notes that a unit has arrived; it must have been on its way. */
  delete(i: number): void {
    this.#all.delete(i);
    this.#book(i, -1)?.delete(i);
  }

  #book(i: number, sign: 1 | -1): Set<number> | undefined {
    const { bundle, to = -1 } = this.#units[i] ?? {};
    for (let q = 0; q < QUANTITIES; q += 1) {
      const at = to * QUANTITIES + q;
      this.arriving[at] = (this.arriving[at] ?? 0) + sign * (bundle?.size[q] ?? 0);
    }
    return this.#byTarget[to];
  }
}
