import type { Guest } from "../model/cluster-snapshot.js";
import type { Policy } from "../model/policy.js";
import { parseInstant } from "../model/instant.js";

/**
 * Finds the guests that moved so short a while before the snapshot was taken that balancing leaves them alone. Without the
 * time of the snapshot nobody rests.
 */
export function findResting(
  takenAt: string | null,
  guests: readonly Guest[],
  { cooldownSeconds }: Pick<Policy, "cooldownSeconds">,
): ReadonlySet<number> {
  const resting = new Set<number>();
  const now = takenAt === null ? null : parseInstant(takenAt);
  if (cooldownSeconds === 0 || now === null) {
    return resting;
  }
  for (const [i, { lastMovedAt = null }] of guests.entries()) {
    const moved = lastMovedAt === null ? null : parseInstant(lastMovedAt);
    if (moved !== null && now - moved < cooldownSeconds) {
      resting.add(i);
    }
  }
  return resting;
}
