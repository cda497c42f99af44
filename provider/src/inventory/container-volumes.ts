import type { GuestConfigWire } from "../pve/schemas/guest-config.js";
import type { BlockedNode, MigrationBlockers } from "./migration-blockers.js";

/** A storage as one node sees it; a node that may not use it has none. */
export interface StoragePlace {
  readonly storage: string;
  readonly node: string;
  readonly shared: boolean;
}

/** What a container is made of, and which storages there are. */
export interface ContainerSurroundings {
  readonly config: GuestConfigWire;
  readonly storages: readonly StoragePlace[];
}

interface Mount {
  readonly key: string;
  /** Volume id, or a path of the host. */
  readonly volume: string;
  readonly storage: string;
  readonly bytes: number;
  /** Whether the configuration says that it is the same on every node. */
  readonly shared: boolean;
}

/**
 * Adds what Proxmox does not tell of a container beforehand, but refuses or copies: mounts of the node's own directories and
 * devices, volumes on storage that is not shared, and nodes that may not use a storage. A storage that is not listed counts as not
 * shared, so that no volume is copied against the policy.
 */
export function withContainerVolumes(
  blockers: MigrationBlockers,
  { config, storages }: ContainerSurroundings,
): MigrationBlockers {
  const mounts = mountsIn(config);
  const shared = new Set(storages.filter((place) => place.shared).map(({ storage }) => storage));
  const volumes = mounts.filter(({ storage }) => storage !== "");
  const local = volumes.filter(({ storage }) => !shared.has(storage));
  const bound = mounts.filter((mount) => mount.storage === "" && !mount.shared);
  const names = [...new Set(local.map(({ storage }) => storage))];
  return {
    ...blockers,
    blocked: [...blockers.blocked, ...bound.map(boundReason)],
    blockedNodes: withMissingStorages(
      blockers.blockedNodes,
      volumes.map(({ storage }) => storage),
      storages,
    ),
    localDiskBytes: local.reduce((sum, { bytes }) => sum + bytes, 0),
    disks: names.map((storage) => ({
      storage,
      bytes: local.filter((mount) => mount.storage === storage).reduce((sum, { bytes }) => sum + bytes, 0),
    })),
    copiedStorages: names,
  };
}

function mountsIn(config: GuestConfigWire): readonly Mount[] {
  return Object.entries(config)
    .filter(([key]) => /^(?:rootfs|mp\d+|unused\d+)$/.test(key))
    .map(([key, text]) => mountFrom(key, text));
}

function mountFrom(key: string, text: string): Mount {
  const [first = "", ...options] = text.split(",");
  const volume = first.replace(/^volume=/, "");
  const storage = volume.startsWith("/") ? "" : (volume.split(":")[0] ?? "");
  return { key, volume, storage, bytes: sizeIn(options), shared: options.includes("shared=1") };
}

const FACTORS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

/** Sizes read `size=8G`, in powers of 1024; 0 where there is none. */
function sizeIn(options: readonly string[]): number {
  const text = options.find((option) => option.startsWith("size=")) ?? "";
  const [, digits = "0", unit = ""] = /^size=(\d+(?:\.\d+)?)([KMGT]?)$/.exec(text) ?? [];
  return Math.round(Number(digits) * (FACTORS[unit] ?? 1));
}

function boundReason({ key, volume }: Mount): string {
  return (
    `The container mounts ${volume} of its node (${key}), which Proxmox VE does not migrate. ` +
    "Where every node has the same there, say so with shared=1."
  );
}

function withMissingStorages(
  blockedNodes: readonly BlockedNode[],
  used: readonly string[],
  storages: readonly StoragePlace[],
): readonly BlockedNode[] {
  const listed = [...new Set(used)].filter((name) => storages.some(({ storage }) => storage === name));
  const nodes = [...new Set([...storages.map(({ node }) => node), ...blockedNodes.map(({ node }) => node)])].sort();
  return nodes.flatMap((node) => {
    const known = blockedNodes.find((blocked) => blocked.node === node);
    const missing = listed.filter((name) => !storages.some((place) => place.storage === name && place.node === node));
    if (missing.length === 0) return known === undefined ? [] : [known];
    const reasons = [`Storage ${missing.join(", ")} is not available on ${node}.`, ...(known?.reasons ?? [])];
    return [{ node, reasons, onlyLacks: known === undefined ? missing : [], onlyBecauseOf: [] }];
  });
}
