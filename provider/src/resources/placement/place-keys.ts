import type { Diagnostics } from "../../framework/diagnostics.js";
import type { Inventory } from "../../inventory/take-snapshot.js";
import type { AskedGuest } from "../../placing/asked-guest.js";
import { findGuest } from "../../placing/existing-guest.js";
import type { Newcomer } from "../../placing/newcomers.js";
import { roomOfNewcomers, withNewcomers } from "../../placing/newcomers.js";
import { placeNewGuests } from "../../placing/place-new-guests.js";
import { knownStorages } from "../../placing/storage-room.js";
import { warnAboutHome } from "../../placing/warn-about-home.js";
import type { Policy } from "../../planning/model/policy.js";

/** The cluster, and the guests that were given a node before. */
export interface PlacementScene {
  readonly inventory: Inventory;
  readonly policy: Policy;
  /** Guests with a node that do not exist yet: they will come, so their resources are taken. */
  readonly awaited: readonly Newcomer[];
}

/**
 * Finds nodes for keys that have none: guests that exist keep theirs, the others are placed, all or none.
 * Returns undefined after adding errors.
 */
export const placeKeys = (
  { inventory, policy, awaited }: PlacementScene,
  asked: readonly AskedGuest[],
  diagnostics: Diagnostics,
): readonly Newcomer[] | undefined => {
  const { snapshot } = inventory;
  const found = asked.map((guest) => findGuest(snapshot, guest, diagnostics));
  if (diagnostics.hasErrors) return undefined;
  const homes = found.flatMap(({ asked: own, guest }) => (guest === null ? [] : [{ asked: own, guest }]));
  for (const home of homes) warnAboutHome({ ...home, snapshot, policy }, diagnostics);
  const fresh = found.filter(({ guest }) => guest === null).map(({ asked: own }) => own);
  const storages = knownStorages(inventory);
  const scene = {
    policy,
    inventory: { storages, snapshot: withNewcomers(snapshot, awaited) },
    taken: roomOfNewcomers({ storages }, awaited),
  };
  const placements = placeNewGuests(scene, fresh, diagnostics)?.placements;
  if (placements === undefined) return undefined;
  return [
    ...homes.map(({ asked: own, guest }) => ({ asked: own, node: guest.node })),
    ...fresh.map((own, position) => ({ asked: own, node: placements[position]?.node ?? "" })),
  ];
};
