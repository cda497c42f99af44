import type { ClusterSnapshot, Guest, Node } from "../planning/model/cluster-snapshot.js";
import type { Inventory } from "../inventory/take-snapshot.js";
import { readAskedTags } from "../planning/model/tag-texts.js";
import type { AskedGuest } from "./asked-guest.js";
import type { TakenRoom } from "./storage-room.js";
import { diskBytesOf, storageWishOf, takeRoom } from "./storage-room.js";

/** A guest that does not exist yet, and the node where it will be. */
export interface Newcomer {
  readonly asked: AskedGuest;
  readonly node: string;
}

const MIB = 2 ** 20;

/** Ids for guests that have none yet: above those of Proxmox VE and those that the planner hands out itself. */
const FIRST_PROVISIONAL_VMID = 2_000_000_000;

/** What a new guest will use is not known, so it counts with all that is assigned to it. */
const guestOf = ({ asked: { key, model }, node }: Newcomer, position: number, present: readonly Guest[]): Guest => {
  const memoryBytes = Math.round((model.memory_mib ?? 0) * MIB);
  const cpuCores = model.cpu_cores ?? 0;
  return {
    vmid: model.vm_id ?? FIRST_PROVISIONAL_VMID + position,
    name: model.name ?? key ?? "",
    type: model.type === "ct" ? "ct" : "vm",
    node,
    status: "running",
    template: false,
    lock: null,
    immovable: "It does not exist yet.",
    cpuCores,
    cpuUsedCores: cpuCores,
    memoryBytes,
    memoryUsedBytes: memoryBytes,
    diskBytes: diskBytesOf(model),
    localDiskBytes: 0,
    tags: readAskedTags(model.tags ?? [], present),
    pool: model.pool,
    haManaged: false,
  };
};

const sum = (guests: readonly Guest[], of: (guest: Guest) => number): number =>
  guests.reduce((total, guest) => total + of(guest), 0);

const withLoad = (node: Node, guests: readonly Guest[]): Node => {
  const own = guests.filter((guest) => guest.node === node.name);
  return {
    ...node,
    memoryUsedBytes: node.memoryUsedBytes + sum(own, (guest) => guest.memoryUsedBytes),
    cpuUsedCores: node.cpuUsedCores + sum(own, (guest) => guest.cpuUsedCores),
  };
};

/** Returns the snapshot as it will be once the newcomers are there: they count as load and in rules, and never move. */
export const withNewcomers = (snapshot: ClusterSnapshot, newcomers: readonly Newcomer[]): ClusterSnapshot => {
  if (newcomers.length === 0) return snapshot;
  const guests = newcomers.map((newcomer, position) => guestOf(newcomer, position, snapshot.guests));
  return {
    ...snapshot,
    nodes: snapshot.nodes.map((node) => withLoad(node, guests)),
    guests: [...snapshot.guests, ...guests],
  };
};

/** Returns the room on storages that the newcomers will take. */
export const roomOfNewcomers = (inventory: Pick<Inventory, "storages">, newcomers: readonly Newcomer[]): TakenRoom => {
  let taken: TakenRoom = new Map();
  for (const { asked, node } of newcomers) {
    const wish = storageWishOf(asked.model);
    if (wish !== null) taken = takeRoom(inventory, wish, { node, taken });
  }
  return taken;
};
