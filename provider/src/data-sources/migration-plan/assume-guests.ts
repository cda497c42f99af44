import type { Diagnostics } from "../../framework/diagnostics.js";
import type { Inventory } from "../../inventory/take-snapshot.js";
import { askedGuests } from "../../placing/asked-guest.js";
import { findGuest } from "../../placing/existing-guest.js";
import type { GuestModel } from "../../placing/guest-attributes.js";
import { withNewcomers } from "../../placing/newcomers.js";
import { tryToPlace } from "../../placing/place-new-guests.js";
import type { ClusterSnapshot } from "../../planning/model/cluster-snapshot.js";
import type { Unresolved } from "../../planning/model/migration-plan.js";
import type { Placement } from "../../planning/model/placement.js";
import type { Policy } from "../../planning/model/policy.js";

/** The cluster with the assumed guests in it, and where each of them is. */
export interface Assumption {
  readonly snapshot: ClusterSnapshot;
  /** Node by key of the guest. */
  readonly assignments: ReadonlyMap<string, string>;
  /** Guests that no node can take. */
  readonly unresolved: readonly Unresolved[];
  /** Full sentences about what was left out of the policy and of what the guests ask for. */
  readonly warnings: readonly string[];
}

const unplaced = (key: string, { candidates }: Placement): Unresolved => ({
  kind: "capacity",
  subject: `assumed guest "${key}"`,
  reason: `No node can take it. ${candidates.flatMap(({ reasons }) => reasons.slice(0, 1)).join(" ")}`.trim(),
});

/**
 * Puts guests that do not exist yet on the nodes that they would be given; those that exist are there already.
 * Returns undefined after adding errors.
 */
export const assumeGuests = (
  { inventory, policy }: { readonly inventory: Inventory; readonly policy: Policy },
  guests: ReadonlyMap<string, GuestModel>,
  diagnostics: Diagnostics,
): Assumption | undefined => {
  const { snapshot } = inventory;
  const found = askedGuests("assume_guests", guests).map((asked) => findGuest(snapshot, asked, diagnostics));
  if (diagnostics.hasErrors) return undefined;
  const fresh = found.filter(({ guest }) => guest === null).map(({ asked }) => asked);
  const batch = tryToPlace({ inventory, policy }, fresh, diagnostics);
  if (batch === undefined) return undefined;
  const { placements, warnings } = batch;
  const placed = fresh.flatMap((asked, position) => {
    const node = placements[position]?.node ?? null;
    return node === null ? [] : [{ asked, node }];
  });
  const homes = found.flatMap(({ asked, guest }) => (guest === null ? [] : [{ asked, node: guest.node }]));
  return {
    snapshot: withNewcomers(snapshot, placed),
    assignments: new Map([...homes, ...placed].map(({ asked, node }) => [asked.key ?? "", node])),
    unresolved: placements.filter(({ node }) => node === null).map((placement) => unplaced(placement.key, placement)),
    warnings,
  };
};
