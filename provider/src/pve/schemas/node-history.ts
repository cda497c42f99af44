import * as z from "zod";
import { decoderOf } from "../decode.js";
import { pressureFields } from "./pressure.js";
import { wireNumber } from "./wire-values.js";

const pointSchema = z.object({
  /** Seconds since the epoch. */
  time: wireNumber,
  /** Bytes of memory that ZFS caches with; missing on Proxmox VE 8, and in the newest row until it is complete. */
  arcsize: wireNumber.nullish(),
  ...pressureFields,
});

/** One moment in the history of a node. */
export type NodeHistoryPointWire = z.infer<typeof pointSchema>;

/** The answer of a node's `rrddata`. */
export const decodeNodeHistory = decoderOf<readonly NodeHistoryPointWire[]>(z.array(pointSchema));
