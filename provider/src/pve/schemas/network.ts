import * as z from "zod";
import { decoderOf } from "../decode.js";

const interfaceSchema = z.object({ iface: z.string() });

/** An interface of a node. */
export type NetworkInterfaceWire = z.infer<typeof interfaceSchema>;

/** The answer of a node's `network`. */
export const decodeNetwork = decoderOf<readonly NetworkInterfaceWire[]>(z.array(interfaceSchema));
