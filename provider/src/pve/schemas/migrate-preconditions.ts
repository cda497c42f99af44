import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean, wireInteger } from "./wire-values.js";

const blockingResource = z.object({ sid: z.string(), cause: z.string().nullish() });

/**
 * Why one node is ruled out. An empty object rules out nothing: Proxmox sends one for every allowed node. Unknown keys are
 * kept, because a reason of a later version is a reason too.
 */
const nodeObjections = z.looseObject({
  unavailable_storages: z.array(z.string()).nullish(),
  "unavailable-resources": z.array(z.string()).nullish(),
  "blocking-ha-resources": z.array(blockingResource).nullish(),
});

/** Nodes with what rules them out; those with nothing are left out first, because they are as many as the cluster has nodes. */
const objectionsByNode = z.preprocess(
  (value) => (isObject(value) ? Object.fromEntries(Object.entries(value).filter(([, each]) => !isEmpty(each))) : value),
  z.record(z.string(), nodeObjections),
);

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

const localDisk = z.object({
  volid: z.string(),
  size: wireInteger,
  cdrom: wireBoolean.nullish(),
  shared: wireBoolean.nullish(),
  /** Names of snapshots as keys. */
  referenced_in_snapshot: z.record(z.string(), z.unknown()).nullish(),
});

const vmSchema = z
  .object({
    running: wireBoolean,
    not_allowed_nodes: objectionsByNode.nullish(),
    local_disks: z.array(localDisk),
    local_resources: z.array(z.string()),
    "mapped-resource-info": z.record(z.string(), z.object({ "live-migration": wireBoolean.nullish() })).nullish(),
    "dependent-ha-resources": z.array(z.string()).nullish(),
  })
  .transform((wire) => ({
    running: wire.running,
    objections: wire.not_allowed_nodes ?? {},
    localDisks: wire.local_disks,
    localResources: wire.local_resources,
    mappedResources: wire["mapped-resource-info"] ?? {},
    dependentHaResources: wire["dependent-ha-resources"] ?? [],
  }));

const ctSchema = z
  .object({
    running: wireBoolean,
    "not-allowed-nodes": objectionsByNode.nullish(),
    "dependent-ha-resources": z.array(z.string()).nullish(),
  })
  .transform((wire): MigratePreconditionsWire => ({
    running: wire.running,
    objections: wire["not-allowed-nodes"] ?? {},
    localDisks: [],
    localResources: [],
    mappedResources: {},
    dependentHaResources: wire["dependent-ha-resources"] ?? [],
  }));

/** What Proxmox knows beforehand about a migration; for containers only the HA part. */
export type MigratePreconditionsWire = z.infer<typeof vmSchema>;

/** The objections of Proxmox to one target node. */
export type NodeObjectionsWire = z.infer<typeof nodeObjections>;

/** The answer of a VM's `migrate` when read. */
export const decodeVmPreconditions = decoderOf<MigratePreconditionsWire>(vmSchema);

/** The answer of a container's `migrate` when read; its keys have hyphens. */
export const decodeCtPreconditions = decoderOf<MigratePreconditionsWire>(ctSchema);
