import type { NodeStorage } from "../inventory/take-snapshot.js";
import type { PlannedMigration } from "../planning/model/migration-plan.js";
import type { Policy } from "../planning/model/policy.js";
import { withReason } from "./finding.js";
import type { Finding } from "./finding.js";

/** What Proxmox calls the content that the disks of VMs and containers are. */
const CONTENT: Readonly<Record<PlannedMigration["type"], string>> = { vm: "images", ct: "rootdir" };

/** What is known about storages, and which guests it concerns. */
export interface TargetStorageScope {
  readonly type: PlannedMigration["type"];
  readonly policy: Policy;
  readonly storages: readonly NodeStorage[];
  readonly nodes: readonly string[];
}

/**
 * Adds the nodes on which the storage that local disks are to go to is missing or does not take disks; Proxmox finds the latter
 * out only while it migrates. Where no storage is known, nobody may look at them, and nothing is added.
 */
export function withTargetStorage(finding: Finding, { type, policy, storages, nodes }: TargetStorageScope): Finding {
  const { targetStorage } = policy.migration;
  if (targetStorage === null || finding.localDiskBytes === 0) return finding;
  const named = storages.filter(({ storage }) => storage === targetStorage);
  if (named.length === 0) return finding;
  return nodes.reduce((so, node) => {
    const there = named.find((storage) => storage.node === node && storage.available);
    if (there === undefined) return withReason(so, node, `Storage ${targetStorage} is not available on ${node}.`);
    return there.content.includes(CONTENT[type])
      ? so
      : withReason(so, node, `Storage ${targetStorage} does not take disks of guests (${CONTENT[type]}) on ${node}.`);
  }, finding);
}
