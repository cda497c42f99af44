import { exceeds } from "../constraints/capacity.js";
import { hasDiskSpace } from "../constraints/disk-space.js";
import { type GuestGroup, QUANTITIES } from "../model/cluster-index.js";
import type { Layout } from "../model/layout.js";
import type { Move } from "../moves/move.js";
import { sizeOf } from "./open-step.js";

/**
 * The moves of a sequence that have not been scheduled yet, by position, and what each has to wait for. A move may
 * overtake earlier ones if none of them can tell: they move other guests of other groups, and where they go there is room
 * for it and all of them at once. Where pressure counts, they come from and go to other nodes, too.
 */
export class WaitingMoves {
  readonly #layout: Layout;
  readonly #moves: readonly Move[];
  readonly #waiting: Uint8Array;
  /** Latest earlier moves that share a guest or a group, per move. */
  readonly #predecessors: readonly (readonly number[])[];
  /** What earlier waiting moves will bring to the target: `[move * QUANTITIES + quantity]`. */
  readonly #ahead: Float64Array;
  /** Moves to each node, ascending. */
  readonly #arrivals = new Map<number, number[]>();

  constructor(layout: Layout, moves: readonly Move[]) {
    this.#layout = layout;
    this.#moves = moves;
    this.#waiting = new Uint8Array(moves.length).fill(1);
    this.#predecessors = findPredecessors(layout, moves);
    this.#ahead = new Float64Array(moves.length * QUANTITIES);
    for (const [i, move] of moves.entries()) {
      this.#queueUp(i, move);
    }
  }

  #queueUp(i: number, move: Move): void {
    const queue = this.#arrivals.get(move.to) ?? [];
    const last = queue.at(-1);
    const before = last === undefined ? undefined : this.#moves[last];
    for (let q = 0; q < QUANTITIES; q += 1) {
      const queued = last === undefined ? 0 : (this.#ahead[last * QUANTITIES + q] ?? 0);
      this.#ahead[i * QUANTITIES + q] = queued + (before === undefined ? 0 : sizeOf(this.#layout, before, q));
    }
    queue.push(i);
    this.#arrivals.set(move.to, queue);
  }

  /** Moves that share a guest or a group with this one and come right before it. */
  predecessorsOf(i: number): readonly number[] {
    return this.#predecessors[i] ?? [];
  }

  /** Tells whether no earlier move that waits would suffer if this one went first. */
  mayGo(i: number): boolean {
    return (
      !this.predecessorsOf(i).some((other) => this.#waiting[other] === 1) && (this.#isFirst(i) || this.hasRoomForAll(i))
    );
  }

  #isFirst(i: number): boolean {
    return this.#arrivals.get(this.#moves[i]?.to ?? -1)?.[0] === i;
  }

  /** Tells whether the target has room for the move and all earlier ones that still wait to go there. */
  hasRoomForAll(i: number): boolean {
    const move = this.#moves[i];
    if (move === undefined) {
      return false;
    }
    const { load, index } = this.#layout;
    for (let q = 0; q < QUANTITIES; q += 1) {
      const at = move.to * QUANTITIES + q;
      const most = (load[at] ?? 0) + (this.#ahead[i * QUANTITIES + q] ?? 0);
      if (exceeds(index, at, most, sizeOf(this.#layout, move, q))) {
        return false;
      }
    }
    return index.storage === null || this.#haveDiskSpace(i, move);
  }

  #haveDiskSpace(i: number, { guests, to }: Move): boolean {
    const earlier = (this.#arrivals.get(to) ?? []).filter((other) => other < i);
    const all = [...earlier.flatMap((other) => this.#moves[other]?.guests ?? []), ...guests];
    return hasDiskSpace(this.#layout, all, to);
  }

  /** Marks a move as scheduled. */
  release(i: number): void {
    const move = this.#moves[i];
    const queue = move === undefined ? undefined : this.#arrivals.get(move.to);
    if (move === undefined || queue === undefined) {
      return;
    }
    this.#waiting[i] = 0;
    const place = queue.indexOf(i);
    queue.splice(place, 1);
    for (const later of queue.slice(place)) {
      for (let q = 0; q < QUANTITIES; q += 1) {
        const at = later * QUANTITIES + q;
        this.#ahead[at] = (this.#ahead[at] ?? 0) - sizeOf(this.#layout, move, q);
      }
    }
  }
}

function findPredecessors({ index }: Layout, moves: readonly Move[]): number[][] {
  const lastOfGuest = new Map<number, number>();
  const lastOfGroup = new Map<GuestGroup, number>();
  const lastOfNode = new Map<number, number>();
  // What is expected of the pressure of a node depends on the order in which guests come and go.
  const isNodeShared = index.policy.mode === "psi";
  return moves.map(({ guests, from, to }, i) => {
    const found = new Set<number>();
    for (const node of isNodeShared ? [from, to] : []) {
      note(found, lastOfNode, node, i);
    }
    for (const guest of guests) {
      note(found, lastOfGuest, guest, i);
      for (const group of index.groupsOf[guest] ?? []) {
        note(found, lastOfGroup, group, i);
      }
    }
    return [...found];
  });
}

function note<T>(found: Set<number>, last: Map<T, number>, key: T, i: number): void {
  const before = last.get(key);
  if (before !== undefined && before !== i) {
    found.add(before);
  }
  last.set(key, i);
}
