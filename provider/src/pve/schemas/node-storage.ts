import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean, wireInteger, wireText } from "./wire-values.js";

const storageSchema = z.object({
  storage: wireText,
  type: z.string(),
  /** Comma-separated kinds, such as `images` and `rootdir`. */
  content: z.string(),
  shared: wireBoolean.nullish(),
  active: wireBoolean.nullish(),
  enabled: wireBoolean.nullish(),
  total: wireInteger.nullish(),
  used: wireInteger.nullish(),
  avail: wireInteger.nullish(),
});

/** A storage as its node itself sees it at the moment. */
export type NodeStorageWire = z.infer<typeof storageSchema>;

/** The answer of a node's `storage`. */
export const decodeNodeStorages = decoderOf<readonly NodeStorageWire[]>(z.array(storageSchema));
