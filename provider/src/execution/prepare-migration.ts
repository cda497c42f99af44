import { withContainerVolumes } from "../inventory/container-volumes.js";
import { migrationBlockers } from "../inventory/migration-blockers.js";
import type { MigrationBlockers } from "../inventory/migration-blockers.js";
import { objectionsUnder } from "../inventory/migration-objections.js";
import type { Guest } from "../planning/model/cluster-snapshot.js";
import type { PveClient } from "../pve/client.js";
import { readClusterResources } from "../pve/endpoints/cluster.js";
import { readGuestConfig } from "../pve/endpoints/guest.js";
import { messageOf, patiently, SHORT_OUTAGE_MS } from "./patience.js";
import type { RunContext } from "./run-context.js";

/** What Proxmox VE says just before a migration. */
export type Preparation =
  | { readonly kind: "ready"; readonly localDiskBytes: number; readonly movesAlong: readonly number[] }
  | { readonly kind: "blocked"; readonly reason: string };

/** Where guests may be taken along to, listed or not; a guest with several hops has several such places. */
export type Destinations = ReadonlyMap<number, ReadonlySet<string>>;

/** Asks what stands against a migration just before it starts; one request, and two more for a container. */
export async function prepareMigration(
  context: Omit<RunContext, "cluster" | "precheck">,
  { guest, to, listed }: { readonly guest: Guest; readonly to: string; readonly listed: Destinations },
  signal: AbortSignal,
): Promise<Preparation> {
  const ask = () => blockersOf(context.client, guest, signal);
  try {
    const blockers = await patiently(context, { limitMs: SHORT_OUTAGE_MS }, ask, signal);
    const { everywhere, atNodes } = objectionsUnder(context.policy, blockers);
    const reasons = [...everywhere, ...(atNodes.get(to) ?? []), ...unlistedCompany(blockers, to, listed)];
    const { localDiskBytes, movesAlong } = blockers;
    return reasons.length === 0
      ? { kind: "ready", localDiskBytes, movesAlong }
      : { kind: "blocked", reason: reasons.join(" ") };
  } catch (failure) {
    signal.throwIfAborted();
    return { kind: "blocked", reason: messageOf(failure) };
  }
}

/** Of a container Proxmox says nothing about its volumes, so they are taken from its configuration. */
async function blockersOf(client: PveClient, guest: Guest, signal: AbortSignal): Promise<MigrationBlockers> {
  const blockers = await migrationBlockers(client, guest, signal);
  if (guest.type === "vm" || blockers.blocked.length > 0) return blockers;
  const [config, { storages }] = await Promise.all([
    readGuestConfig(client, guest, signal),
    readClusterResources(client, "storage", signal),
  ]);
  const places = storages.map(({ storage, node, shared }) => ({ storage, node, shared: shared ?? false }));
  return withContainerVolumes(blockers, { config, storages: places });
}

/**
 * Only what a plan has shown may move; the HA manager would move guests along that no plan has shown. Says so in full sentences, or
 * gives none.
 */
export function unlistedCompany(
  { movesAlong }: Pick<MigrationBlockers, "movesAlong">,
  to: string,
  listed: Destinations,
): readonly string[] {
  const unlisted = movesAlong.filter((vmid) => listed.get(vmid)?.has(to) !== true);
  return unlisted.length === 0
    ? []
    : [
        `The HA manager would move guest ${unlisted.join(", ")} along to ${to}, which is not on the list. ` +
          "List these guests with the same target.",
      ];
}
