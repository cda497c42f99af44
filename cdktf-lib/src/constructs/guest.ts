import type { DataProxlbBestNodeGuests } from "../generated/l1.js";
import { isKnown } from "./expression.js";
import type { Fail } from "./fail-at.js";
import type { GuestGroup } from "./guest-group.js";
import { validateVmId } from "./vm-id.js";

/** What a guest is: a virtual machine or a container. */
export type GuestType = "vm" | "ct";

/** A guest that needs a node. Numbers and texts may be tokens, if they are known during the plan. */
export interface GuestProps {
  /**
   * What the guest will be.
   *
   * @default "vm"
   */
  readonly type?: GuestType;
  /**
   * The name that the guest will bear in Proxmox. Without `vmId`, a guest that bears it is answered with the node it is on.
   *
   * @default none
   */
  readonly name?: string;
  /**
   * The id that the guest will have in Proxmox, from 100. A guest that has it is answered with the node it is on.
   *
   * @default none
   */
  readonly vmId?: number;
  /**
   * Virtual CPUs. Required, like `memoryMib`, unless `vmId` or `name` is that of a guest which exists.
   *
   * @default none
   */
  readonly cpuCores?: number;
  /**
   * Memory in MiB, at least 16.
   *
   * @default none
   */
  readonly memoryMib?: number;
  /**
   * Size of all disks in GiB.
   *
   * @default 0
   */
  readonly diskGib?: number;
  /**
   * Name of the storage that the disks will be on. Nodes that do not have it, or where it has less room than `diskGib`, are not
   * chosen.
   *
   * @default storages are not looked at
   */
  readonly storage?: string;
  /**
   * Tags that the guest will bear; those of ProxLB (`plb_*`) are obeyed.
   *
   * @default none
   */
  readonly tags?: readonly string[];
  /**
   * Groups that the guest belongs to; their tags are added to `tags`.
   *
   * @default none
   */
  readonly groups?: readonly GuestGroup[];
  /**
   * Pool that the guest will belong to.
   *
   * @default none
   */
  readonly pool?: string;
  /**
   * Names of the nodes that may be chosen.
   *
   * @default all nodes of the cluster
   */
  readonly allowedNodes?: readonly string[];
  /**
   * Names of nodes that must not be chosen.
   *
   * @default none
   */
  readonly excludedNodes?: readonly string[];
}

const LEAST_MEMORY_MIB = 16;

const validateIdentity = ({ name, vmId }: GuestProps, fail: Fail): void => {
  if (isKnown(name) && name.trim() === "") fail("`name` is empty. Leave it out, or give the name of the guest.");
  validateVmId(vmId, fail);
};

const validateSize = ({ name, vmId, cpuCores, memoryMib }: GuestProps, fail: Fail): void => {
  if (vmId === undefined && name === undefined && (cpuCores === undefined || memoryMib === undefined))
    fail("A new guest needs `cpuCores` and `memoryMib`; only one that exists, by `vmId` or `name`, goes without.");
  if (isKnown(cpuCores) && !(cpuCores > 0)) fail(`\`cpuCores\` is ${cpuCores}, but a guest has more than 0.`);
  if (isKnown(memoryMib) && !(memoryMib >= LEAST_MEMORY_MIB))
    fail(`\`memoryMib\` is ${memoryMib}, but a guest has at least ${LEAST_MEMORY_MIB} MiB. The unit is MiB, not GiB.`);
};

const validateDisks = ({ diskGib, storage }: GuestProps, fail: Fail): void => {
  if (isKnown(diskGib) && !(diskGib >= 0)) fail(`\`diskGib\` is ${diskGib}, but a size cannot be below 0.`);
  if (isKnown(storage) && storage.trim() === "")
    fail("`storage` is empty. Leave it out, or give the name of a storage.");
};

const validateNodes = ({ allowedNodes, excludedNodes = [] }: GuestProps, fail: Fail): void => {
  if (!isKnown(allowedNodes)) return;
  if (allowedNodes.length === 0) fail("`allowedNodes` is empty, so no node may be chosen. Leave it out to allow all.");
  const excluded = new Set(excludedNodes);
  if (allowedNodes.every((node) => excluded.has(node)))
    fail("`excludedNodes` has every node of `allowedNodes`, so none may be chosen. Allow another node.");
};

/** Judges what is known of a guest during synthesis. */
export const validateGuest = (props: GuestProps, fail: Fail): void => {
  validateIdentity(props, fail);
  validateSize(props, fail);
  validateDisks(props, fail);
  validateNodes(props, fail);
};

/** Returns the tags of a guest, those of its groups included, each once. */
export const tagsOf = ({ tags = [], groups = [] }: GuestProps): string[] => [
  ...new Set([...tags, ...groups.map(({ tag }) => tag)]),
];

const copyOf = (list: readonly string[] | undefined): string[] | undefined => (list === undefined ? list : [...list]);

/** Returns the guest as the generated bindings take it. */
export const guestConfig = (props: GuestProps): DataProxlbBestNodeGuests => {
  const tags = tagsOf(props);
  return {
    type: props.type,
    name: props.name,
    vmId: props.vmId,
    cpuCores: props.cpuCores,
    memoryMib: props.memoryMib,
    diskGib: props.diskGib,
    storage: props.storage,
    tags: tags.length === 0 ? undefined : tags,
    pool: props.pool,
    allowedNodes: copyOf(props.allowedNodes),
    excludedNodes: copyOf(props.excludedNodes),
  };
};
