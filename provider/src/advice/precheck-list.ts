import type { Inventory } from "../inventory/take-snapshot.js";
import type { ClusterSnapshot } from "../planning/model/cluster-snapshot.js";
import type { Policy } from "../planning/model/policy.js";
import type { PveClient } from "../pve/client.js";
import type { Finding } from "./finding.js";
import { withKnownDisks } from "./forbid-what-is-blocked.js";
import { Prechecks } from "./prechecks.js";
import type { Travel } from "./travel.js";

/** Migrations that somebody wants, in the order in which they will be carried out, and the cluster as it is. */
export interface ListQuery {
  readonly inventory: Pick<Inventory, "snapshot" | "storages">;
  readonly policy: Policy;
  readonly migrations: readonly { readonly vmid: number; readonly to: string }[];
}

/** What stands against the migrations of a list. */
export interface ListAnswer {
  /** The cluster with the disks that the guests take along. */
  readonly snapshot: ClusterSnapshot;
  /** One for each migration, in the order of the list. */
  readonly verdicts: readonly ListVerdict[];
}

/** What stands against one migration, and whom the HA manager would move along. */
export interface ListVerdict {
  /** Full sentences; empty when nothing is known against it. */
  readonly reasons: readonly string[];
  readonly movesAlong: readonly number[];
}

/**
 * Asks about a list what is asked about a plan (see Prechecks), so that a list that somebody wrote is checked as well. Guests and
 * nodes that do not exist are passed over. A guest that the credentials may not migrate counts as blocked.
 *
 * @throws PveError when the cluster does not answer; the signal's reason.
 */
export async function precheckList(
  client: PveClient,
  { inventory, policy, migrations }: ListQuery,
  signal: AbortSignal,
): Promise<ListAnswer> {
  const { snapshot, storages } = inventory;
  const travels = travelsIn(snapshot, migrations);
  const prechecks = new Prechecks(client, { snapshot, policy, storages });
  await prechecks.askAbout([...travels.values()], signal);
  const told: Told = { guests: new Set(), rights: new Set() };
  const verdicts = migrations.map((migration): ListVerdict => {
    const finding = travels.has(migration) ? prechecks.findings.get(migration.vmid) : undefined;
    if (finding === undefined) return { reasons: [], movesAlong: [] };
    return { reasons: reasonsFor(finding, migration.to, told), movesAlong: finding.movesAlong };
  });
  return { snapshot: withKnownDisks(snapshot, prechecks.findings), verdicts };
}

/** Of which guests what stands against them wherever they go was told, and which missing rights; changed in place. */
interface Told {
  readonly guests: Set<number>;
  readonly rights: Set<string>;
}

/** What stands against a guest wherever it goes is told once, and so is a right that is missing for all guests. */
function reasonsFor({ vmid, everywhere, unchecked, atNodes }: Finding, to: string, told: Told): readonly string[] {
  const general = told.guests.has(vmid) ? [] : everywhere;
  const right = unchecked === null || told.rights.has(unchecked) ? [] : [unchecked];
  told.guests.add(vmid);
  for (const text of right) told.rights.add(text);
  return [...general, ...right, ...(atNodes.get(to) ?? [])];
}

/** Lets each migration of a guest begin where the one before ends. */
function travelsIn(
  { guests, nodes }: ClusterSnapshot,
  migrations: ListQuery["migrations"],
): ReadonlyMap<ListQuery["migrations"][number], Travel> {
  const known = new Map(guests.map((guest) => [guest.vmid, guest]));
  const names = new Set(nodes.map(({ name }) => name));
  const places = new Map(guests.map(({ vmid, node }) => [vmid, node]));
  const travels = new Map<ListQuery["migrations"][number], Travel>();
  for (const migration of migrations) {
    const { vmid, to } = migration;
    const guest = known.get(vmid);
    const from = places.get(vmid);
    if (guest === undefined || from === undefined || !names.has(to)) continue;
    travels.set(migration, { vmid, type: guest.type, from, to, isOff: guest.status === "stopped" });
    places.set(vmid, to);
  }
  return travels;
}
