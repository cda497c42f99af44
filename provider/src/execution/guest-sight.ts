import { guestFromRow } from "../inventory/guests.js";
import type { Guest } from "../planning/model/cluster-snapshot.js";
import { readClusterResources } from "../pve/endpoints/cluster.js";
import { LONG_OUTAGE_MS, patiently } from "./patience.js";
import type { RunContext } from "./run-context.js";

/** Where a guest really is, and how old the figures of the nodes are at that moment. */
export interface GuestSight {
  /** Undefined when the guest no longer exists. */
  readonly guest: Guest | undefined;
  /** Uptime in seconds per node as last published. */
  readonly publishedUptimes: ReadonlyMap<string, number>;
}

/** A guest that is handed from node to node may be on no list for a moment; only one that stays away is gone. */
export const LOOKS_BEFORE_GONE = 3;

/** Pause between two looks at what may be a passing gap, in milliseconds. */
export const LOOK_AGAIN_MS = 1_000;

/** Looks where a guest is; one request, repeated through short outages and while the guest is missing. */
export async function lookAtGuest(context: RunContext, vmid: number, signal: AbortSignal): Promise<GuestSight> {
  for (let look = 1; ; look += 1) {
    const sight = await lookOnce(context, vmid, signal);
    if (sight.guest !== undefined || look >= LOOKS_BEFORE_GONE) return sight;
    await context.clock.sleep(LOOK_AGAIN_MS, signal);
  }
}

async function lookOnce(context: RunContext, vmid: number, signal: AbortSignal): Promise<GuestSight> {
  const read = () => readClusterResources(context.client, null, signal);
  const { guests, nodes } = await patiently(context, { limitMs: LONG_OUTAGE_MS }, read, signal);
  const row = guests.find((guest) => guest.vmid === vmid);
  return {
    guest: row === undefined ? undefined : guestFromRow(row),
    publishedUptimes: new Map(
      nodes.flatMap(({ node, figures }) => {
        const uptime = figures?.uptime ?? null;
        return uptime === null ? [] : [[node, uptime]];
      }),
    ),
  };
}

const MIGRATION_LOCKS: ReadonlySet<string> = new Set(["migrate", "ha-migrate", "ha-relocate"]);

/** Says whether a guest is just being migrated, by itself or by the HA manager. */
export function isMigrating({ lock }: Guest): boolean {
  return lock !== null && MIGRATION_LOCKS.has(lock);
}
