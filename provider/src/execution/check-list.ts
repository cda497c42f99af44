import type { Entry } from "./batches.js";
import { judgeMove } from "./judge-move.js";
import type { Judgement } from "./judge-move.js";
import type { Objection } from "./problem-texts.js";
import { nodeOfGuest, placeGuest } from "./scene.js";
import type { Scene } from "./scene.js";

/** What a look at the whole list found before anything is started. */
export interface ListCheck {
  /** Migrations that have brought their guests where they are, as far as that is on their way. */
  readonly alreadyThere: readonly Entry[];
  /** Earlier migrations of these guests, which nobody needs any more. */
  readonly passed: readonly Entry[];
  /** Migrations that are left, in their order. */
  readonly waiting: readonly Entry[];
  readonly objections: readonly Objection[];
}

/**
 * Checks a list in the order in which it will be executed, each migration on the cluster as those before leave it. Guests
 * that are `underWay` to a listed target are locked, and are judged only when they have arrived.
 */
export function checkList(
  scene: Scene,
  batches: readonly (readonly Entry[])[],
  underWay: ReadonlySet<number>,
): ListCheck {
  const entries = batches.flat();
  const reached = new Map<number, number>();
  for (const [at, { request }] of entries.entries()) {
    if (nodeOfGuest(scene, request.vmid) === request.to) reached.set(request.vmid, at);
  }
  const reachedAt = ({ request }: Entry): number => reached.get(request.vmid) ?? -1;
  const alreadyThere = entries.filter((entry, at) => at === reachedAt(entry));
  const passed = entries.filter((entry, at) => at < reachedAt(entry));
  const waiting = entries.filter((entry, at) => at > reachedAt(entry));
  const objections: Objection[] = [];
  for (const [at, { request }] of waiting.entries()) {
    const judgement = judgeMove(scene, request, companionsOf(scene, request, waiting.slice(at + 1)));
    placeGuest(scene, request.vmid, request.to);
    if (!underWay.has(request.vmid)) objections.push(...objectionsIn(request, judgement));
  }
  return { alreadyThere, passed, waiting, objections };
}

/** Lists the guests that other migrations take the same way, from the node that they share now to the same target. */
export function companionsOf(
  scene: Scene,
  { vmid, to }: Entry["request"],
  others: readonly Entry[],
): readonly number[] {
  const from = nodeOfGuest(scene, vmid);
  return others
    .map(({ request }) => request)
    .filter((other) => other.to === to && other.vmid !== vmid && nodeOfGuest(scene, other.vmid) === from)
    .map((other) => other.vmid);
}

/** Returns what a judgement has against a migration: one objection or none. */
export function objectionsIn(request: Objection["request"], judgement: Judgement): readonly Objection[] {
  switch (judgement.kind) {
    case "possible":
    case "already there":
      return [];
    case "changed":
    case "crowded":
    case "against a rule":
    case "left alone":
    case "not allowed":
      return [{ request, kind: judgement.kind, reason: judgement.reason }];
  }
}
