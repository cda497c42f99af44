import * as z from "zod";
import { decodeAt, rowsOf, ShapeError } from "../decode.js";
import type { Decoder } from "../decode.js";
import { cpuCount, cpuFraction } from "./cpu-values.js";
import { guestId, nodeName, wireBoolean, wireInteger, wireNumberAs, wireText } from "./wire-values.js";

const guestIdentity = z.object({
  type: z.enum(["qemu", "lxc"]),
  vmid: guestId,
  node: nodeName,
  status: z.string().min(1),
  name: wireText.nullish(),
  template: wireBoolean.nullish(),
  pool: wireText.nullish(),
  tags: wireText.nullish(),
  lock: wireText.nullish(),
  hastate: wireText.nullish(),
});

const guestFigures = z.object({
  /** Fraction of `maxcpu`; can exceed 1 a little. */
  cpu: cpuFraction,
  maxcpu: cpuCount,
  mem: wireInteger,
  /** What the host counts for a VM (9.0 and later; 0 for containers). */
  memhost: wireInteger.nullish(),
  maxmem: wireInteger,
  maxdisk: wireInteger,
});

const nodeIdentity = z.object({ node: nodeName, status: z.string().min(1), hastate: wireText.nullish() });

const nodeFigures = z.object({
  cpu: cpuFraction,
  maxcpu: cpuCount,
  mem: wireInteger,
  maxmem: wireNumberAs(z.int().positive()),
  disk: wireInteger,
  maxdisk: wireInteger,
  /** Advances only when the node publishes new figures. */
  uptime: wireInteger.nullish(),
});

const storageRow = z.object({
  storage: wireText,
  node: nodeName,
  status: z.string(),
  content: z.string().nullish(),
  /** Kind of storage, such as `zfspool`. */
  plugintype: z.string().nullish(),
  shared: wireBoolean.nullish(),
  disk: wireInteger.nullish(),
  maxdisk: wireInteger.nullish(),
});

/** A guest; `figures` is null while its node sends no data about it. */
export type GuestRowWire = z.infer<typeof guestIdentity> & { readonly figures: z.infer<typeof guestFigures> | null };

/** A node; `figures` is null when it is offline or when the caller may not see them. */
export type NodeRowWire = z.infer<typeof nodeIdentity> & { readonly figures: z.infer<typeof nodeFigures> | null };

/** A storage as seen from one node. */
export type StorageRowWire = z.infer<typeof storageRow>;

/** The rows of `/cluster/resources` that matter here; all other kinds are passed over. */
export interface ClusterResourcesWire {
  readonly guests: readonly GuestRowWire[];
  readonly nodes: readonly NodeRowWire[];
  readonly storages: readonly StorageRowWire[];
}

const rowKind = z.object({ type: z.string() });

/** The answer of `/cluster/resources`; refuses a guest or node that is listed twice. */
export const decodeClusterResources: Decoder<ClusterResourcesWire> = (data) => {
  const guests: GuestRowWire[] = [];
  const nodes: NodeRowWire[] = [];
  const storages: StorageRowWire[] = [];
  for (const [index, row] of rowsOf(data).entries()) {
    const path = `data[${index}]`;
    switch (decodeAt(rowKind, row, path).type) {
      case "qemu":
      case "lxc":
        guests.push(guestRow(row, path));
        break;
      case "node":
        nodes.push(nodeRow(row, path));
        break;
      case "storage":
        storages.push(decodeAt(storageRow, row, path));
        break;
    }
  }
  refuseDuplicates(
    "guest",
    guests.map((guest) => String(guest.vmid)),
  );
  refuseDuplicates(
    "node",
    nodes.map((node) => node.node),
  );
  return { guests, nodes, storages };
};

function guestRow(row: unknown, path: string): GuestRowWire {
  const identity = decodeAt(guestIdentity, row, path);
  // A guest without fresh data has no figures; any other guest without them would count as nothing, which is worse.
  return { ...identity, figures: identity.status === "unknown" ? null : decodeAt(guestFigures, row, path) };
}

const nodeHasFigures = z
  .object({ maxcpu: z.unknown(), maxmem: z.unknown(), mem: z.unknown(), cpu: z.unknown() })
  .partial();

function nodeRow(row: unknown, path: string): NodeRowWire {
  const identity = decodeAt(nodeIdentity, row, path);
  const present = Object.values(decodeAt(nodeHasFigures, row, path)).some((value) => value !== undefined);
  return { ...identity, figures: present ? decodeAt(nodeFigures, row, path) : null };
}

function refuseDuplicates(kind: string, keys: readonly string[]): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) {
      throw new ShapeError(`data: ${kind} ${key} is listed twice`);
    }
    seen.add(key);
  }
}
