import * as z from "zod";
import { decoderOf } from "../decode.js";
import { guestId, wireText } from "./wire-values.js";

const memberSchema = z.object({ id: z.string(), type: z.string(), vmid: guestId.nullish() });

const poolSchema = z.object({
  poolid: wireText,
  comment: z.string().nullish(),
  /** Guests and storages; only where one pool was asked for. */
  members: z.array(memberSchema).nullish(),
});

/** A pool; nested ones are called `outer/inner`. */
export type PoolWire = z.infer<typeof poolSchema>;

/** The answer of `/pools`. */
export const decodePools = decoderOf<readonly PoolWire[]>(z.array(poolSchema));
