import * as z from "zod";
import { decoderOf } from "../decode.js";
import { pressureFields } from "./pressure.js";
import { guestId, wireBoolean, wireInteger, wireText } from "./wire-values.js";

const statusSchema = z.object({
  vmid: guestId,
  status: z.string().min(1),
  mem: wireInteger,
  maxmem: wireInteger,
  memhost: wireInteger.nullish(),
  /** Bytes that the balloon leaves to the guest. */
  balloon: wireInteger.nullish(),
  lock: wireText.nullish(),
  ha: z.object({ managed: wireBoolean.nullish(), state: z.string().nullish() }).nullish(),
  ...pressureFields,
});

/** A guest as its node sees it at the moment. */
export type GuestStatusWire = z.infer<typeof statusSchema>;

/** The answer of a guest's `status/current`. */
export const decodeGuestStatus = decoderOf<GuestStatusWire>(statusSchema);
