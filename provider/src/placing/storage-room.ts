import type { Inventory, NodeStorage } from "../inventory/take-snapshot.js";
import type { GuestType } from "../planning/model/cluster-snapshot.js";
import type { GuestModel } from "./guest-attributes.js";

/** The disks of a new guest and the storage that they go to. */
export interface StorageWish {
  readonly storage: string;
  readonly type: GuestType;
  readonly diskBytes: number;
}

const GIB = 2 ** 30;

/** Returns the size of all disks of a guest. */
export const diskBytesOf = ({ disk_gib: diskGib }: GuestModel): number => Math.round((diskGib ?? 0) * GIB);

/** Returns what a guest needs of the storage that it names, or null when it names none. */
export const storageWishOf = (model: GuestModel): StorageWish | null =>
  model.storage === null
    ? null
    : { storage: model.storage, type: model.type === "ct" ? "ct" : "vm", diskBytes: diskBytesOf(model) };

/** What a storage must be made for to take the disks of a guest. */
const CONTENT: Readonly<Record<GuestType, string>> = { vm: "images", ct: "rootdir" };

const gib = (bytes: number): string => `${(Math.max(0, bytes) / GIB).toFixed(1)} GiB`;

/** Null where the node does not tell: what is not known must not look as if it were full. */
const freeOf = ({ sizeBytes, usedBytes }: NodeStorage): number | null =>
  sizeBytes === null || usedBytes === null ? null : sizeBytes - usedBytes;

const rowOf = ({ storages }: Pick<Inventory, "storages">, storage: string, node: string): NodeStorage | undefined =>
  storages.find((row) => row.storage === storage && row.node === node);

/** What a storage on a node shares its room with: a shared one has the same room on all nodes. */
const roomKey = ({ storage, node, shared }: NodeStorage): string => (shared ? storage : `${storage} on ${node}`);

/** Room that other new guests of the same batch take, by what shares it. */
export type TakenRoom = ReadonlyMap<string, number>;

const objection = (
  row: NodeStorage | undefined,
  { storage, type, diskBytes }: StorageWish,
  { node, taken }: { readonly node: string; readonly taken: TakenRoom },
): string | undefined => {
  if (row === undefined) return `${node} does not have the storage ${storage}.`;
  if (!row.available) return `The storage ${storage} is not available on ${node}.`;
  if (row.content.length > 0 && !row.content.includes(CONTENT[type]))
    return `The storage ${storage} on ${node} takes no disks of such guests: its content lacks "${CONTENT[type]}".`;
  const others = taken.get(roomKey(row)) ?? 0;
  const free = freeOf(row);
  if (free === null || diskBytes <= free - others) return undefined;
  const beside = others > 0 ? " beside the other new guests" : "";
  return `The storage ${storage} on ${node} has ${gib(free - others)} free${beside}, ${gib(diskBytes)} are needed.`;
};

/** Returns the nodes on which a storage cannot take the disks of a guest, each with a full sentence that says why. */
export const nodesWithoutRoom = (
  inventory: Pick<Inventory, "storages" | "snapshot">,
  wish: StorageWish,
  taken: TakenRoom = new Map(),
): ReadonlyMap<string, string> =>
  new Map(
    inventory.snapshot.nodes.flatMap(({ name: node }) => {
      const reason = objection(rowOf(inventory, wish.storage, node), wish, { node, taken });
      return reason === undefined ? [] : [[node, reason] as const];
    }),
  );

/** Books the disks of a guest that goes to a node. */
export const takeRoom = (
  inventory: Pick<Inventory, "storages">,
  { storage, diskBytes }: StorageWish,
  { node, taken }: { readonly node: string; readonly taken: TakenRoom },
): TakenRoom => {
  const row = rowOf(inventory, storage, node);
  if (row === undefined) return taken;
  return new Map([...taken, [roomKey(row), (taken.get(roomKey(row)) ?? 0) + diskBytes]]);
};

/** Returns the storages of a cluster; those of a captured one stand with its nodes, and what they take is not known. */
export const knownStorages = ({
  storages,
  snapshot,
}: Pick<Inventory, "storages" | "snapshot">): readonly NodeStorage[] =>
  storages.length > 0
    ? storages
    : snapshot.nodes.flatMap(({ name: node, storages: captured = [] }) =>
        captured.map(({ id, totalBytes, usedBytes, shared }) => ({
          storage: id,
          node,
          available: true,
          shared,
          content: [],
          sizeBytes: totalBytes,
          usedBytes,
        })),
      );

/** Returns the ids of all storages that the cluster shows, sorted. */
export const storageIds = ({ storages }: Pick<Inventory, "storages">): readonly string[] =>
  [...new Set(storages.map(({ storage }) => storage))].sort();
