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

/**
 * Finds nodes for guests that do not exist yet, all or none; undefined after adding errors. Proxmox is asked about the guests
 * that would make room, and what stands against their moves is avoided.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export const placeChecked = async (
  { client }: Pick<ClusterAccess, "client">,
  { scene, asked, diagnostics }: Question,
  signal: AbortSignal,
): Promise<Placed | undefined> => {
  const { inventory, policy } = scene;
  const planOn = (snapshot: PlacingScene["inventory"]["snapshot"]) => {
    const notes = new Diagnostics();
    const batch = placeNewGuests({ ...scene, inventory: { ...inventory, snapshot } }, asked, notes);
    return { batch, notes, migrations: batch?.migrations ?? [] };
  };
  const task = { snapshot: inventory.snapshot, policy, storages: inventory.storages, planOn };
  const { plan } = await repeatUntilChecked(client, task, signal);
  // What was found on the way is of no interest any more.
  diagnostics.append(plan.notes.items);
  return plan.batch;
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
