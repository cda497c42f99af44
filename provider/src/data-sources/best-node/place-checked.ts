import { coexistenceWarning } from "../../advice/coexistence-warning.js";
import { repeatUntilChecked } from "../../advice/plan-with-prechecks.js";
import { Diagnostics } from "../../framework/diagnostics.js";
import type { ClusterAccess } from "../../inventory/cluster-access.js";
import type { AskedGuest } from "../../placing/asked-guest.js";
import { placeNewGuests } from "../../placing/place-new-guests.js";
import type { PlacingScene } from "../../placing/place-on-storages.js";
import type { PlacedBatch } from "../../planning/model/placement.js";

/** Where new guests go, and what has to move before they come. */
export type Placed = Pick<PlacedBatch, "placements" | "migrations">;

interface Question {
  readonly scene: PlacingScene;
  readonly asked: readonly AskedGuest[];
  readonly diagnostics: Diagnostics;
}

/** A way to place new guests in a cluster, and the cluster. */
interface PlacingTask<T> {
  readonly scene: PlacingScene;
  /** Places them in a cluster in which what is blocked is forbidden. */
  readonly place: (scene: PlacingScene) => T;
}

/**
 * Places new guests, asks Proxmox about the guests that would make room, forbids what stands against their moves, and places
 * again; without a client once.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export const placeUntilChecked = async <T extends Pick<PlacedBatch, "migrations">>(
  { client }: Pick<ClusterAccess, "client">,
  { scene, place }: PlacingTask<T>,
  signal: AbortSignal,
): Promise<T> => {
  const { inventory, policy } = scene;
  const planOn = (snapshot: PlacingScene["inventory"]["snapshot"]): T =>
    place({ ...scene, inventory: { ...inventory, snapshot } });
  const task = { snapshot: inventory.snapshot, policy, storages: inventory.storages, planOn };
  return (await repeatUntilChecked(client, task, signal)).plan;
};

/**
 * Finds nodes for guests that do not exist yet, all or none; undefined after adding errors. Guests make room only by moves that
 * Proxmox has nothing against.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export const placeChecked = async (
  cluster: Pick<ClusterAccess, "client">,
  { scene, asked, diagnostics }: Question,
  signal: AbortSignal,
): Promise<Placed | undefined> => {
  const place = (scene: PlacingScene) => {
    const notes = new Diagnostics();
    const batch = placeNewGuests(scene, asked, notes);
    return { batch, notes, migrations: batch?.migrations ?? [] };
  };
  const { batch, notes } = await placeUntilChecked(cluster, { scene, place }, signal);
  // What was found on the way is of no interest any more.
  diagnostics.append(notes.items);
  return batch;
};

/** Warns when the answer is true only after existing guests have moved. */
export const warnAboutMoves = ({ migrations }: Placed, diagnostics: Diagnostics): void => {
  if (migrations.length === 0) return;
  const count = migrations.length === 1 ? "One existing guest has" : `${migrations.length} existing guests have`;
  diagnostics.warning(
    "Room Has to Be Made",
    `${count} to move before there is room for the new guests; see "moves". Hand the list to "migrations" of proxlb_balance and let the ` +
      "new guests depend on it.",
  );
  const coexistence = coexistenceWarning({ migrations });
  if (coexistence !== null) diagnostics.warning("Guests Managed Elsewhere", coexistence);
};
