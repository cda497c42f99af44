import type { PveClient } from "../pve/client.js";
import type { Inventory } from "./take-snapshot.js";

/** How a provider looks at its cluster. */
export interface ClusterAccess {
  /** Returns an inventory that all reads of one run share: several data sources then plan on the same view. */
  inventory(signal: AbortSignal): Promise<Inventory>;
  /** Takes an inventory now, and forgets the shared one. */
  freshInventory(signal: AbortSignal): Promise<Inventory>;
  /** The connection, or null when the cluster is a captured snapshot and nothing can be executed. */
  readonly client: PveClient | null;
}
