import * as z from "zod";
import { decoderOf } from "../decode.js";
import { cpuCount, cpuFraction } from "./cpu-values.js";
import { wireNumber } from "./wire-values.js";

const pointSchema = z.object({
  /** Seconds since the epoch. */
  time: wireNumber,
  /** Fraction of `maxcpu`; missing while the guest was stopped, and in the newest row until it is complete. */
  cpu: cpuFraction.nullish(),
  maxcpu: cpuCount.nullish(),
  mem: wireNumber.nullish(),
  /** What the guest's host counts for it (9.0 and later; 0 for containers). */
  memhost: wireNumber.nullish(),
});

/** One moment in the history of a guest. */
export type GuestHistoryPointWire = z.infer<typeof pointSchema>;

/** The answer of a guest's `rrddata`. */
export const decodeGuestHistory = decoderOf<readonly GuestHistoryPointWire[]>(z.array(pointSchema));
