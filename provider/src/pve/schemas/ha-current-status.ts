import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean, wireText } from "./wire-values.js";

const rowSchema = z.object({
  /** `quorum`, `master`, `fencing`, `lrm` or `service`. */
  type: z.string(),
  status: z.string(),
  /** May be empty, and may name nodes that are gone. */
  node: wireText.nullish(),
  /** Of services only. */
  sid: wireText.nullish(),
  state: z.string().nullish(),
  quorate: wireBoolean.nullish(),
});

/** A line of what the HA manager shows to people. */
export type HaStatusRowWire = z.infer<typeof rowSchema>;

/** The answer of `/cluster/ha/status/current`. */
export const decodeHaCurrentStatus = decoderOf<readonly HaStatusRowWire[]>(z.array(rowSchema));
