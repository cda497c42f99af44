import type { Entry } from "./batches.js";
import { judgeMove } from "./judge-move.js";
import type { Judgement } from "./judge-move.js";
import type { Objection } from "./problem-texts.js";
import { nodeOfGuest, placeGuest } from "./scene.js";
import type { Scene } from "./scene.js";

/** What a look at the whole list found before anything is started. */
export interface ListCheck {
  /** Migrations whose guests are already where the list wants them in the end. */
  readonly alreadyThere: readonly Entry[];
  /** Migrations that the cluster as it is now does not allow. */
  readonly stale: readonly Objection[];
  readonly notAllowed: readonly Objection[];
}

/** Checks a list in the order in which it will be executed, each migration on the cluster as those before leave it. */
export function checkList(scene: Scene, batches: readonly (readonly Entry[])[]): ListCheck {
  const entries = batches.flat();
  const destinations = new Map(entries.map(({ request }) => [request.vmid, request.to]));
  const isSettled = ({ request }: Entry): boolean =>
    nodeOfGuest(scene, request.vmid) === destinations.get(request.vmid);
  const alreadyThere = entries.filter(isSettled);
  const waiting = entries.filter((entry) => !alreadyThere.includes(entry));
  const stale: Objection[] = [];
  const notAllowed: Objection[] = [];
  for (const [at, { request }] of waiting.entries()) {
    const judgement = judgeMove(scene, request, companionsOf(scene, request, waiting.slice(at + 1)));
    placeGuest(scene, request.vmid, request.to);
    const reason = reasonOf(judgement);
    if (reason !== null) (judgement.kind === "not allowed" ? notAllowed : stale).push({ request, reason });
  }
  return { alreadyThere, stale, notAllowed };
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

function reasonOf(judgement: Judgement): string | null {
  switch (judgement.kind) {
    case "possible":
    case "already there":
      return null;
    case "changed":
    case "crowded":
    case "not allowed":
      return judgement.reason;
  }
}
