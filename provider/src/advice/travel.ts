import type { PlannedMigration } from "../planning/model/migration-plan.js";

/** The way of a guest that is asked about: planned, or wanted by somebody. */
export interface Travel extends Pick<PlannedMigration, "vmid" | "type" | "from" | "to"> {
  /** True for a guest that does not run, so that it does not mind the processor and the version of its target. */
  readonly isOff?: boolean;
}

/** Returns the first way of each guest; later ones begin where nothing can be asked about the guest yet. */
export function firstTravels<T extends Pick<Travel, "vmid">>(travels: readonly T[]): readonly T[] {
  const firsts = new Map<number, T>();
  for (const travel of travels) if (!firsts.has(travel.vmid)) firsts.set(travel.vmid, travel);
  return [...firsts.values()];
}
