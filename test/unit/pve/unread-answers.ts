// Captured answers to requests that the provider does not make: how to read them is known, so that no capture goes unread.
import * as z from "zod";
import { decoderOf } from "../../../provider/src/pve/decode.js";
import type { Decoder } from "../../../provider/src/pve/decode.js";
import { decodeClusterResources } from "../../../provider/src/pve/schemas/cluster-resources.js";
import { decodeGuestList } from "../../../provider/src/pve/schemas/guest-list.js";
import { nodeName, wireBoolean, wireInteger, wireText } from "../../../provider/src/pve/schemas/wire-values.js";

/** The answer of `/nodes`, whose rows are those of the whole cluster. */
export const decodeNodeList: Decoder<unknown> = decodeClusterResources;

/** The answer of a guest's `status/current`, which is its row in the list of its node. */
export const decodeGuestStatus: Decoder<unknown> = (data) => decodeGuestList([data])[0];

const poolSchema = z.object({ poolid: wireText, members: z.unknown().optional() });

/** The answer of `/pools`, whose members are rows of the whole cluster. */
export const decodePools: Decoder<unknown> = (data) =>
  decoderOf(z.array(poolSchema))(data).map(({ poolid, members }) => ({
    poolid,
    members: decodeClusterResources(members ?? []),
  }));

const memberSchema = z.object({
  type: z.enum(["cluster", "node"]),
  name: wireText,
  quorate: wireBoolean.nullish(),
  online: wireBoolean.nullish(),
});

/** The answer of `/cluster/status`. */
export const decodeClusterStatus: Decoder<unknown> = decoderOf(z.array(memberSchema));

const haStatusSchema = z.object({
  type: z.string(),
  status: z.string(),
  node: wireText.nullish(),
  sid: wireText.nullish(),
  state: z.string().nullish(),
  quorate: wireBoolean.nullish(),
});

/** The answer of `/cluster/ha/status/current`. */
export const decodeHaCurrentStatus: Decoder<unknown> = decoderOf(z.array(haStatusSchema));

const storageSchema = z.object({
  storage: wireText,
  node: nodeName.nullish(),
  type: z.string(),
  content: z.string(),
  active: wireBoolean.nullish(),
  total: wireInteger.nullish(),
  used: wireInteger.nullish(),
});

/** The answer of a node's `storage`. */
export const decodeNodeStorages: Decoder<unknown> = decoderOf(z.array(storageSchema));
