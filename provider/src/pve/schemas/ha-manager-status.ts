import * as z from "zod";
import { decoderOf } from "../decode.js";
import { wireBoolean, wireText } from "./wire-values.js";

const managerStatusSchema = z.object({
  manager_status: z
    .object({
      /** Nodes that never had an HA resource may be missing. */
      node_status: z.record(z.string(), z.string()).nullish(),
      node_request: z.record(z.string(), z.object({ maintenance: wireBoolean.nullish() })).nullish(),
      /** Absent when nothing was ever managed. */
      service_status: z.record(z.string(), z.object({ state: z.string(), node: wireText.nullish() })).nullish(),
    })
    .nullish(),
  lrm_status: z.record(z.string(), z.object({ mode: z.string().nullish() }).nullish()).nullish(),
  quorum: z.object({ quorate: wireBoolean.nullish() }).nullish(),
});

/** State of the HA manager: what it knows of nodes and services. */
export type HaManagerStatusWire = z.infer<typeof managerStatusSchema>;

/** The answer of `/cluster/ha/status/manager_status`. */
export const decodeHaManagerStatus = decoderOf(managerStatusSchema);
