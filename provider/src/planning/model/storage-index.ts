/** Space that a guest takes on one storage. */
export interface DiskNeed {
  /** Position in `StorageIndex.ids`. */
  readonly storage: number;
  readonly bytes: number;
}

/** Which storages nodes have, and what guests need of them. */
export interface StorageIndex {
  readonly ids: readonly string[];
  /**
   * Bytes free at the start, `[node * ids.length + storage]`: Infinity on shared storage, where a migration copies nothing,
   * and NaN where the node does not have the storage.
   */
  readonly free: Float64Array;
  /** 1 for nodes whose storages are known; the others are taken to have what is needed. */
  readonly known: Uint8Array;
  /** What each guest takes on the node that it starts on; empty where that is not known. */
  readonly atHome: readonly (readonly DiskNeed[])[];
  /** What each guest takes on any other node: the policy may send local disks to another storage. */
  readonly elsewhere: readonly (readonly DiskNeed[])[];
}
