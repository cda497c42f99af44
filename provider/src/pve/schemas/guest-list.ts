import * as z from "zod";
import { decoderOf } from "../decode.js";
import { pressureFields } from "./pressure.js";
import { guestId } from "./wire-values.js";

const rowSchema = z.object({ vmid: guestId, status: z.string().min(1), ...pressureFields });

/** A guest in the list of its node; without pressure when it is stopped or its node is older than Proxmox VE 9. */
export type GuestListRowWire = z.infer<typeof rowSchema>;

/** The answer of a node's `qemu` or `lxc`. */
export const decodeGuestList = decoderOf<readonly GuestListRowWire[]>(z.array(rowSchema));
