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
    blockers.localDiskBytes === 0 || migration.withLocalDisks
      ? []
      : ["The guest has disks on storage that is not shared, and `with_local_disks` is false."];
  // Disks that go to another storage do not need the one that they are on.
  const isHelped = ({ onlyStorages }: BlockedNode): boolean => onlyStorages && migration.targetStorage !== null;
  const nodes = blockers.blockedNodes.filter((blocked) => !isHelped(blocked));
  return {
    everywhere: [...blockers.blocked, ...disks],
    atNodes: new Map(nodes.map(({ node, reasons }) => [node, reasons])),
  };
}
