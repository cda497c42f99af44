import type { Guest } from "../model/cluster-snapshot.js";
import { outrunsCopy } from "../model/migration-cost.js";
import type { Policy } from "../model/policy.js";
import { parseInstant } from "../model/instant.js";

/**
 * Finds the guests that balancing leaves alone: those that moved only a short while before the snapshot was taken, which
 * needs the time of the snapshot, and those that write to their memory faster than it can be copied.
 */
export function findResting(
  takenAt: string | null,
  guests: readonly Guest[],
  { cooldownSeconds }: Pick<Policy, "cooldownSeconds">,
): ReadonlySet<number> {
  const resting = new Set<number>();
  const now = cooldownSeconds === 0 || takenAt === null ? null : parseInstant(takenAt);
  for (let i = 0; i < guests.length; i += 1) {
    const guest = guests[i];
    if (guest !== undefined && (outrunsCopy(guest) || movedAfter(guest, now === null ? null : now - cooldownSeconds))) {
      resting.add(i);
    }
  }
  return resting;
}

function movedAfter({ lastMovedAt }: Guest, instant: number | null): boolean {
  const moved = lastMovedAt === undefined || instant === null ? null : parseInstant(lastMovedAt);
  return moved !== null && instant !== null && moved > instant;
}
