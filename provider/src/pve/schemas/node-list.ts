import * as z from "zod";
import { decoderOf } from "../decode.js";
import { nodeName } from "./wire-values.js";

const nodeSchema = z.object({ node: nodeName, status: z.string().min(1) });

/** A node that belongs to the cluster; maintenance does not show here. */
export type ListedNodeWire = z.infer<typeof nodeSchema>;

/** The answer of `/nodes`. */
export const decodeNodeList = decoderOf<readonly ListedNodeWire[]>(z.array(nodeSchema));
