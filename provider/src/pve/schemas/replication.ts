import * as z from "zod";
import { decoderOf } from "../decode.js";
import { guestId, nodeName, wireBoolean, wireText } from "./wire-values.js";

const jobSchema = z.object({
  id: wireText,
  guest: guestId,
  target: nodeName,
  source: nodeName.nullish(),
  disable: wireBoolean.nullish(),
  /** Set while the job is being removed. */
  remove_job: z.string().nullish(),
});

/** A job that keeps a copy of a guest's disks on another node. */
export type ReplicationJobWire = z.infer<typeof jobSchema>;

/** The answer of `/cluster/replication`. */
export const decodeReplicationJobs = decoderOf<readonly ReplicationJobWire[]>(z.array(jobSchema));
