import type { PveClient } from "../pve/client.js";
import type { ClusterAccess } from "./cluster-access.js";
import type { Inventory } from "./take-snapshot.js";
import { takeSnapshot } from "./take-snapshot.js";

/**
 * Long enough for all reads of one walk, which come at once; short enough that a guest which this very run has just
 * created is seen by the next one.
 */
const SHARED_FOR_MS = 2_000;

interface SharedInventory {
  readonly startedAt: number;
  /** Of the caller who started it; its end must not be that of the others. */
  readonly signal: AbortSignal;
  readonly inventory: Promise<Inventory>;
}

/**
 * Returns access to a running cluster. Reads that come at the same time or within two seconds share one inventory; one
 * that fails is not kept.
 */
export const liveCluster = (client: PveClient, now: () => Date): ClusterAccess => {
  let shared: SharedInventory | undefined;

  const take = (signal: AbortSignal): Promise<Inventory> => {
    const inventory = takeSnapshot(client, { takenAt: now().toISOString() }, signal);
    const entry = { startedAt: now().getTime(), signal, inventory };
    shared = entry;
    inventory.catch(() => {
      if (shared === entry) shared = undefined;
    });
    return inventory;
  };

  const join = (entry: SharedInventory, signal: AbortSignal): Promise<Inventory> =>
    entry.inventory.catch((error: unknown) => {
      if (entry.signal.aborted && !signal.aborted) return take(signal);
      throw error;
    });

  const inventory = (signal: AbortSignal): Promise<Inventory> => {
    const isFresh = shared !== undefined && now().getTime() - shared.startedAt < SHARED_FOR_MS;
    return shared !== undefined && isFresh ? join(shared, signal) : take(signal);
  };

  return { client, inventory, freshInventory: take };
};
