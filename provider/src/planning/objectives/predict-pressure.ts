import { type ClusterIndex, CPU_USED, MEMORY_USED, QUANTITIES } from "../model/cluster-index.js";
import type { Pressure, Pressures } from "../model/cluster-snapshot.js";
import type { Layout } from "../model/layout.js";
import type { BalanceMethod } from "../model/policy.js";
import { pressureLevel } from "./psi-heat.js";

/** Pressures as they are expected to be at one moment of a plan. */
export interface PressureState {
  /** By node index; undefined where nothing is known. */
  readonly nodes: (Pressures | undefined)[];
  /** By guest index; guests of which nothing is known are missing. */
  readonly guests: Map<number, Pressures>;
  /** Guests that have left each node so far. */
  readonly departures: number[];
}

/** Guests that change nodes together. */
export interface Journey {
  readonly guests: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** What a move is expected to change. */
export interface PressurePrediction {
  readonly from: Pressures | undefined;
  readonly to: Pressures | undefined;
  readonly guests: readonly (readonly [number, Pressures | undefined])[];
}

/** Waiting grows far faster than load: with 32 servers, a quarter less load means about a fiftieth of the waiting. */
const STEEPNESS = 12;

const METHODS: readonly BalanceMethod[] = ["memory", "cpu", "disk"];

/** Starts with the figures of the snapshot. */
export function startPressures({ snapshot, pressures, nodeNames, guestRow }: ClusterIndex): PressureState {
  const guests = new Map<number, Pressures>();
  for (const [guest, row] of guestRow.entries()) {
    const pressure = snapshot.guests[row]?.pressure;
    if (pressure !== undefined) {
      guests.set(guest, pressure);
    }
  }
  return { nodes: [...pressures], guests, departures: nodeNames.map(() => 0) };
}

/**
 * Predicts the pressures after a move, the layout being that before it. Pressure is no footprint that travels: the source
 * keeps its figures times (1 − share of the guests in what waits or is used there) to the power of 12, those of the
 * target grow by the share that the guests will have in its use, and the guests wait in proportion to their nodes.
 * Figures that are not known stay so, and all stay within 0…100.
 */
export function predictMove(layout: Layout, state: PressureState, move: Journey): PressurePrediction {
  const { from, to, guests } = move;
  const relief = (method: BalanceMethod): number => (1 - shareOf(layout, state, move, method)) ** STEEPNESS;
  const fromAfter = scaleEach(state.nodes[from], relief);
  const toAfter = scaleEach(state.nodes[to], (method) => 1 + shareAfterArrival(layout, move, method));
  const change = (method: BalanceMethod): number | null => {
    const [before, after] = [pressureLevel(state.nodes[from], method), pressureLevel(toAfter, method)];
    return before === null || after === null ? null : before === 0 ? 1 : Math.min(1, after / before);
  };
  return {
    from: fromAfter,
    to: toAfter,
    guests: guests.map((guest) => [guest, scaleEach(state.guests.get(guest), change)] as const),
  };
}

/** Books a prediction as what is expected from now on. */
export function bookPrediction(state: PressureState, { from, to, guests }: Journey, after: PressurePrediction): void {
  state.nodes[from] = after.from;
  state.nodes[to] = after.to;
  state.departures[from] = (state.departures[from] ?? 0) + guests.length;
  for (const [guest, pressures] of after.guests) {
    if (pressures === undefined) {
      state.guests.delete(guest);
    } else {
      state.guests.set(guest, pressures);
    }
  }
}

/**
 * Computes which part of a node's pressure goes with some of its guests: their part of what is used, or of the waiting of
 * all guests where that is known of each, whichever is larger; without either, their part of the number of guests.
 */
export function shareOf(
  layout: Layout,
  state: PressureState,
  { guests, from }: Journey,
  method: BalanceMethod,
): number {
  const waiting = waitingShare(layout, state, { guests, from }, method);
  const quantity = usedQuantity(method);
  if (quantity === null) {
    return waiting ?? guests.length / Math.max(guests.length, countRunning(layout, from));
  }
  const load = layout.load[from * QUANTITIES + quantity] ?? 0;
  const used = load > 0 ? sumSizes(layout, guests, quantity) / load : 0;
  return Math.min(1, Math.max(used, waiting ?? 0));
}

function shareAfterArrival(layout: Layout, { guests, to }: Journey, method: BalanceMethod): number {
  const quantity = usedQuantity(method);
  if (quantity === null) {
    return guests.length / (guests.length + countRunning(layout, to));
  }
  const size = sumSizes(layout, guests, quantity);
  return size === 0 ? 0 : size / (size + (layout.load[to * QUANTITIES + quantity] ?? 0));
}

/** Null when some running guest of the node does not say how it waits, or when none waits. */
function waitingShare(
  layout: Layout,
  state: PressureState,
  { guests, from }: Pick<Journey, "guests" | "from">,
  method: BalanceMethod,
): number | null {
  let all = 0;
  let own = 0;
  for (const guest of layout.guestsOn[from] ?? []) {
    const level = pressureLevel(state.guests.get(guest), method);
    if (level === null && isRunning(layout.index, guest)) {
      return null;
    }
    all += level ?? 0;
    own += guests.includes(guest) ? (level ?? 0) : 0;
  }
  return all > 0 ? own / all : null;
}

/** What a guest does to the disks of its node is not among the quantities of the plan. */
function usedQuantity(method: BalanceMethod): number | null {
  switch (method) {
    case "memory":
      return MEMORY_USED;
    case "cpu":
      return CPU_USED;
    case "disk":
      return null;
  }
}

function sumSizes({ index }: Layout, guests: readonly number[], quantity: number): number {
  return guests.reduce((sum, guest) => sum + (index.size[guest * QUANTITIES + quantity] ?? 0), 0);
}

function countRunning({ guestsOn, index }: Layout, node: number): number {
  return (guestsOn[node] ?? []).filter((guest) => isRunning(index, guest)).length;
}

function isRunning({ snapshot, guestRow }: ClusterIndex, guest: number): boolean {
  return snapshot.guests[guestRow[guest] ?? -1]?.status === "running";
}

/** A factor of null makes the figures of that resource unknown. */
function scaleEach(
  pressures: Pressures | undefined,
  factorOf: (method: BalanceMethod) => number | null,
): Pressures | undefined {
  if (pressures === undefined) {
    return undefined;
  }
  const scaled = METHODS.flatMap((method) => {
    const pressure = pressures[method];
    const factor = pressure === undefined ? null : factorOf(method);
    return pressure === undefined || factor === null ? [] : [[method, scale(pressure, factor)] as const];
  });
  return Object.fromEntries(scaled);
}

function scale(pressure: Pressure, factor: number): Pressure {
  const figures = Object.entries(pressure) as [string, number][];
  return Object.fromEntries(figures.map(([name, percent]) => [name, Math.min(100, Math.max(0, percent * factor))]));
}
