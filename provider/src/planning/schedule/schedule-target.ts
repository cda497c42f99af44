import { explainRefusal } from "../constraints/feasible.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import { sendInOrder } from "./find-order.js";
import { Journey, type UnitMove } from "./journey.js";
import { createMigrationClock } from "./migration-seconds.js";
import { breakCycle } from "./park.js";
import { divideIntoUnits, type Unreached } from "./target-units.js";

/** The way to a target that somebody has chosen. */
export interface TargetSchedule {
  /** Each feasible after those before it; a unit that had to wait elsewhere moves twice. */
  readonly moves: readonly UnitMove[];
  /** Guests that do not get to their target; everything else does. */
  readonly unreached: readonly Unreached[];
}

/**
 * Finds an order in which guests get to the nodes that somebody has chosen for them. Every move fits with its guests
 * counted on both ends and breaks no `must` rule; guests that wait for each other's room are parked. What cannot be
 * reached is reported, and the rest is done all the same.
 *
 * @param target names of nodes by vmid; guests that it does not name stay
 */
export function scheduleTarget(index: ClusterIndex, target: ReadonlyMap<number, string>): TargetSchedule {
  const { units, impossible } = divideIntoUnits(index, target);
  const journey = new Journey(index, units);
  const clock = createMigrationClock(index);
  const effort = { branches: 0 };
  let goesOn = !sendInOrder(journey, effort);
  while (goesOn && journey.pending.size > 0) {
    goesOn = breakCycle(journey, clock, effort);
  }
  const stuck = [...journey.pending].sort((a, b) => a - b).flatMap((i) => explainStuck(journey, i));
  return { moves: journey.moves, unreached: [...impossible, ...stuck].sort((a, b) => a.vmid - b.vmid) };
}

function explainStuck(journey: Journey, i: number): Unreached[] {
  const { layout } = journey;
  const { vmids } = layout.index;
  const { bundle, to } = journey.unit(i);
  const [refusal = "Every order that was tried ends with guests in each other's way."] = explainRefusal(
    layout,
    bundle,
    to,
  );
  const leaving = [...journey.pending].filter((other) => other !== i && journey.nodeOf(other) === to);
  const others = leaving.flatMap((other) => journey.unit(other).bundle.guests.map((guest) => vmids[guest])).join(", ");
  const wait =
    others === "" ? "" : ` What is to leave there (${others}) cannot go either, and no node can hold it meanwhile.`;
  return bundle.guests.map((guest) => ({ vmid: vmids[guest] ?? 0, reason: refusal + wait }));
}
