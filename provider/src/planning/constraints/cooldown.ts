import type { Guest } from "../model/cluster-snapshot.js";
import { outrunsCopy } from "../model/migration-cost.js";
import type { Policy } from "../model/policy.js";
import { parseInstant } from "../model/instant.js";

const MOVED_LATELY = "It moved a short while ago, and cooldown lets it rest.";

const OUTRUNS_COPY = "It writes to its memory faster than the memory can be copied (dirtyBytesPerSecond).";

/** What the resting of guests depends on besides the guests themselves. */
interface Circumstances {
  readonly takenAt: string | null;
  /** Speed of the link that a guest leaves over, by the name of its node; undefined for the usual one. */
  readonly linkOf: (node: string) => number | undefined;
}

/**
 * Finds the guests that balancing leaves alone, each with the reason in one full sentence: those that moved only a short
 * while before the snapshot was taken, which needs the time of the snapshot, and those that write to their memory faster
 * than it can be copied.
 */
export function findResting(
  guests: readonly Guest[],
  { cooldownSeconds }: Pick<Policy, "cooldownSeconds">,
  { takenAt, linkOf }: Circumstances,
): ReadonlyMap<number, string> {
  const resting = new Map<number, string>();
  const now = cooldownSeconds === 0 || takenAt === null ? null : parseInstant(takenAt);
  for (let i = 0; i < guests.length; i += 1) {
    const guest = guests[i];
    if (guest === undefined) {
      continue;
    }
    if (movedAfter(guest, now === null ? null : now - cooldownSeconds)) {
      resting.set(i, MOVED_LATELY);
    } else if (guest.dirtyBytesPerSecond !== undefined && outrunsCopy(guest, linkOf(guest.node))) {
      resting.set(i, OUTRUNS_COPY);
    }
  }
  return resting;
}

/** Warns where a policy lets guests rest but nothing tells how long ago they moved. */
export function warnOfUnknownTime(
  takenAt: string | null,
  { cooldownSeconds }: Pick<Policy, "cooldownSeconds">,
): readonly string[] {
  return cooldownSeconds === 0 || takenAt !== null
    ? []
    : ["cooldown lets no guest rest, because the snapshot does not say when it was taken (taken_at)."];
}

function movedAfter({ lastMovedAt }: Guest, instant: number | null): boolean {
  const moved = lastMovedAt === undefined || instant === null ? null : parseInstant(lastMovedAt);
  return moved !== null && instant !== null && moved > instant;
}
