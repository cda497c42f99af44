import type { Policy } from "../planning/model/policy.js";
import type { BlockedNode, MigrationBlockers } from "./migration-blockers.js";

/** What stands against moving a guest under one policy, in full sentences. */
export interface MigrationObjections {
  /** Not empty means that the guest can move nowhere. */
  readonly everywhere: readonly string[];
  /** By the nodes that are ruled out. */
  readonly atNodes: ReadonlyMap<string, readonly string[]>;
}

/** Judges what Proxmox said beforehand by how the policy lets guests migrate. */
export function objectionsUnder({ migration }: Policy, blockers: MigrationBlockers): MigrationObjections {
  const disks =
    blockers.disks.length === 0 || migration.withLocalDisks
      ? []
      : ["The guest has disks on storage that is not shared, and `with_local_disks` is false."];
  // Disks that go to another storage do not need the one that they are on; what is on shared storage stays there.
  const isElsewhere = (storage: string): boolean =>
    blockers.copiedStorages.includes(storage) && covers(migration.targetStorage, storage);
  const isHelped = ({ onlyLacks }: BlockedNode): boolean => onlyLacks.length > 0 && onlyLacks.every(isElsewhere);
  const nodes = blockers.blockedNodes.filter((blocked) => !isHelped(blocked));
  return {
    everywhere: [...blockers.blocked, ...disks],
    atNodes: new Map(nodes.map(({ node, reasons }) => [node, reasons])),
  };
}

/** The target is one storage for all, a map `from:to,…`, or both; `1` stands for the storages that the disks are on. */
function covers(target: string | null, storage: string): boolean {
  return (target ?? "").split(",").some((entry) => {
    const [from = "", to] = entry.split(":");
    return to === undefined ? from !== "" && from !== "1" : from === storage;
  });
}
