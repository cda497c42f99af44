import { buildIndex } from "../constraints/build-index.js";
import type { ClusterIndex } from "../model/cluster-index.js";
import type { ClusterSnapshot } from "../model/cluster-snapshot.js";
import type { MigrationPlan, Unresolved } from "../model/migration-plan.js";
import type { Policy } from "../model/policy.js";
import type { Move } from "../moves/move.js";
import type { UnitMove } from "../schedule/journey.js";
import { scheduleTarget, type TargetSchedule } from "../schedule/schedule-target.js";
import { presentMoves } from "./present-plan.js";
import { presentPressure } from "./psi-plan.js";

/**
 * Plans the way to a placement that somebody has chosen, without judging it: every step is feasible when it is taken and
 * breaks no `must` rule. Guests that cannot get to their node are listed as unresolved, and the rest is planned all the
 * same. Limits of the policy on whole plans bind here too.
 *
 * @param target names of nodes by vmid; guests that it does not name stay
 */
export function planTarget(
  snapshot: ClusterSnapshot,
  policy: Policy,
  target: ReadonlyMap<number, string>,
): MigrationPlan {
  const index = buildIndex(snapshot, policy);
  const whole: TargetSchedule = policy.enabled
    ? scheduleTarget(index, target)
    : { moves: [], unreached: [{ vmid: NaN, reason: "Nothing is planned, because enabled is false." }] };
  const moves = cutTo(whole.moves, policy.maxMigrations ?? Infinity);
  const unresolved = [
    ...whole.unreached.map(({ vmid, reason }) => explain(snapshot, vmid, reason)),
    ...dropped(whole.moves, moves).map((guest) =>
      explain(
        snapshot,
        index.vmids[guest] ?? NaN,
        `The plan ends before, because max_migrations is ${policy.maxMigrations ?? 0}.`,
      ),
    ),
  ];
  const plan = presentMoves(index, moves, {
    describe: (_, ordered) => ordered.map((move) => describe(index, moves, move)),
    unresolved: () => unresolved,
    lowerBound: () => new Set(moves.flatMap(({ guests }) => guests)).size,
  });
  return policy.mode === "psi" ? presentPressure(index, plan, moves) : plan;
}

/** The longest beginning with at most `limit` migrations that leaves no guest parked. */
function cutTo(moves: readonly UnitMove[], limit: number): readonly UnitMove[] {
  const parked = new Set<number>();
  let migrations = 0;
  let length = 0;
  for (const [i, move] of moves.entries()) {
    migrations += move.guests.length;
    if (migrations > limit) {
      break;
    }
    if (move.parks) {
      parked.add(move.unit);
    } else {
      parked.delete(move.unit);
    }
    length = parked.size === 0 ? i + 1 : length;
  }
  return moves.slice(0, length);
}

function dropped(whole: readonly UnitMove[], kept: readonly UnitMove[]): number[] {
  const guests = whole.slice(kept.length).flatMap((move) => move.guests);
  return [...new Set(guests)].sort((a, b) => a - b);
}

function explain({ guests }: ClusterSnapshot, vmid: number, reason: string): Unresolved {
  const name = guests.find((guest) => guest.vmid === vmid)?.name;
  const subject = Number.isNaN(vmid) ? "target" : `guest ${vmid}${name === undefined ? "" : ` (${name})`}`;
  return { kind: "target", subject, reason };
}

function describe({ nodeNames, vmids }: ClusterIndex, moves: readonly UnitMove[], move: Move): string {
  const own = moves.filter((other) => other.guests[0] === move.guests[0]);
  const [to, goal] = [nodeNames[move.to] ?? "", nodeNames[own.at(-1)?.to ?? -1] ?? ""];
  const together =
    move.guests.length > 1 ? ` The guests ${move.guests.map((guest) => vmids[guest]).join(", ")} stay together.` : "";
  if (own.length === 1) {
    return `Goes to ${to}, as the target says.${together}`;
  }
  const from = nodeNames[move.from] ?? "";
  return move === own[0]
    ? `Waits on ${to}, because guests are in each other's way: it makes room on ${from} and goes on to ${goal} later.${together}`
    : `Goes on from ${from} to ${to}, as the target says, now that there is room.${together}`;
}
