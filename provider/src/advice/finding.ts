/** What the prechecks found about one guest. */
export interface Finding {
  readonly vmid: number;
  /** Full sentences; not empty means that the guest can move nowhere. */
  readonly everywhere: readonly string[];
  /** Full sentences by the nodes that are ruled out. */
  readonly atNodes: ReadonlyMap<string, readonly string[]>;
  readonly localDiskBytes: number;
  /** Guests that the HA manager moves along. */
  readonly movesAlong: readonly number[];
  /** Why Proxmox did not let itself be asked, in a full sentence; null when it did. */
  readonly unchecked: string | null;
}

/** Returns the finding of a guest that nothing is known against. */
export function nothingFound(vmid: number): Finding {
  return { vmid, everywhere: [], atNodes: new Map(), localDiskBytes: 0, movesAlong: [], unchecked: null };
}

/** Says whether a finding gives reason to plan anew. */
export function isTelling({ everywhere, atNodes, localDiskBytes, movesAlong }: Finding): boolean {
  return everywhere.length > 0 || atNodes.size > 0 || localDiskBytes > 0 || movesAlong.length > 0;
}
