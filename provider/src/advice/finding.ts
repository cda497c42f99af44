import type { GuestDisk } from "../planning/model/cluster-snapshot.js";

/** What the prechecks found about one guest. */
export interface Finding {
  readonly vmid: number;
  /** Full sentences; not empty means that the guest can move nowhere. */
  readonly everywhere: readonly string[];
  /** Full sentences by the nodes that are ruled out. */
  readonly atNodes: ReadonlyMap<string, readonly string[]>;
  readonly localDiskBytes: number;
  /** The disks that are to be copied, per storage. */
  readonly disks: readonly GuestDisk[];
  /** Snapshots that hold disks on storage that is not shared. */
  readonly localSnapshots: readonly string[];
  /** Guests that the HA manager moves along. */
  readonly movesAlong: readonly number[];
  /** Bridges that Proxmox does not show to the caller, so that nobody knows where they are missing. */
  readonly hiddenBridges: readonly string[];
  /** Why Proxmox did not let itself be asked, in a full sentence; null when it did. */
  readonly unchecked: string | null;
}

/** Returns the finding of a guest that nothing is known against. */
export function nothingFound(vmid: number): Finding {
  return {
    vmid,
    everywhere: [],
    atNodes: new Map(),
    localDiskBytes: 0,
    disks: [],
    localSnapshots: [],
    movesAlong: [],
    hiddenBridges: [],
    unchecked: null,
  };
}

/** Says whether a finding gives reason to plan a move to this node anew. */
export function isTelling({ everywhere, atNodes, localDiskBytes, movesAlong }: Finding, to: string): boolean {
  return everywhere.length > 0 || atNodes.has(to) || localDiskBytes > 0 || movesAlong.length > 0;
}

/** Returns the finding with one more reason against one node; a reason that is known already is not repeated. */
export function withReason(finding: Finding, node: string, reason: string): Finding {
  const known = finding.atNodes.get(node) ?? [];
  return known.includes(reason)
    ? finding
    : { ...finding, atNodes: new Map([...finding.atNodes, [node, [...known, reason]]]) };
}
